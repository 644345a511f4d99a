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
  'cli.calc': 'NPV {{npv}} at rate {{rate}}, flows at the {{timing}} of the year; IRR {{irr}}; payback {{payback}}.',
  'cli.timing.start': 'start',
  'cli.timing.mid': 'middle',
  'cli.timing.end': 'end',
  'cli.irrSeveral': 'not unique: use MIRR',
  'cli.irrNone': 'none: no rate makes the NPV zero',
  'cli.paybackYears': '{{years}} years from first spend',
  'cli.payback.never': 'does not pay back within the horizon',
  'cli.payback.nothingSpent': 'nothing is spent',
  'cli.badFlow':
    'Flow {{place}} (“{{text}}”) is not a number. Write --cashflow=-1000,300,400 with a comma between years.',
  'cli.badRate': '“{{text}}” is not a rate. Write a share such as 0.10 for 10 %, or uk.',
  'cli.badTiming': '“{{text}}” is not a timing. Choose start, mid or end.',
  'cli.evaluated':
    'As at {{date}}, benefits: {{benefits}}. Gross → attributed → risk-adjusted: {{classes}}. Value: {{status}}.',
  'cli.status': '{{status}} at {{ratio}}, {{why}}',
  'cli.statusPlain': '{{status}}, {{why}}',
  'cli.rateUk': 'the UK’s declining real rates',
  'cli.appraised':
    'Appraised components: {{appraised}} of {{of}}. Cost {{cost}}; NPV {{npv}} at {{rate}}, {{perspective}}; BCR {{bcr}}; IRR {{irr}}; payback {{payback}}.',
  'cli.notAppraised': 'No component is appraised. {{why}}',
  'cli.overClaimed': 'Claimed beyond 100 %: {{overClaims}}; totals count each claim in proportion.',
  'cli.leftOut': 'Measures outside all money totals: {{measures}}.',
} as const;
