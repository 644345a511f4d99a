// A day typed as people write it, kept as a day once it can be read; what cannot be read stays and says so.
import { useState } from 'react';
import { typedValue } from '#shared/intake/typed.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { usePrefs, useWords } from './prefs.ts';

export interface TypedDay {
  readonly day: Day | undefined;
  readonly field: {
    readonly value: string;
    readonly placeholder: string;
    readonly error: string | undefined;
    readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void;
    readonly onBlur: () => void;
  };
}

export function useTyped(first: Day | undefined, onDay?: (day: Day | undefined) => void): TypedDay {
  const words = useWords();
  const [day, setDay] = useState(first);
  const [text, setText] = useState(first ? words.date(first) : '');
  const [error, setError] = useState<string | undefined>();
  const read = (typed: string) => {
    const value = typed.trim() === '' ? undefined : typedValue({ kind: 'day' }, typed, 'day');
    return value && (value.ok ? value.value : value.problem);
  };
  const set = (next: Day | undefined) => {
    setDay(next);
    onDay?.(next);
  };
  return {
    day,
    field: {
      value: text,
      placeholder: '31/03/2027',
      error,
      onChange: (event) => {
        const { value } = event.currentTarget;
        setText(value);
        setError(undefined);
        const found = read(value);
        if (found === undefined || isDay(found)) set(found);
      },
      onBlur: () => {
        const found = day && text === words.date(day) ? day : read(text);
        if (found === undefined || isDay(found)) {
          set(found);
          setText(found ? usePrefs.getState().words.date(found) : '');
        } else setError(words.problem(found as Parameters<typeof words.problem>[0]));
      },
    },
  };
}
