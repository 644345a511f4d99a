// A figure is a button: it opens how it was made, from what, and what was left out.
import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './parts.module.css';

export interface WorkingLine {
  readonly label: string;
  readonly value: string;
}

/** How a figure was made, in words ready to show. */
export interface Working {
  readonly title: string;
  readonly formula: string;
  readonly inputs: readonly WorkingLine[];
  readonly leftOut: readonly string[];
  readonly leftOutTitle: string;
}

export function Figure({
  value,
  label,
  note,
  working,
  asWords,
}: {
  value: string;
  label: string;
  note?: ReactNode;
  working: Working;
  /** The value is a sentence ("none: no change of sign") and is set as one. */
  asWords?: boolean;
}) {
  return (
    <div className={styles.figure}>
      <WithWorking working={working} className={(asWords ? styles.figureWords : styles.figureValue) ?? ''}>
        {value}
      </WithWorking>
      <div>
        <div className={styles.figureLabel}>{label}</div>
        {note ? <div className={styles.figureNote}>{note}</div> : null}
      </div>
    </div>
  );
}

export function WithWorking({
  working,
  className,
  children,
}: {
  working: Working;
  className?: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={380}
      position="bottom-start"
      withinPortal
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={className ?? styles.inlineFigure}
          aria-haspopup="dialog"
          onClick={() => setOpen(!open)}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={working.title}>
        <WorkingText working={working} />
      </Popover.Dropdown>
    </Popover>
  );
}

export function WorkingText({ working }: { working: Working }) {
  return (
    <div className={styles.working} tabIndex={0}>
      <strong>{working.title}</strong>
      <p>{working.formula}</p>
      {working.inputs.length > 0 ? (
        <dl>
          {working.inputs.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {working.leftOut.length > 0 ? (
        <>
          <strong>{working.leftOutTitle}</strong>
          <ul>
            {working.leftOut.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
