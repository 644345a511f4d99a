// Tables of nodes and of links as a draft of a map: ids tied within the text, weights read, everything odd said at its line.
import { FED_BY, LEADS_TO } from '#shared/map/matrix.ts';
import type { NodeType } from '#shared/map/model.ts';
import {
  cited,
  type DraftEnd,
  type DraftFault,
  type DraftLink,
  type DraftNode,
  faultAt,
  keptTitle,
  keptWeight,
  type MapDraft,
} from './map-draft.ts';
import { type MapRow, type MapTable, readTables } from './map-table.ts';
import { foldTitle, type MapRole, typeNamed, yesOrNo } from './map-words.ts';
import { typedPercent } from './series-paste.ts';

export function readCsv(lines: readonly string[]): MapDraft {
  const faults: DraftFault[] = [];
  const tables = readTables(lines, faults);
  const nodes = nodesIn(tables, faults);
  const links = linksIn(tables, nodes, faults);
  return { shape: 'csv', nodes: withGuesses(nodes, links), links, faults };
}

/** What a row says under each role; what stands beyond the header is said. */
function* rowsOf(table: MapTable, faults: DraftFault[]): Iterable<{ line: number; say: (role: MapRole) => string }> {
  for (const { line, cells } of table.rows) {
    const beyond = cells.slice(table.header.cells.length).filter(Boolean);
    if (beyond.length > 0) faults.push(faultAt(line, 'takein.extraCells', { text: cited(beyond.join(' · ')) }));
    yield { line, say: (role) => cellOf(table, { line, cells }, role) };
  }
}

const cellOf = ({ at }: MapTable, { cells }: MapRow, role: MapRole): string => cells[at.get(role) ?? -1] ?? '';

function nodesIn(tables: readonly MapTable[], faults: DraftFault[]): DraftNode[] {
  const nodes: DraftNode[] = [];
  const ids = new Map<string, number>();
  const titles = new Map<string, number>();
  for (const table of tables) {
    if (table.kind !== 'nodes') continue;
    for (const { line, say } of rowsOf(table, faults)) {
      const [id, word, owner, component] = [say('id'), say('type'), say('owner'), say('component')];
      const title = keptTitle(line, say('title'), faults);
      // a row of an id alone names a record of the book
      if (title === '' && id === '') {
        faults.push(
          faultAt(line, 'takein.noTitle', { text: cited([word, owner, component].filter(Boolean).join(' · ')) }),
        );
        continue;
      }
      const type = word === '' ? undefined : typeNamed(word);
      if (word !== '' && !type) faults.push(faultAt(line, 'takein.unknownType', { text: cited(word) }));
      twice(ids, id, line, (first) => faultAt(line, 'takein.idTwice', { id: cited(id), first }), faults);
      const key = title === '' ? '' : `${type ?? ''} ${foldTitle(title)}`;
      twice(titles, key, line, (first) => faultAt(line, 'takein.titleTwice', { title: cited(title), first }), faults);
      nodes.push({
        line,
        title,
        ...(id && { id }),
        ...(type && { type }),
        ...(owner && { owner }),
        ...(component && { component }),
      });
    }
  }
  return nodes;
}

/** Says it of a word that was met before, with the line of the first. */
function twice(
  met: Map<string, number>,
  word: string,
  line: number,
  fault: (first: number) => DraftFault,
  faults: DraftFault[],
): void {
  if (word === '') return;
  const first = met.get(word);
  if (first === undefined) met.set(word, line);
  else faults.push(fault(first));
}

function linksIn(tables: readonly MapTable[], nodes: readonly DraftNode[], faults: DraftFault[]): DraftLink[] {
  const links: DraftLink[] = [];
  const byId = new Map<string, number | undefined>();
  for (const [i, { id }] of nodes.entries()) if (id) byId.set(id, byId.has(id) ? undefined : i);
  for (const table of tables) {
    if (table.kind !== 'links') continue;
    for (const { line, say } of rowsOf(table, faults)) {
      const ends = [say('from'), say('to')] as const;
      if (ends.includes('')) {
        faults.push(faultAt(line, 'takein.endMissing', { other: cited(ends.find(Boolean) ?? '—') }));
        continue;
      }
      // an id that two rows have names neither
      const lost = ends.find((end) => byId.has(end) && byId.get(end) === undefined);
      if (lost !== undefined) {
        faults.push(faultAt(line, 'takein.endSeveral', { text: cited(lost) }));
        continue;
      }
      const [from, to] = ends.map((end): DraftEnd => byId.get(end) ?? end) as [DraftEnd, DraftEnd];
      const [rationale, evidence] = [say('rationale'), say('evidence')];
      const weight = weightIn(line, say('weight'), faults);
      const necessary = yesOrNo(say('necessary'));
      if (necessary === undefined)
        faults.push(faultAt(line, 'takein.necessaryUnread', { text: cited(say('necessary')) }));
      links.push({
        line,
        from,
        to,
        ...(weight !== undefined && { weight }),
        ...(necessary !== undefined && say('necessary') !== '' && { necessary }),
        ...(rationale && { rationale }),
        ...(evidence && { evidence }),
      });
    }
  }
  return links;
}

function weightIn(line: number, text: string, faults: DraftFault[]): number | undefined {
  if (text === '') return undefined;
  const weight = typedPercent(text);
  if (weight === undefined) {
    faults.push(faultAt(line, 'takein.weightNotNumber', { text: cited(text) }));
    return undefined;
  }
  // a spreadsheet that shows 40 % may hand over 0.4
  if (weight > 0 && weight < 1 && !/[%٪]/.test(text))
    faults.push(faultAt(line, 'takein.weightFraction', { text, percent: weight * 100 }));
  return keptWeight(line, weight, faults);
}

/** What a node without a type would be by what it is linked to within the text, the nearest first. */
function withGuesses(nodes: readonly DraftNode[], links: readonly DraftLink[]): DraftNode[] {
  const types = nodes.map(({ type }) => type);
  if (types.every(Boolean)) return [...nodes];
  const beside: { readonly other: number; readonly step: Readonly<Record<NodeType, NodeType>> }[][] = nodes.map(
    () => [],
  );
  const byTitle = new Map<string, number>();
  for (const [i, { title }] of nodes.entries()) if (!byTitle.has(foldTitle(title))) byTitle.set(foldTitle(title), i);
  const placeOf = (end: DraftEnd) => (typeof end === 'number' ? end : byTitle.get(foldTitle(end)));
  for (const link of links) {
    const [from, to] = [placeOf(link.from), placeOf(link.to)];
    if (from === undefined || to === undefined) continue;
    beside[from]?.push({ other: to, step: LEADS_TO });
    beside[to]?.push({ other: from, step: FED_BY });
  }
  const open = [...types.keys()].filter((i) => types[i]);
  for (const i of open)
    for (const { other, step } of beside[i] ?? [])
      if (!types[other]) {
        types[other] = step[types[i] as NodeType];
        open.push(other);
      }
  return nodes.map((node, i) => (node.type || !types[i] ? node : { ...node, guess: types[i] as NodeType }));
}
