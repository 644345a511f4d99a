// Sentences of the command line.
export const cli = {
  'cli.noFile': 'Name a file. Usage: {{usage}}',
  'cli.noOut': 'Say where to write with --out.',
  'cli.noSuchFile': 'There is no file {{file}}. Check the path.',
  'cli.noFolder': 'There is no folder {{folder}}. Make it first, or name another place.',
  'cli.isFolder': '{{file}} is a folder. Name a file in it.',
  'cli.badDate': '“{{text}}” is not a date. Write it as 2023-03-31.',
  'cli.badFormat': '“{{format}}” is not a format. Choose from: {{known}}.',
  'cli.badLanguage': '“{{text}}” is not a language of the pack. Choose en or ar.',
  'cli.exportKind': 'Say with --out which file to write: a name that ends in .xlsx or .json.',
  'cli.failed': 'The command failed: {{detail}}',
  'cli.noBrowser':
    'No PDF: no browser of the Chromium family is installed. Install one, or set MIZAN_BROWSER to its path. The other files were written.',
  'cli.printFailed': 'No PDF: {{browser}} could not print it. The other files were written.',
  'cli.imported_one':
    '{{book}} holds {{n}} current component (and {{past}} no longer published): whole-life cost {{cost}}, stated benefits {{benefit}}.',
  'cli.imported_other':
    '{{book}} holds {{n}} current components (and {{past}} no longer published): whole-life cost {{cost}}, stated benefits {{benefit}}.',
  'cli.checked_one': '{{file}} is sound: {{n}} change, {{current}} current components, {{past}} no longer published.',
  'cli.checked_other':
    '{{file}} is sound: {{n}} changes, {{current}} current components, {{past}} no longer published.',
  'cli.packed_one': '{{n}} slide written: {{files}}',
  'cli.packed_other': '{{n}} slides written: {{files}}',
  'cli.exported': 'Written: {{file}}',
} as const;
