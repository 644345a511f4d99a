// The time machine: a moment is chosen, seen on the whole desk, compared with another, and what is needed is brought back.
import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { MovedRecords } from '#renderer/controls/MovedRecords.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useDesk } from '#renderer/desk/desk.ts';
import { backToNow, lookBack, lookBackTo } from '#renderer/desk/past.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { useTyped } from '#renderer/desk/typed-day.ts';
import { mayGoBack, restoreRecords } from '#shared/acts/restore.ts';
import type { Change } from '#shared/change/model.ts';
import type { LogRow } from '#shared/change/store.ts';
import { Book, type Entry } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { endOfDay } from '#shared/kit/context.ts';
import {
  type Compared,
  compareMoments,
  type Moment,
  momentsOf,
  type Moments as Offered,
  rowsAt,
} from '#shared/merge/moments.ts';
import { isOnlySealed, type MergedRecord } from '#shared/merge/plan.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './history.module.css';
import { useLog } from './useLog.ts';

const NOW = 'now';
const ON_DAY = 'day';
/** Latest changes that are offered as moments of their own. */
const LATEST_CHANGES = 30;
/** Beyond every stamp there is: the book as it stands. */
const LATEST = Number.MAX_SAFE_INTEGER;

export function Moments() {
  const words = useWords();
  const log = useLog(true);
  if (log === 'damaged') return <p role="alert">{words.problem({ code: 'store.damaged', args: { detail: '' } })}</p>;
  if (!log) return <output>{words.say('app.opening')}</output>;
  return <Machine log={log} />;
}

function Machine({ log }: { log: readonly LogRow[] }) {
  const words = useWords();
  const moments = useMemo(() => momentsOf(log, LATEST_CHANGES), [log]);
  const earlier = useMoment(moments, '');
  const later = useMoment(moments, NOW);
  const { until: from } = earlier;
  const { until: to } = later;
  const compared = useMemo(
    () => (from !== undefined && to !== undefined ? compareMoments(log, from, to) : undefined),
    [log, from, to],
  );
  const isEmpty = from !== undefined && rowsAt(log, from).length === 0;
  const see = () => {
    if (earlier.pack) lookBackTo(log, earlier.pack);
    else if (typeof from === 'number') lookBack(log, from);
  };
  return (
    <div className={styles.stack}>
      <h1 className={styles.sentence}>{words.say('time.sentence')}</h1>
      <div className={styles.moments}>
        <Pick label={words.say('time.earlier')} moment={earlier} />
        <Pick label={words.say('time.later')} moment={later} now />
        <Button disabled={from === undefined || isEmpty} onClick={see}>
          {words.say('time.see')}
        </Button>
      </div>
      {isEmpty ? <p role="alert">{words.say('time.noneThen')}</p> : null}
      {from !== undefined && to !== undefined && !compared ? <p role="alert">{words.say('time.sameOrder')}</p> : null}
      {compared && !isEmpty ? <Between compared={compared} isToNow={to === LATEST} /> : null}
    </div>
  );
}

interface Chosen {
  readonly choice: string;
  readonly choose: (choice: string) => void;
  readonly options: { group: string; items: { value: string; label: string }[] }[];
  readonly day: ReturnType<typeof useTyped>;
  /** Undefined while nothing is chosen. */
  readonly until: Moment | undefined;
  /** The issued pack whose book it is. */
  readonly pack: Entry<'pack'> | undefined;
}

function useMoment(moments: Offered, first: string): Chosen {
  const words = useWords();
  const [choice, choose] = useState(first);
  const day = useTyped(undefined);
  const options = useMemo(() => {
    const book = useDesk.getState().book;
    const group = (name: string, list: readonly Change[]) => ({
      group: name,
      items: list.map((change) => ({ value: change.id as string, label: momentText(change, book, words) })),
    });
    const packs = packsOf(book).map(({ id, number, title, asAt }) => ({
      value: id as string,
      label: words.say('time.packOf', { number, title, asAt: words.date(asAt) }),
    }));
    return [
      { group: words.say('time.packs'), items: packs },
      group(words.say('time.latest'), moments.latest),
      group(words.say('time.named'), moments.named),
    ].filter(({ items }) => items.length > 0);
  }, [moments, words]);
  const pack = packsOf(useDesk.getState().book).find(({ id }) => id === choice);
  const until =
    choice === NOW
      ? LATEST
      : choice === ON_DAY
        ? day.day && endOfDay(day.day)
        : (pack?.tips ?? [...moments.latest, ...moments.named].find(({ id }) => id === choice)?.at[0]);
  return { choice, choose, options, day, until, pack };
}

/** Newest first. */
const packsOf = (book: Book | undefined): Entry<'pack'>[] =>
  [...(book?.all('pack') ?? [])].sort((a, b) => (a.number < b.number ? 1 : -1));

/** "3 March 2026, 10:12 · Recorded a decision · Stop the clinics". */
function momentText({ act, at, writes }: Change, book: Book | undefined, words: Words): string {
  const told = [...writes.filter(({ kind }) => kind === 'source'), ...writes].find(
    ({ kind, record }) => book && recordName(book, kind, record),
  );
  const what = told && book ? recordName(book, told.kind, told.record) : '';
  return words.say('time.moment', { when: words.dateTime(at[0]), act: words.sayAny(act), what });
}

function Pick({ label, moment, now }: { label: string; moment: Chosen; now?: true }) {
  const words = useWords();
  const { choice, choose, options, day } = moment;
  const fixed = [
    ...(now ? [{ value: NOW, label: words.say('time.isNow') }] : []),
    { value: ON_DAY, label: words.say('time.onDay') },
  ];
  return (
    <div className={styles.moment}>
      <Select
        label={label}
        placeholder={words.say('time.choose')}
        data={[...fixed, ...options]}
        value={choice === '' ? null : choice}
        onChange={(value) => choose(value ?? '')}
        allowDeselect={false}
        searchable
      />
      {choice === ON_DAY ? <TextInput label={words.say('time.day')} {...day.field} /> : null}
    </div>
  );
}

function Between({ compared, isToNow }: { compared: Compared; isToNow: boolean }) {
  const words = useWords();
  const act = useAct();
  const [sure, setSure] = useState(false);
  const [before, after] = useMemo(() => [new Book(compared.before), new Book(compared.after)], [compared]);
  const { changes } = compared;
  // what was only sealed comes last: nothing in it moved
  const records = useMemo(
    () => [...compared.records].sort((a, b) => Number(isOnlySealed(a)) - Number(isOnlySealed(b))),
    [compared],
  );
  const count = (what: MergedRecord['what']) => words.number(records.filter((each) => each.what === what).length);
  const mayMove = (each: MergedRecord) => mayGoBack(before.state, after.state, each);
  const free = records.filter(mayMove);
  const bring = async (wanted: readonly MergedRecord[]) => {
    backToNow();
    const result = await act(restoreRecords, { stood: compared.before, records: wanted });
    setSure(false);
    if (result.ok) say({ tone: 'done', text: words.say('time.restored', { count: wanted.length }) });
    else say({ tone: 'problem', text: words.problem(result.problem) });
  };
  if (records.length === 0) return <p>{words.say('time.same')}</p>;
  return (
    <>
      <p aria-live="polite">
        {words.say('time.between', {
          count: changes,
          added: count('added'),
          changed: count('changed'),
          deleted: count('deleted'),
        })}
      </p>
      {isToNow && free.length > 0 ? (
        sure ? (
          <div className={styles.sure} role="alert">
            <span>{words.say('time.sure', { count: free.length })}</span>
            <Button onClick={() => void bring(free)} data-autofocus>
              {words.say('time.yes')}
            </Button>
            <Button variant="default" onClick={() => setSure(false)}>
              {words.say('time.no')}
            </Button>
          </div>
        ) : (
          <div>
            <Button variant="default" onClick={() => setSure(true)}>
              {words.say('time.all')}
            </Button>
          </div>
        )
      ) : null}
      <MovedRecords
        records={records}
        book={after}
        before={before}
        {...(isToNow && {
          act: (each: MergedRecord) =>
            mayMove(each) ? (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words.say(each.what === 'added' ? 'time.take' : 'time.bring', {
                  name: recordName(each.what === 'deleted' ? before : after, each.kind, each.record),
                })}
                onClick={() => void bring([each])}
              >
                {words.say(each.what === 'added' ? 'time.takeShort' : 'time.bringShort')}
              </Button>
            ) : (
              words.say('time.kept')
            ),
        })}
      />
    </>
  );
}
