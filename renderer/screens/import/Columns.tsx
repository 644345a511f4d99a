// Which column means what, in what unit, speaking of which date: proposed, and corrected here.
import { Select, TextInput } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import type { ImportChoice } from '#shared/intake/dryrun.ts';
import { cellText, columnName } from '#shared/intake/grid.ts';
import { MONTHS_HOLD, type Subject, subjectOf, withRole } from '#shared/intake/mapping.ts';
import type { ReadFile } from '#shared/intake/read.ts';
import { REGISTER_ROLES } from '#shared/intake/register-roles.ts';
import { MONEY_ROLES, ROLES, type Role } from '#shared/intake/roles.ts';
import { isDay } from '#shared/kit/period.ts';
import styles from './import.module.css';

interface ColumnsProps {
  readonly file: ReadFile;
  readonly choice: ImportChoice;
  readonly onChoice: (choice: ImportChoice) => void;
  /** What the rows are, said by hand: the columns are proposed anew. */
  readonly onSubject: (subject: Subject) => void;
  readonly profileName: string;
  readonly onProfileName: (name: string) => void;
}

const SCALES = [0, 3, 6, 9];
const SUBJECTS: readonly Subject[] = ['components', 'benefits'];

export function Columns({ file, choice, onChoice, onSubject, profileName, onProfileName }: ColumnsProps) {
  const words = useWords();
  const { mapping, asAt } = choice;
  const subject = subjectOf(mapping);
  const roles: readonly Role[] = subject === 'benefits' ? REGISTER_ROLES : ROLES;
  const set = (change: Partial<ImportChoice['mapping']>) => onChoice({ ...choice, mapping: { ...mapping, ...change } });
  return (
    <section className={styles.columns} aria-label={words.say('import.columns')}>
      <h2 className={styles.heading}>{words.say('import.columns')}</h2>
      <div className={styles.settings}>
        <Select
          label={words.say('import.subject')}
          data={SUBJECTS.map((each) => ({ value: each, label: words.sayAny(`import.subject.${each}`) }))}
          value={subject}
          allowDeselect={false}
          onChange={(value) => onSubject((value ?? 'components') as Subject)}
        />
        {mapping.columns.some(({ role }) => role === 'month') ? (
          <Select
            label={words.say('import.monthsHold')}
            description={words.say('import.monthsHoldHint')}
            data={MONTHS_HOLD.map((each) => ({ value: each, label: words.sayAny(`import.monthsHold.${each}`) }))}
            value={mapping.monthsHold ?? 'plan'}
            allowDeselect={false}
            onChange={(value) => set({ monthsHold: MONTHS_HOLD.find((each) => each === value) ?? 'plan' })}
          />
        ) : null}
        <TextInput
          type="date"
          label={words.say('import.asAt')}
          description={words.say('import.asAtHint')}
          value={asAt}
          onChange={(event) => {
            const day = event.currentTarget.value;
            if (isDay(day)) onChoice({ ...choice, asAt: day });
          }}
        />
        <TextInput
          label={words.field('currency')}
          description={words.say('import.currencyHint')}
          value={mapping.currency}
          maxLength={3}
          onChange={(event) => {
            const currency = event.currentTarget.value.toUpperCase();
            set({ currency });
          }}
          error={/^[A-Z]{3}$/.test(mapping.currency) ? undefined : words.say('import.currencyFault')}
        />
        <Select
          label={words.say('import.scale')}
          description={words.say('import.scaleHint')}
          data={SCALES.map((scale) => ({ value: String(scale), label: words.sayAny(`import.scale${scale}`) }))}
          value={String(mapping.scale)}
          allowDeselect={false}
          onChange={(value) => set({ scale: Number(value ?? 0) })}
        />
        <TextInput
          label={words.say('import.series')}
          description={words.say('import.seriesHint')}
          value={mapping.series}
          onChange={(event) => set({ series: event.currentTarget.value.trim() })}
        />
        <TextInput
          label={words.say('import.profile')}
          description={
            mapping.profile
              ? words.say('import.profileUsed', { name: mapping.profile })
              : words.say('import.profileHint')
          }
          value={profileName}
          onChange={(event) => onProfileName(event.currentTarget.value)}
        />
      </div>
      <section className={styles.tablePlace} aria-label={words.say('import.columns')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.say('import.column')}</th>
              <th scope="col">{words.say('import.header')}</th>
              <th scope="col">{words.say('import.means')}</th>
              <th scope="col">{words.say('import.example')}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns
              .filter((column) => column.header !== '' || column.role !== 'ignore')
              .map((column) => (
                <tr key={column.index} data-used={(column.role !== 'ignore' && column.role !== 'note') || undefined}>
                  <td>{columnName(column.index)}</td>
                  <td dir="auto">{column.header.split(/\r?\n/)[0]}</td>
                  <td>
                    <Select
                      aria-label={words.say('import.meansOf', { header: column.header.split(/\r?\n/)[0] ?? '' })}
                      data={roles.map((role) => ({ value: role, label: words.sayAny(`role.${role}`) }))}
                      value={column.role}
                      allowDeselect={false}
                      searchable
                      size="xs"
                      w={240}
                      onChange={(role) =>
                        onChoice({ ...choice, mapping: withRole(mapping, column.index, (role ?? 'ignore') as Role) })
                      }
                    />
                    {MONEY_ROLES.includes(column.role) ? (
                      <span className={styles.unit}>{unitText(column, mapping, words)}</span>
                    ) : null}
                  </td>
                  <td dir="auto" className={styles.example}>
                    {example(file, column.index)}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function unitText(
  column: ImportChoice['mapping']['columns'][number],
  mapping: ImportChoice['mapping'],
  words: ReturnType<typeof useWords>,
): string {
  const currency = column.unit?.currency ?? mapping.currency;
  const scale = column.unit?.scale ?? mapping.scale;
  if (!/^[A-Z]{3}$/.test(currency)) return '';
  const unit = words.unit(currency, scale as 0);
  return words.say(
    column.unit?.repaired ? 'import.unitRepaired' : column.unit ? 'import.unitStated' : 'import.unitAssumed',
    { unit },
  );
}

/** The first cells that say something, so that a person can see what the column holds. */
function example(file: ReadFile, index: number): string {
  const found: string[] = [];
  for (const row of file.table.rows) {
    const text = cellText(row.cells[index]);
    if (text !== '' && !found.includes(text)) found.push(text.length > 60 ? `${text.slice(0, 60)}…` : text);
    if (found.length === 2) break;
  }
  return found.join(' · ');
}
