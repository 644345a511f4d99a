// What colleagues have put in the shared folder, planned against the open book and shown: nothing is applied here.
import { bridge } from '#renderer/bridge.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useFolder } from '#renderer/desk/folder.ts';
import { usePrefs } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { storeFault } from '#shared/change/commit.ts';
import { gathered } from '#shared/change/part.ts';
import { readBook } from '#shared/file/body.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { putOff } from './folder.ts';
import { type NamedCopy, planTogether } from './together.ts';

/** Plans a merge of every readable file that holds something new, and shows it. */
export async function lookAtFolder(): Promise<Result<void>> {
  const { opened, past } = useDesk.getState();
  const { folder } = useFolder.getState();
  if (!opened || !folder) return done(undefined);
  if (past) return refuse('time.readOnly', { when: usePrefs.getState().words.dateTime(past.until) });
  const copies: NamedCopy[] = [];
  for (const { name, fresh } of folder.files) {
    const bytes = fresh > 0 ? await bridge.readInFolder({ token: folder.token, name }) : undefined;
    // one that cannot be read just now is looked at again in a while
    const file = bytes?.ok ? readBook(bytes.value.bytes) : undefined;
    if (file?.ok) copies.push({ name, copy: file.value });
  }
  if (copies.length === 0) return refuse('folder.notNow');
  try {
    const book = opened.id as BookId;
    const [rows, holding] = await Promise.all([opened.store.readSince(0), opened.store.holding()]);
    const changes = gathered(rows).map(({ change }) => change);
    const planned = planTogether({ book, changes, holding }, copies, opened.ctx.now());
    const [refused] = planned.refused;
    if (useDesk.getState().opened !== opened) return done(undefined);
    if (planned.plan && planned.plan.fresh.length > 0) {
      const [only] = planned.files;
      const name = only !== undefined && planned.files.length === 1 ? only : folder.name;
      useDesk.setState({ merging: { plan: planned.plan, name } });
      go('merge');
    }
    await putOff();
    return refused ? { ok: false, problem: refused } : done(undefined);
  } catch (fault) {
    return refuse(storeFault(fault), { detail: fault instanceof Error ? fault.name : '' });
  }
}
