// Decision rights: the matrix of who does what in which decision, who decides a case, the lint, and the X-ray of a year.
import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { StartTemplate } from '#renderer/controls/StartTemplate.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { rightsOf } from '#shared/govern/rights.ts';
import { lintRights } from '#shared/govern/rights-lint.ts';
import { AddRight } from './AddRight.tsx';
import { Lint } from './Lint.tsx';
import { Matrix } from './Matrix.tsx';
import styles from './rights.module.css';
import { WhoDecides } from './WhoDecides.tsx';
import { XrayView } from './XrayView.tsx';

const TABS = ['matrix', 'who', 'lint', 'xray'] as const;

export function Rights({ tab }: { tab: string }) {
  const words = useWords();
  const book = useBook();
  const findings = useMemo(() => (book ? lintRights(book, asAtOf(book)) : []), [book]);
  if (!book) return <output>{words.say('app.opening')}</output>;
  const rights = rightsOf(book);
  if (rights.length === 0)
    return (
      <EmptyList title={words.say('rightsScreen.emptyTitle')} text={words.say('rightsScreen.emptyText')}>
        <StartTemplate />
        <p className={styles.soft}>{words.say('boards.orByHand')}</p>
        <AddRight book={book} />
      </EmptyList>
    );
  const shown = TABS.find((each) => each === tab) ?? 'matrix';
  const on = asAtOf(book);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const sentence = words.say('rightsScreen.sentence', {
    rights: words.say('rightsScreen.rights', { count: rights.length }),
    types: words.say('rightsScreen.types', { count: new Set(rights.map(({ right }) => right.type)).size }),
    lint:
      findings.length === 0
        ? words.say('rightsScreen.clean')
        : words.say('rightsScreen.found', {
            errors: words.say('rightsScreen.errors', { count: errors }),
            warnings: words.say('rightsScreen.warnings', { count: findings.length - errors }),
          }),
  });
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1 className={styles.sentence}>{sentence}</h1>
        <a href="#/boards">{words.say('rightsScreen.toBoards')}</a>
      </header>
      <Tabs
        value={shown}
        onChange={(next) => go('rights', next ?? 'matrix')}
        keepMounted={false}
        className={styles.tabs ?? ''}
      >
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words.say(`rightsScreen.tab.${each}`)}
              {each === 'lint' ? ` (${words.number(findings.length)})` : ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="matrix" className={styles.matrixPanel ?? ''}>
          <Matrix book={book} />
        </Tabs.Panel>
        <Tabs.Panel value="who" className={styles.panel ?? ''}>
          <WhoDecides book={book} on={on} />
        </Tabs.Panel>
        <Tabs.Panel value="lint" className={styles.panel ?? ''}>
          <Lint book={book} findings={findings} />
        </Tabs.Panel>
        <Tabs.Panel value="xray" className={styles.panel ?? ''}>
          <XrayView book={book} on={on} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
