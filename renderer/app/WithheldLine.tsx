// A copy of a part says so on every screen: what it withholds, and that totals count only what is here.
import { useState } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { withheldKinds, withheldText } from '#shared/merge/said.ts';
import styles from './app.module.css';

export function WithheldLine() {
  const words = useWords();
  const withheld = useBook()?.state.withheld;
  const [open, setOpen] = useState(false);
  if (!withheld || withheld.isEmpty) return null;
  const kinds = withheldKinds(withheld, words);
  return (
    <section className={styles.withheldLine} aria-label={words.say('withheld.line')}>
      <span>
        <span aria-hidden="true">◧ </span>
        {withheldText(withheld, words)}
        {open ? <span className={styles.soft}> {kinds.join(words.say('rights.comma'))}</span> : null}
      </span>
      {kinds.length > 0 ? (
        <button type="button" className={styles.link} aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.say(open ? 'withheld.less' : 'withheld.more')}
        </button>
      ) : null}
    </section>
  );
}
