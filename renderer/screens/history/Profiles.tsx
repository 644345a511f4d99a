// The import profiles this book keeps: what each knows, and the way to delete one.
import { Button } from '@mantine/core';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { Entry } from '#shared/domain/book.ts';
import styles from './history.module.css';

export function Profiles() {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const profiles = [...(book?.all('profile') ?? [])];
  const remove = async ({ id, name }: Entry<'profile'>) => {
    const result = await act(deleteRecord, { kind: 'profile', record: id });
    if (result.ok) say({ tone: 'done', text: words.say('profiles.deleted', { name }) });
    else say({ tone: 'problem', text: words.problem(result.problem) });
  };
  if (profiles.length === 0)
    return (
      <div className={styles.stack}>
        <p>{words.say('profiles.none')}</p>
      </div>
    );
  return (
    <div className={styles.stack}>
      <h1 className={styles.sentence}>{words.say('profiles.sentence')}</h1>
      <section className={styles.tablePlace} aria-label={words.say('trail.profiles')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.field('name')}</th>
              <th scope="col" data-number>
                {words.field('columns')}
              </th>
              <th scope="col">{words.field('currency')}</th>
              <th scope="col">{words.field('series')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {profiles.map((profile) => (
              <tr key={profile.id}>
                <th scope="row" dir="auto">
                  {profile.name}
                </th>
                <td data-number>{words.number(Object.keys(profile.columns ?? {}).length)}</td>
                <td>{profile.currency ? words.unit(profile.currency, 0) : '—'}</td>
                <td dir="auto">{profile.series ?? '—'}</td>
                <td data-number>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    aria-label={words.say('profiles.deleteNamed', { name: profile.name })}
                    onClick={() => void remove(profile)}
                  >
                    {words.say('profiles.delete')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
