// The audit trail taken out as a workbook: every field of every change, with who, when and what stood before.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { say, useDesk } from '#renderer/desk/desk.ts';
import { fileName } from '#renderer/desk/files.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { pressSheets } from '#renderer/workers/run.ts';
import type { TrailChange } from '#shared/change/trail.ts';
import type { Book } from '#shared/domain/book.ts';
import { dayOfMs } from '#shared/kit/context.ts';
import { trailSheets } from '#shared/merge/trail-sheet.ts';

export function TrailFile({ trail, book }: { trail: readonly TrailChange[]; book: Book }) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    setBusy(true);
    const sheets = trailSheets(book, trail, words);
    const asAt = dayOfMs(opened.ctx.now());
    const pressed = await pressSheets({ sheets, direction: words.direction, asAt }).result;
    const suggestedName = `${fileName()} ${words.say('trail.sheet.name')} ${asAt}`;
    const saved = pressed.ok ? await bridge.saveFile({ suggestedName, kind: 'xlsx', bytes: pressed.value }) : pressed;
    setBusy(false);
    if (saved.ok) say({ tone: 'done', text: words.say('trail.saved', { name: saved.value.name }) });
    else if (saved.problem.code !== 'bridge.cancelled') say({ tone: 'problem', text: words.problem(saved.problem) });
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void save()}>
      {words.say('trail.export')}
    </Button>
  );
}
