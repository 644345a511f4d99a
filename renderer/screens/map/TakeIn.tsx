// Brings a map in from text: an outline or tables, pasted or from files; what it would do is shown before it is put on the map.
import { Button, FileButton, Modal, Select, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { takeMap } from '#shared/acts/take-map.ts';
import { decodeText, isZip } from '#shared/intake/decode.ts';
import type { OutlineReading } from '#shared/intake/map-outline.ts';
import { LONGEST_TEXT, readMapText } from '#shared/intake/map-text.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Problem, type Result, refuse } from '#shared/kit/result.ts';
import { NODE_TYPES, type NodeType } from '#shared/map/model.ts';
import { PRESETS, typeName } from '#shared/map/presets.ts';
import { TakeInPreview } from './TakeInPreview.tsx';
import styles from './takein.module.css';
import { useTakeIn } from './useTakeIn.ts';

export function TakeIn({ map, onClose }: { map: RecordId; onClose: () => void }) {
  const words = useWords();
  const act = useAct();
  const preset = useBook()?.get('benefitMap', map)?.preset;
  const { first, isReversed } = PRESETS[preset ?? 'network'];
  // the end of the contribution: an objective, or the problem that is solved
  const last: NodeType = isReversed ? first : 'objective';
  const start: NodeType = isReversed ? 'enabler' : first;
  const [text, setText] = useState('');
  const [below, setBelow] = useState<OutlineReading['below']>('feeds');
  const [top, setTop] = useState<NodeType>(last);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asks) keep.current?.focus();
  }, [asks]);
  const { plan, isBehind } = useTakeIn(map, text, { below, top, preset });
  const isTable = plan?.ok === true && plan.value.shape === 'csv';
  const isEmpty = text.trim() === '';

  const close = () => {
    if (busy) return;
    if (isEmpty) onClose();
    // asked once: Escape on the question keeps the text
    else setAsks(!asks);
  };
  const keepOn = () => {
    setAsks(false);
    area.current?.focus();
  };
  const choose = async (files: readonly File[]) => {
    const told: string[] = [];
    const read: string[] = [];
    for (const file of files) {
      const found = await textOf(file);
      if (found.ok) read.push(found.value);
      else told.push(words.say('takein.unreadFile', { name: file.name, why: words.problem(found.problem) }));
    }
    setFaults(told);
    if (read.length > 0) setText((before) => [before, ...read].filter((part) => part.trim() !== '').join('\n\n'));
    area.current?.focus();
  };
  const put = async () => {
    const draft = readMapText(text, { below, top, preset });
    if (!draft.ok) return setFaults([words.problem(draft.problem)]);
    setBusy(true);
    const result = await act(takeMap, { map, draft: draft.value });
    setBusy(false);
    if (!result.ok) return setFaults([words.problem(result.problem)]);
    say({ tone: 'done', text: result.value.change ? doneText() : words.say('takein.allThere') });
    onClose();
  };
  const doneText = () =>
    words.say('takein.done', {
      nodes: words.say('map.nodes', { count: plan?.ok ? plan.value.nodes.length : 0 }),
      links: words.say('map.links', { count: plan?.ok ? plan.value.links.length : 0 }),
    });
  const told = plan && !plan.ok ? [...faults, words.problem(plan.problem)] : faults;
  return (
    <Modal
      opened
      onClose={close}
      size="56rem"
      title={words.say('takein.title')}
      closeButtonProps={{ 'aria-label': words.say('takein.close') }}
    >
      <div className={styles.dialog}>
        <Textarea
          ref={area}
          data-autofocus
          label={words.say('takein.label')}
          description={words.say('takein.hint', { mark: '!' })}
          classNames={{ input: styles.text ?? '' }}
          rows={12}
          dir="auto"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setFaults([]);
            setAsks(false);
          }}
        />
        <div className={styles.choices}>
          <FileButton multiple accept=".csv,.tsv,.txt,.md,text/plain,text/csv" onChange={(files) => void choose(files)}>
            {(props) => (
              <Button {...props} variant="default">
                {words.say('takein.choose')}
              </Button>
            )}
          </FileButton>
          <Select
            label={words.say('takein.below')}
            data={(['feeds', 'ledTo'] as const).map((value) => ({ value, label: words.say(`takein.below.${value}`) }))}
            value={below}
            allowDeselect={false}
            disabled={isTable}
            onChange={(value) => {
              setBelow(value === 'ledTo' ? 'ledTo' : 'feeds');
              setTop(value === 'ledTo' ? start : last);
            }}
          />
          <Select
            label={words.say('takein.top')}
            data={NODE_TYPES.map((value) => ({
              value,
              label: words.say('takein.topAs', { type: typeName(words, preset, value) }),
            }))}
            value={top}
            allowDeselect={false}
            disabled={isTable}
            onChange={(value) => setTop((value ?? top) as NodeType)}
          />
        </div>
        {told.map((sentence) => (
          <p key={sentence} role="alert" className={styles.problem}>
            {sentence}
          </p>
        ))}
        <section className={styles.preview} aria-label={words.say('takein.preview')} aria-busy={isBehind}>
          {isBehind && !isEmpty ? <output className={styles.soft}>{words.say('takein.reading')}</output> : null}
          {plan?.ok ? <TakeInPreview plan={plan.value} preset={preset} /> : null}
        </section>
        {asks ? (
          <div role="alert" className={styles.asks}>
            <span>{words.say('takein.loseText')}</span>
            <Button ref={keep} onClick={keepOn}>
              {words.say('takein.keepOn')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.say('takein.lose')}
            </Button>
          </div>
        ) : (
          <div className={styles.commit}>
            <Button
              loading={busy}
              disabled={isBehind || !plan?.ok || plan.value.nodes.length + plan.value.links.length === 0}
              onClick={() => void put()}
            >
              {words.say('takein.put')}
            </Button>
            <Button variant="default" onClick={close}>
              {words.say('takein.close')}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}

/** A film is not read whole to find that it is no text. */
async function textOf(file: File): Promise<Result<string, Problem>> {
  if (file.size > 4 * LONGEST_TEXT) return refuse('takein.tooLong', { most: LONGEST_TEXT });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isZip(bytes)) return refuse('takein.workbook');
  const decoded = decodeText(bytes);
  return decoded.ok ? { ok: true, value: decoded.value.text } : decoded;
}
