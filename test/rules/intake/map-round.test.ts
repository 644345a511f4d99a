// Any tree written as an outline is read as that tree, in whatever step and with whatever bullets; any tables as themselves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MapDraft } from '#shared/intake/map-draft.ts';
import { readMapText } from '#shared/intake/map-text.ts';
import { NODE_TYPES } from '#shared/map/model.ts';
import { must } from '#test/kit/book.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';

const aLine = fc.record({
  depth: fc.nat(6),
  type: fc.option(fc.constantFrom(...NODE_TYPES), { nil: undefined }),
  weight: fc.option(
    fc.integer({ min: 0, max: 1_000 }).map((n) => n / 10),
    { nil: undefined },
  ),
  necessary: fc.boolean(),
  word: fc.constantFrom('Wait', 'Book online', 'منفعة الناس', 'Phase 2: go', '5 m saved', 'A, B; C', 'Q|R'),
});

describe(byChance('outlines'), () => {
  test('any tree, written and read', () =>
    holds(
      fc.property(
        fc.array(aLine, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('  ', '    ', '\t', '   '),
        fc.constantFrom('', '- ', '• ', '1. ', '١. '),
        fc.constantFrom('feeds' as const, 'ledTo' as const),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (lines, step, bullet, below, end) => {
          // no line is more than one level below the one before
          let before = -1;
          const levels = lines.map(({ depth }) => (before = Math.min(depth, before + 1)));
          const text = lines.map(({ type, weight, necessary, word }, i) => {
            const isTop = levels[i] === 0;
            const said = isTop ? '' : `${weight === undefined ? '' : ` ${weight} %`}${necessary ? ' !' : ''}`;
            return `${step.repeat(levels[i] as number)}${bullet}${type ? `${type}: ` : ''}${word} n${i}${said}`;
          });
          const draft = must(readMapText(text.join(end), { below, top: 'objective' }));
          expect(draft.nodes.map(({ title }) => title)).toEqual(lines.map(({ word }, i) => `${word} n${i}`));
          for (const [i, { type }] of lines.entries()) if (type) expect(draft.nodes[i]?.type).toBe(type);
          const wanted = lines.flatMap(({ weight, necessary }, i) => {
            const parent = levels.findLastIndex((level, at) => at < i && level === (levels[i] as number) - 1);
            if (levels[i] === 0) return [];
            const ends = below === 'feeds' ? { from: i, to: parent } : { from: parent, to: i };
            return [{ ...ends, ...(weight !== undefined && { weight }), ...(necessary && { necessary }) }];
          });
          expect(draft.links.map(({ line: _, ...link }) => link)).toEqual(wanted);
          const odd = draft.faults.filter(({ code }) => code !== 'takein.looksLikeTable');
          return odd.length === 0;
        },
      ),
      times(150, 3_000),
    ));

  test('any text at all is read or refused, and every line with a word in it is a node or is said', () =>
    holds(
      fc.property(
        fc.array(fc.stringMatching(/^[ \t]{0,6}[-*•]?[ ]?[\p{L}0-9%!,;:."' ]{0,12}$/u), { maxLength: 25 }),
        (lines) => {
          const read = readMapText(lines.join('\n'), { below: 'feeds', top: 'objective' });
          if (!read.ok || read.value.shape === 'csv') return true;
          const told = new Set([...read.value.nodes, ...read.value.faults].map(({ line }) => line));
          return lines.every((line, i) => line.trim() === '' || told.has(i + 1));
        },
      ),
      times(200, 3_000),
    ));
});

const quoted = (cell: string): string => (/[",;\t|\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
const aCell = fc.constantFrom('', 'plain', 'with, comma', 'two\nlines', 'a "word"', 'نص; عربي', 'x|y');

describe(byChance('tables'), () => {
  test('nodes and links, written and read', () =>
    holds(
      fc.property(
        fc.array(fc.record({ type: fc.constantFrom(...NODE_TYPES), word: aCell, owner: aCell, component: aCell }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(
          fc.record({
            from: fc.nat(11),
            to: fc.nat(11),
            weight: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
            necessary: fc.boolean(),
            rationale: aCell,
          }),
          { maxLength: 12 },
        ),
        fc.constantFrom(',', ';', '\t', '|'),
        (nodes, links, mark) => {
          const row = (cells: readonly string[]) => cells.map(quoted).join(mark);
          const at = (place: number) => place % nodes.length;
          const text = [
            row(['id', 'type', 'title', 'owner', 'component']),
            ...nodes.map(({ type, word, owner, component }, i) =>
              row([`n${i}`, type, `${i} ${word}`, owner, component]),
            ),
            '',
            row(['from', 'to', 'weight', 'necessary', 'rationale']),
            ...links.map(({ from, to, weight, necessary, rationale }) =>
              row([
                `n${at(from)}`,
                `n${at(to)}`,
                weight === undefined ? '' : `${weight}`,
                necessary ? 'yes' : '',
                rationale,
              ]),
            ),
          ];
          const draft: MapDraft = must(readMapText(text.join('\n'), { below: 'feeds', top: 'objective' }));
          expect(draft.nodes.map(({ line: _, ...node }) => node)).toEqual(
            nodes.map(({ type, word, owner, component }, i) => ({
              title: `${i} ${word}`.replace(/\s+/g, ' ').trim(),
              id: `n${i}`,
              type,
              ...(owner && { owner }),
              ...(component && { component }),
            })),
          );
          expect(draft.links.map(({ line: _, ...link }) => link)).toEqual(
            links.map(({ from, to, weight, necessary, rationale }) => ({
              from: at(from),
              to: at(to),
              ...(weight !== undefined && { weight }),
              ...(necessary && { necessary }),
              ...(rationale && { rationale }),
            })),
          );
          return draft.faults.length === 0;
        },
      ),
      times(150, 3_000),
    ));
});
