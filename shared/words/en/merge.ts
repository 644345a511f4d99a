// Merging copies: refusals, clashes and what no laptop could see alone.
export const merge = {
  'merge.otherBook': 'That file is of another book. Open it on its own: two books are not merged.',
  'merge.twoContents':
    'A change by {{by}} ({{id}}) stands in these files with two contents: one file was edited outside Mizan. Nothing was merged.',
  'merge.noValue': 'no value',
  'merge.nobody': 'nobody named',
  'merge.side': '{{value}} ({{by}}, {{when}})',
  'merge.against': ' · against · ',
  'merge.clash.field': '{{record}}, {{field}}: {{sides}}',
  'merge.clash.deleted': '{{record}} was deleted by {{by}}, who had not seen {{field}}: {{sides}}',
  'merge.clash.besideSeal': '{{record}} is recorded and stands; beside it came {{field}}: {{sides}}',
  'merge.finding.linkToDeleted':
    '{{record}}: {{field}} names “{{others}}”, which was deleted. Choose another there, or bring it back.',
  'merge.finding.circle': '{{record}} and {{others}} are each a part of the other. Move one of them.',
  'merge.finding.numberTwice':
    '{{record}} and {{others}} were both recorded as number {{number}}. Name the title with the number.',
  'merge.finding.sealedTwice':
    '{{record}} was recorded on two laptops, and not alike. The newer record is shown; supersede it to settle the matter.',
  'cli.mergeNeeds': 'Name at least two files and where the merged book goes: mizan merge A B --out C.',
  'cli.merged':
    'Merged into {{file}}. Changes: {{all}}, new to the first file: {{fresh}}; clashes: {{clashes}}; findings: {{findings}}.',
  'cli.mergeAhead': 'Clock more than a day ahead: {{by}}, {{when}}. Kept, and not followed.',
  'cli.inFile': '{{file}}: {{problem}}',
  'cli.diffNeeds': 'Name two files: mizan diff A B.',
  'cli.diffed':
    'Changes in both: {{both}}; only in {{first}}: {{left}}; only in {{second}}: {{right}}. Records that differ: {{records}}.',
  'cli.diffRecord': '{{kind}} {{name}}: {{fields}}',
  'cli.diffField': '{{field}}: {{before}} → {{after}}',
  'cli.logged': 'Changes up to {{on}}: {{shown}} of {{all}}. Snapshot {{snapshot}}.',
  'cli.logLine': '{{when}} {{by}}: {{act}} ({{records}})',
  'cli.notAsRecorded': 'Not as it was recorded: {{names}}.',
};
