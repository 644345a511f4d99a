// The same book in Yjs, Loro and Automerge: one map a record, one entry a field, every edit a step of its own, as in real use.
// Automerge in the form it can bear, a hundred edits: ten thousand end its memory (4 GB), and a thousand spread over the book
// take minutes. Maps of 125 records make its edits quicker and its merge no better.
import * as A from '@automerge/automerge';
import { LoroDoc, LoroMap } from 'loro-crdt';
import * as Y from 'yjs';

export interface Edit {
  readonly record: string;
  readonly field: string;
  readonly value: string;
}
export type Plain = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One library's way with two copies of a book: `Copy` is a live document. */
export interface Library<Copy> {
  readonly name: string;
  /** Of the edits of a side, how many it is asked for; all where it is left out. */
  readonly edits?: number;
  readonly make: (book: Plain) => Copy;
  /** An independent copy, as another laptop would open it from the file. */
  readonly copy: (from: Copy) => Copy;
  readonly edit: (copy: Copy, edits: readonly Edit[]) => Copy;
  readonly save: (copy: Copy) => Uint8Array;
  readonly load: (bytes: Uint8Array) => Copy;
  readonly mergeFile: (copy: Copy, bytes: Uint8Array) => Copy;
  /** What `theirs` has that the book both began from has not, and taking it. */
  readonly delta: (theirs: Copy, began: Copy) => Uint8Array;
  readonly takeDelta: (copy: Copy, delta: Uint8Array) => Copy;
  /** Fields where both said something, as the library itself can list them. */
  readonly conflicts: (copy: Copy) => number;
  /** Lets go of a copy whose memory no collector knows of. */
  readonly free?: (copy: Copy) => void;
}

const rootOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('book');

export const yjs: Library<Y.Doc> = {
  name: 'Yjs',
  make: (book) => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const [id, fields] of Object.entries(book)) rootOf(doc).set(id, new Y.Map<unknown>(Object.entries(fields)));
    });
    return doc;
  },
  copy: (from) => yjs.load(yjs.save(from)),
  edit: (copy, edits) => {
    for (const { record, field, value } of edits) rootOf(copy).get(record)?.set(field, value);
    return copy;
  },
  save: (copy) => Y.encodeStateAsUpdateV2(copy),
  load: (bytes) => {
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, bytes);
    return doc;
  },
  mergeFile: (copy, bytes) => {
    Y.applyUpdateV2(copy, bytes);
    return copy;
  },
  delta: (theirs, began) => Y.encodeStateAsUpdateV2(theirs, Y.encodeStateVector(began)),
  takeDelta: (copy, delta) => yjs.mergeFile(copy, delta),
  // last writer wins, and the losing value leaves the document
  conflicts: () => 0,
};

export const loro: Library<LoroDoc> = {
  name: 'Loro',
  make: (book) => {
    const doc = new LoroDoc();
    const root = doc.getMap('book');
    for (const [id, fields] of Object.entries(book)) {
      const record = root.setContainer(id, new LoroMap());
      for (const [name, text] of Object.entries(fields)) record.set(name, text);
    }
    doc.commit();
    return doc;
  },
  copy: (from) => loro.load(loro.save(from)),
  edit: (copy, edits) => {
    const root = copy.getMap('book');
    for (const { record, field, value } of edits) {
      (root.get(record) as LoroMap).set(field, value);
      copy.commit();
    }
    return copy;
  },
  save: (copy) => copy.export({ mode: 'snapshot' }),
  load: (bytes) => LoroDoc.fromSnapshot(bytes),
  mergeFile: (copy, bytes) => {
    copy.import(bytes);
    // lazy otherwise: the price would be paid by whoever reads first
    copy.toJSON();
    return copy;
  },
  delta: (theirs, began) => theirs.export({ mode: 'update', from: began.version() }),
  takeDelta: (copy, delta) => {
    copy.import(delta);
    return copy;
  },
  conflicts: () => 0,
};

type Records = { [record: string]: Record<string, A.ImmutableString> };
const EDITS_A_CHANGE = 10;
const EDITS = 100;

export const automerge: Library<A.Doc<Records>> = {
  name: `Automerge (only ${EDITS} edits, of which a tenth meet)`,
  edits: EDITS,
  make: (book) =>
    A.from<Records>(
      Object.fromEntries(
        Object.entries(book).map(([id, fields]) => [
          id,
          Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, new A.ImmutableString(text)])),
        ]),
      ),
    ),
  copy: (from) => A.clone(from),
  edit: (copy, edits) => {
    let doc = copy;
    for (let at = 0; at < edits.length; at += EDITS_A_CHANGE)
      doc = A.change(doc, (book) => {
        for (const { record, field, value } of edits.slice(at, at + EDITS_A_CHANGE)) {
          const fields = book[record];
          if (fields) fields[field] = new A.ImmutableString(value);
        }
      });
    return doc;
  },
  save: (copy) => A.save(copy),
  load: (bytes) => A.load<Records>(bytes),
  mergeFile: (copy, bytes) => {
    const other = A.load<Records>(bytes);
    const merged = A.merge(copy, other);
    A.free(other);
    return merged;
  },
  delta: (theirs, began) => {
    const changes = A.getChanges(began, theirs);
    const bytes = new Uint8Array(changes.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const change of changes) {
      bytes.set(change, at);
      at += change.length;
    }
    return bytes;
  },
  takeDelta: (copy, delta) => A.loadIncremental(copy, delta),
  conflicts: (copy) => {
    let found = 0;
    for (const record of Object.values(copy))
      for (const field of Object.keys(record)) if (A.getConflicts(record, field)) found++;
    return found;
  },
  free: (copy) => A.free(copy),
};
