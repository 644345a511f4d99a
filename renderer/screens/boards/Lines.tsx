// To whom a body answers: one solid line of command, dotted ones for information and advice.
import { CloseButton, Select } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import styles from './boards.module.css';
import { boardsOf, bossLine, isAbove } from './layout.ts';

interface LinesProps {
  readonly book: Book;
  readonly board: Entry<'board'>;
}

export function ReportingLines({ book, board }: LinesProps) {
  const words = useWords();
  const act = useAct();
  const add = useAdd();
  const [fault, setFault] = useState<string | undefined>();
  const solid = bossLine(book, board.id);
  const lines = where(book, 'reportingLine', 'from', board.id).filter(({ to }) => book.get('board', to));
  const dotted = lines.filter((line) => line.id !== solid?.id);
  const others = boardsOf(book).filter(({ id }) => id !== board.id);
  const choice = ({ id, title }: Entry<'board'>) => ({ value: id as string, label: title });
  const told = <T extends { ok: boolean }>(result: T & { problem?: Parameters<typeof words.problem>[0] }) =>
    setFault(result.ok || !result.problem ? undefined : words.problem(result.problem));
  const answerTo = async (to: string | null) => {
    if (!to) {
      if (solid) told(await act(deleteRecord, { kind: 'reportingLine', record: solid.id }));
    } else if (solid) told(await act(editField, { kind: 'reportingLine', record: solid.id, values: { to } }));
    else told(await add('reportingLine', { from: board.id, to }));
  };
  const inform = async (to: string | null) => {
    if (to) told(await add('reportingLine', { from: board.id, to, dotted: true }));
  };
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('boards.linesOf')}</h2>
      <Select
        label={words.say('boards.solidTo')}
        // a line to whoever answers to this body would close a circle
        data={others.filter(({ id }) => !isAbove(book, board.id, id)).map(choice)}
        value={solid?.to ?? null}
        clearable
        searchable={others.length > 8}
        error={fault}
        onChange={(to) => void answerTo(to)}
      />
      {dotted.length > 0 ? (
        <ul className={styles.plain}>
          {dotted.map((line) => {
            const title = book.get('board', line.to)?.title ?? '—';
            return (
              <li key={line.id} className={styles.line}>
                <span>
                  <span aria-hidden="true">{line.dotted ? '┄ ' : '— '}</span>
                  <a href={address('boards', line.to)}>
                    <bdi>{title}</bdi>
                  </a>
                </span>
                <CloseButton
                  aria-label={words.say('boards.dropLine', { title })}
                  onClick={() => void act(deleteRecord, { kind: 'reportingLine', record: line.id })}
                />
              </li>
            );
          })}
        </ul>
      ) : null}
      <Select
        label={words.say('boards.dottedTo')}
        data={others.filter(({ id }) => !lines.some(({ to }) => to === id)).map(choice)}
        value={null}
        searchable={others.length > 8}
        onChange={(to) => void inform(to)}
      />
    </section>
  );
}
