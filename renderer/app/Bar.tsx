// The bar on top: whose book, as at when, whether it is saved, undo and redo, language and theme.
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconLanguage,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { redo, undo } from '#renderer/desk/act.ts';
import { leave } from '#renderer/desk/books.ts';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { openBookFile, saveBookFile } from '#renderer/desk/files.ts';
import { useFolder } from '#renderer/desk/folder.ts';
import { saveSince } from '#renderer/desk/part-copy.ts';
import { usePrefs, useWords } from '#renderer/desk/prefs.ts';
import { latestAsAt } from '#shared/domain/before.ts';
import styles from './app.module.css';

export function Bar({ onPalette }: { onPalette: () => void }) {
  const words = useWords();
  const book = useBook();
  const summary = useDesk((desk) => desk.summary);
  const news = useFolder(({ folder }) => folder?.fresh.size ?? 0);
  const office = book?.office;
  const name = office?.name ?? (summary?.name || words.say('bar.unnamed'));
  const asAt = book ? latestAsAt(book) : undefined;
  return (
    <header className={styles.bar}>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <button type="button" className={styles.bookName}>
            <strong>{name}</strong>
            {office?.sample ? <span className={styles.tag}>{words.say('bar.sample')}</span> : null}
            <IconChevronDown size={14} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void saveBookFile('again')}>{words.say('bar.saveFile')}</Menu.Item>
          <Menu.Item onClick={() => void openBookFile()}>{words.say('bar.openFile')}</Menu.Item>
          <Menu.Item onClick={() => void saveBookFile('copy')}>{words.say('bar.saveFileAs')}</Menu.Item>
          <Menu.Item onClick={() => void saveBookFile('sealed')}>{words.say('bar.saveSealed')}</Menu.Item>
          <Menu.Item onClick={() => useDesk.setState({ copying: true })}>{words.say('bar.partCopy')}</Menu.Item>
          <Menu.Item onClick={() => void saveSince()}>{words.say('bar.sinceCopy')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => useDesk.setState({ page: 'folder' })}>
            {news > 0 ? words.say('folder.menuNew', { n: words.number(news) }) : words.say('folder.menu')}
          </Menu.Item>
          <Menu.Item onClick={() => useDesk.setState({ page: 'backups' })}>{words.say('backup.menu')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void leave()}>{words.say('bar.otherBook')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asAt ? <span className={styles.asAt}>{words.say('bar.asAt', { date: words.date(asAt) })}</span> : null}
      <span className={styles.grow} />
      <SavedWord />
      <Steps />
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={<kbd className={styles.key}>Ctrl K</kbd>}
        onClick={onPalette}
      >
        {words.say('bar.search')}
      </Button>
      <Switches />
    </header>
  );
}

function SavedWord() {
  const words = useWords();
  const saving = useDesk((desk) => desk.saving);
  const at = useDesk((desk) => desk.savedAt);
  const text =
    saving === 'saving'
      ? words.say('bar.saving')
      : saving === 'unsaved'
        ? words.say('bar.unsaved')
        : at
          ? words.say('bar.savedAt', { time: words.time(at) })
          : words.say('bar.saved');
  return (
    <output className={saving === 'unsaved' ? styles.unsavedWord : styles.savedWord} aria-live="polite">
      {text}
    </output>
  );
}

function Steps() {
  const words = useWords();
  const canUndo = useDesk((desk) => desk.undo.length > 0 && !desk.past);
  const canRedo = useDesk((desk) => desk.redo.length > 0 && !desk.past);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words.say('bar.undo')}
        title={`${words.say('bar.undo')} (Ctrl Z)`}
        disabled={!canUndo}
        onClick={() => void undo()}
      >
        <IconArrowBackUp size={18} className={styles.turns} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words.say('bar.redo')}
        title={`${words.say('bar.redo')} (Ctrl Shift Z)`}
        disabled={!canRedo}
        onClick={() => void redo()}
      >
        <IconArrowForwardUp size={18} className={styles.turns} aria-hidden="true" />
      </ActionIcon>
    </>
  );
}

function Switches() {
  const words = useWords();
  const { prefs, set } = usePrefs();
  const dark = document.documentElement.dataset.theme === 'dark' || prefs.theme === 'dark';
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        leftSection={<IconLanguage size={16} aria-hidden="true" />}
        lang={prefs.language === 'en' ? 'ar' : 'en'}
        onClick={() => set({ language: prefs.language === 'en' ? 'ar' : 'en' })}
      >
        {prefs.language === 'en' ? 'العربية' : 'English'}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words.say(dark ? 'bar.toLight' : 'bar.toDark')}
        title={words.say(dark ? 'bar.toLight' : 'bar.toDark')}
        onClick={() => set({ theme: dark ? 'light' : 'dark' })}
      >
        {dark ? <IconSun size={18} aria-hidden="true" /> : <IconMoon size={18} aria-hidden="true" />}
      </ActionIcon>
    </>
  );
}
