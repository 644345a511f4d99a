// One row of the outline: the node, and by which link it stands under the row above.
import { useWords } from '#renderer/desk/prefs.ts';
import type { OutlineRow } from '#shared/map/outline.ts';
import { MARK_SIGN } from '#shared/press/mapLook.ts';
import { TYPE_ICONS } from './NodeBox.tsx';
import styles from './outline.module.css';

interface OutlineLineProps {
  readonly row: OutlineRow;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly mark: 'error' | 'warning' | undefined;
  readonly type: string;
  readonly owner: string;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

/** Steps of indent that are drawn; deeper rows say their level to who listens. */
const DEEPEST = 16;

export function OutlineLine({
  row,
  index,
  isCurrent,
  isChosen,
  mark,
  type,
  owner,
  onFocus,
  onToggle,
}: OutlineLineProps) {
  const words = useWords();
  const { node, link } = row;
  const Icon = TYPE_ICONS[node.type];
  const isParent = row.feeders > 0 && !row.isAgain;
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-level={row.depth + 1}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-expanded={isParent ? row.isOpen : undefined}
      aria-selected={isChosen}
      tabIndex={isCurrent ? 0 : -1}
      className={styles.row}
      onClick={onFocus}
      onDoubleClick={onToggle}
    >
      <td>
        <span className={styles.name} style={{ paddingInlineStart: Math.min(row.depth, DEEPEST) * 20 }}>
          {isParent ? (
            <button
              type="button"
              tabIndex={-1}
              className={styles.twist}
              aria-label={words.say(row.isOpen ? 'outline.close' : 'outline.open', { name: node.title })}
              onClick={(event) => {
                event.stopPropagation();
                onToggle();
              }}
            >
              {row.isOpen ? '▾' : '▸'}
            </button>
          ) : (
            <span className={styles.twist} />
          )}
          <Icon size={16} aria-hidden="true" />
          <bdi title={node.title}>{node.title}</bdi>
          {row.isAgain && row.feeders > 0 ? <span className={styles.soft}>{words.say('outline.again')}</span> : null}
          {mark ? (
            <span className={styles.mark} data-mark={mark}>
              {MARK_SIGN[mark]}
              <span className="visually-hidden">{words.sayAny(`severity.${mark}`)}</span>
            </span>
          ) : null}
        </span>
      </td>
      <td>{type}</td>
      <td>{link?.weight === undefined ? (link && !link.tree ? '—' : '') : words.percent(link.weight / 100, 1)}</td>
      <td>{link?.necessary ? words.say('app.yes') : ''}</td>
      <td>
        <bdi>{owner}</bdi>
      </td>
    </tr>
  );
}
