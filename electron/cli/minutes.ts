// `mizan minutes BOOK --meeting TITLE-OR-ID --out FILE.docx|.pdf`: the minutes to be signed, or a draft of them.
import { saveAtomically } from '#electron/host/save.ts';
import { openBook } from '#shared/change/commit.ts';
import { paperOfMeeting } from '#shared/deck/minutesPaper.ts';
import type { Paper } from '#shared/deck/paper.ts';
import { Book, type Entry, kindTable } from '#shared/domain/book.ts';
import { today } from '#shared/kit/context.ts';
import { foldText } from '#shared/kit/order.ts';
import { pressDocx } from '#shared/press/docx.ts';
import { paperHtml } from '#shared/press/paperHtml.ts';
import { createWords } from '#shared/words/words.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { fontFaces } from './fonts.ts';
import { printPdf } from './print.ts';
import { openFileStore } from './store.ts';

/** Meetings a sentence names; a longer list is no help. */
const MOST_NAMED = 8;

export async function minutesCommand({ files, options }: Call): Promise<Answer> {
  const { out = '', meeting: wanted } = options;
  const format = /\.(docx|pdf)$/i.exec(out)?.[1]?.toLowerCase();
  if (format === undefined) throw new Refusal({ code: 'minutes.badOut' });
  if (!wanted) throw new Refusal({ code: 'minutes.noMeeting' });
  const language = options.language ?? options.lang ?? 'en';
  if (language !== 'en' && language !== 'ar') throw new Refusal({ code: 'cli.badLanguage', args: { text: language } });
  const ctx = newContext();
  const { state } = await openBook(must(openFileStore(files[0] as string, false)), kindTable, ctx.now());
  const book = new Book(state);
  const meeting = meetingNamed(book, wanted);
  const paper = must(paperOfMeeting(book, meeting, createWords({ language }), today(ctx)));
  await write(paper, format, out);
  const isDraft = paper.mark !== undefined;
  return {
    data: { ok: true, meeting: meeting.id, title: meeting.title, on: meeting.on, draft: isDraft, language, file: out },
    sentence: words.say(isDraft ? 'minutes.writtenDraft' : 'minutes.written', { title: meeting.title, file: out }),
  };
}

async function write(paper: Paper, format: string, out: string): Promise<void> {
  if (format === 'docx') return void (await saveAtomically(out, pressDocx(paper)));
  const failed = await printPdf(paperHtml(paper, { fonts: fontFaces() }), out);
  if (failed !== undefined) throw new Refusal({ code: 'minutes.noPdf' });
}

/** By its id, or by a title that only one meeting has. */
function meetingNamed(book: Book, text: string): Entry<'meeting'> {
  const all = [...book.all('meeting')].sort((a, b) => b.on.localeCompare(a.on));
  const wanted = foldText(text).trim();
  const byId = all.filter(({ id }) => id === text);
  const found = byId.length > 0 ? byId : all.filter(({ title }) => foldText(title).trim() === wanted);
  if (found.length === 1) return found[0] as Entry<'meeting'>;
  if (found.length > 1) throw new Refusal({ code: 'minutes.ambiguous', args: { text, names: listed(found) } });
  if (all.length === 0) throw new Refusal({ code: 'minutes.unknown', args: { text } });
  throw new Refusal({ code: 'minutes.unknownNear', args: { text, names: listed(all) } });
}

function listed(meetings: readonly Entry<'meeting'>[]): string {
  const named = meetings.slice(0, MOST_NAMED).map(({ id, title, on }) => `“${title}” (${words.date(on)}, ${id})`);
  return (meetings.length > MOST_NAMED ? [...named, '…'] : named).join(', ');
}
