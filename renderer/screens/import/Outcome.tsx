// What the import would do: counts, differences row by row, cells that hold no value, and what is no longer named.
import { Tabs } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Subject } from '#shared/intake/mapping.ts';
import type { ImportPlan } from '#shared/intake/plan.ts';
import type { ReadFile } from '#shared/intake/read.ts';
import { Changes } from './Changes.tsx';
import styles from './import.module.css';

/** Lines shown of a list; how many more there are is said. */
const MOST = 200;

export function Outcome({ plan, file, subject }: { plan: ImportPlan; file: ReadFile; subject: Subject }) {
  const words = useWords();
  const count = (state: string) => plan.differences.filter((difference) => difference.state === state).length;
  const [fresh, changed, same] = [count('new'), count('changed'), count('same')];
  const unread = plan.unread.filter((cell) => cell.absence !== 'blank');
  const blanks = plan.unread.length - unread.length;
  const how =
    file.how.kind === 'text'
      ? words.say('import.howText', {
          encoding: file.how.encoding,
          delimiter: file.how.delimiter === '\t' ? 'Tab' : file.how.delimiter,
        })
      : words.say('import.howWorkbook', { sheet: file.table.sheet });
  const isRegister = subject === 'benefits';
  const doubts = plan.doubts ?? [];
  const lines = plan.differences.filter(({ state }) => state !== 'same');
  return (
    <section className={styles.outcome} aria-label={words.say('import.preview')}>
      <h2 className={styles.sentence}>
        {words.say(isRegister ? 'import.registerSentence' : 'import.sentence', {
          count: plan.rows.read,
          fresh,
          changed,
          same,
          dropped: plan.rows.dropped,
        })}
      </h2>
      <p className={styles.soft}>
        {how}
        {file.table.transposed ? ` ${words.say('import.transposed')}` : ''}
        {plan.rows.blank > 0 ? ` ${words.say('import.blankRows', { count: plan.rows.blank })}` : ''}
      </p>
      {plan.problems.map((problem) => (
        <p key={`${problem.code}${problem.path ?? ''}`} role="alert" className={styles.problem}>
          {words.problem(problem)}
        </p>
      ))}
      <Tabs defaultValue="changes">
        <Tabs.List>
          <Tabs.Tab value="changes">{words.say('import.tabChanges', { count: fresh + changed })}</Tabs.Tab>
          <Tabs.Tab value="cells">{words.say('import.tabCells', { count: unread.length })}</Tabs.Tab>
          {doubts.length > 0 ? (
            <Tabs.Tab value="doubts">{words.say('import.tabDoubts', { count: doubts.length })}</Tabs.Tab>
          ) : null}
          <Tabs.Tab value="unseen">{words.say('import.tabUnseen', { count: plan.unseen.length })}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="changes">
          <Table
            head={[words.say('import.where'), words.field('name'), words.say('import.what')]}
            label={words.say('import.tabChanges', { count: fresh + changed })}
          >
            {lines.slice(0, MOST).map((difference) => (
              <tr key={difference.record}>
                <td>{difference.place}</td>
                <td>{difference.name}</td>
                <td>
                  {difference.state === 'new' ? <strong>{words.say('import.new')}</strong> : null}
                  <Changes difference={difference} />
                </td>
              </tr>
            ))}
          </Table>
          <More all={lines.length} />
        </Tabs.Panel>
        <Tabs.Panel value="cells">
          <p className={styles.soft}>{words.say('import.cellsHint', { count: blanks })}</p>
          <Table
            head={[
              words.say('import.cell'),
              words.say('import.column'),
              words.say('import.of'),
              words.say('import.reason'),
              words.say('import.original'),
            ]}
            label={words.say('import.tabCells', { count: unread.length })}
          >
            {unread.slice(0, MOST).map((cell) => (
              <tr key={cell.cell}>
                <td>{cell.cell}</td>
                <td>
                  {words.has(`role.${cell.field}`) ? words.sayAny(`role.${cell.field}`) : words.field(cell.field)}
                </td>
                <td>{cell.of}</td>
                <td>{words.sayAny(`absent.${cell.absence}`)}</td>
                <td dir="auto">{cell.text}</td>
              </tr>
            ))}
          </Table>
          <More all={unread.length} />
        </Tabs.Panel>
        <Tabs.Panel value="doubts">
          <p className={styles.soft}>{words.say('import.doubtsHint')}</p>
          <ul className={styles.unseen}>
            {doubts.slice(0, MOST).map((doubt) => (
              <li key={`${doubt.code}${doubt.path ?? ''}`}>{words.problem(doubt)}</li>
            ))}
          </ul>
          <More all={doubts.length} />
        </Tabs.Panel>
        <Tabs.Panel value="unseen">
          <p className={styles.soft}>{words.say(isRegister ? 'import.unseenBenefitsHint' : 'import.unseenHint')}</p>
          <ul className={styles.unseen}>
            {plan.unseen.slice(0, MOST).map(({ record, name }) => (
              <li key={record}>{name}</li>
            ))}
          </ul>
          <More all={plan.unseen.length} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function Table({ head, label, children }: { head: readonly string[]; label: string; children: React.ReactNode }) {
  return (
    <section className={styles.tablePlace} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function More({ all }: { all: number }) {
  const words = useWords();
  return all > MOST ? <p className={styles.soft}>{words.say('import.more', { count: all - MOST })}</p> : null;
}
