// The frame of a screen that is one list: a sentence on top, its tools, the list, and what is selected at the end edge.
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './list.module.css';

interface ListScreenProps {
  readonly sentence: string;
  readonly tools: ReactNode;
  readonly children: ReactNode;
  readonly side: ReactNode;
}

export function ListScreen({ sentence, tools, children, side }: ListScreenProps) {
  return (
    <div className={styles.screen} data-inspecting={Boolean(side) || undefined}>
      <header className={styles.header}>
        <h1 className={styles.sentence}>{sentence}</h1>
        <div className={styles.tools}>{tools}</div>
      </header>
      <div className={styles.list}>{children}</div>
      {side}
    </div>
  );
}

export function SidePanel({
  title,
  close,
  onClose,
  children,
}: {
  title: string;
  close: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <aside className={styles.side} aria-label={title}>
      <div className={styles.sideHead}>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <CloseButton aria-label={close} onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}

/** A list with nothing in it teaches the next step. */
export function EmptyList({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  );
}
