// The packs that were issued: their files handed out again as they were, and the book each was made of.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { say, useDesk } from '#renderer/desk/desk.ts';
import { handOut } from '#renderer/desk/issue.ts';
import { lookBackTo } from '#renderer/desk/past.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { gathered } from '#shared/change/part.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { Edition, IssuedFile } from '#shared/domain/pack.ts';
import styles from './pack.module.css';

const LANGUAGES = { en: 'English', ar: 'العربية' } as const;

export function Issued({ book }: { book: Book }) {
  const words = useWords();
  const packs = [...book.all('pack')].sort((a, b) => (a.number < b.number ? 1 : -1));
  if (packs.length === 0)
    return (
      <EmptyList title={words.say('pack.issuedNone')} text={words.say('pack.issuedNoneText')}>
        {null}
      </EmptyList>
    );
  const heads = ['pack.no', 'pack.name', 'pack.asAt', 'pack.onBy', 'pack.files'] as const;
  return (
    <div className={styles.issued}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {words.say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <PackRow key={pack.id} pack={pack} next={packs.find(({ supersedes }) => supersedes === pack.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PackRow({ pack, next }: { pack: Entry<'pack'>; next: Entry<'pack'> | undefined }) {
  const words = useWords();
  const see = async () => {
    const { opened } = useDesk.getState();
    const found = opened && lookBackTo(gathered(await opened.store.readSince(0)), pack);
    if (!found) say({ tone: 'problem', text: words.problem({ code: 'pack.elsewhere' }) });
  };
  return (
    <tr>
      <th scope="row">{pack.number}</th>
      <td>
        <bdi>{pack.title}</bdi>
        {next ? (
          <span className={styles.note}>
            ▲ {words.say('pack.supersededBy', { number: next.number, reason: next.reason ?? '' })}
          </span>
        ) : null}
      </td>
      <td>{words.date(pack.asAt)}</td>
      <td>{words.say('pack.onByText', { on: words.date(pack.on), by: pack.by ?? words.say('merge.nobody') })}</td>
      <td>
        <div className={styles.buttons}>
          {pack.editions.flatMap((edition) =>
            edition.files.map((file) => (
              <Take key={`${edition.language}${file.kind}`} pack={pack} edition={edition} file={file} />
            )),
          )}
          <Button
            size="compact-sm"
            variant="light"
            aria-label={words.say('pack.seeThenOf', { number: pack.number })}
            onClick={() => void see()}
          >
            {words.say('pack.seeThen')}
          </Button>
        </div>
      </td>
    </tr>
  );
}

interface TakeProps {
  readonly pack: Entry<'pack'>;
  readonly edition: Edition;
  readonly file: IssuedFile;
}

function Take({ pack, edition, file }: TakeProps) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const args = {
    format: words.sayAny(`pack.${file.kind}`),
    language: LANGUAGES[edition.language],
    number: pack.number,
  };
  const take = async () => {
    setBusy(true);
    const result = await handOut(pack, edition, file);
    setBusy(false);
    if (!result.ok) say({ tone: 'problem', text: words.problem(result.problem) });
    else if (result.value)
      say({ tone: 'done', text: words.sayAny(`pack.handed.${result.value.how}`, { name: result.value.name }) });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      aria-label={words.say('pack.takeFileOf', args)}
      title={`SHA-256 ${file.sha256}`}
      onClick={() => void take()}
    >
      {words.say('pack.takeFile', args)}
    </Button>
  );
}
