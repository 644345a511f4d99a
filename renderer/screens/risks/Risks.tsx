// Risks to benefits: what each puts at risk, and the body that must hear of a risk of that size.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { EmptyList, ListScreen } from '#renderer/parts/ListScreen.tsx';
import { counselOf } from '#shared/counsel/counsel.ts';
import { type Escalation, isOpenRisk, openRisks } from '#shared/counsel/risk.ts';
import type { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { holderName } from '#shared/govern/right-text.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { RiskPanel } from './RiskPanel.tsx';
import styles from './risks.module.css';

export function Risks() {
  const words = useWords();
  const book = useBook();
  const add = useAdd();
  const [chosen, setChosen] = useState<RecordId | undefined>();
  const risks = useMemo(() => (book ? openRisks(counselOf(book, asAtOf(book))) : []), [book]);
  useEscape(chosen ? () => setChosen(undefined) : undefined);
  if (!book) return <output>{words.say('app.opening')}</output>;
  const addRisk = async (title: string) => {
    const { opened } = useDesk.getState();
    const made = await add('risk', { title, ...(opened && { raisedOn: today(opened.ctx) }) });
    if (made.ok) setChosen(made.value);
    return made.ok ? undefined : words.problem(made.problem);
  };
  const addLine = <AddLine label={words.say('risks.new')} button={words.say('risks.add')} onAdd={addRisk} first />;
  const closed = [...book.all('risk')].filter((risk) => !isOpenRisk(risk));
  if (risks.length === 0 && closed.length === 0)
    return (
      <EmptyList title={words.say('risks.emptyTitle')} text={words.say('risks.emptyText')}>
        {addLine}
      </EmptyList>
    );
  const atRisk = risks.reduce((sum, { value }) => sum + (value.atRisk ?? 0), 0);
  const unvalued = risks.filter(({ value }) => value.atRisk === undefined).length;
  const sentence = [
    words.say('risks.sentence', {
      count: risks.length,
      money: words.money({ minor: atRisk, currency: book.office.currency }),
    }),
    unvalued > 0 ? words.say('risks.unvalued', { count: unvalued }) : '',
  ].join('');
  const shown = book.get('risk', chosen);
  return (
    <ListScreen
      sentence={sentence}
      tools={addLine}
      side={shown ? <RiskPanel book={book} risk={shown} onClose={() => setChosen(undefined)} /> : null}
    >
      <div className={styles.place}>
        <table className={styles.table} aria-label={words.say('risks.register')}>
          <thead>
            <tr>
              <th scope="col">{words.say('kind.risk')}</th>
              <th scope="col">{words.say('kind.component')}</th>
              <th scope="col">{words.field('probability')}</th>
              <th scope="col">{words.say('evidence.atRisk')}</th>
              <th scope="col">{words.say('risks.months')}</th>
              <th scope="col">{words.say('risks.goesTo')}</th>
              <th scope="col">{words.field('owner')}</th>
              <th scope="col">{words.field('response')}</th>
            </tr>
          </thead>
          <tbody>
            {risks.map((each) => (
              <RiskRow key={each.value.risk.id} book={book} escalation={each} onOpen={setChosen} />
            ))}
            {closed.map((risk) => (
              <tr key={risk.id}>
                <th scope="row">
                  <Button variant="subtle" size="compact-sm" onClick={() => setChosen(risk.id)}>
                    <bdi>{risk.title}</bdi>
                  </Button>
                </th>
                <td colSpan={7}>
                  {risk.closed
                    ? words.say('risks.closed', { on: words.date(risk.closed.on), reason: risk.closed.reason })
                    : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ListScreen>
  );
}

interface RiskRowProps {
  readonly book: Book;
  readonly escalation: Escalation;
  readonly onOpen: (risk: RecordId) => void;
}

function RiskRow({ book, escalation: { value, to }, onOpen }: RiskRowProps) {
  const words = useWords();
  const { risk, atRisk, monthsAtRisk, withoutRate } = value;
  const holder = to?.decides;
  const owner = book.get('person', risk.owner)?.name;
  return (
    <tr>
      <th scope="row">
        <Button variant="subtle" size="compact-sm" onClick={() => onOpen(risk.id)}>
          <bdi>{risk.title}</bdi>
        </Button>
      </th>
      <td>
        <bdi>{recordName(book, 'component', risk.component)}</bdi>
      </td>
      <td data-number>{risk.probability === undefined ? '—' : words.percent(risk.probability / 100)}</td>
      <td data-number>
        {atRisk === undefined
          ? withoutRate
            ? words.say('risks.withoutRate', { currency: withoutRate })
            : words.say('evidence.notValued')
          : words.money({ minor: atRisk, currency: book.office.currency })}
      </td>
      <td data-number>{monthsAtRisk === undefined ? '—' : words.number(monthsAtRisk, 1)}</td>
      <td>
        {holder ? (
          <bdi>{holderName(book, words, holder)}</bdi>
        ) : to?.unresolved ? (
          `■ ${words.sayAny(`unresolved.${to.unresolved}`)}`
        ) : (
          '—'
        )}
      </td>
      <td>{owner ? <bdi>{owner}</bdi> : `■ ${words.say('risks.noOwner')}`}</td>
      <td>{risk.response ? words.sayAny(`riskResponse.${risk.response}`) : '—'}</td>
    </tr>
  );
}
