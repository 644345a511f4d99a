// What the lint finds against the rights: the rule, the finding, what would mend it, and the way there.
import { Button } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import type { Book } from '#shared/domain/book.ts';
import {
  type RightsFinding,
  rightsFindingText,
  rightsRemedyText,
  rightsRuleText,
} from '#shared/govern/rights-finding.ts';
import { useChosenRight } from './chosen.ts';
import styles from './rights.module.css';

interface LintProps {
  readonly book: Book;
  readonly findings: readonly RightsFinding[];
}

export function Lint({ book, findings }: LintProps) {
  const words = useWords();
  if (findings.length === 0) return <p className={styles.first}>● {words.say('rightsScreen.noFinding')}</p>;
  return (
    <div className={styles.listPlace}>
      <table className={styles.list} aria-label={words.say('rightsScreen.tab.lint')}>
        <thead>
          <tr>
            <th scope="col">{words.say('rightsScreen.severity')}</th>
            <th scope="col">{words.say('rightsScreen.rule')}</th>
            <th scope="col">{words.say('rightsScreen.finding')}</th>
            <th scope="col">{words.say('rightsScreen.remedy')}</th>
            <th scope="col">
              <span className="visually-hidden">{words.say('rightsScreen.open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.key}>
              <td data-severity={finding.severity}>
                {finding.severity === 'error' ? '■' : '▲'} {words.say(`rightsScreen.severity.${finding.severity}`)}
              </td>
              <td>{rightsRuleText(words, finding.rule)}</td>
              <th scope="row">{rightsFindingText(book, words, finding)}</th>
              <td>{rightsRemedyText(book, words, finding)}</td>
              <td>
                <OpenIt finding={finding} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** To what is to be mended: the body, the request, the right, else the matrix where one is missing. */
function OpenIt({ finding }: { finding: RightsFinding }) {
  const words = useWords();
  const [, choose] = useChosenRight();
  const { decisions, right = finding.rights?.[0] } = finding;
  // a delegation is mended at the right that was delegated, a seat at its body
  const board = finding.wording === 'delegationExpired' ? undefined : finding.board;
  const open = (label: string, work: () => void) => (
    <Button variant="default" size="compact-sm" onClick={work}>
      {label}
    </Button>
  );
  if (decisions?.[0]) return open(words.say('rightsScreen.openDecision'), () => go('decision', decisions[0]));
  if (board) return open(words.say('rightsScreen.openBody'), () => go('boards', board));
  return open(words.say(right ? 'rightsScreen.openRight' : 'rightsScreen.openMatrix'), () => {
    choose(right);
    go('rights', 'matrix');
  });
}
