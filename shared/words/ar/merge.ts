// دمج النسخ: ما يُرفض، وما يتعارض، وما لم يكن حاسوب واحد ليراه.
export const merge = {
  'merge.otherBook': 'هذا ملف دفتر آخر. افتحه وحده، فلا يُدمج دفتران.',
  'merge.twoContents':
    'تغيير من \u2068{{by}}\u2069 (\u2066{{id}}\u2069) ورد في هذه الملفات بمحتويين: عُدّل أحدها خارج ميزان. لم يُدمج شيء.',
  'merge.noValue': 'بلا قيمة',
  'merge.nobody': 'بلا اسم',
  'merge.side': '\u2068{{value}}\u2069 (\u2068{{by}}\u2069، {{when}})',
  'merge.against': ' · مقابل · ',
  'merge.clash.field': '\u2068{{record}}\u2069، {{field}}: {{sides}}',
  'merge.clash.deleted': 'حذف \u2068{{by}}\u2069 «\u2068{{record}}\u2069» ولم يكن قد رأى {{field}}: {{sides}}',
  'merge.clash.besideSeal': '«\u2068{{record}}\u2069» مسجَّل وباقٍ كما هو، وورد إلى جانبه {{field}}: {{sides}}',
  'merge.finding.linkToDeleted':
    '\u2068{{record}}\u2069: يشير {{field}} إلى «\u2068{{others}}\u2069» وقد حُذف. اختر غيره هناك أو أعده.',
  'merge.finding.circle': '\u2068{{record}}\u2069 و\u2068{{others}}\u2069: كلٌّ منهما جزء من الآخر. انقل أحدهما.',
  'merge.finding.numberTwice':
    'سُجّل \u2068{{record}}\u2069 و\u2068{{others}}\u2069 بالرقم نفسه {{number}}. اذكر العنوان مع الرقم.',
  'merge.finding.sealedTwice':
    'سُجّل \u2068{{record}}\u2069 على حاسوبين تسجيلين مختلفين. يُعرض الأحدث، واستبدله بقرار جديد لحسم الأمر.',
  'cli.mergeNeeds': 'اذكر ملفين على الأقل ومكان الدفتر المدموج: ⁦mizan merge A B --out C⁩.',
  'cli.merged':
    'دُمج في {{file}}. التغييرات: {{all}}، الجديد منها على الملف الأول: {{fresh}}؛ التعارضات: {{clashes}}؛ الملاحظات: {{findings}}.',
  'cli.mergeAhead': 'ساعة متقدمة أكثر من يوم: \u2068{{by}}\u2069، {{when}}. حُفظ التغيير ولم تُتبع ساعته.',
  'cli.inFile': '⁨{{file}}⁩: {{problem}}',
  'cli.diffNeeds': 'اذكر ملفين: ⁦mizan diff A B⁩.',
  'cli.diffed':
    'التغييرات في كليهما: {{both}}؛ في {{first}} وحده: {{left}}؛ في {{second}} وحده: {{right}}. السجلات المختلفة: {{records}}.',
  'cli.diffRecord': '{{kind}} \u2068{{name}}\u2069: {{fields}}',
  'cli.diffField': '{{field}}: \u2068{{before}}\u2069 ← \u2068{{after}}\u2069',
  'cli.logged': 'التغييرات حتى {{on}}: {{shown}} من {{all}}. اللقطة \u2066{{snapshot}}\u2069.',
  'cli.logLine': '{{when}} \u2068{{by}}\u2069: {{act}} (\u2068{{records}}\u2069)',
  'cli.notAsRecorded': 'ليس كما سُجّل: \u2068{{names}}\u2069.',
};
