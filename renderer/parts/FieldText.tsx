// One field of a form: kept when it is left or Enter is pressed; refused text stays with its reason.
import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

interface FieldTextProps {
  readonly label: string;
  /** The exact value as text. */
  readonly value: string;
  /** Undefined when kept, else the sentence that says why not. */
  readonly onKeep: (text: string) => Promise<string | undefined>;
  readonly description?: string;
  readonly multiline?: boolean;
  readonly placeholder?: string;
}

export function FieldText({ label, value, onKeep, description, multiline, placeholder }: FieldTextProps) {
  const [text, setText] = useState(value);
  const [fault, setFault] = useState<string | undefined>();
  const standing = useRef(value);
  useEffect(() => {
    // a value that changed elsewhere replaces the text only where nobody is typing another
    setText((now) => (now === standing.current ? value : now));
    standing.current = value;
  }, [value]);
  const keep = async () => {
    if (text === standing.current) return setFault(undefined);
    setFault(await onKeep(text));
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
    value: text,
    error: fault,
    onBlur: () => void keep(),
    onKeyDown,
    dir: 'auto' as const,
  };
  return multiline ? (
    <Textarea {...common} autosize minRows={3} maxRows={12} onChange={(event) => setText(event.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={(event) => setText(event.currentTarget.value)} />
  );
}
