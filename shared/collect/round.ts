// Everything a collection round sends out, in one step: a workbook and a letter for each request that is still open.
import type { Book, Entry } from '#shared/domain/book.ts';
import { type Context, today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { debtorsOf, dueIn } from '#shared/value/due.ts';
import { nameOf, requestsOf, sameWho } from '#shared/value/rounds.ts';
import { spanNamed } from '#shared/value/span.ts';
import type { Language } from '#shared/words/format.ts';
import { createWords } from '#shared/words/words.ts';
import { type Letter, letterFor } from './letter.ts';
import { emlOf, isAddress, type Mailbox } from './mail.ts';
import { fileNames } from './names.ts';
import type { Asking } from './parcel.ts';
import { workbookFor } from './workbook.ts';

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What goes out to one owner or programme. `file` is the name all three share, without its ending. */
export interface Parcel {
  readonly request: RecordId;
  readonly who: string;
  readonly file: string;
  readonly workbook: Uint8Array<ArrayBuffer>;
  readonly letter: { readonly subject: string; readonly text: string };
  readonly eml: string;
  /** Empty where the book knows no address. */
  readonly to: readonly Mailbox[];
}

export interface ParcelChoice {
  readonly book: Book;
  readonly bookId: string;
  readonly round: RecordId;
  readonly language: Language;
  /** A language for some; the rest get the one their record names, else `language`. */
  readonly languageOf?: (request: Entry<'request'>) => Language | undefined;
  /** Left out: everyone who has not answered. */
  readonly requests?: readonly RecordId[];
  readonly letter?: 'first' | 'reminder';
  /** The day everything bears; today where left out. */
  readonly on?: Day;
}

/** One after the other, so that a screen can count along; nothing of the book is changed. */
export async function* parcelsOf(choice: ParcelChoice, ctx: Context): AsyncGenerator<Parcel> {
  for (const { asking, file } of askingsOf(choice, ctx)) {
    const workbook = await workbookFor(asking);
    const letter = letterFor(asking, choice.letter ?? 'first');
    const eml = emlOf({
      from: senderOf(choice.book, ctx.by),
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      date: ctx.now(),
      language: asking.words.language,
      attachment: { name: `${file}.xlsx`, type: WORKBOOK_TYPE, bytes: workbook },
    });
    const { subject, text, to } = letter;
    yield { request: asking.request.id, who: asking.who, file, workbook, letter: { subject, text }, eml, to };
  }
}

/** The letter of one request as plain text, without making its workbook; undefined where nothing is due any more. */
export function letterOf(choice: ParcelChoice, request: RecordId, ctx: Context): Letter | undefined {
  const [one] = askingsOf({ ...choice, requests: [request] }, ctx);
  return one && letterFor(one.asking, choice.letter ?? 'first');
}

/** The requests to answer, with what is due from each now; one from whom nothing is due any more is left out. */
function askingsOf(choice: ParcelChoice, ctx: Context): { asking: Asking; file: string }[] {
  const { book, bookId, language } = choice;
  const round = book.get('round', choice.round);
  const span = spanNamed(round?.period ?? '', book.office.fiscalYearStart);
  if (!round || !span.ok) return [];
  const debtors = debtorsOf(dueIn(book, span.value), round.by ?? 'owner');
  const requests = requestsOf(book, round.id);
  const names = fileNames(book, round, requests);
  const wanted = (request: Entry<'request'>): boolean =>
    choice.requests ? choice.requests.includes(request.id) : request.returned === undefined;
  return requests
    .filter(wanted)
    .flatMap((request) => {
      const due = debtors.find((debtor) => sameWho(debtor, request))?.due;
      if (!due) return [];
      const words = createWords({ language: choice.languageOf?.(request) ?? languageFor(book, request) ?? language });
      const who = nameOf(book, request);
      const asking: Asking = {
        book,
        bookId,
        round,
        request,
        span: span.value,
        due,
        who,
        words,
        on: choice.on ?? today(ctx),
      };
      return [{ asking, file: names.get(request) ?? request.id }];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The language of whoever answers: the owner, or the programme's delivery lead or sponsor. */
function languageFor(book: Book, request: Entry<'request'>): Language | undefined {
  const component = book.get('component', request.component);
  const person = request.person ?? component?.deliveryLead ?? component?.sponsor;
  return book.get('person', person)?.language;
}

/** The person at the desk, where the book knows an address of that name. */
function senderOf(book: Book, by: string): Mailbox | undefined {
  for (const person of book.all('person')) {
    const address = person.email?.trim();
    if (by !== '' && person.name === by && isAddress(address)) return { name: person.name, address };
  }
  return undefined;
}
