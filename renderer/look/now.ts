// How the page looks right now (language, theme, window), known before anything is drawn.

export interface LookNow {
  readonly language: string;
  readonly scheme: 'light' | 'dark';
  /** Equal keys draw equally. */
  readonly key: string;
}

export const PREFS_KEY = 'mizan-prefs';

export function lookNow(): LookNow {
  let stored = '';
  let prefs: { language?: string; theme?: string } = {};
  try {
    stored = localStorage.getItem(PREFS_KEY) ?? '';
    prefs = JSON.parse(stored || '{}') as typeof prefs;
  } catch {
    // a browser that keeps nothing has its defaults
  }
  const language = prefs.language ?? (navigator.language.startsWith('ar') ? 'ar' : 'en');
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const scheme = prefs.theme === 'dark' || prefs.theme === 'light' ? prefs.theme : system;
  return { language, scheme, key: [MIZAN_VERSION, stored, scheme, innerWidth, innerHeight].join('\n') };
}

declare const MIZAN_VERSION: string;

/** Puts language, direction and theme on the document, as the desk does once it runs. */
export function showLook({ language, scheme }: LookNow): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  root.dataset.theme = scheme;
  root.setAttribute('data-mantine-color-scheme', scheme);
}
