// The map as a file: a picture, a page, or slides whose boxes and arrows can be edited.
import { bridge } from '#renderer/bridge.ts';
import { say, shownBook, useDesk } from '#renderer/desk/desk.ts';
import { asFileName } from '#renderer/desk/files.ts';
import { usePrefs } from '#renderer/desk/prefs.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { fontFaces } from '#renderer/look/faces.ts';
import { pressFile, pressPage } from '#renderer/workers/run.ts';
import { snapshotName } from '#shared/change/asat.ts';
import { mapDeck } from '#shared/deck/mapDeck.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { typeNamesOf } from '#shared/map/presets.ts';
import type { Scene } from '#shared/map/scene.ts';
import { mapSvg } from '#shared/press/mapSvg.ts';
import { framed } from './place.ts';
import type { Shown } from './usePicture.ts';

export const MAP_FORMATS = ['pptx', 'pdf', 'svg', 'png'] as const;
export type MapFormat = (typeof MAP_FORMATS)[number];

export async function exportMap(
  format: MapFormat,
  map: RecordId | undefined,
  scene: Scene | undefined,
  shown: Shown,
): Promise<void> {
  const { words } = usePrefs.getState();
  const made = await bytesOf(format, map, scene, shown);
  if (!made.ok)
    return made.problem.code === 'bridge.cancelled'
      ? undefined
      : say({ tone: 'problem', text: words.problem(made.problem) });
  // in a plain browser a page is printed, not saved
  if (!made.value) return;
  const book = shownBook(useDesk.getState());
  const title = (map && book?.get('benefitMap', map)?.title) || words.say('maps.wholeBook');
  const saved = await bridge.saveFile({
    suggestedName: `${asFileName(title, 'map')}.${format}`,
    kind: format,
    bytes: made.value,
  });
  if (saved.ok) say({ tone: 'done', text: words.say('desk.fileSaved', { name: saved.value.name }) });
  else if (saved.problem.code !== 'bridge.cancelled') say({ tone: 'problem', text: words.problem(saved.problem) });
}

async function bytesOf(
  format: MapFormat,
  map: RecordId | undefined,
  scene: Scene | undefined,
  shown: Shown,
): Promise<Result<Uint8Array | undefined>> {
  const { words } = usePrefs.getState();
  const book = shownBook(useDesk.getState());
  if (!book || !scene) return refuse('store.failed', { detail: '—' });
  if (format === 'svg' || format === 'png') {
    const svg = svgOf(scene, map, shown);
    return format === 'svg' ? done(new TextEncoder().encode(svg)) : pngOf(svg, scene);
  }
  const deck = mapDeck({ book, map, words, asAt: asAtOf(book), snapshot: snapshotName(book.state) });
  if (format === 'pptx') return pressFile(deck, 'pptx').result;
  const page = await pressPage(deck, await fontFaces()).result;
  if (!page.ok) return page;
  const printed = await bridge.printPdf({ html: page.value });
  return printed.ok ? done(printed.value.bytes) : printed;
}

function svgOf(scene: Scene, map: RecordId | undefined, { picture }: Shown): string {
  const { words } = usePrefs.getState();
  const book = shownBook(useDesk.getState());
  const settings = map ? book?.get('benefitMap', map) : undefined;
  const points = (size: number) => (size / 72) * picture.metrics.perInch;
  return mapSvg(framed(scene), {
    title: settings?.title ?? words.say('maps.wholeBook'),
    description: words.say('map.pictureSays', { nodes: scene.nodes.length, count: scene.links.length }),
    palette: 'light',
    titleSize: points(picture.metrics.titleSize),
    captionSize: points(picture.metrics.captionSize),
    ...typeNamesOf(words, settings?.preset),
  });
}

/** Longest side of a picture in pixels: what a browser can hold. */
const LONGEST = 12_000;

/** A picture is ready before its typefaces are, and says nothing when they come: it is looked at until it stays the same. */
async function isDressed(image: HTMLImageElement): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.width = 800;
  canvas.height = Math.max(1, Math.round((800 * (image.naturalHeight || 1)) / (image.naturalWidth || 1)));
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  let before = -1;
  for (let look = 0; pen && look < MOST_LOOKS; look++) {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const now = pen.getImageData(0, 0, canvas.width, canvas.height).data.reduce((sum, each) => sum + each, 0);
    if (look >= LEAST_LOOKS && now === before) return;
    before = now;
    await new Promise((wait) => setTimeout(wait, 80));
  }
}

const LEAST_LOOKS = 5;
const MOST_LOOKS = 40;

async function pngOf(svg: string, scene: Scene): Promise<Result<Uint8Array>> {
  // a picture is drawn without the page's typeface: it carries its own
  const dressed = svg.replace(/(<svg[^>]*>)/, `$1<style>${await fontFaces()}</style>`);
  const image = new Image();
  const address = URL.createObjectURL(new Blob([dressed], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    await isDressed(image);
    const canvas = document.createElement('canvas');
    const scale = Math.min(
      2,
      LONGEST / Math.max(image.naturalWidth || scene.width, image.naturalHeight || scene.height),
    );
    canvas.width = Math.max(1, Math.round((image.naturalWidth || scene.width) * scale));
    canvas.height = Math.max(1, Math.round((image.naturalHeight || scene.height) * scale));
    const pen = canvas.getContext('2d');
    if (!pen) return refuse('pack.stopped', { detail: 'canvas' });
    pen.scale(scale, scale);
    pen.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob ? done(new Uint8Array(await blob.arrayBuffer())) : refuse('pack.stopped', { detail: 'canvas' });
  } finally {
    URL.revokeObjectURL(address);
  }
}
