// The minutes of a meeting as a file to sign: pressed away from the page, printed by the same road as the pack.

import { bridge } from '#renderer/bridge.ts';
import { fontFaces } from '#renderer/look/faces.ts';
import { pressPaper, pressPaperPage } from '#renderer/workers/run.ts';
import { paperOfMeeting } from '#shared/deck/minutesPaper.ts';
import type { Paper } from '#shared/deck/paper.ts';
import type { Book } from '#shared/domain/book.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Language } from '#shared/words/format.ts';
import { plain } from '#shared/words/plain.ts';
import { createWords } from '#shared/words/words.ts';
import { say, useDesk } from './desk.ts';
import { asFileName } from './files.ts';
import { usePrefs } from './prefs.ts';

export type MinutesFormat = 'docx' | 'pdf';

/** Asks for a place, writes the minutes there and says so. False where nothing was saved, the browser's own print dialog included. */
export async function saveMinutes(
  book: Book,
  meeting: RecordId,
  language: Language,
  format: MinutesFormat,
): Promise<boolean> {
  const { words } = usePrefs.getState();
  const saved = await save(book, meeting, language, format);
  if (saved.ok) say({ tone: 'done', text: words.say('desk.fileSaved', { name: saved.value }) });
  else if (saved.problem.code !== 'bridge.cancelled') say({ tone: 'problem', text: words.problem(saved.problem) });
  return saved.ok;
}

async function save(book: Book, meeting: RecordId, language: Language, format: MinutesFormat): Promise<Result<string>> {
  const paper = paperOf(book, meeting, language);
  if (!paper.ok) return paper;
  const bytes = await bytesOf(paper.value, format);
  if (!bytes.ok) return bytes;
  const name = asFileName(`${nameOf(paper.value)} ${language}`, 'minutes');
  const saved = await bridge.saveFile({ suggestedName: `${name}.${format}`, kind: format, bytes: bytes.value });
  return saved.ok ? done(saved.value.name) : saved;
}

function paperOf(book: Book, id: RecordId, language: Language): Result<Paper> {
  const meeting = book.get('meeting', id);
  const { opened } = useDesk.getState();
  if (!meeting || !opened) return refuse('minutes.gone');
  const { digits, calendar } = usePrefs.getState().prefs;
  return paperOfMeeting(book, meeting, createWords({ language, digits, calendar }), today(opened.ctx));
}

async function bytesOf(paper: Paper, format: MinutesFormat): Promise<Result<Uint8Array>> {
  if (format === 'docx') return pressPaper(paper).result;
  const page = await pressPaperPage(paper, await fontFaces()).result;
  if (!page.ok) return page;
  const printed = await bridge.printPdf({ html: page.value });
  return printed.ok ? done(printed.value.bytes) : printed;
}

/** The meeting's own title and the board's, without the marks that steer direction. */
const nameOf = ({ title, lines }: Paper): string => plain([title, lines[0]].join(' '));
