// One link of the chosen node: the other end, its weight and whether it is necessary; opened, its rationale and evidence.
import { CloseButton } from '@mantine/core';
import { FlagField, NumberField, TextField } from '#renderer/controls/fields.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapLink, MapNode } from '#shared/map/model.ts';
import styles from './panel.module.css';

export function LinkLine({
  link,
  other,
  onChoose,
}: {
  link: MapLink;
  other: MapNode | undefined;
  onChoose: (id: RecordId) => void;
}) {
  const words = useWords();
  const act = useAct();
  if (!other) return null;
  const of = { kind: 'contribution', record: link.id } as const;
  const remove = async () => {
    const result = await act(deleteRecord, of);
    if (!result.ok) say({ tone: 'problem', text: words.problem(result.problem) });
  };
  return (
    <li className={styles.link}>
      <span className={styles.linkHead}>
        <button type="button" className={styles.linkName} onClick={() => onChoose(other.id)}>
          <bdi>{other.title}</bdi>
        </button>
        {link.tree ? null : (
          <CloseButton
            size="sm"
            aria-label={words.say('map.removeLinkTo', { name: other.title })}
            onClick={() => void remove()}
          />
        )}
      </span>
      {link.tree ? (
        <span className={styles.soft}>{words.say('map.partOf')}</span>
      ) : (
        <>
          <span className={styles.linkFields}>
            <NumberField {...of} field="weight" label={words.say('map.weight')} />
            <FlagField {...of} field="necessary" />
          </span>
          <details>
            <summary className={styles.soft}>{words.say('map.whyLink')}</summary>
            <TextField {...of} field="rationale" multiline />
            <TextField {...of} field="evidence" multiline />
          </details>
        </>
      )}
    </li>
  );
}
