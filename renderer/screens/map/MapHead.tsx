// How the map stands, in one sentence; its name, and the way back.

import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './map.module.css';
import type { Shown } from './usePicture.ts';

export function MapHead({ map, shown }: { map: RecordId | undefined; shown: Shown }) {
  const words = useWords();
  const book = useBook();
  const errors = shown.findings.filter(({ severity }) => severity === 'error').length;
  const rest = shown.findings.length - errors;
  const { nodes, links } = shown.graph;
  return (
    <header className={styles.head}>
      <a className={styles.back} href={address('maps')}>
        {words.say('map.back')}
      </a>
      <h1>
        <bdi>{map ? book?.get('benefitMap', map)?.title : words.say('maps.wholeBook')}</bdi>
      </h1>
      <p className={styles.sentence}>
        {nodes.size === 0
          ? words.say('map.emptySentence')
          : [
              words.say('map.nodes', { count: nodes.size }),
              words.say('map.links', { count: links.length }),
              words.say('map.errors', { count: errors }),
              words.say('map.warnings', { count: rest }),
            ].join(' · ')}
      </p>
      <SyntheticNote />
    </header>
  );
}
