// The months as people write them, whole or cut short, in English and Arabic (Egyptian, Gulf and Levantine names).
import { foldText } from '#shared/kit/order.ts';

const ENGLISH = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const ARABIC: Readonly<Record<string, number>> = {
  يناير: 1,
  'كانون الثاني': 1,
  فبراير: 2,
  شباط: 2,
  مارس: 3,
  اذار: 3,
  ابريل: 4,
  نيسان: 4,
  مايو: 5,
  ايار: 5,
  يونيو: 6,
  يونيه: 6,
  حزيران: 6,
  يوليو: 7,
  يوليه: 7,
  تموز: 7,
  اغسطس: 8,
  اب: 8,
  سبتمبر: 9,
  ايلول: 9,
  اكتوبر: 10,
  'تشرين الاول': 10,
  نوفمبر: 11,
  'تشرين الثاني': 11,
  ديسمبر: 12,
  'كانون الاول': 12,
};

/** 1 to 12 for a month's name or its beginning of at least three letters ("Sept"); a word that only begins alike is none. */
export function monthNamed(word: string): number | undefined {
  const name = foldText(word).trim();
  if (Object.hasOwn(ARABIC, name)) return ARABIC[name];
  const at = name.length < 3 ? -1 : ENGLISH.findIndex((month) => month.startsWith(name));
  return at < 0 ? undefined : at + 1;
}
