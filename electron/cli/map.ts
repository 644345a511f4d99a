// `mizan map BOOK`: what maps there are, what is found about them (--check), what leads where (--trace), what stops with what (--without).
import { openBook } from '#shared/change/commit.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapFinding, Remedy } from '#shared/map/finding.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import { findingText } from '#shared/sight/finding-text.ts';
import { findingsIn } from '#shared/sight/findings.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { reportingDate } from '#shared/value/reporting.ts';
import { plain } from '#shared/words/plain.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, words } from './context.ts';
import { componentsOf, mapsOf, mustFind, nodesOf } from './mapFind.ts';
import { type Asked, nodeReport, traceReport, withoutReport } from './mapSight.ts';
import { openFileStore } from './store.ts';

export async function mapCommand({ files, options }: Call): Promise<Answer> {
  const path = files[0] as string;
  const ctx = newContext();
  const { state } = await openBook(must(openFileStore(path, false)), kindTable, ctx.now());
  const book = new Book(state);
  const map = options.map === undefined ? undefined : mustFind(options.map, mapsOf(book));
  const value = bookValue(book, reportingDate(book, today(ctx)));
  const shown = shownOf(book, map?.id);
  const answers: Answer[] = [];
  if (options.check !== undefined) answers.push(checked(book, shown));
  if (options.trace !== undefined) {
    const { id } = mustFind(options.trace, nodesOf(shown.graph), [
      ['cli.mapNotHere', nodesOf(wholeGraph(book))],
      ['cli.mapTraceComponent', componentsOf(book)],
    ]);
    answers.push(named('trace', traceReport({ book, value, ...shown }, id)));
  }
  if (options.without !== undefined) {
    const stoppable = [...componentsOf(book), ...nodesOf(shown.graph)];
    const stopped = mustFind(options.without, stoppable, [['cli.mapNotHere', nodesOf(wholeGraph(book))]]);
    answers.push(named('without', withoutReport({ book, value, ...shown }, stopped)));
  }
  if (answers.length === 0) answers.push(summary(book, map?.id));
  return {
    data: {
      ok: true,
      file: path,
      asAt: value.asAt,
      ...(map ? { map: { id: map.id, title: map.name } } : {}),
      ...Object.assign({}, ...answers.map(({ data }) => data)),
    },
    sentence: answers.map(({ sentence }) => sentence).join('\n\n'),
  };
}

interface Shown extends Pick<Asked, 'graph' | 'preset'> {
  readonly title: string;
  readonly findings: readonly MapFinding[];
}

/** @param map undefined: the whole book */
function shownOf(book: Book, map: RecordId | undefined): Shown {
  const record = book.get('benefitMap', map);
  const graph = map ? mapGraph(book, map) : wholeGraph(book);
  return {
    graph,
    preset: record?.preset,
    title: record?.title ?? words.say('maps.wholeBook'),
    findings: findingsIn(book, graph, record?.preset),
  };
}

/** Marks that keep a name's direction on screen are no help in a terminal or to a program. */
const sentenceOf = (finding: MapFinding, preset: MapPreset | undefined): string =>
  plain(findingText(finding, preset, words));

const named = (name: string, { data, sentence }: Answer): Answer => ({ data: { [name]: data }, sentence });

const countOf = (findings: readonly MapFinding[], severity: MapFinding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length;

function checked(book: Book, { title, graph, preset, findings }: Shown): Answer {
  const whole = wholeGraph(book);
  const [errors, warnings] = [countOf(findings, 'error'), countOf(findings, 'warning')];
  const head = words.say('cli.mapChecked', {
    title,
    errors: words.say('map.errors', { count: errors }),
    warnings: words.say('map.warnings', { count: warnings }),
  });
  const lines = findings.map(
    (finding) => `  ${words.sayAny(`severity.${finding.severity}`)}: ${sentenceOf(finding, preset)}`,
  );
  return {
    data: {
      nodes: graph.nodes.size,
      links: graph.links.length,
      errors,
      warnings,
      findings: findings.map((finding) => findingReport(finding, whole, preset)),
    },
    sentence: [head, ...(findings.length === 0 ? [words.say('map.noFindings')] : lines)].join('\n'),
  };
}

function findingReport(finding: MapFinding, whole: MapGraph, preset: MapPreset | undefined): Record<string, unknown> {
  const { key, rule, severity, nodes, links, remedies } = finding;
  const nodeOf = (id: RecordId) => {
    const node = whole.nodes.get(id);
    return node ? nodeReport(node) : { id, type: null, title: null };
  };
  return {
    key,
    rule,
    severity,
    sentence: sentenceOf(finding, preset),
    nodes: nodes.map(nodeOf),
    links,
    remedies: remedies.map((remedy) => ({ ...remedy, sentence: remedyText(remedy, preset) })),
  };
}

const remedyText = (remedy: Remedy, preset: MapPreset | undefined): string =>
  words.sayAny(
    `remedy.${remedy.step}`,
    remedy.step === 'insertBetween' ? { type: typeName(words, preset, remedy.type) } : {},
  );

function summary(book: Book, map: RecordId | undefined): Answer {
  const maps = map ? [map] : [...book.all('benefitMap')].map(({ id }) => id);
  const told = maps.map((id) => ({ id, ...sizeOf(shownOf(book, id)) }));
  const whole = sizeOf(shownOf(book, undefined));
  const line = ({ title, nodes, links, errors, warnings }: ReturnType<typeof sizeOf>) =>
    words.say('cli.mapSize', {
      title,
      nodes: words.say('map.nodes', { count: nodes }),
      links: words.say('map.links', { count: links }),
      errors: words.say('map.errors', { count: errors }),
      warnings: words.say('map.warnings', { count: warnings }),
    });
  return {
    data: { maps: told, ...(map ? {} : { wholeBook: whole }) },
    sentence: [
      ...(told.length === 0 ? [words.say('maps.emptyTitle')] : told.map(line)),
      ...(map ? [] : [line(whole)]),
    ].join('\n'),
  };
}

const sizeOf = ({ title, graph, preset, findings }: Shown) => ({
  title,
  preset: preset ?? 'network',
  nodes: graph.nodes.size,
  links: graph.links.length,
  errors: countOf(findings, 'error'),
  warnings: countOf(findings, 'warning'),
});
