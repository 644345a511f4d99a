// Says plainly, wherever the sample's made-up layer is shown, that it is made up.
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import styles from './controls.module.css';

export function SyntheticNote() {
  const words = useWords();
  return useBook()?.office.sample ? <p className={styles.synthetic}>{words.say('sample.synthetic')}</p> : null;
}
