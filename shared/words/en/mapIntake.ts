// A map brought in from text: the dialog, and what is said of each line that is not plain.
export const mapIntake = {
  'act.takeMap': 'Brought in a map',
  'takein.title': 'Bring in a map',
  'takein.label': 'Paste an outline or a CSV',
  'takein.hint':
    'An outline: one name a line, indented under what it belongs to. “Benefit: …” names the type; at the end, “40 %” weighs the link and “{{mark}}” marks it necessary. A CSV: nodes with id, type, title, owner, component; links with from, to, weight, necessary, rationale, evidence; both parted by a blank line.',
  'takein.choose': 'Choose files',
  'takein.below': 'What stands below a line',
  'takein.below.feeds': 'feeds it',
  'takein.below.ledTo': 'is what it leads to',
  'takein.top': 'Lines at the top are',
  'takein.topAs': '{{type}}, unless they say otherwise',
  'takein.preview': 'What comes in',
  'takein.nothingYet': 'Nothing is pasted yet.',
  'takein.reading': 'Reading…',
  'takein.shape.outline': 'Read as an outline.',
  'takein.shape.csv': 'Read as a table.',
  'takein.shape.empty': 'Nothing to read.',
  'takein.counts':
    '{{nodes}}, in the book already: {{known}}. {{links}}, there already: {{standing}}, of these changed: {{changed}}.',
  'takein.faults_one': '{{n}} line to look at',
  'takein.faults_other': '{{n}} lines to look at',
  'takein.noFaults': 'Every line was understood.',
  'takein.more_one': 'and {{n}} more',
  'takein.more_other': 'and {{n}} more',
  'takein.line': 'Line',
  'takein.what': 'Node or link',
  'takein.link': 'Link',
  'takein.weight': 'Weight',
  'takein.state': 'In the book',
  'takein.state.new': 'new',
  'takein.state.known': 'there already',
  'takein.state.same': 'there already',
  'takein.state.changed': 'changes',
  'takein.weightChange': '{{before}} → {{after}}',
  'takein.put': 'Put on the map',
  'takein.close': 'Close',
  'takein.loseText': 'What you pasted is not on the map yet. Close and lose it?',
  'takein.keepOn': 'Keep it',
  'takein.lose': 'Close and lose it',
  'takein.done': '{{nodes}} and {{links}} are on the map. Undo takes them back.',
  'takein.allThere': 'All of it was on the map already; nothing was changed.',
  'takein.nothing': 'There is no node and no link in this text. Paste an outline or a CSV with a header.',
  'takein.tooManyLines':
    'The text has {{lines}} lines; at most {{most}} come in at once. Bring it in as several smaller texts.',
  'takein.tooLong': 'The text is longer than {{most}} characters. Bring it in as several smaller texts.',
  'takein.workbook': 'It is a workbook. Copy its cells and paste them here, or save the sheet as CSV.',
  'takein.unreadFile': '\u2068{{name}}\u2069 was left out: {{why}}',
  'takein.column.title': 'title',
  'takein.column.from': 'from',
  'takein.column.to': 'to',
  'takein.mixedIndent':
    'Line {{line}} is indented differently from the others, which mix tabs and blanks; a tab was taken as {{blanks}} blanks. Use one of the two.',
  'takein.jump':
    'Line {{line}} is indented by {{levels}} levels at once; it was placed one level below the line before. Indent it by one level, or add the line between.',
  'takein.unevenIndent':
    'Line {{line}} is indented by {{blanks}} more, where the others step by {{step}}; it was placed at the nearest level. Indent it like the others.',
  'takein.noSuchLevel':
    'Line {{line}} goes back to an indentation no line above has; it was placed at the nearest level. Line it up with the lines above.',
  'takein.noTitle': 'Line {{line}} has no name (“\u2068{{text}}\u2069”); it was left out. Write a name.',
  'takein.longTitle':
    'Line {{line}}: “\u2068{{title}}\u2069” is longer than {{most}} characters and was cut. Shorten it.',
  'takein.titleFromId': 'Line {{line}} has no title and is called by its id, “\u2068{{id}}\u2069”. Write a title.',
  'takein.sameNode':
    'Line {{line}} names “\u2068{{title}}\u2069” again, as line {{first}} does; both are one node. If it is another, give it another name or type.',
  'takein.weightNotNumber':
    'Line {{line}}: “\u2068{{text}}\u2069” is not a weight; the link comes in without one. Write a number from 0 to 100.',
  'takein.weightOutside':
    'Line {{line}}: a weight of {{weight}} % is not between 0 and 100; the link comes in without one. Write a number from 0 to 100.',
  'takein.weightFraction':
    'Line {{line}}: the weight \u2068{{text}}\u2069 was read as less than 1 %. If {{percent}} % was meant, write it so.',
  'takein.weightAlone':
    'Line {{line}}: “\u2068{{title}}\u2069” stands under nothing, so its weight or mark has no link to belong to and was left out. Indent the line, or take the weight off.',
  'takein.necessaryUnread':
    'Line {{line}}: “\u2068{{text}}\u2069” says neither yes nor no; the link is not marked as necessary. Write yes or no.',
  'takein.looksLikeTable':
    'From line {{line}} on this looks like a table without a header; it was read as an outline. If it is a table, put a first row such as from, to, weight.',
  'takein.openQuote':
    'Line {{line}} has a quotation mark that is never closed; it was read as a plain sign. Close it or take it out.',
  'takein.columnUnread': 'Line {{line}}: columns that a map does not have were passed over: \u2068{{columns}}\u2069.',
  'takein.columnMissing':
    'Line {{line}}: the table has no column “{{column}}”; its rows come in as far as they go. Add the column.',
  'takein.extraCells':
    'Line {{line}} has more cells than the header; “\u2068{{text}}\u2069” was left out. Put quotation marks around text with a comma in it.',
  'takein.noType': 'Line {{line}}: “\u2068{{title}}\u2069” has no type and was taken as {{type}}. Write its type.',
  'takein.unknownType':
    'Line {{line}}: “\u2068{{text}}\u2069” is no type of node. Write for instance benefit or enabler.',
  'takein.idTwice':
    'Line {{line}}: the id “\u2068{{id}}\u2069” stands in line {{first}} too. Both come in, each as a node of its own; links that name the id do not. Give one of them another id.',
  'takein.titleTwice':
    'Line {{line}}: “\u2068{{title}}\u2069” stands in line {{first}} too. Both come in, each as a node of its own. Take one out if they are the same.',
  'takein.idElsewhere':
    'Line {{line}}: the id “\u2068{{id}}\u2069” belongs to another record of the book ({{kind}}). That record stays as it is, and this node comes in under a new id.',
  'takein.titleDiffers':
    'Line {{line}}: the book calls it “\u2068{{name}}\u2069”, the text “\u2068{{title}}\u2069”. The name in the book stays; change it on the map if the text is right.',
  'takein.typeDiffers':
    'Line {{line}}: “\u2068{{name}}\u2069” is a {{is}} in the book, a {{type}} in the text. The book stays; change the type on the map if the text is right.',
  'takein.severalKnown':
    'Line {{line}}: the book has {{nodes}} nodes called “\u2068{{title}}\u2069”; at most one of them is meant. Give the record’s id to say which.',
  'takein.ownerDiffers':
    'Line {{line}}: the owner of “\u2068{{name}}\u2069” is \u2068{{is}}\u2069 in the book, \u2068{{owner}}\u2069 in the text. The book stays; hand it over on its page if the text is right.',
  'takein.componentDiffers':
    'Line {{line}}: “\u2068{{name}}\u2069” belongs to \u2068{{is}}\u2069 in the book, to \u2068{{component}}\u2069 in the text. The book stays; change it on the map if the text is right.',
  'takein.ownerNotHeld':
    'Line {{line}}: a node of the type {{type}} holds no owner and no component; “\u2068{{text}}\u2069” was left out of “\u2068{{title}}\u2069”.',
  'takein.componentUnknown':
    'Line {{line}}: the book has no component “\u2068{{name}}\u2069”; the node comes in without one. Check the name, or add the component first.',
  'takein.componentSeveral':
    'Line {{line}}: several components are called “\u2068{{name}}\u2069”; the node comes in without one. Write the component’s id.',
  'takein.ownerSeveral':
    'Line {{line}}: several people are called “\u2068{{name}}\u2069”; the node comes in without an owner. Name the owner on the map.',
  'takein.endMissing':
    'Line {{line}}: one end of the link is empty (the other is “\u2068{{other}}\u2069”); the link was not made. Write both ends.',
  'takein.endUnknown':
    'Line {{line}}: “\u2068{{text}}\u2069” is no id and no title, neither in the text nor in the book; the link was not made. Check the name, or add a row for the node.',
  'takein.endSeveral':
    'Line {{line}}: “\u2068{{text}}\u2069” may mean several nodes; the link was not made. Give each an id of its own and name it.',
  'takein.selfLink':
    'Line {{line}}: “\u2068{{title}}\u2069” would feed itself; the link was not made. Change one of its ends.',
  'takein.pairTwice':
    'Line {{line}}: “\u2068{{from}}\u2069” → “\u2068{{to}}\u2069” stands in line {{first}} too, and that line counts. Take one of them out.',
  'takein.linkChanges':
    'Line {{line}}: “\u2068{{from}}\u2069” → “\u2068{{to}}\u2069” is in the book already, with the weight {{before}}; the text says {{after}}, and that will stand.',
  'takein.linkSaysMore':
    'Line {{line}}: “\u2068{{from}}\u2069” → “\u2068{{to}}\u2069” is in the book already; what the text says under “{{field}}” will stand.',
  'takein.treeLink':
    'Line {{line}}: “\u2068{{from}}\u2069” is part of “\u2068{{to}}\u2069” in the tree of objectives, which has no weights; what the text says of the link was left out.',
} as const;
