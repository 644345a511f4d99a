// The words of a pasted map in both languages: types of nodes, headers of tables, and yes or no.
import { foldText } from '#shared/kit/order.ts';
import { NODE_TYPES, type NodeType } from '#shared/map/model.ts';
import { arabic } from '#shared/words/ar/index.ts';
import { english } from '#shared/words/en/index.ts';

/** Letters and figures alone: "Business-change", "businessChange" and "BUSINESS CHANGE" are one word. */
const bare = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Titles as they are compared: folded, with single blanks. */
export const foldTitle = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();

/** Every name a type has, on any preset, of one or of many, in either language. */
const TYPE_WORDS: ReadonlyMap<string, NodeType> = typeWords();

function typeWords(): Map<string, NodeType> {
  const words = new Map<string, NodeType>(NODE_TYPES.map((type) => [bare(type), type]));
  for (const sentences of [english, arabic] as Readonly<Record<string, string>>[])
    for (const [key, name] of Object.entries(sentences)) {
      const [, last] = /^(?:nodeType|mapColumn|kind)\.(?:\w+\.)?(\w+)$/.exec(key) ?? [];
      const type = NODE_TYPES.find((each) => each === last);
      if (type && !words.has(bare(name))) words.set(bare(name), type);
    }
  return words;
}

/** "Benefit", "Outcomes", "business change", "المنفعة"; undefined where it names no type. */
export function typeNamed(text: string): NodeType | undefined {
  const word = bare(text);
  return TYPE_WORDS.get(word) ?? TYPE_WORDS.get(word.replace(/^ال/, ''));
}

export const NODE_ROLES = ['id', 'type', 'title', 'owner', 'component'] as const;
export const LINK_ROLES = ['from', 'to', 'weight', 'necessary', 'rationale', 'evidence'] as const;
export type MapRole = (typeof NODE_ROLES)[number] | (typeof LINK_ROLES)[number];

/** Whole headers, folded. */
const HEADERS: Readonly<Record<MapRole, readonly string[]>> = {
  id: [
    'id',
    'nodeid',
    'key',
    'ref',
    'reference',
    'code',
    'no',
    'number',
    'identifier',
    'المعرف',
    'معرف',
    'الرمز',
    'رمز',
    'الرقم',
    'رقم',
  ],
  type: ['type', 'nodetype', 'kind', 'column', 'النوع', 'نوع', 'نوع العقدة', 'العمود'],
  title: [
    'title',
    'name',
    'node',
    'label',
    'nodetitle',
    'nodename',
    'العنوان',
    'عنوان',
    'الاسم',
    'اسم',
    'العقدة',
    'التسمية',
  ],
  owner: ['owner', 'ownername', 'المالك', 'مالك', 'اسم المالك'],
  component: [
    'component',
    'componentname',
    'project',
    'programme',
    'program',
    'initiative',
    'المكون',
    'مكون',
    'المشروع',
    'البرنامج',
    'المبادرة',
  ],
  from: ['from', 'source', 'fromid', 'sourceid', 'fromnode', 'feeds', 'من', 'المصدر', 'مصدر'],
  to: ['to', 'target', 'toid', 'targetid', 'tonode', 'leadsto', 'إلى', 'المآل', 'الهدف', 'الوجهة'],
  weight: [
    'weight',
    'weightpercent',
    'contribution',
    'contributionpercent',
    'share',
    'percent',
    'الوزن',
    'وزن',
    'النسبة',
    'الإسهام',
    'نسبة الإسهام',
  ],
  necessary: ['necessary', 'isnecessary', 'required', 'essential', 'لازم', 'ضروري', 'اللزوم'],
  rationale: ['rationale', 'reason', 'why', 'because', 'المبرر', 'السبب', 'لماذا', 'التعليل'],
  evidence: ['evidence', 'proof', 'الدليل', 'الأدلة', 'البرهان', 'الإثبات'],
};
const ROLE_OF: ReadonlyMap<string, MapRole> = new Map(
  (Object.entries(HEADERS) as [MapRole, readonly string[]][]).flatMap(([role, headers]) =>
    headers.map((header) => [bare(header), role] as const),
  ),
);

/** Which column a header names; what stands in brackets and signs of per cent are passed over. */
export const mapRoleOf = (header: string): MapRole | undefined => ROLE_OF.get(bare(header.replace(/\([^)]*\)/g, '')));

const YES = new Set(
  ['yes', 'y', 'true', '1', 'x', '✓', '✔', '!', 'necessary', 'required', 'نعم', 'صحيح', 'لازم', 'ضروري'].map(foldText),
);
const NO = new Set(
  ['', 'no', 'n', 'false', '0', '-', '–', '—', 'not necessary', 'لا', 'خطأ', 'غير لازم'].map(foldText),
);

/** True or false; undefined where the word is neither. */
export function yesOrNo(text: string): boolean | undefined {
  const word = foldText(text.trim()).replace(/[١۱]/g, '1').replace(/[٠۰]/g, '0');
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}
