// The rail at the start edge: what exists, where one is.
import {
  IconColumns,
  IconFileImport,
  IconGavel,
  IconHistory,
  IconLayoutList,
  IconListCheck,
  IconMailForward,
  IconPresentation,
  IconScale,
  IconSettings,
  IconShieldHalf,
  IconSitemap,
  IconTarget,
  IconTrendingUp,
  IconUsers,
} from '@tabler/icons-react';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, type Screen, useRoute } from '#renderer/desk/route.ts';
import styles from './app.module.css';

const PLACES: readonly {
  screen: Screen;
  also?: readonly Screen[];
  icon: typeof IconSettings;
  label: `nav.${'portfolio' | 'benefits' | 'maps' | 'decisions' | 'boards' | 'work' | 'risks' | 'todo' | 'rounds' | 'objectives' | 'people' | 'pack' | 'import' | 'history' | 'settings'}`;
}[] = [
  { screen: 'portfolio', also: ['component'], icon: IconLayoutList, label: 'nav.portfolio' },
  { screen: 'benefits', also: ['benefit', 'measure'], icon: IconTrendingUp, label: 'nav.benefits' },
  { screen: 'maps', also: ['map'], icon: IconSitemap, label: 'nav.maps' },
  { screen: 'decisions', also: ['decision'], icon: IconGavel, label: 'nav.decisions' },
  { screen: 'boards', also: ['rights', 'meeting'], icon: IconScale, label: 'nav.boards' },
  { screen: 'work', icon: IconColumns, label: 'nav.work' },
  { screen: 'risks', icon: IconShieldHalf, label: 'nav.risks' },
  { screen: 'todo', icon: IconListCheck, label: 'nav.todo' },
  { screen: 'rounds', icon: IconMailForward, label: 'nav.rounds' },
  { screen: 'objectives', icon: IconTarget, label: 'nav.objectives' },
  { screen: 'people', also: ['owner'], icon: IconUsers, label: 'nav.people' },
  { screen: 'pack', icon: IconPresentation, label: 'nav.pack' },
  { screen: 'import', icon: IconFileImport, label: 'nav.import' },
  { screen: 'history', icon: IconHistory, label: 'nav.history' },
  { screen: 'settings', icon: IconSettings, label: 'nav.settings' },
];

export function Rail() {
  const words = useWords();
  const { screen } = useRoute();
  return (
    <nav className={styles.rail} aria-label={words.say('nav.label')}>
      <span className={styles.mark} aria-hidden="true">
        <svg viewBox="0 0 24 24" width="28" height="28" role="presentation">
          <path
            d="M12 3v17M6 20h12M4 8h16M4 8l-2.5 6h5zM20 8l-2.5 6h5z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinejoin="round"
          />
        </svg>
      </span>
      {PLACES.map(({ screen: place, also, icon: Icon, label }) => (
        <a
          key={place}
          href={address(place)}
          className={styles.place}
          aria-current={screen === place || also?.includes(screen) ? 'page' : undefined}
        >
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          <span>{words.say(label)}</span>
        </a>
      ))}
    </nav>
  );
}
