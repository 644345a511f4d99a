// One risk at the end edge: cause, event, effect, the benefits it threatens and what it would take from each.
import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ChoiceField, choicesOf, DayField, MoneyField, NumberField, TextField } from '#renderer/controls/fields.tsx';
import { useKeep } from '#renderer/controls/keep.ts';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { SidePanel } from '#renderer/parts/ListScreen.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { riskValue, type ThreatValue } from '#shared/counsel/risk.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { RESPONSES } from '#shared/domain/risk.ts';
import { benefitsOf } from '#shared/govern/bodies.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './risks.module.css';

interface RiskPanelProps {
  readonly book: Book;
  readonly risk: Entry<'risk'>;
  readonly onClose: () => void;
}

export function RiskPanel({ book, risk, onClose }: RiskPanelProps) {
  const words = useWords();
  const act = useAct();
  const add = useAdd();
  const keep = useKeep('risk', risk.id);
  const { threats } = riskValue(counselOf(book, asAtOf(book)), risk);
  const named = new Set(threats.map(({ threat }) => threat.benefit));
  const own = risk.component ? benefitsOf(book, risk.component) : [...book.all('benefit')];
  const components = [...book.all('component')].map(({ id, name }) => ({ value: id as string, label: name }));
  const threaten = (benefit: string | null) => {
    if (benefit) void add('threat', { risk: risk.id, benefit });
  };
  return (
    <SidePanel title={risk.title} close={words.say('app.close')} onClose={onClose}>
      <div className={styles.panel}>
        <TextField kind="risk" record={risk.id} field="title" />
        <Select
          label={words.say('kind.component')}
          data={components}
          value={risk.component ?? null}
          searchable
          clearable
          limit={50}
          onChange={(component) => void keep.value('component', component)}
        />
        <TextField kind="risk" record={risk.id} field="cause" multiline />
        <TextField kind="risk" record={risk.id} field="event" multiline />
        <TextField kind="risk" record={risk.id} field="effect" multiline />
        <div className={styles.two}>
          <NumberField kind="risk" record={risk.id} field="probability" />
          <MoneyField kind="risk" record={risk.id} field="cost" />
        </div>
        <h3>{words.say('risks.threatens')}</h3>
        {threats.map((each) => (
          <ThreatLine key={each.threat.id} book={book} each={each} />
        ))}
        <Select
          label={words.say('risks.addBenefit')}
          data={own.filter(({ id }) => !named.has(id)).map(({ id, title }) => ({ value: id as string, label: title }))}
          value={null}
          searchable
          limit={50}
          onChange={threaten}
        />
        <PersonField label={words.field('owner')} value={risk.owner} onKeep={(person) => keep.value('owner', person)} />
        <div className={styles.two}>
          <ChoiceField
            kind="risk"
            record={risk.id}
            field="response"
            choices={choicesOf(RESPONSES, 'riskResponse', words)}
          />
          <DayField kind="risk" record={risk.id} field="review" />
        </div>
        <TextField kind="risk" record={risk.id} field="plan" multiline />
        <Close risk={risk} />
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          onClick={() => {
            onClose();
            void act(deleteRecord, { kind: 'risk', record: risk.id });
          }}
        >
          {words.say('risks.delete')}
        </Button>
      </div>
    </SidePanel>
  );
}

function ThreatLine({ book, each: { threat, toCome, lost } }: { book: Book; each: ThreatValue }) {
  const words = useWords();
  const act = useAct();
  const title = book.get('benefit', threat.benefit)?.title ?? '—';
  const money = (minor: number | undefined) =>
    minor === undefined ? words.say('evidence.notValued') : words.money({ minor, currency: book.office.currency });
  return (
    <div className={styles.threat}>
      <div className={styles.threatHead}>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <CloseButton
          aria-label={words.say('risks.dropThreat', { title })}
          onClick={() => void act(deleteRecord, { kind: 'threat', record: threat.id })}
        />
      </div>
      <div className={styles.two}>
        <NumberField kind="threat" record={threat.id} field="share" />
        <NumberField kind="threat" record={threat.id} field="months" />
      </div>
      <p className={styles.soft}>{words.say('risks.lostOf', { lost: money(lost), toCome: money(toCome) })}</p>
    </div>
  );
}

function Close({ risk }: { risk: Entry<'risk'> }) {
  const words = useWords();
  const act = useAct();
  const [reason, setReason] = useState('');
  const set = (closed: unknown) =>
    void act(editField, { kind: 'risk', record: risk.id as RecordId, values: { closed } });
  if (risk.closed)
    return (
      <Button variant="default" size="compact-sm" onClick={() => set(null)}>
        {words.say('risks.reopen')}
      </Button>
    );
  return (
    <form
      className={styles.two}
      onSubmit={(event) => {
        event.preventDefault();
        const { opened } = useDesk.getState();
        if (opened && reason.trim()) set({ on: today(opened.ctx), reason: reason.trim() });
      }}
    >
      <TextInput
        label={words.say('risks.closeWhy')}
        value={reason}
        dir="auto"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={reason.trim() === ''}>
        {words.say('risks.close')}
      </Button>
    </form>
  );
}
