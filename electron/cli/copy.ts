// `mizan copy BOOK --out COPY`: a copy for a programme or a person, without money or remarks, or what a colleague's file lacks.
import { basename } from 'node:path';
import { saveAtomically } from '#electron/host/save.ts';
import { stateOfChanges } from '#shared/change/asat.ts';
import { Withheld } from '#shared/change/withheld.ts';
import { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { laterThan } from '#shared/merge/later.ts';
import { carriedOf, copyFor, REDACTIONS, type Redaction } from '#shared/merge/redaction.ts';
import { withheldReport, withheldText } from '#shared/merge/said.ts';
import type { Scope } from '#shared/merge/scope.ts';
import { plain } from '#shared/words/plain.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { bookIn } from './merge.ts';
import { writeBookFile } from './sealed.ts';
import { mustHaveFolder } from './store.ts';

export async function copyCommand({ files, options }: Call): Promise<Answer> {
  const { out, component, person, withhold, since } = options;
  if (!out || !(component || person || withhold || since)) throw new Refusal({ code: 'cli.copyNeeds' });
  mustHaveFolder(out);
  const file = bookIn(files[0] as string);
  if (since !== undefined) {
    if (component || person || withhold) throw new Refusal({ code: 'cli.copySince' });
    const later = must(laterThan(file, bookIn(since), basename(since)));
    await saveAtomically(out, writeBookFile(later));
    const count = later.changes.length;
    const sentence = words.say('cli.copiedSince', { count, file: basename(out), theirs: basename(since) });
    return { data: { ok: true, file: out, book: file.book, changes: count }, sentence: plain(sentence) };
  }
  const now = newContext().now();
  const state = stateOfChanges(file.changes, now);
  const without = redactionsIn(withhold);
  const copy = copyFor(state, file, { scope: scopeIn(new Book(state), component, person), without });
  await saveAtomically(out, writeBookFile({ book: file.book, ...copy }));
  const withheld = new Withheld(copy.holding);
  const { records, all } = carriedOf(state, copy);
  return {
    data: {
      ok: true,
      file: out,
      book: file.book,
      changes: copy.changes.length,
      records,
      all,
      withheld: withheldReport(withheld),
    },
    sentence: plain(
      words.say('cli.copied', {
        file: basename(out),
        records: words.number(records),
        all: words.number(all),
        withheld: withheld.isEmpty ? '' : withheldText(withheld, words),
      }),
    ),
  };
}

function redactionsIn(text = ''): Redaction[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      if (!REDACTIONS.includes(each as Redaction))
        throw new Refusal({ code: 'cli.copyWithhold', args: { text: each } });
      return each as Redaction;
    });
}

function scopeIn(book: Book, component: string | undefined, person: string | undefined): Scope {
  if (component) return { of: 'component', id: find(book, 'component', component) };
  if (person) return { of: 'person', id: find(book, 'person', person) };
  return { of: 'book' };
}

function find(book: Book, kind: 'component' | 'person', text: string): RecordId {
  const found = [...book.all(kind)].filter(({ id }) => id === text || recordName(book, kind, id) === text);
  const [first, second] = found;
  if (!first) throw new Refusal({ code: 'cli.copyNobody', args: { text } });
  if (second) throw new Refusal({ code: 'cli.copySeveral', args: { text } });
  return first.id;
}
