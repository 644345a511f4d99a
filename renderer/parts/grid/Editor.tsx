// The editor inside a cell: Enter keeps, Escape leaves as it was, a refusal stays with what was typed.
import { useEffect, useId, useRef, useState } from 'react';
import styles from './grid.module.css';
import type { GridColumn } from './types.ts';

interface EditorProps<Row> {
  readonly column: GridColumn<Row>;
  readonly row: Row;
  readonly startText: string | undefined;
  readonly onDone: (step?: 'up' | 'down' | 'left' | 'right') => void;
}

export function Editor<Row>({ column, row, startText, onDone }: EditorProps<Row>) {
  const edit = column.edit;
  const standing = edit?.kind === 'choice' ? (edit.start?.(row) ?? '') : column.text(row);
  const [text, setText] = useState(startText !== undefined && edit?.kind !== 'choice' ? startText : standing);
  const [fault, setFault] = useState<string | undefined>();
  const busy = useRef(false);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const faultId = useId();
  useEffect(() => {
    field.current?.focus();
    if (startText === undefined) field.current?.select?.();
  }, [startText]);

  const keep = async (value: string, step?: 'up' | 'down' | 'left' | 'right') => {
    if (busy.current || !edit) return;
    if (value === standing) return onDone(step);
    busy.current = true;
    const problem = await edit.keep(row, value);
    busy.current = false;
    if (problem === undefined) onDone(step);
    else {
      setFault(problem);
      field.current?.focus();
    }
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onDone();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void keep(text, 'down');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      void keep(text, event.shiftKey ? 'left' : 'right');
    }
  };
  const common = {
    ref: field,
    'aria-label': column.label,
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault ? faultId : undefined,
    className: styles.editor,
    onKeyDown,
  };
  return (
    <>
      {edit?.kind === 'choice' ? (
        <select
          {...common}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => void keep(text)}
        >
          {edit.choices?.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => void (fault === undefined ? keep(text) : undefined)}
        />
      )}
      {fault ? (
        <span id={faultId} role="alert" className={styles.fault}>
          {fault}
        </span>
      ) : null}
    </>
  );
}
