// What every deck carries around its slides: language, name, colours, foot and slide numbers.
import { tidied } from '#shared/words/measure.ts';
import { rateText } from './ledgerTable.ts';
import type { Deck } from './model.ts';
import type { Draft } from './slide.ts';
import type { Story } from './story.ts';

export function inFrame(story: Story, title: string, drafts: readonly Draft[], sheets: Deck['sheets']): Deck {
  const { words, office, asAt, snapshot } = story;
  return {
    language: words.language,
    direction: words.direction,
    title: tidied(title),
    organisation: tidied(office.organisation ?? ''),
    ...(office.logo ? { logo: office.logo } : {}),
    colour: office.colour,
    asAt,
    footer: {
      classification: words.say(`classification.${office.classification}`),
      asAt: words.say('deck.footer.asAt', { date: words.date(asAt) }),
      priceBase: story.priceBase,
      ...(story.ledger ? { rate: words.say('trajectory.footRate', { rate: rateText(story, story.ledger) }) } : {}),
      snapshot:
        story.number === undefined
          ? words.say('deck.footer.snapshot', { snapshot })
          : words.say('deck.footer.issued', { number: story.number, snapshot }),
    },
    slides: drafts.map((draft, at) => ({
      ...draft,
      number: `${words.number(at + 1)} / ${words.number(drafts.length)}`,
    })),
    sheets,
  };
}
