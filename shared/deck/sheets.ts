// The workbook that goes with the deck: every row and every total as a live formula over those rows.

import type { SheetModel } from '#shared/sheet/model.ts';
import { categorySheet } from './categorySheet.ts';
import { componentsSheet, type Layout, layoutOf } from './componentsSheet.ts';
import { decisionSheets } from './decisionSheets.ts';
import { exceptionsSheet } from './exceptionsSheet.ts';
import { ledgerSheets } from './ledgerSheets.ts';
import { sightSheets } from './sightSheet.ts';
import { sourcesSheet, unreadSheet } from './sourceSheets.ts';
import type { Story } from './story.ts';
import { summarySheet } from './summarySheet.ts';

export function workbookSheets(story: Story): SheetModel[] {
  const layout: Layout = layoutOf(story);
  return [
    summarySheet(story, layout),
    componentsSheet(story, layout),
    categorySheet(story, layout),
    exceptionsSheet(story),
    sourcesSheet(story),
    unreadSheet(story),
    ...ledgerSheets(story),
    ...sightSheets(story),
    ...decisionSheets(story),
  ];
}
