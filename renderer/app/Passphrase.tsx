// Asks for the passphrase of a sealed book, or for a new one: typed twice, since nobody can bring a lost one back.
import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { Asking } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { SHORTEST_PASSPHRASE } from '#shared/file/seal.ts';
import type { Problem } from '#shared/kit/result.ts';
import styles from './app.module.css';

export function Passphrase({ asking }: { asking: Asking }) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem | undefined>(asking.problem);
  const isNew = asking.what === 'seal';
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const isShort = [...typed].length < SHORTEST_PASSPHRASE;
    if (isNew && isShort) setProblem({ code: 'file.shortPassphrase', args: { shortest: SHORTEST_PASSPHRASE } });
    else if (isNew && typed !== again) setProblem({ code: 'file.passphrasesDiffer' });
    else asking.answer(typed);
  };
  return (
    <Modal
      opened
      onClose={() => asking.answer(undefined)}
      title={words.say(isNew ? 'seal.titleNew' : 'seal.titleOpen', { name: asking.name })}
      closeButtonProps={{ 'aria-label': words.say('seal.cancel') }}
    >
      <form className={styles.ask} onSubmit={submit}>
        <PasswordInput
          data-autofocus
          label={words.say('seal.passphrase')}
          description={words.say(isNew ? 'seal.hintNew' : 'seal.hintOpen')}
          error={problem ? words.problem(problem) : undefined}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          visibilityToggleButtonProps={{ 'aria-label': words.say('seal.show') }}
          dir="auto"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        {isNew ? (
          <PasswordInput
            label={words.say('seal.again')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': words.say('seal.show') }}
            dir="auto"
            value={again}
            onChange={(event) => {
              setAgain(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
        ) : null}
        <div className={styles.askButtons}>
          <Button variant="default" onClick={() => asking.answer(undefined)}>
            {words.say('seal.cancel')}
          </Button>
          <Button type="submit">{words.say(isNew ? 'seal.save' : 'seal.open')}</Button>
        </div>
      </form>
    </Modal>
  );
}
