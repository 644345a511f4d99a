// What the map is found to lack, errors first: each says where, by which rule, and offers the step that mends it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapFinding, Remedy } from '#shared/map/finding.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import { MARK_SIGN } from '#shared/press/mapLook.ts';
import { findingText } from '#shared/sight/finding-text.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './panel.module.css';

interface FindingsProps {
  readonly findings: readonly MapFinding[];
  readonly graph: MapGraph;
  readonly preset: MapPreset | undefined;
  readonly onShow: (id: RecordId) => void;
  readonly onRemedy: (remedy: Remedy) => void;
  readonly empty: string;
}

/** Findings drawn at once; the rest comes when asked for. */
const AT_ONCE = 15;

export function Findings({ findings, graph, preset, onShow, onRemedy, empty }: FindingsProps) {
  const words = useWords();
  const [most, setMost] = useState(AT_ONCE);
  if (findings.length === 0) return <p className={styles.soft}>{empty}</p>;
  return (
    <>
      <ul className={styles.findings}>
        {findings.slice(0, most).map((finding) => {
          const about = finding.nodes.find((id) => graph.nodes.has(id)) ?? finding.links[0];
          return (
            <li key={finding.key} data-severity={finding.severity}>
              <span className={styles.findingHead}>
                <span aria-hidden="true">{MARK_SIGN[finding.severity]}</span>
                <span>{words.sayAny(`severity.${finding.severity}`)}</span>
              </span>
              {about ? (
                <button type="button" className={styles.findingText} onClick={() => onShow(about)}>
                  {findingText(finding, preset, words)}
                </button>
              ) : (
                <span className={styles.findingText}>{findingText(finding, preset, words)}</span>
              )}
              <span className={styles.soft}>{words.sayAny(`findingRule.${finding.rule}`)}</span>
              <span className={styles.remedies}>
                {finding.remedies.map((remedy) => (
                  <Button
                    key={JSON.stringify(remedy)}
                    size="compact-sm"
                    variant="default"
                    onClick={() => onRemedy(remedy)}
                  >
                    {remedyText(remedy, graph, preset, words)}
                  </Button>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      {findings.length > most ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + AT_ONCE * 2)}>
          {words.say('map.moreFindings', { count: findings.length - most })}
        </Button>
      ) : null}
    </>
  );
}

function remedyText(remedy: Remedy, graph: MapGraph, preset: MapPreset | undefined, words: Words): string {
  const nameOf = (id: RecordId | undefined) => (id && graph.nodes.get(id)?.title) ?? '';
  switch (remedy.step) {
    case 'removeLink': {
      const link = graph.links.find(({ id }) => id === remedy.link);
      return link
        ? words.say('remedy.removeNamedLink', { from: short(nameOf(link.from)), to: short(nameOf(link.to)) })
        : words.say('remedy.removeLink');
    }
    case 'insertBetween':
      return words.say('remedy.insertBetween', { type: typeName(words, preset, remedy.type) });
    default:
      return words.sayAny(`remedy.${remedy.step}`);
  }
}

const short = (name: string): string => (name.length > 28 ? `${name.slice(0, 26).trimEnd()}…` : name);
