// A book that fails to open: its latest backup in two clicks, what can be read of it, and the way to another book.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { knownBooks, leave } from '#renderer/desk/books.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import {
  lookInto,
  openReadable,
  type ReadBackup,
  readable,
  restore,
  restoreFromFile,
  saveReadable,
} from '#renderer/desk/rescue.ts';
import type { Salvaged } from '#renderer/store/log-store.ts';
import type { Backup } from '#shared/bridge/contract.ts';
import type { Result } from '#shared/kit/result.ts';
import styles from './dialogs.module.css';

export function Rescue({ book }: { book: string }) {
  const words = useWords();
  const [backups, setBackups] = useState<readonly Backup[] | undefined>();
  const [rest, setRest] = useState<Salvaged | undefined>();
  const [chosen, setChosen] = useState<ReadBackup | undefined>();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  useEffect(() => {
    void bridge.listBackups({ book }).then((found) => setBackups(found.ok ? found.value : []));
    void readable(book).then(setRest);
  }, [book]);
  const doing = async <T,>(work: () => Promise<Result<T>>): Promise<T | undefined> => {
    setBusy(true);
    setFault(undefined);
    const result = await work();
    setBusy(false);
    if (result.ok) return result.value;
    if (result.problem.code !== 'bridge.cancelled') setFault(words.problem(result.problem));
    return undefined;
  };
  const save = async (salvaged: Salvaged) => {
    const known = (await knownBooks()).find(({ id }) => id === book);
    const name = await doing(() => saveReadable(book, known?.name ?? '', salvaged));
    const { changes, lost } = salvaged;
    if (name !== undefined)
      setTold(words.say('rescue.saved', { name, read: words.number(changes.length), lost: words.number(lost) }));
  };
  return (
    <>
      <p>{words.say('rescue.offer')}</p>
      {fault ? (
        <p role="alert" className={styles.problem}>
          {fault}
        </p>
      ) : null}
      {chosen ? (
        <Chosen
          chosen={chosen}
          busy={busy}
          onYes={() => void doing(() => restore(chosen))}
          onBack={() => setChosen(undefined)}
        />
      ) : (
        <Offered
          backups={backups}
          busy={busy}
          onChoose={async (backup) => setChosen(await doing(() => lookInto(backup)))}
        />
      )}
      {rest ? (
        <Rest
          rest={rest}
          busy={busy}
          onSave={() => void save(rest)}
          onOpen={() => void doing(() => openReadable(book, rest))}
        />
      ) : null}
      <output>{told}</output>
      <div className={styles.ways}>
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => void doing(() => restoreFromFile(book))}
          disabled={busy}
        >
          {words.say('rescue.file')}
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => void leave()} disabled={busy}>
          {words.say('bar.otherBook')}
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => location.reload()} disabled={busy}>
          {words.say('app.reload')}
        </Button>
      </div>
    </>
  );
}

interface Choice {
  readonly backups: readonly Backup[] | undefined;
  readonly busy: boolean;
  readonly onChoose: (backup: Backup) => void;
}

function Offered({ backups, busy, onChoose }: Choice) {
  const words = useWords();
  const [latest, ...earlier] = backups ?? [];
  if (!backups) return null;
  if (!latest) return <p>{words.say('rescue.none')}</p>;
  return (
    <>
      <p>{words.say('rescue.latestIs', { when: words.dateTime(latest.at) })}</p>
      <Button onClick={() => onChoose(latest)} loading={busy} data-autofocus>
        {words.say('rescue.latest')}
      </Button>
      {earlier.length > 0 ? (
        <details>
          <summary>{words.say('rescue.earlier')}</summary>
          <ul className={styles.list}>
            {earlier.map((backup) => (
              <li key={backup.name}>
                <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onChoose(backup)}>
                  {words.say('backup.openOf', { when: words.dateTime(backup.at) })}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

interface Chose {
  readonly chosen: ReadBackup;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onBack: () => void;
}

/** The second of the two clicks: what one would get, before it is done. */
function Chosen({ chosen: { backup, file, last }, busy, onYes, onBack }: Chose) {
  const words = useWords();
  return (
    <section className={styles.stack} aria-label={words.say('backup.name', { when: words.dateTime(backup.at) })}>
      <h2 className={styles.heading}>{words.say('backup.name', { when: words.dateTime(backup.at) })}</h2>
      <p>
        {words.say('rescue.holds', { count: file.changes.length, when: words.dateTime(last) })}{' '}
        {words.say('rescue.beside')}
      </p>
      <div className={styles.buttons}>
        <Button onClick={onYes} loading={busy} autoFocus>
          {words.say('rescue.yes')}
        </Button>
        <Button variant="default" onClick={onBack} disabled={busy}>
          {words.say('rescue.back')}
        </Button>
      </div>
    </section>
  );
}

interface RestShown {
  readonly rest: Salvaged;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onOpen: () => void;
}

function Rest({ rest: { changes, lost }, busy, onSave, onOpen }: RestShown) {
  const words = useWords();
  if (changes.length === 0) return <p>{words.say('rescue.nothing')}</p>;
  return (
    <>
      <p>{words.say('rescue.readable', { count: changes.length, lost: words.number(lost) })}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onSave} disabled={busy}>
          {words.say('rescue.save')}
        </Button>
        <Button variant="default" onClick={onOpen} disabled={busy}>
          {words.say('rescue.openRead')}
        </Button>
      </div>
    </>
  );
}
