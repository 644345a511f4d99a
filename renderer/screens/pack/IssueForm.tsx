// Issues the pack: under which number and title, in which languages, and in the place of which earlier one.
import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { issue } from '#renderer/desk/issue.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Language } from '#shared/words/format.ts';
import styles from './pack.module.css';

interface IssueFormProps {
  readonly book: Book;
  readonly number: string;
  readonly title: string;
  readonly language: Language;
  readonly onClose: (issued: boolean) => void;
}

export function IssueForm({ book, number, title, language, onClose }: IssueFormProps) {
  const words = useWords();
  const [name, setName] = useState(title);
  const [languages, setLanguages] = useState<string[]>([language]);
  const [supersedes, setSupersedes] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | undefined>();
  const earlier = [...book.all('pack')].sort((a, b) => (a.number < b.number ? 1 : -1));
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(undefined);
    const result = await issue({
      number,
      title: name.trim() || title,
      languages: (['en', 'ar'] as const).filter((each) => languages.includes(each)),
      ...(supersedes ? { supersedes: supersedes as RecordId, reason } : {}),
    }).catch((fault: unknown) => ({
      ok: false as const,
      problem: { code: 'pack.stopped', args: { detail: fault instanceof Error ? fault.message : '' } },
    }));
    setBusy(false);
    if (result.ok) onClose(true);
    else setFault(words.problem(result.problem));
  };
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={words.say('pack.issueTitle', { number })}
      closeButtonProps={{ 'aria-label': words.say('pack.issueNo') }}
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <p>{words.say('pack.issueText')}</p>
        <TextInput
          data-autofocus
          label={words.say('pack.name')}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label={words.say('pack.languages')} value={languages} onChange={setLanguages}>
          <div className={styles.choices}>
            <Checkbox value="en" label="English" lang="en" />
            <Checkbox value="ar" label="العربية" lang="ar" />
          </div>
        </Checkbox.Group>
        {earlier.length > 0 ? (
          <Select
            label={words.say('pack.supersedes')}
            placeholder={words.say('pack.none')}
            clearable
            data={earlier.map(({ id, number: no, title: of }) => ({ value: id, label: `${no} · ${of}` }))}
            value={supersedes}
            onChange={setSupersedes}
          />
        ) : null}
        {supersedes ? (
          <TextInput
            required
            label={words.say('pack.why')}
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {fault ? (
          <p role="alert" className={styles.problem}>
            {fault}
          </p>
        ) : null}
        <output className={styles.soft}>{busy ? words.say('pack.issuing') : ''}</output>
        <div className={styles.buttons}>
          <Button type="submit" loading={busy} disabled={languages.length === 0}>
            {words.say('pack.issueYes')}
          </Button>
          <Button variant="default" onClick={() => onClose(false)} disabled={busy}>
            {words.say('pack.issueNo')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
