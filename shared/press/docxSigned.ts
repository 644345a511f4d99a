// The block where a paper is signed by hand: a column a person, a ruled line for name, signature and date; never torn apart.
import type { Signer } from '#shared/deck/paper.ts';
import { COLOUR } from '#shared/deck/theme.ts';
import type { Direction } from './bidi.ts';
import { type Cell, line, paragraphs, row, table } from './docxText.ts';

const GAP = 600;
const LINE_HEIGHT = { name: 420, hand: 640 } as const;

export function signatureTable(signers: readonly Signer[], direction: Direction, width: number): string {
  const each = Math.floor((width - GAP * (signers.length - 1)) / signers.length);
  const widths = signers.flatMap((_, i) => (i === 0 ? [each] : [GAP, each]));
  const say = (text: string, style: string, keepNext: boolean) =>
    paragraphs(text, direction, { style, keepNext, asPaper: true });
  const cells = (inner: (signer: Signer) => string, isRuled: boolean): Cell[] =>
    signers.flatMap((signer, i) => {
      const cell: Cell = {
        inner: inner(signer),
        ...(isRuled ? { borders: line('bottom', 6, COLOUR.ink) } : {}),
      };
      return i === 0 ? [cell] : [{ inner: say('', 'Cell', true) }, cell];
    });
  const rows = [
    row(
      cells(({ role }) => say(role, 'CellHead', true), false),
      widths,
    ),
    row(
      cells(({ name }) => say(`${name.label}: ${name.text}`, 'Cell', true), true),
      widths,
      { height: LINE_HEIGHT.name },
    ),
    row(
      cells(({ signature }) => say(`${signature}:`, 'Cell', true), true),
      widths,
      { height: LINE_HEIGHT.hand },
    ),
    row(
      cells(({ date }) => say(`${date}:`, 'Cell', false), true),
      widths,
      { height: LINE_HEIGHT.hand },
    ),
  ];
  return table(rows, widths, direction, { padding: 0 });
}
