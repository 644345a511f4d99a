// Figures of a line of sight in words: shares, losses by class of money, and why something is lost. On screen and at the command line alike.
import type { PathShare } from '#shared/map/contribution.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import type { Words } from '#shared/words/words.ts';
import type { ByClass, Loss } from './impact.ts';

/** "32 %", "at least 32 %", "share not stated". @param digits decimals of the percentage */
export function shareText({ share, isStated, isPartial }: PathShare, words: Words, digits: number): string {
  if (!isStated) return words.say('map.shareUnstated');
  const percent = words.percent(share, digits);
  return isPartial ? words.say('map.shareAtLeast', { percent }) : percent;
}

/** "Cashable £3m; social £12m"; never one sum. */
export function lostText(lost: ByClass, currency: string, words: Words): string {
  const said = MONEY_CLASSES.filter((group) => lost[group] !== 0).map(
    (group) => `${words.say(`moneyClass.${group}`)} ${words.money({ minor: Math.round(lost[group]), currency })}`,
  );
  return said.length === 0 ? words.say('stops.noMoney') : said.join(words.say('deck.semicolon'));
}

export function basisText({ basis, share, isAtLeast, unverified }: Loss, currency: string, words: Words): string {
  const percent = share === undefined ? '—' : words.percent(share, 1);
  const key = basis === 'path' && isAtLeast ? 'pathAtLeast' : basis;
  return words.sayAny(`stops.because.${key}`, { percent, all: lostText(unverified, currency, words) });
}
