// Opens a round: the period, one workbook for each owner or programme, the day answers are asked for; and who would be asked.
import { Autocomplete, Button, SegmentedControl, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say, shownBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { openRound } from '#shared/acts/open-round.ts';
import { spanText } from '#shared/collect/parcel.ts';
import type { Book } from '#shared/domain/book.ts';
import { addDays, isDay, lastFullMonth } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { debtorsOf, dueIn } from '#shared/value/due.ts';
import { reportingDate } from '#shared/value/reporting.ts';
import { periodOf } from '#shared/value/roll-up.ts';
import { DAYS_TO_ANSWER, requestsOf, roundFor, sameWho } from '#shared/value/rounds.ts';
import { spanNamed } from '#shared/value/span.ts';
import styles from './rounds.module.css';

export function OpenRound({ book, on, onDone }: { book: Book; on: string; onDone?: () => void }) {
  const words = useWords();
  const act = useAct();
  const today = on as Parameters<typeof addDays>[0];
  const start = book.office.fiscalYearStart;
  const month = lastFullMonth(reportingDate(book, today));
  const [period, setPeriod] = useState(() => periodOf(month, 'quarter', start));
  const [by, setBy] = useState<'owner' | 'programme'>('owner');
  const [due, setDue] = useState<string>(() => addDays(today, DAYS_TO_ANSWER));
  const [fault, setFault] = useState<Problem | undefined>();
  const asked = useMemo(() => whoWouldBeAsked(book, period, by), [book, period, by]);
  const offered = [...new Set([0, 3, 6].map((back) => periodOf(month - back, 'quarter', start)))].concat(
    periodOf(month, 'month', start),
    periodOf(month, 'year', start),
  );
  const open = async () => {
    if (!isDay(due)) return;
    const result = await act(openRound, { period, by, opened: today, due });
    if (!result.ok) return setFault(result.problem);
    const now = shownBook(useDesk.getState()) ?? book;
    const name = asked.span?.name ?? period;
    const round = roundFor(now, name, by);
    const count = round ? requestsOf(now, round.id).length : 0;
    say({ tone: 'done', text: words.say('rounds.opened', { count, period: name }) });
    onDone?.();
    if (round) go('rounds', round.id);
  };
  const problem = fault ?? asked.problem;
  return (
    <form
      className={styles.open}
      aria-label={words.say('rounds.open')}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Autocomplete
        label={words.say('rounds.period')}
        description={words.say('rounds.periodHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={period}
        classNames={{ input: styles.latin ?? '' }}
        data={offered}
        filter={({ options }) => options}
        onChange={(text) => {
          setFault(undefined);
          setPeriod(text);
        }}
        error={problem ? words.problem(problem) : undefined}
      />
      <div className={styles.choice}>
        <span id="rounds-by" className={styles.label}>
          {words.say('rounds.grouping')}
        </span>
        <SegmentedControl
          aria-labelledby="rounds-by"
          value={by}
          onChange={(value) => setBy(value === 'programme' ? 'programme' : 'owner')}
          data={[
            { value: 'owner', label: words.say('rounds.owner') },
            { value: 'programme', label: words.say('rounds.programme') },
          ]}
        />
      </div>
      <TextInput
        type="date"
        label={words.say('rounds.due')}
        value={due}
        min={today}
        required
        withAsterisk={false}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <p className={styles.wide} aria-live="polite">
        {asked.span
          ? words.say(asked.isOpen ? 'rounds.wouldAdd' : 'rounds.wouldAsk', {
              count: asked.count,
              span: spanText(words, asked.span, start),
            })
          : ' '}
      </p>
      <div className={styles.buttons}>
        <Button type="submit" disabled={asked.problem !== undefined || !isDay(due)}>
          {words.say('rounds.openNow')}
        </Button>
        {onDone ? (
          <Button variant="subtle" onClick={onDone}>
            {words.say('rounds.close')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function whoWouldBeAsked(book: Book, period: string, by: 'owner' | 'programme') {
  const span = spanNamed(period, book.office.fiscalYearStart);
  if (!span.ok) return { count: 0, isOpen: false, span: undefined, problem: span.problem };
  const debtors = debtorsOf(dueIn(book, span.value), by);
  const standing = roundFor(book, span.value.name, by);
  const known = standing ? requestsOf(book, standing.id) : [];
  const count = debtors.filter((debtor) => !known.some((request) => sameWho(request, debtor))).length;
  const nothing: Problem = { code: 'collect.nothingDue', args: { period: span.value.name } };
  return {
    count,
    isOpen: standing !== undefined,
    span: span.value,
    problem: debtors.length === 0 && !standing ? nothing : undefined,
  };
}
