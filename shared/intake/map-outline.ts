// An indented outline as a draft of a map: each line a node, linked with the line it stands under.
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import { FED_BY, LEADS_TO } from '#shared/map/matrix.ts';
import type { NodeType } from '#shared/map/model.ts';
import { PRESETS } from '#shared/map/presets.ts';
import { cited, type DraftLink, type DraftNode, faultAt, keptTitle, keptWeight, type MapDraft } from './map-draft.ts';
import { type OutlineLine, outlineLines } from './map-indent.ts';
import { typedNode } from './map-typed.ts';
import { foldTitle, typeNamed } from './map-words.ts';

export interface OutlineReading {
  /** What stands below a line feeds it, as in a tree of benefits from the objective down; or is what it leads to. */
  readonly below: 'feeds' | 'ledTo';
  /** What a line at the top is, where it does not say. */
  readonly top: NodeType;
  readonly preset?: MapPreset | undefined;
}

/** The type beside `of`, passing over those that the preset has no column for. */
export function typeBelow(of: NodeType, { below, preset = 'network' }: OutlineReading): NodeType {
  const step = below === 'feeds' ? FED_BY : LEADS_TO;
  const columns: readonly NodeType[] = PRESETS[preset].columns;
  let type = step[of];
  while (!columns.includes(type) && step[type] !== type) type = step[type];
  return columns.includes(type) ? type : step[of];
}

/** "Benefit: Shorter waits": the type and what is left; a colon in a name is a colon. */
function typeBefore(text: string): { readonly type?: NodeType; readonly rest: string } {
  const colon = /^([^:：]{1,40})[:：]\s*(.*)$/s.exec(text);
  const type = colon ? typeNamed(colon[1] as string) : undefined;
  return type ? { type, rest: colon?.[2] as string } : { rest: text };
}

export function readOutline(text: string, reading: OutlineReading): MapDraft {
  const { lines, faults } = outlineLines(text);
  if (tableLike(text, lines)) faults.push(faultAt(lines[0]?.line ?? 1, 'takein.looksLikeTable'));
  const nodes: DraftNode[] = [];
  const links: DraftLink[] = [];
  /** The first node of each title, and of each title and type. */
  const met = new Map<string, number>();
  /** The node that stands open at each level; undefined where the line had no title. */
  const open: (number | undefined)[] = [];
  for (const { line, level, text: said } of lines) {
    open.length = level;
    const parent = open.findLast((each) => each !== undefined);
    const { type, rest } = typeBefore(said);
    const { title: typed, weight: wished, necessary } = typedNode(rest);
    const title = keptTitle(line, typed, faults);
    if (title === '') {
      faults.push(faultAt(line, 'takein.noTitle', { text: cited(said) }));
      open[level] = undefined;
      continue;
    }
    const key = foldTitle(title);
    const standing = met.get(type ? `${type} ${key}` : key);
    if (standing !== undefined)
      faults.push(
        faultAt(line, 'takein.sameNode', { title: cited(title), first: (nodes[standing] as DraftNode).line }),
      );
    const node = standing ?? nodes.length;
    if (standing === undefined) {
      const above = parent === undefined ? undefined : nodes[parent]?.type;
      const known = type ?? (above ? typeBelow(above, reading) : reading.top);
      nodes.push({ line, title, type: known });
      if (!met.has(key)) met.set(key, node);
      met.set(`${known} ${key}`, node);
    }
    open[level] = node;
    const weight = keptWeight(line, wished, faults);
    if (parent !== undefined)
      links.push({
        line,
        from: reading.below === 'feeds' ? node : parent,
        to: reading.below === 'feeds' ? parent : node,
        ...(weight !== undefined && { weight }),
        ...(necessary && { necessary }),
      });
    else if (wished !== undefined || necessary)
      faults.push(faultAt(line, 'takein.weightAlone', { title: cited(title) }));
  }
  return { shape: nodes.length + faults.length === 0 ? 'empty' : 'outline', nodes, links, faults };
}

/** Lines that all have the same number of separators are more likely a table whose header nobody knows. */
function tableLike(text: string, lines: readonly OutlineLine[]): boolean {
  if (lines.length < 2 || lines.some(({ level }) => level > 0)) return false;
  const sample = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  return [',', ';', '\t', '|'].some((mark) => {
    const widths = new Set(sample.map((line) => line.trim().split(mark).length));
    return widths.size === 1 && !widths.has(1);
  });
}
