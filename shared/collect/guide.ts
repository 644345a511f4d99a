// The first sheet of a collection workbook: for whom, by when, what is asked and how to fill it, in the owner's language.
import type { FormCell, FormLook, FormRow, FormSheet } from '#shared/sheet/form.ts';
import { type Asking, countsOf, spanText } from './parcel.ts';

export function guideSheet(asking: Asking): FormSheet {
  const { book, words: w, round, span, who, due } = asking;
  const { office } = book;
  const counts = countsOf(due);
  const fact = (head: string, value: string): FormRow => row([head, 'strong'], [value, 'body']);
  const asked = [
    ...(counts.readings > 0 ? [w.say('collect.askReadings', { count: counts.readings })] : []),
    ...(counts.forecasts > 0 ? [w.say('collect.askForecasts', { count: counts.forecasts })] : []),
    ...(counts.attestations > 0 ? [w.say('collect.askAttestations', { count: counts.attestations })] : []),
    ...(counts.acceptances > 0 ? [w.say('collect.askAcceptances', { count: counts.acceptances })] : []),
  ];
  const steps = [
    w.say('collect.stepMarked'),
    ...(counts.readings > 0 ? [w.say('collect.stepReadings')] : []),
    ...(counts.forecasts > 0 ? [w.say('collect.stepForecast')] : []),
    ...(counts.attestations > 0 ? [w.say('collect.stepAttest')] : []),
    ...(counts.acceptances > 0 ? [w.say('collect.stepAccept')] : []),
    w.say('collect.stepLeave'),
    w.say('collect.stepReturn', { due: w.date(round.due) }),
  ];
  const name = office.organisation ?? office.name;
  return {
    name: w.say('collect.sheetGuide'),
    columns: [{ width: 4 }, { width: 24 }, { width: 92 }],
    rows: [
      row(),
      { ...row([w.say('collect.title'), 'title']), height: 30 },
      { ...row([spanText(w, span, office.fiscalYearStart), 'lead']), height: 20 },
      row(),
      fact(w.say('collect.for'), who),
      ...(name ? [fact(w.say('collect.from'), name)] : []),
      fact(w.say('collect.by'), w.date(round.due)),
      row(),
      ...asked.map((line, at) => row([at === 0 ? w.say('collect.asked') : null, 'strong'], [line, 'body'])),
      row(),
      ...steps.map((line, at) =>
        row([at === 0 ? w.say('collect.how') : null, 'strong'], [`${w.number(at + 1)}. ${line}`, 'body']),
      ),
      row(),
      row([w.say('collect.colours'), 'strong'], [w.say('collect.colourFill'), 'sample']),
      row([null, 'body'], [w.say('collect.colourLocked'), 'cell']),
      row(),
      row([null, 'body'], [w.say('collect.madeWith', { date: w.date(asking.on) }), 'quiet']),
    ],
    rules: [],
    frozenRows: 0,
    frozenColumns: 0,
  };
}

/** Cells from the second column on. */
const row = (...cells: readonly (readonly [value: string | null, look: FormLook])[]): FormRow => ({
  cells: cells.length === 0 ? [] : [{ look: 'key' }, ...cells.map(([value, look]): FormCell => ({ value, look }))],
});
