// The slides as they will be pressed: one at a time large, all of them small beside it.
import { useEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Deck } from '#shared/deck/model.ts';
import styles from './pack.module.css';

/** A slide is 13.333 × 7.5 inches at 96 pixels an inch. */
const WIDTH = 1280;
const HEIGHT = 720;

export function Slides({ deck, html }: { deck: Deck; html: string }) {
  const words = useWords();
  const [at, setAt] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.6);
  const slide = Math.min(at, deck.slides.length - 1);
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const fit = () => setScale(Math.min(box.clientWidth / WIDTH, box.clientHeight / HEIGHT, 1.5));
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    fit();
    return () => observer.disconnect();
  }, []);
  const step = (by: number) => setAt(Math.max(0, Math.min(deck.slides.length - 1, slide + by)));
  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = { ArrowDown: 1, PageDown: 1, ArrowUp: -1, PageUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  };
  return (
    <div className={styles.slides}>
      <ol className={styles.list} aria-label={words.say('pack.slides')} onKeyDown={onKeyDown}>
        {deck.slides.map((one, i) => (
          <li key={one.id}>
            <button
              type="button"
              className={styles.entry}
              aria-current={i === slide ? 'true' : undefined}
              onClick={() => setAt(i)}
            >
              <span className={styles.number}>{words.number(i + 1)}</span>
              <span dir="auto" lang={deck.language}>
                {one.title}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.stage}>
        <div className={styles.page} ref={place}>
          <div className={styles.paper} style={{ width: WIDTH * scale, height: HEIGHT * scale }}>
            <iframe
              title={words.say('pack.preview', { number: slide + 1, all: deck.slides.length })}
              sandbox=""
              srcDoc={onlySlide(html, slide)}
              width={WIDTH}
              height={HEIGHT}
              style={{ transform: `scale(${scale})` }}
              tabIndex={-1}
            />
          </div>
        </div>
        <details className={styles.notes}>
          <summary>{words.say('pack.notes')}</summary>
          <ul dir={deck.language === 'ar' ? 'rtl' : 'ltr'} lang={deck.language}>
            {deck.slides[slide]?.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      </div>
    </div>
  );
}

/** The same document that is printed, showing one of its pages. */
function onlySlide(html: string, index: number): string {
  const style = `<style>html,body{margin:0;overflow:hidden}body>section{display:none!important;break-after:auto!important}body>section:nth-of-type(${index + 1}){display:block!important}</style>`;
  return html.replace('</head>', `${style}</head>`);
}
