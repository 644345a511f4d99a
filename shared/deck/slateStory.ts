// What the slate tells: the components of which the book says enough, and those it proposes to stop, pivot or scale.
import { appraisalOf } from '#shared/counsel/counsel.ts';
import { type Stopping, stoppingOf } from '#shared/counsel/stopping.ts';
import { sizeOf } from '#shared/sight/impact.ts';
import { storyCounsel } from './decisionSaid.ts';
import type { Story } from './story.ts';

export const SLATE = ['stop', 'pivot', 'scale'] as const;
export type SlateProposal = (typeof SLATE)[number];

export interface SlateLine extends Stopping {
  readonly proposal: SlateProposal;
  readonly outlook: NonNullable<Stopping['outlook']>;
}

export interface Slate {
  /** To stop first, the worst of them at the top; then to pivot; then to scale, the best first. */
  readonly lines: readonly SlateLine[];
  readonly judged: number;
  /** Current components of which the book does not say enough. */
  readonly notJudged: number;
  readonly currency: string;
  /** What stopping those put forward for it would free, in minor units. */
  readonly freed: number;
  readonly count: Readonly<Record<SlateProposal, number>>;
}

export function tellSlate(story: Story): Slate | undefined {
  const counsel = storyCounsel(story);
  const { book } = story;
  const lines: SlateLine[] = [];
  let [judged, notJudged] = [0, 0];
  for (const { id } of story.current) {
    const component = book.get('component', id);
    if (!component || component.work === 'stopped') continue;
    // only what can be appraised has an outlook: the rest is not asked of the map
    const { figures, problem } = appraisalOf(counsel, id);
    const stopping = figures || problem?.code === 'value.noBenefitByYear' ? stoppingOf(counsel, id) : undefined;
    if (!stopping?.outlook || !stopping.proposal) {
      notJudged++;
      continue;
    }
    judged++;
    const { proposal, outlook } = stopping;
    if (proposal !== 'continue') lines.push({ ...stopping, proposal, outlook });
  }
  if (lines.length === 0) return undefined;
  const rank = ({ proposal }: SlateLine) => SLATE.indexOf(proposal);
  const worth = ({ outlook, proposal }: SlateLine) => (proposal === 'scale' ? -1 : 1) * outlook.continuing;
  lines.sort((a, b) => rank(a) - rank(b) || worth(a) - worth(b) || sizeOf(b.impact.lost) - sizeOf(a.impact.lost));
  const of = (proposal: SlateProposal) => lines.filter((line) => line.proposal === proposal);
  return {
    lines,
    judged,
    notJudged,
    currency: counsel.terms.currency,
    freed: of('stop').reduce((sum, { freed }) => sum + Math.round(freed ?? 0), 0),
    count: { stop: of('stop').length, pivot: of('pivot').length, scale: of('scale').length },
  };
}
