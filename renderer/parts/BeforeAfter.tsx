// A value and what it became: of two long texts only the part where they differ is shown.
import styles from './parts.module.css';

/** Characters shown of a long text, and of what both begin with. */
const MOST = 160;
const LEAD = 30;

/** @param before undefined where nothing stood before */
export function BeforeAfter({
  before,
  after,
  rightToLeft,
}: {
  before: string | undefined;
  after: string;
  rightToLeft: boolean;
}) {
  const from = before === undefined ? 0 : whereTheyPart(before, after);
  return (
    <>
      {before === undefined ? null : (
        <>
          <bdi className={styles.before}>{part(before, from)}</bdi>{' '}
          <span aria-hidden="true">{rightToLeft ? '←' : '→'}</span>{' '}
        </>
      )}
      <bdi>{part(after, from)}</bdi>
    </>
  );
}

/** The place a little before the first difference, at the start of a word; 0 for texts that are short anyway. */
function whereTheyPart(a: string, b: string): number {
  if (a.length <= MOST && b.length <= MOST) return 0;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const start = same - LEAD;
  return start <= 0 ? 0 : a.lastIndexOf(' ', start) + 1;
}

const part = (text: string, from: number): string =>
  `${from > 0 ? '…' : ''}${text.slice(from, from + MOST)}${text.length > from + MOST ? '…' : ''}`;
