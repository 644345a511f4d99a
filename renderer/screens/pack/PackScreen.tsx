// The pack before it leaves: every slide as it will be pressed, and the files to take along.
import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { say, useBook, useDesk } from '#renderer/desk/desk.ts';
import { fileName } from '#renderer/desk/files.ts';
import { makeDeck } from '#renderer/desk/pack.ts';
import { usePrefs, useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { fontFaces } from '#renderer/look/faces.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { pressFile, pressPage } from '#renderer/workers/run.ts';
import { nextPackNumber } from '#shared/acts/issue-pack.ts';
import type { Deck } from '#shared/deck/model.ts';
import { packDate } from '#shared/deck/pack.ts';
import { today } from '#shared/kit/context.ts';
import type { Problem, Result } from '#shared/kit/result.ts';
import type { Language } from '#shared/words/format.ts';
import { Issued } from './Issued.tsx';
import { IssueForm } from './IssueForm.tsx';
import styles from './pack.module.css';
import { Slides } from './Slides.tsx';

type Format = 'pptx' | 'xlsx' | 'pdf';
const FORMATS: readonly Format[] = ['pptx', 'pdf', 'xlsx'];

export function PackScreen() {
  const words = useWords();
  const book = useBook();
  const [language, setLanguage] = useState<Language>(usePrefs.getState().prefs.language);
  const { deck, html, problem } = usePages(language);
  const [busy, setBusy] = useState<Format | undefined>();
  const [view, setView] = useState<'draft' | 'issued'>('draft');
  const [issuing, setIssuing] = useState(false);
  const past = useDesk((desk) => desk.past);
  const opened = useDesk((desk) => desk.opened);
  const empty = book !== undefined && book.all('component')[Symbol.iterator]().next().done === true;
  if (empty) {
    return (
      <EmptyList title={words.say('pack.emptyTitle')} text={words.say('pack.emptyText')}>
        <Button onClick={() => go('import')}>{words.say('portfolio.emptyImport')}</Button>
      </EmptyList>
    );
  }
  const save = async (format: Format) => {
    if (!deck) return;
    setBusy(format);
    const done = await saveAs(deck, format, `${fileName()} ${deck.language}`);
    setBusy(undefined);
    if (done.ok && done.value !== '') say({ tone: 'done', text: words.say('pack.saved', { name: done.value }) });
    else if (!done.ok && done.problem.code !== 'bridge.cancelled')
      say({ tone: 'problem', text: words.problem(done.problem) });
  };
  const count = book ? [...book.all('pack')].length : 0;
  const tabs = (
    <SegmentedControl
      aria-label={words.say('pack.view')}
      value={view}
      onChange={(value) => setView(value as 'draft' | 'issued')}
      data={[
        { value: 'draft', label: words.say('pack.draft') },
        { value: 'issued', label: words.say('pack.issuedTab', { n: words.number(count) }) },
      ]}
    />
  );
  if (view === 'issued' && book)
    return (
      <div className={styles.screen}>
        <header className={styles.header}>
          <h1 className={styles.title}>{words.say('pack.issuedTab', { n: words.number(count) })}</h1>
          {tabs}
        </header>
        <Issued book={book} />
      </div>
    );
  const closed = (issued: boolean) => {
    setIssuing(false);
    if (!issued) return;
    const number = [...(useDesk.getState().book?.all('pack') ?? [])].at(-1)?.number ?? '';
    say({ tone: 'done', text: words.say('pack.issued', { number }) });
    setView('issued');
  };
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <div>
          <h1 className={styles.title}>
            {deck
              ? words.say('pack.sentence', { count: deck.slides.length, snapshot: deck.footer.snapshot })
              : words.say('pack.making')}
          </h1>
          <p className={styles.soft}>{words.say('pack.hint')}</p>
        </div>
        {tabs}
        <SegmentedControl
          aria-label={words.say('pack.language')}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
          data={[
            { value: 'en', label: 'English' },
            { value: 'ar', label: 'العربية' },
          ]}
        />
        <div className={styles.buttons}>
          {FORMATS.map((format, i) => (
            <Button
              key={format}
              variant={i === 0 ? 'filled' : 'default'}
              disabled={!deck || (busy !== undefined && busy !== format)}
              loading={busy === format}
              onClick={() => void save(format)}
            >
              {words.sayAny(format === 'pdf' && bridge.platform.kind === 'browser' ? 'pack.print' : `pack.${format}`)}
            </Button>
          ))}
          {past || !book?.state.withheld.isEmpty ? null : (
            <Button variant="light" disabled={!deck || busy !== undefined} onClick={() => setIssuing(true)}>
              {words.say('pack.issue')}
            </Button>
          )}
        </div>
      </header>
      {issuing && deck && book && opened ? (
        <IssueForm
          book={book}
          number={nextPackNumber(book, packDate(book, today(opened.ctx)))}
          title={deck.title}
          language={language}
          onClose={closed}
        />
      ) : null}
      {problem ? (
        <p role="alert" className={styles.problem}>
          {words.problem(problem)}
        </p>
      ) : null}
      {deck && html ? (
        <Slides deck={deck} html={html} />
      ) : problem ? null : (
        <output className={styles.soft}>{words.say('pack.making')}</output>
      )}
    </div>
  );
}

/** The deck and its pages, made anew when the book or the language changes; a late answer to an old question is dropped. */
function usePages(language: Language): {
  deck: Deck | undefined;
  html: string | undefined;
  problem: Problem | undefined;
} {
  const opened = useDesk((desk) => desk.opened);
  const book = useBook();
  const [pages, setPages] = useState<{ deck: Deck; html: string } | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();
  const asked = useRef(0);
  useEffect(() => {
    if (!opened || !book) return;
    const mine = ++asked.current;
    setProblem(undefined);
    void (async () => {
      try {
        const deck = await makeDeck(opened, book, language);
        const made = await pressPage(deck, await fontFaces()).result;
        if (mine !== asked.current) return;
        if (made.ok) setPages({ deck, html: made.value });
        else setProblem(made.problem);
      } catch (fault) {
        if (mine === asked.current)
          setProblem({ code: 'pack.stopped', args: { detail: fault instanceof Error ? fault.message : '' } });
      }
    })();
  }, [opened, book, language]);
  const right = pages?.deck.language === language ? pages : undefined;
  return { deck: right?.deck, html: right?.html, problem };
}

/** @returns the name of the saved file; empty where the browser's own dialog took over */
async function saveAs(deck: Deck, format: Format, name: string): Promise<Result<string>> {
  let bytes: Uint8Array;
  if (format === 'pdf') {
    const page = await pressPage(deck, await fontFaces()).result;
    if (!page.ok) return page;
    const printed = await bridge.printPdf({ html: page.value });
    if (!printed.ok) return printed;
    bytes = printed.value.bytes;
  } else {
    const pressed = await pressFile(deck, format).result;
    if (!pressed.ok) return pressed;
    bytes = pressed.value;
  }
  const saved = await bridge.saveFile({ suggestedName: `${name}.${format}`, kind: format, bytes });
  return saved.ok ? { ok: true, value: saved.value.name } : saved;
}
