// One field of a form: kept when it is left or Enter is pressed; refused text stays with its reason.
import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

interface FieldTextProps {
  readonly label: string;
  /** The exact value as text, as it is typed. */
  readonly value: string;
  /** The value as it reads while nobody types: a date in words, an amount with its thousands apart. */
  readonly shown?: string | undefined;
  /** Undefined when kept, else the sentence that says why not. */
  readonly onKeep: (text: string) => Promise<string | undefined>;
  readonly description?: string;
  readonly multiline?: boolean;
  readonly placeholder?: string;
}

export function FieldText({ label, value, shown, onKeep, description, multiline, placeholder }: FieldTextProps) {
  const [text, setText] = useState(value);
  const [fault, setFault] = useState<string | undefined>();
  const [focused, setFocused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // the exact text takes the place of the shown one: whoever came by Tab had all of it selected
    if (focused && shown !== undefined) field.current?.select();
  }, [focused, shown]);
  const standing = useRef(value);
  const asked = useRef<string | undefined>(undefined);
  useEffect(() => {
    // a value that changed replaces what was typed for it, but never another text somebody is typing
    setText((now) => (now === standing.current || now === asked.current ? value : now));
    standing.current = value;
  }, [value]);
  const keep = async () => {
    if (text === standing.current) return setFault(undefined);
    asked.current = text;
    const problem = await onKeep(text);
    setFault(problem);
    if (problem === undefined) setText((now) => (now === text ? standing.current : now));
    asked.current = undefined;
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void keep();
    } else if (event.key === 'Escape' && text !== standing.current) {
      event.preventDefault();
      event.stopPropagation();
      setText(standing.current);
      setFault(undefined);
    }
  };
  const common = {
    label,
    description,
    placeholder,
    value: !focused && text === value ? (shown ?? text) : text,
    error: fault,
    onFocus: () => setFocused(true),
    onBlur: () => {
      setFocused(false);
      void keep();
    },
    onKeyDown,
    dir: 'auto' as const,
  };
  return multiline ? (
    <Textarea {...common} autosize minRows={3} maxRows={12} onChange={(event) => setText(event.currentTarget.value)} />
  ) : (
    <TextInput {...common} ref={field} onChange={(event) => setText(event.currentTarget.value)} />
  );
}
