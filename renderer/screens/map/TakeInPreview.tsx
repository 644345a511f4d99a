// What a pasted map would bring: counts, what to look at line by line, and the first rows, before anything is written.
import { useWords } from '#renderer/desk/prefs.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { MapPlan, PlannedLink, PlannedNode } from '#shared/intake/map-propose.ts';
import { typeName } from '#shared/map/presets.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './takein.module.css';

/** Rows and faults drawn; how many more there are is said. */
const MOST = 50;

export function TakeInPreview({ plan, preset }: { plan: MapPlan; preset: MapPreset | undefined }) {
  const words = useWords();
  if (plan.shape === 'empty') return <p className={styles.soft}>{words.say('takein.nothingYet')}</p>;
  const { faults } = plan;
  const rows = [...plan.nodes, ...plan.links].sort((a, b) => a.line - b.line);
  return (
    <>
      <p className={styles.sentence}>{countsText(plan, words)}</p>
      <p className={styles.soft}>{words.sayAny(`takein.shape.${plan.shape}`)}</p>
      <h3 className={styles.heading}>
        {faults.length > 0 ? words.say('takein.faults', { count: faults.length }) : words.say('takein.noFaults')}
      </h3>
      {faults.length > 0 ? (
        <ul className={styles.faults}>
          {faults.slice(0, MOST).map((fault) => (
            <li key={`${fault.line} ${fault.code} ${JSON.stringify(fault.args)}`}>{words.problem(fault)}</li>
          ))}
        </ul>
      ) : null}
      <More count={faults.length - MOST} />
      <section className={styles.tablePlace} aria-label={words.say('takein.preview')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['line', 'what', 'weight', 'state'] as const).map((head) => (
                <th key={head} scope="col">
                  {words.say(`takein.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .slice(0, MOST)
              .map((row) =>
                'from' in row ? (
                  <LinkRow key={`${row.line} ${row.from} ${row.to}`} link={row} />
                ) : (
                  <NodeRow key={`${row.line} ${row.type} ${row.title}`} node={row} preset={preset} />
                ),
              )}
          </tbody>
        </table>
      </section>
      <More count={rows.length - MOST} />
    </>
  );
}

function NodeRow({ node, preset }: { node: PlannedNode; preset: MapPreset | undefined }) {
  const words = useWords();
  return (
    <tr>
      <td>{words.number(node.line)}</td>
      <td>
        <span className={styles.soft}>{typeName(words, preset, node.type)}</span> <bdi>{node.title}</bdi>
      </td>
      <td />
      <td>{words.say(node.known ? 'takein.state.known' : 'takein.state.new')}</td>
    </tr>
  );
}

function LinkRow({ link }: { link: PlannedLink }) {
  const words = useWords();
  const said = (weight: number | undefined) => (weight === undefined ? '—' : words.percent(weight / 100, 1));
  const weight =
    link.state !== 'new' && link.weight !== link.weightBefore
      ? words.say('takein.weightChange', { before: said(link.weightBefore), after: said(link.weight) })
      : said(link.weight);
  return (
    <tr>
      <td>{words.number(link.line)}</td>
      <td>
        <span className={styles.soft}>{words.say('takein.link')}</span> <bdi>{link.fromTitle}</bdi>{' '}
        {words.direction === 'rtl' ? '←' : '→'} <bdi>{link.toTitle}</bdi>
        {link.values.necessary ? <span className={styles.soft}> · {words.say('map.necessaryName')}</span> : null}
      </td>
      <td>{weight}</td>
      <td>{words.sayAny(`takein.state.${link.state}`)}</td>
    </tr>
  );
}

function More({ count }: { count: number }) {
  const words = useWords();
  return count > 0 ? <p className={styles.soft}>{words.say('takein.more', { count })}</p> : null;
}

/** "12 nodes, in the book already: 3. 14 links, there already: 2, of these changed: 1." */
function countsText({ nodes, links }: MapPlan, words: Words): string {
  return words.say('takein.counts', {
    nodes: words.say('map.nodes', { count: nodes.length }),
    known: nodes.filter(({ known }) => known).length,
    links: words.say('map.links', { count: links.length }),
    standing: links.filter(({ state }) => state !== 'new').length,
    changed: links.filter(({ state }) => state === 'changed').length,
  });
}
