// Search and commands: every screen, every act without a place of its own, every component by name.
import { Command } from 'cmdk';
import { useState } from 'react';
import { redo, undo } from '#renderer/desk/act.ts';
import { leave } from '#renderer/desk/books.ts';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { openBookFile, saveBookFile } from '#renderer/desk/files.ts';
import { usePrefs, useWords } from '#renderer/desk/prefs.ts';
import { go, type Screen } from '#renderer/desk/route.ts';
import { foldText } from '#shared/kit/order.ts';
import styles from './palette.module.css';

const MOST_COMPONENTS = 30;

export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords();
  const { prefs, set } = usePrefs();
  const [text, setText] = useState('');
  const run = (work: () => void) => () => {
    onClose();
    setText('');
    work();
  };
  const commands: readonly (readonly [string, () => void])[] = [
    [words.say('nav.portfolio'), () => go('portfolio')],
    [words.say('nav.benefits'), () => go('benefits')],
    [words.say('benefits.captureKey'), () => go('benefits', 'new')],
    [words.say('nav.maps'), () => go('maps')],
    [words.say('nav.decisions'), () => go('decisions')],
    [words.say('nav.boards'), () => go('boards')],
    [words.say('nav.rights'), () => go('rights')],
    [words.say('nav.work'), () => go('work')],
    [words.say('nav.risks'), () => go('risks')],
    [words.say('nav.todo'), () => go('todo')],
    [words.say('nav.rounds'), () => go('rounds')],
    [words.say('nav.objectives'), () => go('objectives')],
    [words.say('nav.people'), () => go('people')],
    [words.say('nav.pack'), () => go('pack')],
    [words.say('nav.import'), () => go('import')],
    [words.say('nav.history'), () => go('history')],
    [words.say('merge.clashes'), () => go('history', 'clashes')],
    [words.say('nav.settings'), () => go('settings')],
    [words.say('bar.openFile'), () => void openBookFile()],
    [words.say('bar.saveFile'), () => void saveBookFile('again')],
    [words.say('bar.saveFileAs'), () => void saveBookFile('copy')],
    [words.say('bar.saveSealed'), () => void saveBookFile('sealed')],
    [words.say('folder.menu'), () => useDesk.setState({ page: 'folder' })],
    [words.say('backup.menu'), () => useDesk.setState({ page: 'backups' })],
    [words.say('bar.undo'), () => void undo()],
    [words.say('bar.redo'), () => void redo()],
    [words.say('palette.language'), () => set({ language: prefs.language === 'en' ? 'ar' : 'en' })],
    [words.say('bar.toLight'), () => set({ theme: 'light' })],
    [words.say('bar.toDark'), () => set({ theme: 'dark' })],
    [words.say('bar.otherBook'), () => void leave()],
  ];
  const wanted = foldText(text);
  const shown = commands.filter(([label]) => foldText(label).includes(wanted));
  const found = useFound(open ? wanted : '');
  return (
    <Command.Dialog
      open={open}
      onOpenChange={(now) => (now ? undefined : onClose())}
      label={words.say('bar.search')}
      shouldFilter={false}
      overlayClassName={styles.overlay ?? ''}
      contentClassName={styles.content ?? ''}
    >
      <Command.Input
        className={styles.input}
        value={text}
        onValueChange={setText}
        placeholder={words.say('palette.hint')}
      />
      <Command.List className={styles.list} label={words.say('palette.results')}>
        {shown.length + found.length === 0 ? (
          <Command.Empty className={styles.empty}>{words.say('palette.nothing', { text })}</Command.Empty>
        ) : null}
        {shown.length > 0 ? (
          <Command.Group heading={words.say('palette.commands')} className={styles.group}>
            {shown.map(([label, work]) => (
              <Command.Item key={label} value={label} className={styles.item} onSelect={run(work)}>
                {label}
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
        {found.length > 0 ? (
          <Command.Group heading={words.say('palette.components')} className={styles.group}>
            {found.map(({ id, name, screen }) => (
              <Command.Item key={id} value={id} className={styles.item} onSelect={run(() => go(screen, id))}>
                {name}
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
      </Command.List>
    </Command.Dialog>
  );
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly screen: Screen;
}

/** Components, benefits and people whose name holds the text. */
function useFound(wanted: string): readonly Found[] {
  const book = useBook();
  if (!book || wanted.length < 2) return [];
  const found: Found[] = [];
  for (const component of book.all('component')) {
    const text = foldText(`${component.name} ${component.sourceId ?? ''} ${component.organisation ?? ''}`);
    if (text.includes(wanted)) found.push({ id: component.id, name: component.name, screen: 'component' });
    if (found.length === MOST_COMPONENTS) break;
  }
  for (const { id, title } of book.all('benefit')) {
    if (found.length >= MOST_COMPONENTS * 2) break;
    if (foldText(title).includes(wanted)) found.push({ id, name: title, screen: 'benefit' });
  }
  for (const { id, title } of book.all('benefitMap'))
    if (foldText(title).includes(wanted)) found.push({ id, name: title, screen: 'map' });
  for (const { id, name } of book.all('person'))
    if (foldText(name).includes(wanted)) found.push({ id, name, screen: 'owner' });
  return found;
}
