// What went wrong, where, and what to do about it.
export const problems = {
  'problem.unknown': 'Something went wrong ({{code}}). Nothing was changed.',
  'act.recordGone': 'This record is no longer in the book. Undo its deletion to bring it back.',
  'act.recordSealed': 'This record is sealed and cannot be edited.',
  'act.endBeforeStart': 'The end ({{end}}) is before the start ({{start}}). Give an end on or after the start.',
  'act.insideItself': 'A component cannot be part of itself. Choose another parent.',
  'act.objectiveInsideItself': 'An objective cannot be part of itself. Choose another one above it.',
  'act.hasDecided': '“{{name}}” took decision {{number}}, so it stays in the book.',
  'act.hasMinutes': '“{{name}}” has closed minutes (“{{meeting}}”), so it stays in the book.',
  'act.personHolds': '{{name}} is named as {{field}} of “{{where}}”. Name someone else there first, then delete.',
  'act.personHoldsMore_one':
    '{{name}} is named as {{field}} of “{{where}}” and in {{n}} more place. Name someone else there first, then delete.',
  'act.personHoldsMore_other':
    '{{name}} is named as {{field}} of “{{where}}” and in {{n}} more places. Name someone else there first, then delete.',
  'act.manyBenefits_one': 'This component has {{n}} benefit. Edit it on the component’s page.',
  'act.manyBenefits_other': 'This component has {{n}} benefits. Edit them on the component’s page.',
  'change.notJson': 'A line of the log cannot be read.',
  'change.badShape': 'Change {{id}} is not well formed at {{path}}.',
  'field.notText': '{{field}}: only text can stand here.',
  'field.tooLong': '{{field}}: this text is too long. Shorten it to 1,000 characters.',
  'field.empty': '{{field}} cannot be empty. Give it a few words.',
  'field.notADay': '{{field}}: this is not a date. Write it as 31/03/2027 or 2027-03-31.',
  'field.notMoney': '{{field}}: this is not an amount. Write digits only, for example 1,065.90.',
  'field.notALink': '{{field}}: this does not name a record of the book.',
  'field.notAChoice': '{{field}}: choose one of the values offered.',
  'field.notANumber': '{{field}}: this is not a number.',
  'field.notAPercent': '{{field}}: write a percentage between 0 and 100.',
  'field.notWhole': '{{field}}: only a whole number can stand here.',
  'field.belowNothing': '{{field}}: an amount below zero cannot stand here.',
  'field.notPositive': '{{field}}: only a number above zero can stand here.',
  'field.notAFlag': '{{field}}: this is neither yes nor no.',
  'field.badShape': '{{field}}: this value cannot stand here.',
  'field.newerVersion': '{{field}} comes from a newer version of Mizan and cannot be changed with this one.',
  'money.notANumber': '“{{text}}” is not an amount.',
  'money.tooLarge': '“{{text}}” is larger than Mizan can count exactly.',
  'bridge.cancelled': 'Nothing was chosen, so nothing was changed.',
  'bridge.refused': 'This window may not do that. Open the file again from this window, then try once more.',
  'bridge.badRequest':
    'Mizan asked for something in the wrong form ({{path}}). Nothing was changed. Restart Mizan and try again.',
  'bridge.badName':
    '“{{name}}” cannot be a file’s name on every system. Choose a shorter name without signs such as / : * ?',
  'bridge.diskFull': '“{{name}}” was not saved: the disk is full. Free some space, or save it elsewhere.',
  'bridge.noAccess': 'There is no right to use “{{name}}” there. Choose another folder, or ask for access.',
  'bridge.fileBusy': '“{{name}}” is open in another program. Close it there, then try again.',
  'bridge.tooLarge':
    '“{{name}}” has {{size}} bytes; the most Mizan opens is {{limit}}. Choose a smaller file, or split it.',
  'bridge.fileGone': '“{{name}}” is no longer where it was. Choose it again, or save the book to a new place.',
  'bridge.printFailed': 'The PDF could not be made. Try again, or save the slides and export a PDF from there.',
  'bridge.failed': 'This did not work, and nothing was changed. The log on this laptop says why. Try again.',
  'store.full': 'Not saved: the disk is full. Free some space, then try again.',
  'store.noAccess': 'Not saved: this place does not allow writing. Choose another folder or ask for access.',
  'store.locked': 'Not saved: another program is writing to this book. Wait a moment, then try again.',
  'store.failed': 'Not saved ({{detail}}). Your edit is still here: try again, or save a copy to a file.',
  'store.blocked':
    'This browser does not let Mizan keep a book on this laptop. Allow site data for this address, or leave private browsing, then reload.',
  'store.damaged':
    'The book on this laptop cannot be read ({{detail}}). It was left untouched. A backup or your latest .mizan file brings it back.',
  'intake.emptyFile': 'The file is empty. Choose the file that holds the table.',
  'intake.notASheet': 'This is a {{what}} file, not a table, whatever its name says. Export it as CSV or XLSX.',
  'intake.notText': 'The file is neither text nor a workbook. Export it as CSV or XLSX.',
  'intake.oldOffice':
    'This is an old .xls or a password-protected workbook. Open it, save it as .xlsx without a password, and import that.',
  'intake.tooLarge':
    'The file has {{size}} MB; the most that can be imported is {{most}} MB. Split it, or remove columns that are not needed.',
  'intake.openQuote':
    'A quotation mark opened in row {{row}} is never closed, so the rest of the file would be swallowed. Close it and import again.',
  'intake.noHeader':
    'No header was found in the first {{looked}} rows or columns. One row must name at least a project name or id and one more field.',
  'intake.headerOnly': 'The header at {{cell}} has no rows below it. Choose the file that holds the data.',
  'intake.twoRowsOneId':
    'Rows {{cells}} share one id ({{id}}). Give each row an id of its own in the file, then import again.',
  'intake.namelessRow':
    'The rows at {{cells}} have neither a name nor an id. Name them in the file, or take lines of totals out, then import again.',
  'intake.badCell':
    '{{field}} in the row at {{cell}} is empty or longer than Mizan keeps. Correct it in the file, then import again.',
  'intake.noNameColumn': 'No column is the name or the id. Say which column holds the names.',
  'intake.olderThanBook':
    'This publication speaks of {{asAt}}, but the book already holds {{latest}}. Import the older years into a new book first, oldest first.',
  'intake.cancelled': 'The import was cancelled. The book is as it was.',
  'intake.stopped': 'The file could not be read to its end. The book is as it was. Try again, or split the file.',
  'file.empty': 'The file is empty, so there is no book in it.',
  'file.notMizan': 'This is not a Mizan book. Choose a file that ends in .mizan.',
  'file.damaged':
    'This book is damaged: its contents do not match its checksum. Ask the sender for it again, or open the backup beside it (.bak).',
  'file.newerContainer':
    'This book was written by a newer Mizan (format {{version}}; this one reads up to {{known}}). Update Mizan to open it. The file was left untouched.',
  'file.sealed':
    'This book is sealed with a passphrase. Open it in Mizan and type the passphrase, or name a file that holds it with --passphrase-file.',
  'file.wrongPassphrase':
    'The passphrase does not open this book. Check capital letters and the keyboard’s language, and try again. Nothing was changed.',
  'file.shortPassphrase':
    'A passphrase needs at least {{shortest}} characters. Four words that do not belong together are easy to keep.',
  'file.passphrasesDiffer': 'The two passphrases are not the same. Type both again.',
  'file.sealStopped':
    'The passphrase could not be worked on this laptop ({{detail}}). Close other programs and try again. Nothing was changed.',
  'cli.noPassphraseFile': '{{file}} cannot be read. Name a file whose first line is the passphrase.',
  'file.badChange':
    'Line {{line}} of the book’s log is not well formed ({{path}}). The file was left untouched. Ask the sender for it again.',
  'file.tooMuchInside':
    'This file unpacks to far more than a book can hold and was refused. Ask the sender for a proper copy.',
  'sheet.notAnArchive':
    'This is not a workbook: it does not begin as an .xlsx file does. Save it again as .xlsx or .csv.',
  'sheet.notAWorkbook': 'This file opens as an archive but holds no readable workbook. Save it again as .xlsx or .csv.',
  'sheet.noSheets': 'This workbook has no sheets.',
  'sheet.encrypted':
    'This workbook is protected by a password. Open it in a spreadsheet, remove the password, save it, and import it again.',
  'sheet.oldBinary':
    'This is a workbook in the format from before 2007 (.xls). Save it as .xlsx or .csv and import it again.',
  'sheet.damaged': 'This workbook is damaged. Open it in a spreadsheet, save it again, and import that copy.',
  'sheet.tooManyParts':
    'This workbook holds more than {{most}} parts and is not opened. Save only the sheets you need as .xlsx or .csv.',
  'sheet.tooLarge':
    'This workbook unpacks to more than {{most}} MB and is not opened. Save only the sheets you need as .xlsx or .csv.',
  'sheet.bomb':
    'This workbook unpacks to far more than it claims and is not opened, as it may be made to do harm. Ask its sender for a .csv file.',
  'sheet.badPath':
    'This workbook holds a part with a forbidden name ({{path}}) and is not opened. Ask its sender for a .csv file.',
} as const;
