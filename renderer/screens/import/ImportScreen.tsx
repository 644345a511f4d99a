// Import: choose a file, see what it would change and what could not be read, correct the columns, then put it in.
import { Button, Progress } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { parseFile, type Running } from '#renderer/workers/run.ts';
import { importFile } from '#shared/acts/import-file.ts';
import { saveProfile } from '#shared/acts/save-profile.ts';
import { dryRun, type ImportChoice, proposeImport } from '#shared/intake/dryrun.ts';
import { profileOf, subjectOf } from '#shared/intake/mapping.ts';
import { LARGEST_FILE, type ReadFile } from '#shared/intake/read.ts';
import type { Problem } from '#shared/kit/result.ts';
import { Columns } from './Columns.tsx';
import styles from './import.module.css';
import { Outcome } from './Outcome.tsx';

export function ImportScreen() {
  const words = useWords();
  const [file, setFile] = useState<ReadFile | undefined>();
  const [reading, setReading] = useState<{ name: string; share: number } | undefined>();
  const [problem, setProblem] = useState<{ name: string; problem: Problem } | undefined>();
  const running = useRef<Running<ReadFile> | undefined>(undefined);
  useEffect(() => () => running.current?.cancel(), []);

  const take = async (name: string, bytes: Uint8Array) => {
    setProblem(undefined);
    setFile(undefined);
    setReading({ name, share: 0 });
    running.current = parseFile(name, bytes, (share) => setReading({ name, share }));
    const result = await running.current.result;
    setReading(undefined);
    if (result.ok) setFile(result.value);
    else setProblem({ name, problem: result.problem });
  };
  const choose = async () => {
    const picked = await bridge.openFile({ kind: 'sheet' });
    if (picked.ok) await take(picked.value.name, picked.value.bytes);
    else if (picked.problem.code !== 'bridge.cancelled') setProblem({ name: '', problem: picked.problem });
  };
  const drop = async (event: React.DragEvent) => {
    event.preventDefault();
    const dropped = event.dataTransfer.files[0];
    if (!dropped) return;
    if (dropped.size > LARGEST_FILE) {
      const args = { size: Math.round(dropped.size / 1_048_576), most: LARGEST_FILE / 1_048_576 };
      setProblem({ name: dropped.name, problem: { code: 'intake.tooLarge', args } });
    } else await take(dropped.name, new Uint8Array(await dropped.arrayBuffer()));
  };

  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{words.say('import.title')}</h1>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut for the button inside */}
      <div
        className={styles.drop}
        data-small={file !== undefined || undefined}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => void drop(event)}
      >
        {reading ? (
          <>
            <output aria-live="polite">{words.say('import.reading', { name: reading.name })}</output>
            <Progress
              className={styles.progress ?? ''}
              value={reading.share * 100}
              aria-label={words.say('import.reading', { name: reading.name })}
            />
            <Button variant="default" onClick={() => running.current?.cancel()}>
              {words.say('import.cancel')}
            </Button>
          </>
        ) : (
          <>
            <p>{file ? words.say('import.chosen', { name: file.name }) : words.say('import.hint')}</p>
            <Button variant={file ? 'default' : 'filled'} onClick={() => void choose()}>
              {words.say(file ? 'import.chooseOther' : 'import.choose')}
            </Button>
          </>
        )}
      </div>
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem.name ? <bdi>{problem.name}: </bdi> : null}
          {words.problem(problem.problem)}
        </p>
      ) : null}
      {file ? <Preview key={file.sha256} file={file} /> : null}
    </div>
  );
}

function Preview({ file }: { file: ReadFile }) {
  const words = useWords();
  const book = useBook();
  const opened = useDesk((desk) => desk.opened);
  const act = useAct();
  const [choice, setChoice] = useState<ImportChoice | undefined>(() =>
    book && opened ? proposeImport(book, file, opened.ctx) : undefined,
  );
  const [profileName, setProfileName] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Problem | undefined>();
  useEffect(() => {
    if (!choice && book && opened) setChoice(proposeImport(book, file, opened.ctx));
  }, [choice, book, opened, file]);
  const plan = useMemo(
    () => (book && opened && choice ? dryRun(book, file, choice, opened.ctx) : undefined),
    [book, opened, choice, file],
  );
  if (!book || !choice || !plan) return <output>{words.say('app.opening')}</output>;

  const put = async () => {
    setBusy(true);
    setFault(undefined);
    const result = await act(importFile, { file, choice });
    if (!result.ok) {
      setBusy(false);
      setFault(result.problem);
      return;
    }
    if (profileName.trim() !== '') await act(saveProfile, profileOf(profileName.trim(), file.table, choice.mapping));
    say({ tone: 'done', text: words.say('import.done', { count: plan.rows.read, name: file.name }) });
    go(subjectOf(choice.mapping) === 'benefits' ? 'benefits' : 'portfolio');
  };
  return (
    <>
      <Outcome plan={plan} file={file} subject={subjectOf(choice.mapping)} />
      <Columns
        file={file}
        choice={choice}
        onChoice={setChoice}
        onSubject={(subject) => (opened ? setChoice(proposeImport(book, file, opened.ctx, subject)) : undefined)}
        profileName={profileName}
        onProfileName={setProfileName}
      />
      {fault ? (
        <p role="alert" className={styles.problem}>
          {words.problem(fault)}
        </p>
      ) : null}
      <div className={styles.commit}>
        <Button onClick={() => void put()} loading={busy} disabled={plan.problems.length > 0}>
          {words.say('import.put', { count: plan.rows.read })}
        </Button>
        <span className={styles.soft}>
          {plan.problems.length > 0 ? words.say('import.blocked') : words.say('import.undoable')}
        </span>
      </div>
    </>
  );
}
