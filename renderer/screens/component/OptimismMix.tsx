// The mix of work a component's capital cost is, in per cent, from which the upper optimism bias follows.
import { useKeep } from '#renderer/controls/keep.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { FieldText } from '#renderer/parts/FieldText.tsx';
import type { Entry } from '#shared/domain/book.ts';
import { typedPercent } from '#shared/intake/series-paste.ts';
import { PROJECT_KINDS } from '#shared/value/optimism.ts';
import styles from './component.module.css';

export function OptimismMix({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const keep = useKeep('component', component.id);
  const mix = component.optimism ?? {};
  const sum = Object.values(mix).reduce((all, share) => all + share, 0);
  return (
    <details>
      <summary>{words.say('appraise.mix')}</summary>
      <p className={styles.soft}>{words.say('appraise.mixHint')}</p>
      <div className={styles.fields}>
        {PROJECT_KINDS.map((kind) => (
          <FieldText
            key={kind}
            label={words.sayAny(`projectKind.${kind}`)}
            value={mix[kind] === undefined ? '' : String(mix[kind])}
            onKeep={async (typed) => {
              const { [kind]: _gone, ...others } = mix;
              const share = typedPercent(typed);
              if (typed.trim() !== '' && share === undefined)
                return words.problem({ code: 'field.notAPercent', args: { field: 'share' } });
              const next = share === undefined || share === 0 ? others : { ...others, [kind]: share };
              return keep.value('optimism', Object.keys(next).length === 0 ? null : next);
            }}
          />
        ))}
      </div>
      {sum > 0 && Math.abs(sum - 100) > 0.01 ? (
        <p role="status">{words.say('appraise.mixSum', { sum: words.percent(sum / 100, 1) })}</p>
      ) : null}
    </details>
  );
}
