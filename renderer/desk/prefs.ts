// How this laptop likes to see things: language, theme, digits, calendar. Read before the first paint, so kept where that is at once.
import { create } from 'zustand';
import { PREFS_KEY } from '#renderer/look/now.ts';
import type { Calendar, Digits, Language } from '#shared/words/format.ts';
import { createWords, type Words } from '#shared/words/words.ts';

export type Theme = 'light' | 'dark' | 'auto';

export interface Prefs {
  readonly language: Language;
  readonly theme: Theme;
  readonly digits: Digits;
  readonly calendar: Calendar;
  /** Who sits here; goes into each change as its author. */
  readonly person: string;
}

const DEFAULTS: Prefs = {
  language: typeof navigator !== 'undefined' && navigator.language.startsWith('ar') ? 'ar' : 'en',
  theme: 'auto',
  digits: 'latn',
  calendar: 'gregory',
  person: '',
};

function stored(): Prefs {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(PREFS_KEY) ?? '{}') as Partial<Prefs>) };
  } catch {
    return DEFAULTS;
  }
}

interface PrefsStore {
  readonly prefs: Prefs;
  readonly words: Words;
  readonly set: (change: Partial<Prefs>) => void;
}

const wordsOf = (prefs: Prefs): Words =>
  createWords({ language: prefs.language, digits: prefs.digits, calendar: prefs.calendar });

export const usePrefs = create<PrefsStore>((set, get) => ({
  prefs: stored(),
  words: wordsOf(stored()),
  set: (change) => {
    const prefs = { ...get().prefs, ...change };
    try {
      localStorage.setItem(PREFS_KEY, JSON.stringify(prefs));
    } catch {
      // a browser that keeps nothing still shows what was chosen, until it is closed
    }
    set({ prefs, words: wordsOf(prefs) });
  },
}));

export const useWords = (): Words => usePrefs((store) => store.words);
