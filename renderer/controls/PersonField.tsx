// Names a person: one of the book's, or a new one by typing a name nobody has yet.
import { Autocomplete } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { foldText } from '#shared/kit/order.ts';

export function PersonField({
  label,
  value,
  onKeep,
}: {
  label: string;
  value: RecordId | undefined;
  onKeep: (person: RecordId | null) => Promise<string | undefined>;
}) {
  const words = useWords();
  const book = useBook();
  const addTo = useAdd();
  const people = [...(book?.all('person') ?? [])];
  const standing = people.find((person) => person.id === value)?.name ?? '';
  const [text, setText] = useState(standing);
  const [fault, setFault] = useState<string | undefined>();
  useEffect(() => setText(standing), [standing]);
  const keep = async (name: string) => {
    if (name === standing) return;
    if (name.trim() === '') return setFault(await onKeep(null));
    const same = people.find((person) => foldText(person.name) === foldText(name.trim()));
    if (same) return setFault(await onKeep(same.id));
    const added = await addTo('person', { name: name.trim() });
    setFault(added.ok ? await onKeep(added.value) : words.problem(added.problem));
  };
  return (
    <Autocomplete
      label={label}
      value={text}
      error={fault}
      data={[...new Set(people.map((person) => person.name))]}
      onChange={setText}
      onOptionSubmit={(name) => void keep(name)}
      onBlur={() => void keep(text)}
      onKeyDown={(event) => {
        // an option the arrow keys chose is submitted by the list itself: what is half typed is nobody's name
        if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) void keep(text);
      }}
    />
  );
}
