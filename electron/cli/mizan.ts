// The desk without a window: reads the command, runs it, and says on failure one sentence and a non-zero exit.
import { parseArgs } from 'node:util';
import { storeFault } from '#shared/change/commit.ts';
import type { Problem } from '#shared/kit/result.ts';
import { calcCommand } from './calc.ts';
import type { Answer, Call } from './call.ts';
import { checkCommand } from './check.ts';
import { collectCommand } from './collect.ts';
import { Refusal } from './context.ts';
import { copyCommand } from './copy.ts';
import { decisionsCommand } from './decisions.ts';
import { evaluateCommand } from './evaluate.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { mapCommand } from './map.ts';
import { diffCommand, logCommand, mergeCommand } from './merge.ts';
import { minutesCommand } from './minutes.ts';
import { packCommand } from './pack.ts';
import { rightsCommand } from './rights.ts';
import { takePassphraseFrom } from './sealed.ts';

const COMMANDS: Readonly<
  Record<
    string,
    {
      run: (call: Call) => Promise<Answer>;
      options: readonly string[];
      /** Options that take no value: asked for or not. */
      flags?: readonly string[];
      usage: string;
      needsNoFile?: true;
    }
  >
> = {
  import: { run: importCommand, options: ['out', 'as-at'], usage: 'import FILE… --out BOOK [--as-at YYYY-MM-DD]' },
  check: { run: checkCommand, options: [], usage: 'check BOOK' },
  pack: {
    run: packCommand,
    options: ['out', 'lang', 'formats', 'as-at'],
    flags: ['issue'],
    usage: 'pack BOOK --out DIR [--lang en|ar] [--formats pptx,pdf,xlsx] [--issue]',
  },
  evaluate: { run: evaluateCommand, options: ['as-at'], usage: 'evaluate BOOK [--as-at YYYY-MM-DD]' },
  calc: {
    run: calcCommand,
    options: ['cashflow', 'rate', 'timing', 'finance', 'reinvest'],
    usage: 'calc --cashflow=-1000,300,400 [--rate 0.10|uk] [--timing start|mid|end] [--finance R] [--reinvest R]',
    needsNoFile: true,
  },
  collect: {
    run: collectCommand,
    options: ['round', 'read', 'out', 'by', 'date', 'language', 'lang'],
    usage:
      'collect BOOK --round 2027-Q1 --out DIR [--by owner|programme] [--language en|ar] | collect BOOK --read DIR --out BOOK2',
  },
  map: {
    run: mapCommand,
    options: ['trace', 'without', 'map'],
    flags: ['check'],
    usage: 'map BOOK [--map MAP] [--check] [--trace NODE] [--without NODE|COMPONENT]',
  },
  rights: {
    run: rightsCommand,
    options: ['type', 'amount', 'component', 'seed', 'as-at'],
    flags: ['who', 'lint', 'xray'],
    usage:
      'rights BOOK [--who --type fund --amount 300000 --component COMPONENT] [--lint] [--xray [--seed N]] [--as-at YYYY-MM-DD]',
  },
  decisions: { run: decisionsCommand, options: ['as-at'], usage: 'decisions BOOK [--as-at YYYY-MM-DD]' },
  minutes: {
    run: minutesCommand,
    options: ['meeting', 'out', 'language', 'lang'],
    usage: 'minutes BOOK --meeting TITLE|ID --out FILE.docx|.pdf [--language en|ar]',
  },
  merge: { run: mergeCommand, options: ['out'], usage: 'merge BOOK BOOK… --out BOOK' },
  copy: {
    run: copyCommand,
    options: ['out', 'component', 'person', 'withhold', 'since'],
    usage:
      'copy BOOK --out COPY [--component NAME|ID | --person NAME|ID] [--withhold money,deliberation,remarks] | copy BOOK --since THEIRS --out CHANGES',
  },
  diff: { run: diffCommand, options: [], usage: 'diff BOOK BOOK' },
  log: { run: logCommand, options: ['as-at', 'out'], usage: 'log BOOK [--as-at YYYY-MM-DD] [--out FILE.xlsx]' },
  export: { run: exportCommand, options: ['out', 'lang'], usage: 'export BOOK --out FILE.xlsx|.json' },
};

const usage = () =>
  `Usage: mizan <command> [--json] [--passphrase-file FILE]\n${Object.values(COMMANDS)
    .map((command) => `  mizan ${command.usage}`)
    .join('\n')}\n`;

async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = COMMANDS[name];
  if (!command) {
    process.stderr.write(usage());
    return name === '' || name === 'help' || name === '--help' ? 0 : 2;
  }
  const json = rest.includes('--json');
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'passphrase-file': { type: 'string' },
        ...Object.fromEntries(command.options.map((option) => [option, { type: 'string' as const }])),
        ...Object.fromEntries((command.flags ?? []).map((flag) => [flag, { type: 'boolean' as const }])),
      },
    });
    if (positionals.length === 0 && !command.needsNoFile)
      throw new Refusal({ code: 'cli.noFile', args: { usage: `mizan ${command.usage}` } });
    if (typeof values['passphrase-file'] === 'string') takePassphraseFrom(values['passphrase-file']);
    const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    const answer = await command.run({ files: positionals, options });
    process.stdout.write(json ? `${JSON.stringify(answer.data, null, 1)}\n` : `${answer.sentence}\n`);
    return 0;
  } catch (fault) {
    return failed(fault, json);
  }
}

function failed(fault: unknown, json: boolean): number {
  const problem = fault instanceof Refusal ? fault.problem : problemOf(fault);
  const sentence = fault instanceof Refusal ? fault.message : new Refusal(problem).message;
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, problem, sentence }, null, 1)}\n`);
  process.stderr.write(`${sentence}\n`);
  return 1;
}

/** A disk or lock that has a sentence of its own, else what the system said. */
function problemOf(fault: unknown): Problem {
  const code = storeFault(fault);
  return code === 'store.failed' ? { code: 'cli.failed', args: { detail: plain(fault) } } : { code };
}

/** What the system said, without a stack. */
const plain = (fault: unknown): string =>
  fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);

// a reader that has seen enough (`| head`) closes the pipe: that is no failure of ours
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
