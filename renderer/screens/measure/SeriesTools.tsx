// Fills many months at once: a row or a column pasted from a spreadsheet, or a shape from start to end.
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { rebaseline } from '#shared/acts/rebaseline.ts';
import { SERIES, type Series, writeSeries } from '#shared/acts/write-series.ts';
import { approvedVersion, rollUpOf } from '#shared/domain/measure.ts';
import { readSeries, typedMonth, typedNumber } from '#shared/intake/series-paste.ts';
import { firstDay, type MonthIndex } from '#shared/kit/period.ts';
import type { MeasureValue } from '#shared/value/measure-value.ts';
import { riseLevel, SHAPES, type Shape, spreadFlow } from '#shared/value/shapes.ts';
import styles from './measure.module.css';

export function SeriesTools({ value, start }: { value: MeasureValue; start: MonthIndex | undefined }) {
  const words = useWords();
  const act = useAct();
  const { measure, ledger } = value;
  const approved = approvedVersion(measure) > 0;
  const [how, setHow] = useState<'' | 'paste' | 'shape'>('');
  const [series, setSeries] = useState<Series>(approved ? 'forecast' : 'plan');
  const [from, setFrom] = useState('');
  const [pasted, setPasted] = useState('');
  const [shape, setShape] = useState<Shape>('even');
  const [months, setMonths] = useState('24');
  const [total, setTotal] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const flow = rollUpOf(measure) === 'flow';
  const usual = start ?? (ledger.months > 0 ? ledger.from : undefined);
  const first = from.trim() === '' ? usual : typedMonth(from);
  const needsReason = series === 'plan' && approved;

  const put = async (at: MonthIndex | undefined, values: readonly (number | null)[], sorted: boolean) => {
    if (at === undefined) return setFault(words.say('series.fromWhen'));
    const result = needsReason
      ? await act(rebaseline, { measure: measure.id, reason, from: at, values })
      : await act(writeSeries, { measure: measure.id, series, from: at, values });
    if (!result.ok) return setFault(words.problem(result.problem));
    setFault(undefined);
    setPasted('');
    setHow('');
    say({
      tone: 'done',
      text: words.say(sorted ? 'series.putSorted' : 'series.put', {
        count: values.filter((each) => each !== null).length,
        series: words.sayAny(`series.${series}`),
        from: words.month(firstDay(at)),
      }),
    });
  };
  const paste = async () => {
    const read = readSeries(pasted);
    if (!read.ok) return setFault(words.problem(read.problem));
    await put(read.value.from ?? first, read.value.values, read.value.sorted);
  };
  const fill = async () => {
    const count = typedNumber(months);
    const amount = typedNumber(total);
    if (count === undefined || !Number.isInteger(count) || count < 1 || count > 600)
      return setFault(words.say('series.howMany'));
    const input = { shape, months: count, stepAt: Math.floor(count / 2) };
    if (flow) {
      if (amount === undefined) return setFault(words.say('series.howMuch'));
      return put(first, spreadFlow(amount, input), false);
    }
    const target = amount ?? measure.target;
    if (target === undefined || measure.startValue === undefined) return setFault(words.say('series.needsTarget'));
    return put(first, riseLevel(measure.startValue, target, input), false);
  };
  return (
    <div className={styles.tools}>
      <div className={styles.buttons} data-field="months">
        <Button
          variant={how === 'paste' ? 'filled' : 'default'}
          size="compact-md"
          aria-expanded={how === 'paste'}
          onClick={() => setHow(how === 'paste' ? '' : 'paste')}
        >
          {words.say('series.pasteMonths')}
        </Button>
        <Button
          variant={how === 'shape' ? 'filled' : 'default'}
          size="compact-md"
          aria-expanded={how === 'shape'}
          onClick={() => setHow(how === 'shape' ? '' : 'shape')}
        >
          {words.say('series.fillShape')}
        </Button>
        {start === undefined ? <span className={styles.soft}>{words.problem({ code: 'series.noStart' })}</span> : null}
      </div>
      {how ? (
        <form
          className={styles.tool}
          aria-label={words.say(how === 'paste' ? 'series.pasteMonths' : 'series.fillShape')}
          onSubmit={(event) => {
            event.preventDefault();
            void (how === 'paste' ? paste() : fill());
          }}
        >
          <SegmentedControl
            size="xs"
            aria-label={words.say('series.which')}
            value={series}
            onChange={(next) => setSeries(next as Series)}
            data={SERIES.filter((each) => how === 'paste' || each === 'plan' || each === 'forecast').map((each) => ({
              value: each,
              label: each === 'plan' && approved ? words.say('series.newVersion') : words.sayAny(`series.${each}`),
            }))}
          />
          <div className={styles.buttons}>
            <TextInput
              label={words.say('series.from')}
              placeholder={usual === undefined ? '' : words.month(firstDay(usual))}
              value={from}
              w={140}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            {how === 'shape' ? (
              <>
                <Select
                  label={words.say('series.shape')}
                  data={SHAPES.map((each) => ({ value: each, label: words.sayAny(`shape.${each}`) }))}
                  value={shape}
                  allowDeselect={false}
                  w={150}
                  onChange={(next) => setShape((next ?? 'even') as Shape)}
                />
                <TextInput
                  label={words.say('series.months')}
                  value={months}
                  inputMode="numeric"
                  w={90}
                  onChange={(event) => setMonths(event.currentTarget.value)}
                />
                <TextInput
                  label={words.say(flow ? 'series.total' : 'series.target')}
                  placeholder={flow || measure.target === undefined ? '' : words.number(measure.target, 4)}
                  value={total}
                  inputMode="decimal"
                  w={140}
                  onChange={(event) => setTotal(event.currentTarget.value)}
                />
              </>
            ) : null}
            {needsReason ? (
              <TextInput
                label={words.field('reason')}
                value={reason}
                dir="auto"
                w={260}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            ) : null}
          </div>
          {how === 'paste' ? (
            <Textarea
              label={words.say('series.pasteHere')}
              description={words.say('series.pasteHint')}
              value={pasted}
              error={fault}
              minRows={3}
              maxRows={8}
              autosize
              onChange={(event) => setPasted(event.currentTarget.value)}
            />
          ) : fault ? (
            <p role="alert" className={styles.fault}>
              {fault}
            </p>
          ) : null}
          <div className={styles.buttons}>
            <Button type="submit">{words.say('series.putIn')}</Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
