// The whole map small in a corner, and what of it the window shows: a click goes there.
import { type Ref, useImperativeHandle, useRef } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Scene } from '#shared/map/scene.ts';
import { MAP_PALETTE } from '#shared/press/mapLook.ts';
import styles from './canvas.module.css';
import { shownBy, type View, within } from './place.ts';
import { useDrawSoon } from './useDrawSoon.ts';

export interface MiniMapControl {
  readonly show: (view: View) => void;
}

const WIDTH = 168;
const HEIGHT = 104;

export function MiniMap({
  scene,
  dark,
  control,
  onGo,
}: {
  scene: Scene;
  dark: boolean;
  control: Ref<MiniMapControl>;
  onGo: (view: View) => void;
}) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<View>({ x: 0, y: 0, zoom: 1 });
  // a tall map has a narrow picture
  const scale = Math.min((WIDTH - 8) / Math.max(1, scene.width), (HEIGHT - 8) / Math.max(1, scene.height));
  const wide = Math.min(WIDTH, Math.max(48, scene.width * scale + 8));
  const size = () => {
    const around = canvas.current?.parentElement?.parentElement;
    return { width: around?.clientWidth ?? 0, height: around?.clientHeight ?? 0 };
  };
  const drawSoon = useDrawSoon(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    const palette = dark ? MAP_PALETTE.dark : MAP_PALETTE.light;
    pen.setTransform(2, 0, 0, 2, 0, 0);
    pen.clearRect(0, 0, wide, HEIGHT);
    pen.translate(4, 4);
    for (const { x, y, width, height, type, mark } of scene.nodes) {
      pen.fillStyle = `#${mark === 'error' ? palette.error : palette.types[type].stroke}`;
      pen.fillRect(x * scale, y * scale, Math.max(1, width * scale), Math.max(1, height * scale));
    }
    const shown = shownBy(view.current, size().width, size().height, 0);
    // where all is in sight a second picture of it says nothing
    const around = canvas.current?.parentElement;
    if (around) around.hidden = within(shown, { x: 0, y: 0, width: scene.width, height: scene.height });
    pen.strokeStyle = `#${palette.ink}`;
    pen.lineWidth = 1.5;
    pen.strokeRect(shown.x * scale, shown.y * scale, shown.width * scale, shown.height * scale);
  });
  useImperativeHandle(control, () => ({
    show: (next) => {
      view.current = next;
      drawSoon();
    },
  }));
  const go = (event: React.PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - box.left - 4) / scale, y: (event.clientY - box.top - 4) / scale };
    const { zoom } = view.current;
    onGo({ zoom, x: size().width / 2 - at.x * zoom, y: size().height / 2 - at.y * zoom });
  };
  return (
    <div className={styles.mini} data-reading={scene.reading} aria-hidden="true" title={words.say('map.mini')}>
      <canvas
        ref={canvas}
        width={wide * 2}
        height={HEIGHT * 2}
        style={{ width: wide, height: HEIGHT }}
        onPointerDown={go}
        onPointerMove={go}
      />
    </div>
  );
}
