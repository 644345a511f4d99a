// The frame: rail, bar, the screen asked for, and what must be said above all screens.
import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { redo, undo } from '#renderer/desk/act.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go, useRoute } from '#renderer/desk/route.ts';
import { CAPTURE_FIELD, typeAhead } from '#renderer/desk/typed-ahead.ts';
import { Portfolio } from '#renderer/screens/portfolio/Portfolio.tsx';
import { Welcome } from '#renderer/screens/welcome/Welcome.tsx';
import styles from './app.module.css';
import { Bar } from './Bar.tsx';
import { BackupLine, FolderLine } from './FolderLine.tsx';
import { Blocked, NoticeLine, SaveLine, UnsavedLine } from './Lines.tsx';
import { Palette } from './Palette.tsx';
import { PastLine } from './PastLine.tsx';
import { Rail } from './Rail.tsx';
import { WithheldLine } from './WithheldLine.tsx';

const Benefits = lazy(async () => ({ default: (await import('#renderer/screens/benefits/Benefits.tsx')).Benefits }));
const BenefitPage = lazy(async () => ({
  default: (await import('#renderer/screens/benefit/BenefitPage.tsx')).BenefitPage,
}));
const Boards = lazy(async () => ({ default: (await import('#renderer/screens/boards/Boards.tsx')).Boards }));
const ComponentPage = lazy(async () => ({
  default: (await import('#renderer/screens/component/ComponentPage.tsx')).ComponentPage,
}));
const DecisionPage = lazy(async () => ({
  default: (await import('#renderer/screens/decision/DecisionPage.tsx')).DecisionPage,
}));
const Decisions = lazy(async () => ({
  default: (await import('#renderer/screens/decisions/Decisions.tsx')).Decisions,
}));
const PartCopy = lazy(async () => ({ default: (await import('./PartCopy.tsx')).PartCopy }));
const FolderPage = lazy(async () => ({ default: (await import('./FolderPage.tsx')).FolderPage }));
const BackupsPage = lazy(async () => ({ default: (await import('./BackupsPage.tsx')).BackupsPage }));
const Passphrase = lazy(async () => ({ default: (await import('./Passphrase.tsx')).Passphrase }));
const Merge = lazy(async () => ({ default: (await import('#renderer/screens/merge/Merge.tsx')).Merge }));
const HistoryScreen = lazy(async () => ({
  default: (await import('#renderer/screens/history/HistoryScreen.tsx')).HistoryScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import('#renderer/screens/import/ImportScreen.tsx')).ImportScreen,
}));
const MapPage = lazy(async () => ({ default: (await import('#renderer/screens/map/MapPage.tsx')).MapPage }));
const Maps = lazy(async () => ({ default: (await import('#renderer/screens/maps/Maps.tsx')).Maps }));
const MeasurePage = lazy(async () => ({
  default: (await import('#renderer/screens/measure/MeasurePage.tsx')).MeasurePage,
}));
const MeetingPage = lazy(async () => ({
  default: (await import('#renderer/screens/meeting/MeetingPage.tsx')).MeetingPage,
}));
const Objectives = lazy(async () => ({
  default: (await import('#renderer/screens/objectives/Objectives.tsx')).Objectives,
}));
const OwnerPage = lazy(async () => ({ default: (await import('#renderer/screens/owner/OwnerPage.tsx')).OwnerPage }));
const PackScreen = lazy(async () => ({ default: (await import('#renderer/screens/pack/PackScreen.tsx')).PackScreen }));
const People = lazy(async () => ({ default: (await import('#renderer/screens/people/People.tsx')).People }));
const Rights = lazy(async () => ({ default: (await import('#renderer/screens/rights/Rights.tsx')).Rights }));
const Risks = lazy(async () => ({ default: (await import('#renderer/screens/risks/Risks.tsx')).Risks }));
const Rounds = lazy(async () => ({ default: (await import('#renderer/screens/rounds/Rounds.tsx')).Rounds }));
const Settings = lazy(async () => ({ default: (await import('#renderer/screens/settings/Settings.tsx')).Settings }));

const Todo = lazy(async () => ({ default: (await import('#renderer/screens/todo/Todo.tsx')).Todo }));
const Work = lazy(async () => ({ default: (await import('#renderer/screens/work/Work.tsx')).Work }));

export function App() {
  const phase = useDesk((desk) => desk.phase);
  const blocked = useDesk((desk) => desk.blocked);
  const [palette, setPalette] = useState(false);
  useKeys(() => setPalette(true));
  const words = useWords();
  useEffect(() => {
    // the kept screen goes when what it stood for is drawn
    if (phase !== 'opening') requestAnimationFrame(() => document.getElementById('first')?.remove());
  }, [phase]);
  if (phase === 'opening') return <output className="visually-hidden">{words.say('app.opening')}</output>;
  if (phase === 'blocked')
    return (
      <>
        <Blocked problem={blocked} />
        <Asked />
      </>
    );
  if (phase === 'welcome')
    return (
      <>
        <Welcome />
        <Asked />
      </>
    );
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={skipToMain}>
        {words.say('app.skip')}
      </button>
      <Rail />
      <div className={styles.column}>
        <Bar onPalette={() => setPalette(true)} />
        <div className={styles.lines} data-passing>
          <UnsavedLine />
          <PastLine />
          <WithheldLine />
          <FolderLine />
          <SaveLine />
          <BackupLine />
        </div>
        <main id="main" className={styles.main} tabIndex={-1}>
          <Suspense fallback={<output className={styles.loading}>{words.say('app.opening')}</output>}>
            <Current />
          </Suspense>
        </main>
        <NoticeLine />
      </div>
      <Asked />
      <Laid />
      {/* at hand, not fetched when asked for: what is typed right after the key must find it */}
      {palette ? <Palette open onClose={() => setPalette(false)} /> : null}
    </div>
  );
}

function Laid() {
  const page = useDesk((desk) => desk.page);
  if (!page) return null;
  return <Suspense>{page === 'folder' ? <FolderPage /> : <BackupsPage />}</Suspense>;
}

/** Fetched when first asked for. */
function Asked() {
  const asking = useDesk((desk) => desk.asking);
  const copying = useDesk((desk) => desk.copying);
  return asking || copying ? (
    <Suspense>
      {copying ? <PartCopy /> : null}
      {asking ? <Passphrase asking={asking} /> : null}
    </Suspense>
  ) : null;
}

function Current() {
  // the screen one leaves stays until the next is there: a moment of nothing would take longer, not less
  const route = useDeferredValue(useRoute());
  // another page begins at its top
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the address that asks for it
  useEffect(() => {
    document.getElementById('main')?.scrollTo(0, 0);
  }, [route.screen, route.id]);
  switch (route.screen) {
    case 'component':
      return <ComponentPage id={route.id} key={route.id} />;
    case 'benefits':
      return <Benefits capture={route.id === 'new'} />;
    case 'benefit':
      return <BenefitPage id={route.id} key={route.id} />;
    case 'measure':
      return <MeasurePage id={route.id} key={route.id} />;
    case 'owner':
      return <OwnerPage id={route.id} key={route.id} />;
    case 'todo':
      return <Todo tab={route.id} />;
    case 'rounds':
      return <Rounds id={route.id} />;
    case 'maps':
      return <Maps />;
    case 'map':
      return <MapPage id={route.id} key={route.id} />;
    case 'decisions':
      return <Decisions />;
    case 'decision':
      return <DecisionPage id={route.id} key={route.id} />;
    case 'boards':
      return <Boards id={route.id} />;
    case 'rights':
      return <Rights tab={route.id} />;
    case 'meeting':
      return <MeetingPage id={route.id} key={route.id} />;
    case 'work':
      return <Work />;
    case 'risks':
      return <Risks />;
    case 'objectives':
      return <Objectives />;
    case 'people':
      return <People />;
    case 'history':
      return <HistoryScreen tab={route.id} />;
    case 'merge':
      return <Merge />;
    case 'import':
      return <ImportScreen />;
    case 'pack':
      return <PackScreen />;
    case 'settings':
      return <Settings />;
    default:
      return <Portfolio />;
  }
}

/** The address belongs to the screens, so skipping moves the focus itself. */
function skipToMain(): void {
  document.getElementById('main')?.focus();
}

/** Keys that work everywhere. A key pressed while typing belongs to the text, save for the palette's. */
function useKeys(openPalette: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyN') {
        // a benefit can be captured from anywhere
        event.preventDefault();
        if (useDesk.getState().phase !== 'ready') return;
        const field = document.getElementById(CAPTURE_FIELD);
        if (field) return field.focus();
        typeAhead();
        go('benefits', 'new');
        return;
      }
      const command = event.ctrlKey || event.metaKey;
      if (!command || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'k') {
        event.preventDefault();
        openPalette();
        return;
      }
      const target = event.target as HTMLElement;
      if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      if (key === 'z') {
        event.preventDefault();
        void (event.shiftKey ? redo() : undo());
      } else if (key === 'y') {
        event.preventDefault();
        void redo();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [openPalette]);
}
