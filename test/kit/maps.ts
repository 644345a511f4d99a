// A deck of benefits maps for the press' tests: a map of thirty-three nodes with everything on it, and the awkward ones.
import type { Deck, MapBlock } from '#shared/deck/model.ts';
import { boxOf, underHeading } from '#shared/deck/theme.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import type { NodeType } from '#shared/map/model.ts';
import type { Point, Scene, SceneLink, SceneNode } from '#shared/map/scene.ts';
import { textWidth, wrap } from '#shared/words/measure.ts';

type Language = 'en' | 'ar';

const TYPES = {
  en: {
    enabler: 'Enabler',
    enablingChange: 'Enabling change',
    businessChange: 'Business change',
    benefit: 'Benefit',
    disbenefit: 'Disbenefit',
    objective: 'Objective',
    driver: 'Driver',
  },
  ar: {
    enabler: 'ممكّن',
    enablingChange: 'تغيير تمكيني',
    businessChange: 'تغيير في العمل',
    benefit: 'منفعة',
    disbenefit: 'منفعة سلبية',
    objective: 'هدف',
    driver: 'دافع',
  },
} as const satisfies Record<Language, Record<NodeType, string>>;

const COLUMNS = {
  en: ['Enablers', 'Enabling changes', 'Business changes', 'Benefits', 'Objectives', 'Drivers'],
  ar: ['الممكّنات', 'التغييرات التمكينية', 'تغييرات العمل', 'المنافع', 'الأهداف', 'الدوافع'],
} as const;

const TITLES: Record<Language, readonly (readonly string[])[]> = {
  en: [
    [
      'Single patient record',
      'Booking platform',
      'Data sharing agreement',
      'Identity service',
      'Mobile devices',
      'Analytics store',
    ],
    [
      'Train clinic staff',
      'Clean up waiting lists',
      'New referral rules',
      'Move data to one store',
      'Appoint list owners',
      'Pilot in two regions',
    ],
    [
      'Patients book online',
      'Referrals triaged in a day',
      'Clinics share capacity',
      'Letters sent by app',
      'Theatre lists set weekly',
      'Records read at bedside',
    ],
    [
      'Fewer missed appointments',
      'Shorter wait to first visit',
      'Less agency spending',
      'Fewer repeat tests',
      'Digital exclusion of older patients',
      'Safer prescribing',
    ],
    ['Treat within 18 weeks', 'Live within budget', 'Safe care', 'Equal access', 'Staff stay longer'],
    ['Elective recovery plan', 'Spending review 2025', 'Patient Safety Act', 'People plan'],
  ],
  ar: [
    [
      'سجل موحّد للمريض',
      'منصة حجز المواعيد',
      'اتفاقية تبادل البيانات',
      'خدمة الهوية الرقمية',
      'أجهزة متنقلة',
      'مستودع البيانات BI',
    ],
    [
      'تدريب موظفي العيادات',
      'تنقية قوائم الانتظار',
      'قواعد إحالة جديدة',
      'نقل البيانات إلى ERP واحد',
      'تعيين ملّاك القوائم',
      'تجربة في منطقتين',
    ],
    [
      'حجز المرضى إلكترونيًا',
      'فرز الإحالات خلال يوم',
      'تشارك طاقة العيادات',
      'رسائل عبر التطبيق',
      'جدولة أسبوعية للعمليات',
      'قراءة السجل عند السرير',
    ],
    [
      'مواعيد فائتة أقل',
      'انتظار أقصر للزيارة الأولى',
      'إنفاق أقل على الوكالات',
      'تكرار أقل للفحوص',
      'إقصاء رقمي لكبار السن',
      'وصف أكثر أمانًا (SAR)',
    ],
    ['العلاج خلال 18 أسبوعًا', 'الالتزام بالميزانية', 'رعاية آمنة', 'عدالة الوصول', 'بقاء الموظفين'],
    ['خطة التعافي', 'مراجعة الإنفاق 2025', 'نظام سلامة المرضى', 'خطة الموارد البشرية'],
  ],
};

const OWNERS = { en: ['A. Khan', 'M. Osei', 'J. Lind'], ar: ['أ. خان', 'م. العلي', 'ر. حسن'] } as const;

/** From column and row to column and row: weight, then n for necessary, w and e for warning and error, t for a tree. */
const LINKS = [
  '0.0 1.0 60n',
  '0.0 1.3 40',
  '0.1 1.1 50n',
  '0.1 2.0 30n',
  '0.2 1.3 60',
  '0.3 2.0 20',
  '0.4 2.5 50w',
  '0.5 1.4 30',
  '0.5 3.5 e',
  '1.0 2.0 40n',
  '1.0 2.1 50',
  '1.1 2.2 60',
  '1.2 2.1 50n',
  '1.3 2.5 50',
  '1.4 2.4 100',
  '1.5 2.3 70',
  '1.2 3.1 20w',
  '2.0 3.0 70n',
  '2.0 3.4 80',
  '2.1 3.1 60n',
  '2.2 3.1 20',
  '2.3 3.2 65n',
  '2.4 3.5 60',
  '2.5 3.3 90',
  '3.0 3.1 25',
  '3.0 4.0 35',
  '3.1 4.0 50n',
  '3.2 4.1 40',
  '3.3 4.1 20',
  '3.5 4.2 80n',
  '3.4 4.3 15w',
  '3.5 4.4 10',
  '4.0 5.0 ',
  '4.1 5.1 ',
  '4.2 5.2 ',
  '4.4 5.3 ',
  '4.3 4.2 t',
] as const;

const BOX = { width: 1.5, height: 0.65 } as const;
const ACROSS = { step: 2.126, top: 0.32 } as const;
const SCENE = { width: ACROSS.step * 5 + BOX.width, height: 4.86 } as const;

const typeOf = (column: number, row: number): NodeType =>
  column === 3
    ? row === 4
      ? 'disbenefit'
      : 'benefit'
    : (['enabler', 'enablingChange', 'businessChange', 'benefit', 'objective', 'driver'] as const)[column as 0];

export function mapScene(language: Language): Scene {
  const rtl = language === 'ar';
  const seen = (x: number, width: number) => (rtl ? SCENE.width - x - width : x);
  const nodes = TITLES[language].flatMap((titles, column) =>
    titles.map((title, row): SceneNode => {
      const room = (SCENE.height - ACROSS.top) / titles.length;
      const type = typeOf(column, row);
      return {
        id: `${column}.${row}` as RecordId,
        type,
        x: seen(column * ACROSS.step, BOX.width),
        y: ACROSS.top + room * row + (room - BOX.height) / 2,
        ...BOX,
        caption: `${TYPES[language][type]} · ${OWNERS[language][row % 3]}`,
        lines: wrap(title, BOX.width - 0.2, { size: 11 }),
        title,
        mark: column === 3 && row === 3 ? 'error' : column === 2 && row === 5 ? 'warning' : undefined,
        hides: column === 1 && row === 5 ? 4 : 0,
      };
    }),
  );
  return {
    width: SCENE.width,
    height: SCENE.height,
    reading: rtl ? 'rtl' : 'ltr',
    columns: COLUMNS[language].map((label, column) => ({
      label,
      x: seen(column * ACROSS.step, BOX.width),
      width: BOX.width,
    })),
    lanes: [],
    nodes,
    links: LINKS.map((text, at) => linkOf(text, at, nodes, rtl)),
  };
}

function linkOf(text: string, at: number, nodes: readonly SceneNode[], rtl: boolean): SceneLink {
  const [fromId, toId, rest = ''] = text.split(' ');
  const from = nodes.find(({ id }) => id === fromId) as SceneNode;
  const to = nodes.find(({ id }) => id === toId) as SceneNode;
  const forward = rtl ? -1 : 1;
  const edge = (node: SceneNode, isFront: boolean): Point => ({
    x: node.x + (isFront !== rtl ? node.width : 0),
    y: node.y + node.height / 2,
  });
  const isSame = from.x === to.x;
  const [start, end] = [edge(from, true), edge(to, isSame)];
  const reach = isSame ? 0.25 * forward : (end.x - start.x) / 2;
  const weight = /^\d+/.exec(rest)?.[0];
  const said = weight ? `${weight} %` : '';
  const width = textWidth(said, { size: 11 }) + 0.06;
  return {
    id: `link-${at}` as RecordId,
    from: from.id,
    to: to.id,
    path: [start, { x: start.x + reach, y: start.y }, { x: end.x - (isSame ? -reach : reach), y: end.y }, end],
    label: weight
      ? {
          text: said,
          x: (start.x + end.x) / 2 + (isSame ? reach * 0.75 : 0) - width / 2,
          y: (start.y + end.y) / 2 - 0.09,
          width,
          height: 0.18,
        }
      : undefined,
    necessary: rest.includes('n'),
    look: rest.includes('e') ? 'error' : rest.includes('w') ? 'warning' : rest.includes('t') ? 'tree' : 'plain',
  };
}

export const mapBlock = (language: Language, scene: Scene = mapScene(language)): MapBlock => ({
  kind: 'map',
  area: { x: 0, y: 0, w: 12, h: 12 },
  altText: language === 'en' ? 'Benefits map of thirty-three nodes' : 'خريطة المنافع',
  scene,
  typeNames: TYPES[language],
  markNames: language === 'en' ? { error: 'Error', warning: 'Warning' } : { error: 'خطأ', warning: 'تنبيه' },
  necessaryName: language === 'en' ? 'necessary' : 'لازم',
  elsewhere: { '3.1': language === 'en' ? 'slide 5' : 'شريحة 5' },
});

/** The same in three bands, two rows each, taller than its place: it is drawn smaller. */
export function bandedScene(language: Language): Scene {
  const scene = mapScene(language);
  const band = 1.75;
  const down = (y: number) => {
    const row = Math.floor((y - ACROSS.top) / ((SCENE.height - ACROSS.top) / 6));
    return ACROSS.top + Math.floor(row / 2) * band + 0.25 + (row % 2) * 0.72;
  };
  const nodes = scene.nodes.map((node) => ({ ...node, y: down(node.y) }));
  const move = (id: string) => {
    const [old, now] = [scene, { nodes }].map((one) => one.nodes.find((node) => node.id === id)?.y ?? 0);
    return (now ?? 0) - (old ?? 0);
  };
  return {
    ...scene,
    height: ACROSS.top + band * 3,
    nodes,
    links: scene.links.map((link) => {
      const [start, end] = [move(link.from), move(link.to)];
      return {
        ...link,
        path: link.path.map(({ x, y }, at) => ({ x, y: y + (at < 2 ? start : end) })),
        label: link.label && { ...link.label, y: link.label.y + (start + end) / 2 },
      };
    }),
    lanes: [0, 1, 2].map((lane) => ({
      label: language === 'en' ? `Programme ${lane + 1}` : `البرنامج ${lane + 1}`,
      y: ACROSS.top + lane * band,
      height: band - 0.08,
    })),
  };
}

/** Links no tidy map has: backwards, down a column by its other sides, between level boxes with others in the way. */
export function contraryScene(language: Language): Scene {
  const scene = mapScene(language);
  const at = (id: string) => scene.nodes.find((node) => node.id === id) as SceneNode;
  const middle = ({ x, width }: SceneNode) => x + width / 2;
  const link = (from: string, to: string, path?: readonly Point[]): SceneLink => ({
    id: `${from}-${to}` as RecordId,
    from: from as RecordId,
    to: to as RecordId,
    path: path ?? [],
    label: undefined,
    necessary: true,
    look: 'error',
  });
  const [top, below] = [at('1.0'), at('1.1')];
  const down = [
    { x: middle(top), y: top.y + top.height },
    { x: middle(below), y: below.y },
  ];
  return {
    ...scene,
    links: [link('3.2', '1.4'), link('2.0', '0.0'), link('1.0', '1.1', down), link('0.4', '3.4'), link('5.0', '0.5')],
  };
}

export const mapDeck = (language: Language, blocks: readonly MapBlock[] = [mapBlock(language)]): Deck => ({
  language,
  direction: language === 'ar' ? 'rtl' : 'ltr',
  title: 'Maps',
  organisation: '',
  colour: '#0F6E6E',
  asAt: '2025-06-30' as Day,
  footer: { classification: '', asAt: '', priceBase: '', snapshot: '' },
  slides: blocks.map((block, at) => ({
    id: `map-${at}`,
    title:
      language === 'en'
        ? 'Shorter waits rest on two necessary changes, of which one has begun'
        : 'تقصير الانتظار يقوم على تغييرين لازمين بدأ أحدهما',
    titleSize: 26,
    blocks: [block],
    source: language === 'en' ? 'Thick line: necessary' : 'الخط العريض: لازم',
    number: `${at + 1} / ${blocks.length}`,
    notes: [],
  })),
  sheets: [],
});

/** Where the block of a map lies on its slide. */
export const mapPlace = (block: MapBlock) => underHeading(boxOf(block.area), block.heading);
