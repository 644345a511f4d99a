// A paper as printable HTML for A4, without script: the same words as in the DOCX, with page numbers where print sets them.

import { linesOf, type Paper, type PaperBlock, type Signer } from '#shared/deck/paper.ts';
import { plain } from '#shared/words/plain.ts';
import { type Direction, directionOf } from './bidi.ts';
import type { PageChoice } from './html.ts';
import { paperStyle } from './paperStyle.ts';
import { escapeXml } from './xml.ts';

export function paperHtml(paper: Paper, choice: PageChoice = {}): string {
  return (
    `<!doctype html>\n<html lang="${paper.language}" dir="${paper.direction}">\n<head>\n<meta charset="utf-8">\n` +
    `<title>${escapeXml(plain(paper.title))}</title>\n<style>\n${choice.fonts ?? ''}\n${paperStyle(paper)}\n</style>\n</head>\n` +
    `<body>\n<main>\n${headOf(paper)}\n${bodyOf(paper)}\n</main>\n</body>\n</html>\n`
  );
}

const headOf = ({ direction, organisation, logo, title, mark, lines }: Paper): string =>
  (logo ? `<img class="logo" alt="${escapeXml(organisation)}" src="${logo}">` : '') +
  (organisation ? said('p', 'organisation', organisation, direction) : '') +
  `<h1>${escapeXml(title)}</h1>` +
  (mark ? `<p class="mark">${escapeXml(mark)}</p>` : '') +
  lines.map((line) => said('p', 'line', line, direction)).join('');

/** What is signed stands in one piece with the heading over it and what went before. */
function bodyOf(paper: Paper): string {
  const { blocks } = paper;
  const signed = blocks.findIndex(({ kind }) => kind === 'signatures');
  const heading = blocks.slice(0, Math.max(0, signed)).findLastIndex(({ kind }) => kind === 'heading');
  const from = heading > 0 ? heading : signed;
  const html = (list: readonly PaperBlock[]) => list.map((block) => blockHtml(paper, block)).join('\n');
  if (signed < 0) return html(blocks);
  return `${html(blocks.slice(0, from))}\n<section class="signed">${html(blocks.slice(from, signed + 1))}</section>\n${html(blocks.slice(signed + 1))}`;
}

/** A text in the other language reads its own way and stands at the paper's side all the same. */
const said = (tag: string, name: string, text: string, paper: Direction): string =>
  linesOf(text)
    .map((line) => `<${tag} class="${name}" dir="${directionOf(line) ?? paper}">${escapeXml(line)}</${tag}>`)
    .join('');

const cell = (text: string, paper: Direction): string => `<td>${said('div', 'cell', text, paper)}</td>`;

function blockHtml({ direction }: Paper, block: PaperBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escapeXml(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return said('p', block.look ?? 'plain', block.text, direction);
    case 'keyValues':
      return `<table class="pairs"><tbody>${block.pairs
        .map(({ label, text }) => `<tr><th scope="row">${escapeXml(label)}</th>${cell(text, direction)}</tr>`)
        .join('')}</tbody></table>`;
    case 'table':
      return gridHtml(block, direction);
    case 'box':
      return `<div class="box"><p class="label">${escapeXml(block.label)}</p>${said('p', 'resolved', block.text, direction)}</div>`;
    case 'signatures':
      return `<div class="signatures">${block.signers.map((signer) => signerHtml(signer)).join('')}</div>`;
  }
}

function gridHtml({ columns, rows }: Extract<PaperBlock, { kind: 'table' }>, direction: Direction): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((100 * width) / whole).toFixed(2)}%">`).join('');
  const head = columns.map(({ label }) => `<th scope="col">${escapeXml(label)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((text) => cell(text, direction)).join('')}</tr>`).join('');
  return `<table class="grid"><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const signerHtml = ({ role, name, signature, date }: Signer): string =>
  `<div class="signer"><p class="role">${escapeXml(role)}</p><p class="rule">${escapeXml(name.label)}: <bdi>${escapeXml(name.text)}</bdi></p>` +
  `<p class="rule hand">${escapeXml(signature)}:</p><p class="rule hand">${escapeXml(date)}:</p></div>`;
