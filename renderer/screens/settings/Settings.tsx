// Settings: how this organisation counts and shows (in the book), and how this laptop likes to see it (on this laptop).
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { useAct } from '#renderer/desk/act.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { type Prefs, usePrefs, useWords } from '#renderer/desk/prefs.ts';
import { FieldText } from '#renderer/parts/FieldText.tsx';
import { editField } from '#shared/acts/edit-field.ts';
import { CLASSIFICATIONS, LARGEST_LOGO, OFFICE } from '#shared/domain/office.ts';
import styles from './settings.module.css';
import { Terms } from './Terms.tsx';

const CURRENCIES = [
  'SAR',
  'AED',
  'QAR',
  'KWD',
  'BHD',
  'OMR',
  'EGP',
  'JOD',
  'GBP',
  'EUR',
  'USD',
  'CHF',
  'JPY',
  'INR',
  'CAD',
  'AUD',
];

export function Settings() {
  const words = useWords();
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{words.say('settings.title')}</h1>
      <Office />
      <Terms />
      <Laptop />
    </div>
  );
}

function Office() {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  if (!book) return null;
  const { office } = book;
  const keep = async (field: string, value: unknown) => {
    const result = await act(editField, { kind: 'office', record: OFFICE, values: { [field]: value } });
    return result.ok ? undefined : words.problem(result.problem);
  };
  const text = (field: 'name' | 'organisation') => (
    <FieldText
      label={words.sayAny(`settings.${field}`)}
      value={office[field] ?? ''}
      onKeep={(typed) => keep(field, typed.trim() === '' ? null : typed.trim())}
    />
  );
  const months = Array.from({ length: 12 }, (_, i) => ({
    value: String(i + 1),
    label: new Intl.DateTimeFormat(words.language === 'ar' ? 'ar-u-ca-gregory' : 'en-GB', {
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date(Date.UTC(2026, i, 1))),
  }));
  const base = office.priceBase;
  return (
    <section className={styles.group} aria-labelledby="settings-office">
      <h2 id="settings-office">{words.say('settings.office')}</h2>
      <p className={styles.soft}>{words.say('settings.officeText')}</p>
      <div className={styles.fields}>
        {text('name')}
        {text('organisation')}
        <Select
          label={words.field('fiscalYearStart')}
          data={months}
          value={String(office.fiscalYearStart)}
          allowDeselect={false}
          onChange={(month) => void keep('fiscalYearStart', Number(month))}
        />
        <Select
          label={words.field('currency')}
          data={[...new Set([office.currency, ...CURRENCIES])].map((code) => ({
            value: code,
            label: `${code} · ${words.unit(code, 0)}`,
          }))}
          value={office.currency}
          searchable
          allowDeselect={false}
          onChange={(currency) => void keep('currency', currency)}
        />
        <Select
          label={words.field('priceBase')}
          data={[
            { value: 'asPublished', label: words.say('priceBase.asPublished') },
            { value: 'nominal', label: words.say('priceBase.nominal') },
            { value: 'real', label: words.say('settings.real') },
          ]}
          value={base?.kind ?? 'asPublished'}
          allowDeselect={false}
          onChange={(kind) =>
            void keep(
              'priceBase',
              kind === 'nominal' ? { kind } : kind === 'real' ? { kind, year: new Date().getFullYear() } : null,
            )
          }
        />
        {base?.kind === 'real' ? (
          <FieldText
            label={words.say('settings.priceYear')}
            value={String(base.year ?? '')}
            onKeep={async (typed) =>
              /^(19|20|21)\d{2}$/.test(typed.trim())
                ? keep('priceBase', { kind: 'real', year: Number(typed) })
                : words.say('settings.badYear')
            }
          />
        ) : null}
        <Select
          label={words.field('classification')}
          data={CLASSIFICATIONS.map((level) => ({ value: level, label: words.sayAny(`classification.${level}`) }))}
          value={office.classification}
          allowDeselect={false}
          onChange={(level) => void keep('classification', level)}
        />
        <TextInput
          type="color"
          label={words.field('colour')}
          value={office.colour}
          onChange={(event) => void keep('colour', event.currentTarget.value)}
        />
      </div>
      <Logo logo={office.logo} keep={keep} />
    </section>
  );
}

function Logo({
  logo,
  keep,
}: {
  logo: string | undefined;
  keep: (field: string, value: unknown) => Promise<string | undefined>;
}) {
  const words = useWords();
  const [fault, setFault] = useState('');
  const choose = async () => {
    setFault('');
    const picked = await bridge.openFile({ kind: 'logo' });
    if (!picked.ok) {
      if (picked.problem.code !== 'bridge.cancelled') setFault(words.problem(picked.problem));
      return;
    }
    const made = await logoFrom(picked.value.bytes);
    setFault(made === undefined ? words.say('settings.badLogo') : ((await keep('logo', made)) ?? ''));
  };
  return (
    <div className={styles.logo}>
      <span>{words.field('logo')}</span>
      {logo ? (
        <img src={logo} alt={words.field('logo')} />
      ) : (
        <span className={styles.soft}>{words.say('settings.noLogo')}</span>
      )}
      <Button variant="default" onClick={() => void choose()}>
        {words.say('settings.chooseLogo')}
      </Button>
      {logo ? (
        <Button variant="subtle" color="red" onClick={() => void keep('logo', null)}>
          {words.say('settings.removeLogo')}
        </Button>
      ) : null}
      {fault ? (
        <span role="alert" className={styles.fault}>
          {fault}
        </span>
      ) : null}
    </div>
  );
}

/** Longest side a logo is kept at, in pixels: enough for a slide, small enough for a file that travels. */
const LOGO_SIDE = 600;

/** The picture redrawn as a PNG of bounded size; undefined where it is no picture. */
async function logoFrom(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(new Blob([bytes as BlobPart]));
    const share = Math.min(1, LOGO_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * share));
    canvas.height = Math.max(1, Math.round(picture.height * share));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = canvas.toDataURL('image/png');
    return made.length <= LARGEST_LOGO ? made : canvas.toDataURL('image/jpeg', 0.8);
  } catch {
    return undefined;
  }
}

function Laptop() {
  const words = useWords();
  const { prefs, set } = usePrefs();
  const choice = <Key extends keyof Prefs>(key: Key, values: readonly string[]) => (
    <Select
      label={words.sayAny(`settings.${key}`)}
      data={values.map((value) => ({ value, label: words.sayAny(`settings.${key}.${value}`) }))}
      value={prefs[key]}
      allowDeselect={false}
      onChange={(value) => set({ [key]: value } as Partial<Prefs>)}
    />
  );
  return (
    <section className={styles.group} aria-labelledby="settings-laptop">
      <h2 id="settings-laptop">{words.say('settings.laptop')}</h2>
      <p className={styles.soft}>{words.say('settings.laptopText')}</p>
      <div className={styles.fields}>
        <TextInput
          label={words.say('settings.person')}
          description={words.say('settings.personHint')}
          value={prefs.person}
          maxLength={200}
          onChange={(event) => set({ person: event.currentTarget.value })}
        />
        {choice('language', ['en', 'ar'])}
        {choice('theme', ['auto', 'light', 'dark'])}
        {choice('calendar', ['gregory', 'hijri', 'both'])}
        {choice('digits', ['latn', 'arab'])}
      </div>
    </section>
  );
}
