// Every sentence stands in both languages, with all the plural forms each language has and the same figures in it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BRIDGE_PROBLEMS } from '#shared/bridge/problems.ts';
import { arabic } from '#shared/words/ar/index.ts';
import { english } from '#shared/words/en/index.ts';
import { createWords } from '#shared/words/words.ts';
import { ROOT } from '../../../build/scripts/paths.mjs';
import { sourceFiles } from '../../../build/scripts/sources.mjs';

type Sentences = Readonly<Record<string, string>>;
const EN: Sentences = english;
const AR: Sentences = arabic;
const FORM = /_(zero|one|two|few|many|other)$/;
const stem = (key: string): string => key.replace(FORM, '');
const plurals = (of: Sentences) =>
  new Set(
    Object.keys(of)
      .filter((key) => FORM.test(key))
      .map(stem),
  );
const holders = (sentence: string): string[] => [...new Set(sentence.match(/\{\{\s*\w+\s*\}\}/g) ?? [])].sort();

describe('keys', () => {
  test('every English sentence stands in Arabic, and no Arabic one alone', () => {
    const stems = (of: Sentences) => [...new Set(Object.keys(of).map(stem))].sort();
    expect(stems(AR)).toEqual(stems(EN));
  });

  test('what is counted in one language is counted in the other', () =>
    expect([...plurals(AR)].sort()).toEqual([...plurals(EN)].sort()));

  test('a counted sentence has every form of its language', () => {
    const missing: string[] = [];
    for (const key of plurals(EN))
      for (const form of ['one', 'other']) if (!(`${key}_${form}` in EN)) missing.push(`en ${key}_${form}`);
    for (const key of plurals(AR))
      for (const form of ['zero', 'one', 'two', 'few', 'many', 'other'])
        if (!(`${key}_${form}` in AR)) missing.push(`ar ${key}_${form}`);
    expect(missing).toEqual([]);
  });

  test('no key is both counted and not', () => {
    const both = [...Object.keys(EN), ...Object.keys(AR)].filter(
      (key) => !FORM.test(key) && (plurals(EN).has(key) || plurals(AR).has(key)),
    );
    expect(both).toEqual([]);
  });
});

describe('sentences', () => {
  test('take the same figures in both languages; of one or two the number may be left out, of none all', () => {
    const unlike: string[] = [];
    for (const [key, sentence] of Object.entries(AR)) {
      const model = EN[key] ?? EN[`${stem(key)}_other`] ?? '';
      const mayDrop = /_(one|two)$/.test(key);
      const plain = (list: string[]) => (mayDrop ? list.filter((name) => name !== '{{n}}') : list).join();
      const fewer = key.endsWith('_zero') && holders(sentence).every((name) => holders(model).includes(name));
      if (!fewer && plain(holders(sentence)) !== plain(holders(model)))
        unlike.push(`${key}: ${holders(sentence)} / ${holders(model)}`);
    }
    expect(unlike).toEqual([]);
  });

  test('say something, without shouting, and counts through {{n}}', () => {
    const wrong = [...Object.entries(EN), ...Object.entries(AR)].filter(
      ([key, sentence]) =>
        (sentence.trim() === '' && !key.endsWith('_zero')) ||
        sentence.includes('!') ||
        sentence.includes('{{count}}') ||
        / {2}/.test(sentence),
    );
    expect(wrong).toEqual([]);
  });

  test('Arabic ones are Arabic', () => {
    const latinOnly = Object.entries(AR).filter(
      ([key, sentence]) =>
        /[A-Za-z]/.test(sentence.replace(/\{\{.*?\}\}/g, '')) &&
        !/[\u0600-\u06ff]/.test(sentence) &&
        EN[key] !== sentence,
    );
    expect(latinOnly).toEqual([]);
  });
});

describe('problems', () => {
  const words = { en: createWords({ language: 'en' }), ar: createWords({ language: 'ar' }) };

  /** Codes as the sources name them where they refuse. */
  const codes = (): string[] => {
    const found = new Set<string>(BRIDGE_PROBLEMS);
    for (const file of sourceFiles(['shared', 'electron', 'renderer'])) {
      if (!/\.tsx?$/.test(file) || file.startsWith('shared/words/')) continue;
      const text = readFileSync(`${ROOT}/${file}`, 'utf8');
      for (const [, code] of text.matchAll(
        /(?:refuse|failed|reject)\(\s*'([a-z]+\.[A-Za-z]+)'|code: '([a-z]+\.[A-Za-z]+)'/g,
      ))
        if (code) found.add(code);
      for (const [, code] of text.matchAll(/\bcode: '([a-z]+\.[A-Za-z]+)'/g)) if (code) found.add(code);
      for (const [, code] of text.matchAll(/'((?:sheet|store|field|file|change|money|intake)\.[a-z][A-Za-z]+)'/g))
        if (code) found.add(code);
    }
    return [...found].sort();
  };

  test('each code that is ever refused with has its sentence in both languages', () => {
    const all = codes();
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((code) => !words.en.has(code) || !words.ar.has(code))).toEqual([]);
  });

  test('a code nobody words is still said plainly, with its code', () => {
    expect(words.en.problem({ code: 'never.heard' })).toBe('Something went wrong (never.heard). Nothing was changed.');
    expect(words.ar.problem({ code: 'constructor' })).toContain('constructor');
  });

  test('fields and days among the figures are said as people know them', () => {
    expect(words.en.problem({ code: 'field.empty', args: { field: 'name' } })).toMatch(/^Name cannot be empty/);
    expect(
      words.en.problem({ code: 'act.endBeforeStart', args: { start: '2024-02-29', end: '2023-12-31' } }),
    ).toContain('29 Feb 2024');
    expect(
      words.ar.problem({ code: 'intake.olderThanBook', args: { asAt: '2022-03-31', latest: '2023-03-31' } }),
    ).toContain('2023');
  });

  test('no figure is left open where the code’s own figures are given', () => {
    expect(words.en.problem({ code: 'intake.tooLarge', args: { size: 200, most: 150 } })).not.toContain('{{');
    expect(words.en.problem({ code: 'bridge.badRequest', path: 'html' })).toContain('(html)');
  });
});
