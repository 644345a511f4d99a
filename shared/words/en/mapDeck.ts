// What maps and the line of sight say in the pack and in its workbook.
export const mapDeck = {
  'mapDeck.wholeBook': 'The map of the whole book',
  'mapDeck.title': '{{name}}: {{message}}',
  'mapDeck.titleOfPart': '{{name}} {{page}}, towards {{aims}}: {{message}}',
  'mapDeck.quoted': '“{{name}}”',
  'mapDeck.moreAims_one': '{{n}} more',
  'mapDeck.moreAims_other': '{{n}} more',
  'mapDeck.aimed_one': 'the one benefit leads to no objective',
  'mapDeck.aimed_other': '{{leading}} of {{n}} benefits lead to an objective',
  'mapDeck.allAimed_one': 'its one benefit leads to an objective',
  'mapDeck.allAimed_other': 'all {{n}} benefits lead to an objective',
  'mapDeck.noOwner_one': 'one has no owner',
  'mapDeck.noOwner_other': '{{n}} have no owner',
  'mapDeck.errors_one': 'one error to put right',
  'mapDeck.errors_other': '{{n}} errors to put right',
  'mapDeck.parts_one': '{{nodes}} boxes and {{n}} link',
  'mapDeck.parts_other': '{{nodes}} boxes and {{n}} links',
  'mapDeck.onSlide': 'slide {{number}}',
  'mapDeck.onSlides': 'slides {{numbers}}',
  'mapDeck.legend':
    'Thick line: necessary · dashed: something was found · dotted: part of an objective · per cent: share of what the target gets · ✕ error · ▲ unproven',
  'mapDeck.legendOfPart':
    'Thick line: necessary · dashed: something was found · dotted: part of an objective · per cent: share of the target · ✕ error · ▲ unproven · “slide 5”: also there',
  'mapDeck.alt_one': '{{name}}: a benefits map of {{nodes}} boxes and {{n}} link',
  'mapDeck.alt_other': '{{name}}: a benefits map of {{nodes}} boxes and {{n}} links',
  'mapDeck.note.reading':
    'How to read it: each arrow says what brings about what; the per cent beside it is the share of the target that comes from the source, and what is left to 100 % comes from elsewhere. Without a source on a thick line the target does not come at all.',
  'mapDeck.note.elsewhere': '“{{name}}” also stands on {{slides}}.',
} as const;
