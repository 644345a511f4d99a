// A status: colour, shape and letter together, and its name in words for whoever cannot see either.
import styles from './parts.module.css';

export type StatusName = 'onTrack' | 'watch' | 'offTrack' | 'notDue' | 'notReported' | 'exempt';

export const SHAPES: Readonly<Record<StatusName, string>> = {
  onTrack: '●',
  watch: '▲',
  offTrack: '■',
  notDue: '○',
  notReported: '?',
  exempt: '◆',
};

/** @param letter which of the pair: D for delivery, V for value (or the letters of the language) */
export function Status({ status, letter, label }: { status: StatusName; letter?: string; label: string }) {
  return (
    <span className={styles.status} data-status={status} title={label}>
      {letter ? <span className={styles.letter}>{letter}</span> : null}
      <span aria-hidden="true">{SHAPES[status]}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

/** The same with its name written out. */
export function StatusWord({ status, label }: { status: StatusName; label: string }) {
  return (
    <span className={styles.status} data-status={status}>
      <span aria-hidden="true">{SHAPES[status]}</span>
      <span>{label}</span>
    </span>
  );
}
