// The inspector at the end edge: the selected component's figures with their reasons, and the way to its page.
import { Button } from '@mantine/core';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { sideText } from '#renderer/desk/value-words.ts';
import { valueWorking } from '#renderer/desk/workings.ts';
import { Absence } from '#renderer/parts/Absence.tsx';
import { WorkingText } from '#renderer/parts/Figure.tsx';
import { SidePanel } from '#renderer/parts/ListScreen.tsx';
import { StatusWord } from '#renderer/parts/Status.tsx';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { isAbsent, type Known, known } from '#shared/kit/absent.ts';
import type { Money } from '#shared/kit/money.ts';
import type { ValueSide } from '#shared/value/pair.ts';
import styles from './portfolio.module.css';

interface InspectorProps {
  readonly row: PortfolioRow | undefined;
  readonly side: ValueSide | undefined;
  readonly onClose: () => void;
}

export function Inspector({ row, side, onClose }: InspectorProps) {
  const words = useWords();
  if (row && side) return <Inspected row={row} side={side} onClose={onClose} />;
  return (
    <SidePanel title={words.say('portfolio.details')} close={words.say('app.close')} onClose={onClose}>
      <p className={styles.soft}>{words.say('portfolio.detailsNone')}</p>
    </SidePanel>
  );
}

function Inspected({ row, side, onClose }: { row: PortfolioRow; side: ValueSide; onClose: () => void }) {
  const words = useWords();
  const component = useBook()?.get('component', row.id);
  const money = (value: Known<Money> | undefined) =>
    known(value) ? words.moneyExact(known(value) as Money) : <Absence value={value} words={words} />;
  const quoted = (value: Known<unknown> | undefined) =>
    isAbsent(value) && value.text ? <q className={styles.quote}>{value.text}</q> : null;
  return (
    <SidePanel title={row.name} close={words.say('app.close')} onClose={onClose}>
      <p className={styles.soft}>
        {[row.organisation, row.category, words.sayAny(`level.${row.level}`)].filter(Boolean).join(' · ')}
      </p>
      <div className={styles.pair}>
        <div>
          <span className={styles.soft}>{words.say('portfolio.delivery')}</span>
          <StatusWord
            status={row.delivery}
            label={
              known(row.confidence)
                ? words.sayAny(`rating.${known(row.confidence)?.rating}`)
                : words.sayAny(`status.${row.delivery}`)
            }
          />
          {row.judgedBy && known(row.confidence) ? (
            <span className={styles.soft}>{words.sayAny(`ratedBy.${row.judgedBy}`)}</span>
          ) : null}
          {quoted(row.confidence)}
        </div>
        <div>
          <span className={styles.soft}>{words.say('portfolio.value')}</span>
          <StatusWord status={side.status} label={sideText(side, words)} />
        </div>
      </div>
      <dl className={styles.facts}>
        <dt>{words.say('portfolio.cost')}</dt>
        <dd>
          {money(row.cost)}
          {quoted(row.cost)}
        </dd>
        <dt>{words.say('portfolio.benefit')}</dt>
        <dd>
          {money(row.benefit)}
          {quoted(row.benefit)}
        </dd>
        <dt>{words.field('start')}</dt>
        <dd>
          {known(row.start) ? words.date(known(row.start) as never) : <Absence value={row.start} words={words} />}
        </dd>
        <dt>{words.field('end')}</dt>
        <dd>
          {known(row.end) ? words.date(known(row.end) as never) : <Absence value={row.end} words={words} />}
          {quoted(row.end)}
        </dd>
        {row.publishedAsAt ? (
          <>
            <dt>{words.say('portfolio.lastPublished')}</dt>
            <dd>
              {words.date(row.publishedAsAt)}
              {row.current ? '' : ` · ${words.say('portfolio.notCurrent')}`}
            </dd>
          </>
        ) : null}
      </dl>
      <WorkingText working={valueWorking(row, words)} />
      {component?.description ? (
        <p className={styles.description} dir="auto">
          {component.description}
        </p>
      ) : null}
      <Button variant="default" onClick={() => go('component', row.id)}>
        {words.say('portfolio.open')}
      </Button>
    </SidePanel>
  );
}
