// The committee's pack: the whole story in order, from one book at one moment. Pure: the same book tells the same story.
import { latestAsAt } from '#shared/domain/before.ts';
import type { Book } from '#shared/domain/book.ts';
import type { Day } from '#shared/kit/period.ts';
import { attestationSlides } from './attestationSlides.ts';
import { categorySlides } from './categorySlide.ts';
import { charterSlides } from './charterSlide.ts';
import { isGoverned, preparedText } from './decisionSaid.ts';
import { decisionSlides } from './decisionSlides.ts';
import { earlierSlides } from './earlierDecisions.ts';
import { exceptionSlides } from './exceptionSlides.ts';
import { inFrame } from './frame.ts';
import { governanceSlides } from './governanceSlide.ts';
import { honestSlides } from './honestSlide.ts';
import { hasLedger } from './ledgerStory.ts';
import { packMapSlides } from './mapSlides.ts';
import { methodSlides } from './methodSlides.ts';
import type { Deck } from './model.ts';
import { movementSlide } from './movementSlide.ts';
import { portfolioSlide } from './portfolioSlide.ts';
import { resolutionSlides } from './resolutionSlides.ts';
import { workbookSheets } from './sheets.ts';
import { sightSlides } from './sightSlide.ts';
import { slateSlides } from './slateSlide.ts';
import type { Draft } from './slide.ts';
import { type PackInput, type Story, tellStory } from './story.ts';
import { sustainmentSlides } from './sustainmentSlides.ts';
import { trajectorySlides } from './trajectorySlide.ts';
import { valueExceptionSlides } from './valueExceptions.ts';
import { valueSlides } from './valueSlide.ts';

export type { PackInput } from './story.ts';

/**
 * The date a pack speaks of: as its office set it; else today where value is measured month by month, as on screen; else
 * the latest publication in the book.
 */
export const packDate = (book: Book, today: Day): Day =>
  book.office.reportingDate ?? (hasLedger(book) ? today : (latestAsAt(book) ?? today));

export function packDeck(input: PackInput): Deck {
  const story = tellStory(input);
  return inFrame(story, story.office.name ?? story.words.say('deck.title'), slidesOf(story), workbookSheets(story));
}

/** Sections without figures are left out, and the appendix says so. */
function slidesOf(story: Story): Draft[] {
  const { words } = story;
  const sight = sightSlides(story);
  const value = valueSlides(story);
  const category = categorySlides(story);
  const exceptions = exceptionSlides(story);
  const movement = movementSlide(story);
  const [trajectory, attestations, sustainment] = [trajectorySlides, attestationSlides, sustainmentSlides].map((tell) =>
    tell(story),
  ) as [Draft[], Draft[], Draft[]];
  const governed = governedSlides(story);
  const leftOut = [
    ...governed.leftOut,
    sight.length === 0 && hasObjectives(story) ? words.say('mapDeck.leftOut.sight') : '',
    value.length === 0 ? words.say('deck.leftOut.value') : '',
    category.length === 0 ? words.say('deck.leftOut.category') : '',
    exceptions.length === 0 ? words.say('deck.leftOut.exceptions') : '',
    movement ? '' : words.say(story.before ? 'deck.leftOut.movementNothing' : 'deck.leftOut.movement'),
    story.ledger && trajectory.length === 0 ? words.say('trajectory.leftOut.trajectory') : '',
    story.ledger && attestations.length === 0 ? words.say('trajectory.leftOut.attested') : '',
    story.ledger && sustainment.length === 0 ? words.say('trajectory.leftOut.watch') : '',
  ];
  const opening = [
    ...governed.requested,
    ...governed.earlier,
    portfolioSlide(story),
    ...honestSlides(story),
    ...trajectory,
    ...sight,
  ];
  return [
    ...opening,
    ...packMapSlides(story, opening.length + 1),
    ...value,
    ...category,
    ...valueExceptionSlides(story),
    ...exceptions,
    ...governed.slate,
    ...(movement ? [movement] : []),
    ...attestations,
    ...sustainment,
    ...governed.health,
    ...governed.resolutions,
    ...governed.charter,
    ...methodSlides(story, leftOut),
  ];
}

/** What decisions and rights bring to the pack; a book without either is told of none of it. */
function governedSlides(story: Story) {
  const { words } = story;
  const charter = charterSlides(story);
  if (!isGoverned(story))
    return { requested: [], earlier: [], slate: [], health: [], resolutions: [], charter, leftOut: [] };
  const requested = decisionSlides(story);
  const earlier = earlierSlides(story);
  const slate = slateSlides(story);
  const resolutions = resolutionSlides(story);
  const leftOut = [
    requested.length === 0
      ? [words.say('decisionDeck.leftOut.requested'), preparedText(story)].filter(Boolean).join(' ')
      : '',
    earlier.length === 0 ? words.say('decisionDeck.leftOut.earlier') : '',
    slate.length === 0 ? words.say('decisionDeck.leftOut.slate') : '',
    resolutions.length === 0 ? words.say('decisionDeck.leftOut.resolutions') : '',
  ];
  return { requested, earlier, slate, health: governanceSlides(story), resolutions, charter, leftOut };
}

/** A book without objectives is not told that it lacks a line of sight to them. */
const hasObjectives = ({ book }: Story): boolean => !book.all('objective')[Symbol.iterator]().next().done;
