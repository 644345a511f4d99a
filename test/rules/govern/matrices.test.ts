// Random rights matrices: every request comes to exactly one decider, or the lint has named why it does not.
import fc from 'fast-check';
import { describe, test } from 'vitest';
import type { DecisionRight, Lane } from '#shared/domain/right.ts';
import { isInRange } from '#shared/govern/ranges.ts';
import { type WhoDecides, whoDecides } from '#shared/govern/rights.ts';
import type { RightsFinding } from '#shared/govern/rights-finding.ts';
import { lintRights } from '#shared/govern/rights-lint.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { desk } from '#test/kit/ledger.ts';
import { gbp, ON, rightWrites, writeAll } from './rights-book.ts';

const TYPES = ['fund', 'stop'] as const;
const amount = fc.integer({ min: 0, max: 6 });
const bound = fc.record({ units: amount, inclusive: fc.boolean(), foreign: fc.integer({ min: 0, max: 19 }) });
const row = fc.record({
  type: fc.constantFrom(...TYPES),
  from: fc.option(bound, { nil: undefined }),
  to: fc.option(bound, { nil: undefined }),
  lane: fc.constantFrom<Lane | undefined>(undefined, undefined, 'any', 'ordinary', 'regulatory'),
  scope: fc.constantFrom('all', 'all', 'all', 'whole', 'part', 'category', 'level'),
  deciders: fc.constantFrom(1, 1, 1, 1, 0, 2),
});

/** The finding that says why nobody, or nobody alone, decides. */
function names(finding: RightsFinding, { matter, unresolved, rivals, lane }: WhoDecides): boolean {
  if (finding.type !== matter.type || (finding.lane !== undefined && finding.lane !== lane)) return false;
  const ids = rivals.map(({ id }) => id);
  const inside = finding.range !== undefined && matter.amount !== undefined && isInRange(finding.range, matter.amount);
  switch (unresolved) {
    case 'noRow':
      return finding.rule === 'typeWithoutRow';
    case 'gap':
      return finding.rule === 'typeWithoutRow' || (finding.rule === 'thresholdGap' && inside);
    case 'double':
      return finding.rule === 'thresholdOverlap' && inside && ids.every((id) => finding.rights?.includes(id));
    case 'unlikeMoney':
      return finding.wording === 'mixedMoney' || finding.wording === 'otherMoney';
    case 'noDecider':
    case 'twoDeciders':
      return finding.rule === unresolved && ids.includes(finding.right as never);
    default:
      return false;
  }
}

describe(byChance('rights at random'), () => {
  test('one decider, or a finding that names why', async () => {
    await holds(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 9 }), async (rows) => {
        const at = await desk(3);
        const whole = await at.add('component', { name: 'Whole', level: 'programme' });
        const part = await at.add('component', { name: 'Part', parent: whole, category: 'A', level: 'project' });
        const legal = await at.add('component', { name: 'Legal', parent: whole, law: 'Act', category: 'A' });
        const deciders = [
          { part: 'decide', role: 'sponsor' },
          { part: 'decide', role: 'accountable' },
        ] as const;
        const scopes = {
          all: {},
          whole: { component: whole },
          part: { component: part },
          category: { category: 'A' },
          level: { level: 'project' },
        } as const;
        const end = (of: { units: number; inclusive: boolean; foreign: number } | undefined) =>
          of && {
            money: of.foreign === 0 ? { ...gbp(of.units / 100), currency: 'SAR' } : gbp(of.units / 100),
            inclusive: of.inclusive,
          };
        const writes = rows.flatMap(({ type, from, to, lane, scope, deciders: count }) => {
          const ends = { ...(from && { from: end(from) }), ...(to && { to: end(to) }) };
          const right = { type, ...ends, ...(lane && { lane }), ...scopes[scope as 'all'] } as DecisionRight;
          return rightWrites(at, right, deciders.slice(0, count))[1];
        });
        await writeAll(at, writes);
        const findings = lintRights(at.book, ON);
        return [undefined, whole, part, legal].every((component) =>
          TYPES.every((type) =>
            [0, 1, 2, 3, 4, 5, 6, 7, 1_000].every((units) => {
              const who = whoDecides(at.book, { type, component, amount: gbp(units / 100) }, ON);
              if (who.right) return who.parts.decide.length === 1 && who.decides !== undefined;
              return findings.some((finding) => names(finding, who));
            }),
          ),
        );
      }),
      times(60, 2_000),
    );
  });
});
