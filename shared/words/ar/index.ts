// All Arabic sentences, by room; the same keys as in English, with the plural forms Arabic has.
import { acts } from './acts.ts';
import { appraisal } from './appraisal.ts';
import { backups } from './backups.ts';
import { boardScreens } from './boardScreens.ts';
import { cli } from './cli.ts';
import { collect } from './collect.ts';
import { component } from './component.ts';
import { decisionDeck } from './decisionDeck.ts';
import { decisionScreens } from './decisionScreens.ts';
import { decisions } from './decisions.ts';
import { deck } from './deck.ts';
import { desk } from './desk.ts';
import { domain } from './domain.ts';
import { folder } from './folder.ts';
import { govern } from './govern.ts';
import { intake } from './intake.ts';
import { issue } from './issue.ts';
import { ledger } from './ledger.ts';
import { ledgerQueues } from './ledgerQueues.ts';
import { ledgerScreens } from './ledgerScreens.ts';
import { mapDeck } from './mapDeck.ts';
import { mapIntake } from './mapIntake.ts';
import { mapScreens } from './mapScreens.ts';
import { maps } from './maps.ts';
import { merge } from './merge.ts';
import { minutes } from './minutes.ts';
import { output } from './output.ts';
import { portfolio } from './portfolio.ts';
import { problems } from './problems.ts';
import { registers } from './registers.ts';
import { review } from './review.ts';
import { rights } from './rights.ts';
import { rounds } from './rounds.ts';
import { time } from './time.ts';
import { trajectory } from './trajectory.ts';
import { withheld } from './withheld.ts';
import { workbook } from './workbook.ts';
import { worth } from './worth.ts';

export const arabic: Readonly<Record<string, string>> = {
  ...acts,
  ...appraisal,
  ...cli,
  ...merge,
  ...folder,
  ...backups,
  ...collect,
  ...domain,
  ...portfolio,
  ...ledger,
  ...ledgerQueues,
  ...ledgerScreens,
  ...maps,
  ...mapIntake,
  ...mapScreens,
  ...mapDeck,
  ...output,
  ...intake,
  ...desk,
  ...component,
  ...deck,
  ...registers,
  ...review,
  ...rounds,
  ...time,
  ...withheld,
  ...issue,
  ...trajectory,
  ...workbook,
  ...govern,
  ...rights,
  ...minutes,
  ...decisions,
  ...decisionScreens,
  ...boardScreens,
  ...decisionDeck,
  ...worth,
  ...problems,
};
