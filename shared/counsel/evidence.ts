// What is known when a decision is put before its body: facts by name, typed and dated, the same for the same book.
import type { Entry } from '#shared/domain/book.ts';
import { aboutOf, commitmentOf } from '#shared/govern/commitment.ts';
import { type WhoDecides, whoDecides } from '#shared/govern/rights.ts';
import { sha256Text } from '#shared/kit/hash.ts';
import type { ChangeId, RecordId } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Counsel } from './counsel.ts';
import {
  aimFacts,
  benefitFacts,
  componentFacts,
  type Fact,
  forwardFacts,
  gateFacts,
  rightFacts,
  riskFacts,
  valueFacts,
} from './facts.ts';
import { type OptionFigures, optionFigures, optionsOf } from './options.ts';
import { stoppingOf } from './stopping.ts';
import { termsOf } from './terms.ts';

export interface EvidencePart {
  /** A key under 'evidence.part.'. */
  readonly part: 'component' | 'value' | 'forward' | 'benefits' | 'aims' | 'risks' | 'gates' | 'right';
  readonly facts: readonly Fact[];
}

export interface OptionEvidence {
  readonly id: RecordId;
  readonly title: string;
  readonly form: string;
  readonly isRecommended: boolean;
  readonly figures: OptionFigures;
  readonly note: string;
}

export interface Evidence {
  readonly asAt: Day;
  /** Hash of what the paper asks; see `termsOf`. */
  readonly terms: string;
  readonly question: string;
  readonly options: readonly OptionEvidence[];
  readonly parts: readonly EvidencePart[];
}

/** Everything the book knows of a decision on the day. Sunk cost stands apart, under its own name. */
export function evidenceOf(counsel: Counsel, decision: Entry<'decision'>): Evidence {
  const options = optionsOf(counsel, decision.id).map(
    (option): OptionEvidence => ({
      id: option.id,
      title: option.title,
      form: option.form,
      isRecommended: decision.recommended === option.id,
      figures: optionFigures(counsel, decision, option),
      note: option.note ?? '',
    }),
  );
  const component = counsel.book.get('component', decision.component);
  const parts: EvidencePart[] = component
    ? [
        { part: 'component', facts: componentFacts(counsel, component) },
        { part: 'value', facts: valueFacts(counsel, component) },
        { part: 'forward', facts: forwardFacts(stoppingOf(counsel, component.id)) },
        { part: 'benefits', facts: benefitFacts(counsel, decision) },
        { part: 'aims', facts: aimFacts(counsel, component) },
        { part: 'risks', facts: riskFacts(counsel, component) },
        { part: 'gates', facts: gateFacts(counsel, component) },
      ]
    : [{ part: 'benefits', facts: benefitFacts(counsel, decision) }];
  parts.push({ part: 'right', facts: rightFacts(counsel, decisionRight(counsel, decision)) });
  return {
    asAt: counsel.asAt,
    terms: termsOf(counsel.book, decision),
    question: decision.question ?? '',
    options,
    parts: parts.filter(({ facts }) => facts.length > 0),
  };
}

/** Who decides this, on what it commits with all that was asked for the same thing before. */
export function decisionRight(
  { book, asAt }: Pick<Counsel, 'book' | 'asAt'>,
  decision: Entry<'decision'>,
  on = asAt,
): WhoDecides {
  const { type, benefit, amount: asked } = decision;
  const about = aboutOf(book, decision);
  const { amount } = commitmentOf(book, about, type, asked, decision.id);
  return whoDecides(book, { type, component: about, benefit, amount }, on);
}

/** The evidence as it is kept, and the hash that tells whether one letter of it changed. */
export function frozenText(evidence: Evidence): { readonly evidence: string; readonly hash: string } {
  const text = canonical(evidence);
  return { evidence: text, hash: sha256Text(text) };
}

/** Undefined: it is not as it was frozen. */
export function readEvidence({ evidence, hash }: { evidence: string; hash: string }): Evidence | undefined {
  return sha256Text(evidence) === hash ? (JSON.parse(evidence) as Evidence) : undefined;
}

/** The tips of every chain of changes the book is made of, in one order. */
export const tipsOf = ({ book }: Pick<Counsel, 'book'>): ChangeId[] => [...book.state.tips.values()].sort();
