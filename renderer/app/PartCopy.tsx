// Puts together a copy of a part of the book: for whom, without what, and how much that is before it is written.
import { Button, Checkbox, Modal, Radio, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { savePartCopy, sizeOf } from '#renderer/desk/part-copy.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { REDACTIONS, type Redaction, type Selection } from '#shared/merge/redaction.ts';
import type { Scope } from '#shared/merge/scope.ts';
import styles from './app.module.css';

type Of = Scope['of'];

export function PartCopy() {
  const words = useWords();
  const book = useDesk((desk) => desk.book);
  const [of, setOf] = useState<Of>('component');
  const [chosen, setChosen] = useState<Readonly<Partial<Record<Of, string | null>>>>({});
  const [without, setWithout] = useState<readonly string[]>([]);
  const [seal, setSeal] = useState(false);
  const [busy, setBusy] = useState(false);
  const close = () => useDesk.setState({ copying: undefined });
  const id = chosen[of];
  const scope: Scope | undefined = of === 'book' ? { of } : id ? { of, id: id as RecordId } : undefined;
  const selection: Selection | undefined = scope && { scope, without: without as Redaction[] };
  const isWhole = of === 'book' && without.length === 0;
  const size = useMemo(
    () =>
      book && of !== 'book' && id ? sizeOf(book.state, { scope: { of, id: id as RecordId }, without: [] }) : undefined,
    [book, of, id],
  );
  const hint = isWhole
    ? words.say('part.nothing')
    : !scope
      ? words.say('part.choose')
      : size
        ? words.say('part.would', { records: words.number(size.records), all: words.number(size.all) })
        : '';
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!selection || isWhole) return;
    setBusy(true);
    const saved = await savePartCopy(selection, seal);
    setBusy(false);
    if (saved) close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={words.say('part.title')}
      closeButtonProps={{ 'aria-label': words.say('part.cancel') }}
    >
      <form className={styles.ask} onSubmit={(event) => void submit(event)}>
        <p>{words.say('part.text')}</p>
        <Radio.Group label={words.say('part.scope')} value={of} onChange={(value) => setOf(value as Of)}>
          <div className={styles.choices}>
            {(['component', 'person', 'book'] as const).map((each) => (
              <Radio key={each} value={each} label={words.say(`part.scope.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        {of === 'book' ? null : (
          <Select
            searchable
            label={words.say(`part.${of}`)}
            data={book ? namesOf(book, of) : []}
            value={chosen[of] ?? null}
            limit={100}
            nothingFoundMessage={words.say('part.nobody')}
            onChange={(value) => setChosen({ ...chosen, [of]: value })}
          />
        )}
        <Checkbox.Group label={words.say('part.without')} value={[...without]} onChange={setWithout}>
          <div className={styles.choices}>
            {REDACTIONS.map((each) => (
              <Checkbox key={each} value={each} label={words.say(`part.without.${each}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <p className={styles.soft}>{words.say('part.stays')}</p>
        <Checkbox
          checked={seal}
          label={words.say('part.sealed')}
          onChange={(event) => setSeal(event.currentTarget.checked)}
        />
        <output aria-live="polite">{hint}</output>
        <div className={styles.askButtons}>
          <Button variant="default" onClick={close}>
            {words.say('part.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!selection || isWhole}>
            {words.say('part.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** By name; two of one name are told apart by where they belong. */
function namesOf(book: Book, of: 'component' | 'person'): { value: string; label: string }[] {
  const all =
    of === 'component'
      ? [...book.all('component')].map(({ id, name, organisation }) => ({ id, name, more: organisation }))
      : [...book.all('person')].map(({ id, name, role, organisation }) => ({ id, name, more: role ?? organisation }));
  const count = new Map<string, number>();
  for (const { name } of all) count.set(name, (count.get(name) ?? 0) + 1);
  return all
    .map(({ id, name, more }) => ({
      value: id,
      label: more && (count.get(name) ?? 0) > 1 ? `${name} · ${more}` : name,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
