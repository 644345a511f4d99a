// The X-ray of a year: what its decisions show of gaps, vacancies, queues, voices and money; drawn by a seed one can change.
import { Button, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Book } from '#shared/domain/book.ts';
import { bodyName, holderName } from '#shared/govern/right-text.ts';
import { fullness, type Xray, xrayRights } from '#shared/govern/xray.ts';
import { officeText, xrayFindingText, xraySummaryText } from '#shared/govern/xray-text.ts';
import { typedNumber } from '#shared/intake/series-paste.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './rights.module.css';

interface XrayViewProps {
  readonly book: Book;
  readonly on: Day;
}

const MOST_SEED = 999_999_999;

export function XrayView({ book, on }: XrayViewProps) {
  const words = useWords();
  const [text, setText] = useState('1');
  const typed = typedNumber(text);
  const isSeed = typed !== undefined && Number.isInteger(typed) && typed >= 0 && typed <= MOST_SEED;
  // what is typed shows at once; a large book's year follows a moment later
  const seed = useDeferredValue(isSeed ? typed : 1);
  const xray = useMemo(() => xrayRights(book, { on, seed }), [book, on, seed]);
  return (
    <>
      <div className={styles.xrayHead}>
        <p className={styles.summary}>{xraySummaryText(words, xray)}</p>
        <div className={styles.seed}>
          <TextInput
            label={words.say('rightsScreen.seed')}
            value={text}
            error={isSeed ? undefined : words.say('rightsScreen.badSeed')}
            inputMode="numeric"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button variant="default" onClick={() => setText(String((isSeed ? typed : 0) + 1))}>
            {words.say('rightsScreen.anotherYear')}
          </Button>
        </div>
      </div>
      <p className={styles.soft}>
        {words.say('rightsScreen.yearOf', { from: words.date(xray.from), until: words.date(xray.until) })}
      </p>
      <section className={styles.card}>
        <h2 className={styles.heading}>{words.say('rightsScreen.findings')}</h2>
        {xray.findings.length === 0 ? <p>● {words.say('rightsScreen.nothingFound')}</p> : null}
        <ul className={styles.findings}>
          {xray.findings.map((finding) => {
            const said = xrayFindingText(book, words, xray, finding);
            return (
              <li key={`${finding.rule} ${said}`} data-severity={finding.severity}>
                <b>
                  {finding.severity === 'error' ? '■' : '▲'} {words.say(`rightsScreen.xrayRule.${finding.rule}`)}
                </b>
                <span>{said}</span>
              </li>
            );
          })}
        </ul>
        <p className={styles.soft}>{officeText(book, words, xray)}</p>
      </section>
      <Loads book={book} xray={xray} />
      <div className={styles.halves}>
        <Shares
          title={words.say('rightsScreen.heard')}
          lines={xray.voices.map((each) => ({ ...each, name: words.sayAny(`voice.${each.voice}`) }))}
        />
        <Shares
          title={words.say('rightsScreen.decidersTitle')}
          lines={xray.deciders.map((each) => ({ ...each, name: holderName(book, words, each) }))}
        />
      </div>
    </>
  );
}

function Loads({ book, xray }: { book: Book; xray: Xray }) {
  const words = useWords();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('rightsScreen.loads')}</h2>
      <div className={styles.listPlace}>
        <table className={styles.list} aria-label={words.say('rightsScreen.loads')}>
          <thead>
            <tr>
              <th scope="col">{words.say('kind.board')}</th>
              <th scope="col">{words.say('rightsScreen.demand')}</th>
              <th scope="col">{words.say('rightsScreen.slots')}</th>
              <th scope="col">{words.say('rightsScreen.full')}</th>
              <th scope="col">{words.say('rightsScreen.waitMedian')}</th>
              <th scope="col">{words.say('rightsScreen.waitLongest')}</th>
              <th scope="col">{words.say('rightsScreen.unanswered')}</th>
            </tr>
          </thead>
          <tbody>
            {xray.loads.map((load) => (
              <tr key={load.board}>
                <th scope="row">{bodyName(book, words, load.board)}</th>
                <td data-number>{words.number(load.demand)}</td>
                <td data-number>
                  {load.slots === undefined ? words.say('rightsScreen.inDays') : words.number(load.slots)}
                </td>
                <td>{!load.slots ? '—' : <Bar share={fullness(load)} over={fullness(load) > 1} />}</td>
                <td data-number>{words.number(load.waitMedian, 1)}</td>
                <td data-number>{words.number(load.waitLongest)}</td>
                <td data-number>{words.number(load.unanswered)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ShareLine {
  readonly name: string;
  readonly decisions: number;
  readonly money: number | undefined;
}

function Shares({ title, lines }: { title: string; lines: readonly ShareLine[] }) {
  const words = useWords();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.listPlace}>
        <table className={styles.list} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.say('rightsScreen.who')}</th>
              <th scope="col">{words.say('rightsScreen.ofDecisions')}</th>
              <th scope="col">{words.say('rightsScreen.ofMoney')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, decisions, money }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <Bar share={decisions} />
                </td>
                <td>{money === undefined ? words.say('xray.noMoney') : <Bar share={money} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A share as a bar from zero with its number; beyond the whole it is marked by shape and word too. */
function Bar({ share, over }: { share: number; over?: boolean }) {
  const words = useWords();
  return (
    <span className={styles.bar}>
      <span className={styles.track} aria-hidden="true">
        <span
          className={styles.fill}
          data-over={over || undefined}
          style={{ inlineSize: `${Math.min(1, share) * 100}%` }}
        />
      </span>
      <span className={styles.share}>
        {over ? '■ ' : ''}
        {words.percent(share)}
      </span>
    </span>
  );
}
