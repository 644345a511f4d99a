// The backups of the open book: what there is, one more now, and each can be opened like any file.
import { Button, Modal } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { backUp, useBackups } from '#renderer/desk/backups.ts';
import { say, useDesk } from '#renderer/desk/desk.ts';
import { takeBookFile } from '#renderer/desk/files.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Backup } from '#shared/bridge/contract.ts';
import styles from './dialogs.module.css';

const close = () => useDesk.setState({ page: undefined });

export function BackupsPage() {
  const words = useWords();
  const opened = useDesk((desk) => desk.opened);
  const problem = useBackups((known) => known.problem);
  const [backups, setBackups] = useState<readonly Backup[] | undefined>();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const list = useCallback(async () => {
    const found = await bridge.listBackups(opened ? { book: opened.id } : {});
    if (found.ok) setBackups(found.value);
    else setFault(words.problem(found.problem));
  }, [opened, words]);
  useEffect(() => void list(), [list]);
  if (!opened) return null;
  const make = async () => {
    setBusy(true);
    const made = await backUp(opened);
    setBusy(false);
    setTold(made.ok ? words.say('backup.made', { when: words.dateTime(made.value.at) }) : '');
    await list();
  };
  const open = async ({ book, name, at }: Backup) => {
    setBusy(true);
    const read = await bridge.readBackup({ book, name });
    setBusy(false);
    if (!read.ok) return setFault(words.problem(read.problem));
    close();
    await takeBookFile({
      token: '',
      name: words.say('backup.name', { when: words.dateTime(at) }),
      bytes: read.value.bytes,
    });
  };
  const rescue = () => {
    opened.store.close();
    say(undefined);
    useDesk.setState({
      phase: 'blocked',
      blocked: problem,
      blockedBook: opened.id,
      opened: undefined,
      page: undefined,
    });
  };
  const isDamaged = problem?.code === 'store.damaged';
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={words.say('backup.title')}
      closeButtonProps={{ 'aria-label': words.say('app.close') }}
    >
      <div className={styles.stack}>
        <p>{words.say('backup.what')}</p>
        {problem ? (
          <p role="alert" className={styles.problem}>
            {words.say('backup.failed', { why: words.problem(problem) })}
          </p>
        ) : null}
        {fault ? (
          <p role="alert" className={styles.problem}>
            {fault}
          </p>
        ) : null}
        <div className={styles.buttons}>
          <Button onClick={() => void make()} loading={busy} data-autofocus>
            {words.say('backup.now')}
          </Button>
          {isDamaged ? (
            <Button variant="default" onClick={rescue}>
              {words.say('rescue.what')}
            </Button>
          ) : null}
        </div>
        <output>{told}</output>
        {backups?.length === 0 ? <p className={styles.soft}>{words.say('backup.none')}</p> : null}
        {backups && backups.length > 0 ? (
          <List backups={backups} busy={busy} onOpen={(each) => void open(each)} />
        ) : null}
        <p className={styles.soft}>{words.say('backup.opens')}</p>
        <p className={styles.soft}>
          {words.say(bridge.platform.kind === 'desktop' ? 'backup.whereDesktop' : 'backup.whereBrowser')}
        </p>
      </div>
    </Modal>
  );
}

interface Listed {
  readonly backups: readonly Backup[];
  readonly busy: boolean;
  readonly onOpen: (backup: Backup) => void;
}

function List({ backups, busy, onOpen }: Listed) {
  const words = useWords();
  return (
    <div className={styles.tablePlace}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.say('backup.when')}</th>
            <th>{words.say('backup.size')}</th>
            <th>
              <span className="visually-hidden">{words.say('backup.open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.name}>
              <td>{words.dateTime(backup.at)}</td>
              <td>{words.say('backup.kilobytes', { n: words.number(Math.max(1, Math.round(backup.size / 1000))) })}</td>
              <td>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={busy}
                  aria-label={words.say('backup.openOf', { when: words.dateTime(backup.at) })}
                  onClick={() => onOpen(backup)}
                >
                  {words.say('backup.open')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
