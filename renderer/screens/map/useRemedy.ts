// Takes the one step that mends a finding: an act where that is enough, else the place where the answer is typed.
import { useCallback } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { scaleWeights } from '#shared/acts/draw-link.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Remedy } from '#shared/map/finding.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { onward } from './typing.ts';
import type { Typing } from './useTyping.ts';

interface RemedyPlaces {
  readonly whole: MapGraph;
  readonly preset: MapPreset | undefined;
  readonly typing: Typing;
  readonly onChoose: (id: RecordId) => void;
  /** Brings the field of the chosen node to hand. */
  readonly onField: (field: 'owner' | 'treatment') => void;
  readonly focusLine: () => void;
}

export function useRemedy({
  whole,
  preset,
  typing,
  onChoose,
  onField,
  focusLine,
}: RemedyPlaces): (remedy: Remedy) => void {
  const words = useWords();
  const act = useAct();
  return useCallback(
    (remedy: Remedy) => {
      const keep = async (work: ReturnType<typeof act>, done: string) => {
        const result = await work;
        say(result.ok ? { tone: 'done', text: done } : { tone: 'problem', text: words.problem(result.problem) });
      };
      switch (remedy.step) {
        case 'removeLink':
          return void keep(
            act(deleteRecord, { kind: 'contribution', record: remedy.link }),
            words.say('map.linkRemoved'),
          );
        case 'removeAlignment':
          return void keep(
            act(deleteRecord, { kind: 'alignment', record: remedy.alignment }),
            words.say('map.alignmentRemoved'),
          );
        case 'scaleWeights':
          return void keep(act(scaleWeights, { node: remedy.node }), words.say('map.weightsScaled'));
        case 'insertBetween':
          typing.start({ way: 'beside', between: remedy.link, type: remedy.type });
          return focusLine();
        case 'leadOn':
        case 'feed': {
          const node = whole.nodes.get(remedy.node);
          if (!node) return;
          onChoose(node.id);
          typing.start(onward(node, remedy.step === 'leadOn' ? 'down' : 'up', preset));
          return focusLine();
        }
        case 'openMeasure':
          return go('measure', remedy.measure);
        default:
          onChoose(remedy.node);
          onField(remedy.step === 'treat' ? 'treatment' : 'owner');
      }
    },
    [act, focusLine, onChoose, onField, preset, typing, whole, words],
  );
}
