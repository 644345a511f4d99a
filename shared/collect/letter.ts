// The letter a workbook goes out with, or a reminder of it: to whom, what about, and plain words to paste anywhere.

import { isAddress, type Mailbox } from './mail.ts';
import { type Asking, countsOf, spanText } from './parcel.ts';

export interface Letter {
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
}

export function letterFor(asking: Asking, kind: 'first' | 'reminder'): Letter {
  const { book, words: w, round, span, who, due } = asking;
  const { office } = book;
  const counts = countsOf(due);
  const from = office.organisation ?? office.name ?? '';
  const args = { period: spanText(w, span, office.fiscalYearStart), due: w.date(round.due) };
  const asked = [
    ...(counts.readings > 0 ? [w.say('collect.askReadings', { count: counts.readings })] : []),
    ...(counts.forecasts > 0 ? [w.say('collect.askForecasts', { count: counts.forecasts })] : []),
    ...(counts.attestations > 0 ? [w.say('collect.askAttestations', { count: counts.attestations })] : []),
    ...(counts.acceptances > 0 ? [w.say('collect.askAcceptances', { count: counts.acceptances })] : []),
  ];
  const titles = due.map(({ benefit }) => `• ${benefit.title}`);
  const paragraphs = [
    w.say('collect.dear', { name: greeted(asking) || who }),
    w.say(kind === 'first' ? 'collect.letterAsk' : 'collect.letterRemind', args),
    asked.map((line) => `• ${line}`).join('\n'),
    `${w.say('collect.letterBenefits')}\n${titles.slice(0, 30).join('\n')}`,
    w.say('collect.letterHow', args),
    [w.say('collect.letterThanks'), from].filter(Boolean).join('\n'),
  ];
  return {
    to: recipients(asking),
    subject:
      kind === 'first'
        ? w.say('collect.subject', { who, period: span.name })
        : w.say('collect.subjectReminder', { who, period: span.name }),
    text: `${paragraphs.join('\n\n')}\n`,
  };
}

/** Who answers for a programme's workbook: its delivery lead, else its sponsor, else each owner in it. */
function answering({ book, request, due }: Asking): Mailbox[] {
  const component = book.get('component', request.component);
  const lead = book.get('person', component?.deliveryLead) ?? book.get('person', component?.sponsor);
  const people = request.person
    ? [book.get('person', request.person)]
    : lead
      ? [lead]
      : [...new Set(due.map(({ owner }) => owner))];
  return people.flatMap((person) => (person ? [{ name: person.name, address: person.email?.trim() ?? '' }] : []));
}

const greeted = (asking: Asking): string =>
  answering(asking)
    .map(({ name }) => name)
    .join(asking.words.language === 'ar' ? '، ' : ', ');

const recipients = (asking: Asking): Mailbox[] => answering(asking).filter(({ address }) => isAddress(address));
