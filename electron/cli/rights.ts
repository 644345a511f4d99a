// `mizan rights BOOK`: who decides what (--who), what the lint finds (--lint), what a year run through the rights shows (--xray).
import { openBook } from '#shared/change/commit.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { DECISION_TYPES, type DecisionType, PARTS } from '#shared/domain/right.ts';
import { commitmentOf } from '#shared/govern/commitment.ts';
import { thresholdText } from '#shared/govern/ranges.ts';
import { holderName, rightName } from '#shared/govern/right-text.ts';
import { type Holder, rightsOf, type WhoDecides, whoDecides } from '#shared/govern/rights.ts';
import { rightsFindingText, rightsRemedyText } from '#shared/govern/rights-finding.ts';
import { lintRights } from '#shared/govern/rights-lint.ts';
import { vacantHolders, whoText } from '#shared/govern/who-text.ts';
import { type Xray, xrayRights } from '#shared/govern/xray.ts';
import { loadText, officeText, xrayFindingText, xraySummaryText } from '#shared/govern/xray-text.ts';
import { today } from '#shared/kit/context.ts';
import { type Money, minorDigits, moneyFromDecimal } from '#shared/kit/money.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { reportingDate } from '#shared/value/reporting.ts';
import { plain } from '#shared/words/plain.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { componentsOf, mustFind } from './mapFind.ts';
import { openFileStore } from './store.ts';

export async function rightsCommand({ files, options }: Call): Promise<Answer> {
  const path = files[0] as string;
  const ctx = newContext();
  const { state } = await openBook(must(openFileStore(path, false)), kindTable, ctx.now());
  const book = new Book(state);
  const wanted = options['as-at'];
  if (wanted !== undefined && !isDay(wanted)) throw new Refusal({ code: 'cli.badDate', args: { text: wanted } });
  const on = wanted ?? reportingDate(book, today(ctx));
  const isAsking = (['who', 'type', 'amount', 'component'] as const).some((each) => options[each] !== undefined);
  if (rightsOf(book).length === 0) throw new Refusal({ code: 'cli.rightsNone' });
  const answers: Answer[] = [];
  if (isAsking) answers.push(named('who', asked(book, options, on)));
  if (options.lint !== undefined) answers.push(named('lint', linted(book, on)));
  if (options.xray !== undefined) answers.push(named('xray', xrayed(book, seedOf(options.seed), on)));
  if (answers.length === 0) answers.push(summary(book, on));
  return {
    data: { ok: true, file: path, on, ...Object.assign({}, ...answers.map(({ data }) => data)) },
    sentence: plain(answers.map(({ sentence }) => sentence).join('\n\n')),
  };
}

const named = (name: string, { data, sentence }: Answer): Answer => ({ data: { [name]: data }, sentence });

function typeOf(text: string | undefined): DecisionType {
  const known = DECISION_TYPES.join(', ');
  if (text === undefined) throw new Refusal({ code: 'cli.rightsNoType', args: { known } });
  const type = DECISION_TYPES.find((each) => each.toLowerCase() === text.toLowerCase());
  if (!type) throw new Refusal({ code: 'cli.rightsBadType', args: { text, known } });
  return type;
}

/**
 * Units of the book's currency: digits, thousands apart or not, and after a point no more digits than its coins have.
 * Anything that could be read two ways is refused.
 */
function amountOf(text: string | undefined, currency: string): Money | undefined {
  if (text === undefined) return undefined;
  const [, whole = '', , fraction = ''] = /^(\d+|\d{1,3}(?:([,_ ])\d{3})(?:\2\d{3})*)(?:\.(\d+))?$/.exec(text) ?? [];
  const money = moneyFromDecimal(text.replace(/[,_ ]/g, ''), 0, currency);
  if (!money.ok || whole === '' || fraction.length > minorDigits(currency))
    throw new Refusal({ code: 'cli.rightsBadAmount', args: { text } });
  return money.value;
}

function seedOf(text = '1'): number {
  if (!/^\d{1,9}$/.test(text)) throw new Refusal({ code: 'cli.rightsBadSeed', args: { text } });
  return Number(text);
}

function asked(book: Book, options: Call['options'], on: Day): Answer {
  const type = typeOf(options.type);
  const asked = amountOf(options.amount, book.office.currency);
  const component = options.component === undefined ? undefined : mustFind(options.component, componentsOf(book)).id;
  const commitment = commitmentOf(book, component, type, asked);
  const { before } = commitment;
  const answer = whoDecides(book, { type, component, amount: commitment.amount }, on);
  const sentences = whoText(book, words, answer).map(plain);
  if (asked && commitment.amount && before.length > 0)
    sentences.push(
      words.say('cli.rightsBefore', {
        asked: thresholdText(words, asked),
        amount: thresholdText(words, commitment.amount),
        names: before.map(({ title }) => words.say('rights.quoted', { name: title })).join(words.say('rights.comma')),
      }),
    );
  return {
    data: {
      type,
      component: component ? { id: component, name: book.get('component', component)?.name } : null,
      asked: asked ?? null,
      amount: commitment.amount ?? null,
      before: before.map(({ id, title, amount }) => ({ id, title, amount })),
      ...whoReport(book, answer),
      sentences,
    },
    sentence: sentences.join('\n'),
  };
}

function whoReport(book: Book, answer: WhoDecides): Record<string, unknown> {
  const { right, unresolved, rivals, decides, delegatedBy, parts, lane, isAimless } = answer;
  const holder = (each: Holder) => holderReport(book, each);
  return {
    decides: decides ? holder(decides) : null,
    delegatedBy: delegatedBy ? holder(delegatedBy) : null,
    unresolved: unresolved ?? null,
    right: right ? { ...right, sentence: plain(rightName(book, words, right)) } : null,
    rivals: rivals.map((each) => ({ id: each.id, sentence: plain(rightName(book, words, each)) })),
    lane,
    isAimless,
    parts: Object.fromEntries(PARTS.map((part) => [part, parts[part].map(holder)])),
    vacant: vacantHolders(answer).map(holder),
  };
}

const holderReport = (book: Book, holder: Holder) => ({
  body: holder.body ?? null,
  role: holder.role ?? null,
  name: plain(holderName(book, words, holder)),
  people: holder.people.map((id) => ({ id, name: book.get('person', id)?.name ?? null })),
});

function linted(book: Book, on: Day): Answer {
  const findings = lintRights(book, on);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const head = words.say('cli.rightsLinted', {
    errors: words.say('map.errors', { count: errors }),
    warnings: words.say('cli.rightsWarnings', { count: warnings }),
  });
  const lines = findings.map(
    (finding) =>
      `  ${finding.severity === 'error' ? words.say('severity.error') : words.say('cli.rightsWarning')}: ${rightsFindingText(book, words, finding)}`,
  );
  return {
    data: {
      errors,
      warnings,
      findings: findings.map((finding) => ({
        ...finding,
        sentence: plain(rightsFindingText(book, words, finding)),
        remedy: plain(rightsRemedyText(book, words, finding)),
      })),
    },
    sentence: [head, ...(lines.length > 0 ? lines : [words.say('cli.rightsNothing')])].join('\n'),
  };
}

function xrayed(book: Book, seed: number, on: Day): Answer {
  const xray = xrayRights(book, { on, seed });
  const findings = xray.findings.map((finding) => ({
    ...finding,
    sentence: plain(xrayFindingText(book, words, xray, finding)),
  }));
  const share = (money: number | undefined) =>
    money === undefined ? words.say('xray.noMoney') : words.percent(money, 1);
  const lines = (list: readonly string[]) => list.map((line) => `  ${line}`);
  return {
    data: { ...xray, findings },
    sentence: [
      xraySummaryText(words, xray),
      officeText(book, words, xray),
      words.say('cli.rightsDeciders'),
      ...lines(
        xray.deciders.map((each) =>
          words.say('xray.decider', {
            who: holderName(book, words, each),
            decisions: words.percent(each.decisions, 1),
            money: share(each.money),
          }),
        ),
      ),
      ...lines(xray.loads.map((load) => loadText(book, words, load))),
      words.say('cli.rightsHeard'),
      ...lines(xray.voices.map((each) => heardText(each, share))),
      words.say('cli.rightsFound'),
      ...lines(findings.length > 0 ? findings.map(({ sentence }) => sentence) : [words.say('cli.rightsNothing')]),
    ].join('\n'),
  };
}

const heardText = (
  { voice, decisions, money }: Xray['voices'][number],
  share: (money: number | undefined) => string,
): string =>
  words.say('xray.heard', {
    voice: words.sayAny(`voice.${voice}`),
    decisions: words.percent(decisions, 1),
    money: share(money),
  });

function summary(book: Book, on: Day): Answer {
  const rights = rightsOf(book);
  const lint = linted(book, on);
  const rows = rights.map(({ right, parties }) => {
    const deciders = parties.decide.map((party) => holderName(book, words, party));
    return {
      id: right.id,
      type: right.type,
      sentence: plain(
        words.say('cli.rightsRow', {
          right: rightName(book, words, right),
          who: deciders.join(words.say('rights.comma')) || words.say('cli.rightsNobody'),
        }),
      ),
    };
  });
  const { errors, warnings } = lint.data;
  return {
    data: { rights: rows, errors, warnings },
    sentence: [
      words.say('cli.rightsSize', { count: rights.length, lint: lint.sentence.split('\n')[0] ?? '' }),
      ...rows.map(({ sentence }) => `  ${sentence}`),
    ].join('\n'),
  };
}
