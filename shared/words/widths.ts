// Advance widths in thousandths of the type size: for each character the wider of Arial (Liberation Sans, which has
// its metrics) and IBM Plex Sans, so that text measured here fits in whichever of the two a reader has.
// Taken from the fonts' own hmtx tables. Arabic: the wider of DejaVu Sans and IBM Plex Sans Arabic.

/** U+0020 to U+007E. */
const REGULAR =
  '278 284 419 713 598 927 694 242 335 335 450 600 278 399 278 383 600 600 600 600 600 600 600 600 600 600 292 292 ' +
  '600 600 600 556 1015 667 667 722 722 667 611 778 722 400 510 667 556 833 722 778 667 778 722 667 611 722 667 944 ' +
  '667 667 611 317 383 317 600 565 600 556 580 503 580 556 324 556 568 250 250 527 272 873 568 560 580 580 367 500 ' +
  '351 568 500 768 507 500 500 343 314 343 600';
const BOLD =
  '278 333 474 656 600 960 722 260 337 337 556 600 299 402 299 437 600 600 600 600 600 600 600 600 600 600 333 333 ' +
  '600 600 600 611 975 722 722 722 722 667 611 778 722 423 556 722 611 833 722 778 667 778 722 667 611 722 667 949 ' +
  '667 667 611 333 437 333 600 559 600 559 611 556 611 558 350 611 611 278 278 562 294 889 611 611 611 611 393 556 ' +
  '374 611 556 819 556 556 502 389 376 389 600';

const list = (text: string) => text.split(' ').map(Number);
export const ASCII = { regular: list(REGULAR), bold: list(BOLD) } as const;

/** Signs met in figures and names; letters with accents are about as wide as their wider neighbours. */
export const SIGNS: Readonly<Record<string, number>> = {
  '£': 600,
  '€': 626,
  '¥': 637,
  '–': 588,
  '—': 1000,
  '‘': 292,
  '’': 292,
  '“': 517,
  '”': 517,
  '…': 1000,
  '•': 420,
  '·': 349,
  '×': 600,
  '÷': 600,
  '−': 600,
  '±': 600,
  '→': 1000,
  '▲': 990,
  '■': 780,
  '●': 780,
  '○': 780,
  '◆': 780,
  '≥': 600,
  '≤': 600,
  '\u00a0': 278,
};

/** [where it ends a word or stands before a letter that does not join, where it runs into the next letter]. */
export const ARABIC: Readonly<Record<string, readonly [number, number]>> = {
  ب: [982, 302],
  ت: [982, 302],
  ث: [982, 302],
  ئ: [833, 302],
  ج: [646, 646],
  ح: [646, 646],
  خ: [646, 646],
  س: [1275, 892],
  ش: [1275, 892],
  ص: [1288, 867],
  ض: [1288, 867],
  ط: [949, 820],
  ظ: [949, 820],
  ع: [635, 597],
  غ: [635, 523],
  ف: [1037, 506],
  ق: [834, 506],
  ك: [843, 552],
  ل: [757, 331],
  م: [666, 578],
  ن: [761, 302],
  ه: [536, 527],
  ي: [833, 302],
  ى: [833, 833],
  ء: [470, 470],
  آ: [305, 305],
  أ: [305, 305],
  إ: [305, 305],
  ا: [305, 305],
  ؤ: [517, 517],
  و: [517, 517],
  ة: [536, 536],
  د: [525, 525],
  ذ: [525, 525],
  ر: [552, 552],
  ز: [552, 552],
  '؛': [330, 330],
  '،': [330, 330],
  '؟': [530, 530],
  ـ: [300, 300],
};
/** Bold Arabic is wider than regular by this much. */
export const ARABIC_BOLD = 1.19;
