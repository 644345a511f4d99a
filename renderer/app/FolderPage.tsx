// The shared folder: which one, this laptop's file in it, what lies in the others', and how to stop.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { type SharedFolder, type ToldFile, unusableText, useFolder } from '#renderer/desk/folder.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { askAgain, chooseFolder, stopFolder } from '#renderer/sync/folder.ts';
import { lookAtFolder } from '#renderer/sync/offer.ts';
import type { Result } from '#shared/kit/result.ts';
import styles from './dialogs.module.css';

const close = () => useDesk.setState({ page: undefined });

export function FolderPage() {
  const words = useWords();
  const folder = useFolder((desk) => desk.folder);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | undefined>();
  const doing = (work: () => Promise<Result<void>>) => async () => {
    setBusy(true);
    setFault(undefined);
    const result = await work();
    setBusy(false);
    if (!result.ok && result.problem.code !== 'bridge.cancelled') setFault(words.problem(result.problem));
    return result.ok;
  };
  const look = async () => {
    if (await doing(lookAtFolder)()) close();
  };
  const can = bridge.platform.folders || folder !== undefined;
  return (
    <Modal
      opened
      size="xl"
      onClose={close}
      title={words.say('folder.title')}
      closeButtonProps={{ 'aria-label': words.say('app.close') }}
    >
      <div className={styles.stack}>
        {can ? <p>{words.say('folder.what')}</p> : <p>{words.say('folder.cannot')}</p>}
        {folder ? <Place folder={folder} /> : null}
        {fault ? (
          <p role="alert" className={styles.problem}>
            {fault}
          </p>
        ) : null}
        {folder ? <Files folder={folder} /> : null}
        <div className={styles.buttons}>
          {folder?.problem?.code === 'bridge.askAgain' ? (
            <Button onClick={() => void doing(askAgain)()} loading={busy} data-autofocus>
              {words.say('folder.allow')}
            </Button>
          ) : null}
          {folder && folder.fresh.size > 0 ? (
            <Button onClick={() => void look()} loading={busy} data-autofocus>
              {words.say('folder.look')}
            </Button>
          ) : null}
          {can ? (
            <Button
              variant={folder ? 'default' : 'filled'}
              onClick={() => void doing(chooseFolder)()}
              loading={busy}
              disabled={!bridge.platform.folders}
            >
              {words.say(folder ? 'folder.other' : 'folder.choose')}
            </Button>
          ) : null}
          {folder ? (
            <Button variant="default" onClick={() => void stopFolder()} disabled={busy}>
              {words.say('folder.stop')}
            </Button>
          ) : null}
        </div>
        {can ? (
          <p className={styles.soft}>
            {words.say('folder.join')} {words.say('folder.notSealed')}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

function Place({ folder }: { folder: SharedFolder }) {
  const words = useWords();
  const { name, ownName, writtenAt, problem, unwritten } = folder;
  const told = problem
    ? unusableText(words, name, problem)
    : unwritten && words.say('folder.unwritten', { why: words.problem(unwritten) });
  return (
    <>
      <dl className={styles.facts}>
        <dt>{words.say('folder.place')}</dt>
        <dd>
          <bdi>{name}</bdi>
        </dd>
        <dt>{words.say('folder.own')}</dt>
        <dd>
          <bdi>{ownName}</bdi>
        </dd>
        <dt>{words.say('folder.written')}</dt>
        <dd>{writtenAt === undefined ? words.say('folder.notWritten') : words.dateTime(writtenAt)}</dd>
      </dl>
      {told ? <p className={styles.problem}>{told}</p> : null}
    </>
  );
}

function Files({ folder }: { folder: SharedFolder }) {
  const words = useWords();
  if (folder.files.length === 0) return <p className={styles.soft}>{words.say('folder.none')}</p>;
  return (
    <section className={styles.tablePlace} aria-label={words.say('folder.files')} tabIndex={-1}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.say('folder.file')}</th>
            <th>{words.say('folder.modified')}</th>
            <th>{words.say('folder.state')}</th>
          </tr>
        </thead>
        <tbody>
          {folder.files.map((file) => (
            <tr key={file.name}>
              <td>
                <bdi>{file.name}</bdi>
                {file.isOwn ? <span className={styles.soft}> · {words.say('folder.isOwn')}</span> : null}
              </td>
              <td>{words.dateTime(file.modified)}</td>
              <td>
                <Content file={file} isStuck={folder.stuck.includes(`${file.name}\n${file.modified}`)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a file looks like while it is still on its way. */
const HALF = ['file.damaged', 'file.empty', 'file.notMizan'];

function Content({ file: { state, problem, fresh }, isStuck }: { file: ToldFile; isStuck: boolean }) {
  const words = useWords();
  if (state === 'sealed') return words.say('folder.sealed');
  if (state === 'unread' && problem && HALF.includes(problem.code))
    return words.say(isStuck ? 'folder.broken' : 'folder.incomplete');
  if (state === 'unread') return words.say('folder.unread', { why: problem ? words.problem(problem) : '' });
  return fresh > 0 ? <strong>{words.say('folder.fresh', { count: fresh })}</strong> : words.say('folder.nothingNew');
}
