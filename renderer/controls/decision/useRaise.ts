// Raises a decision and goes to its page: what every button that raises one does.
import { useAct } from '#renderer/desk/act.ts';
import { say, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { type NewDecision, optionTitles, raiseDecision } from '#shared/acts/raise-decision.ts';
import { newRecordId } from '#shared/kit/context.ts';

export type RaiseWish = Omit<NewDecision, 'record' | 'optionTitles'>;

export function useRaise(): (wish: RaiseWish) => Promise<void> {
  const words = useWords();
  const act = useAct();
  return async (wish) => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    const record = newRecordId(opened.ctx);
    const result = await act(raiseDecision, { ...wish, record, optionTitles: optionTitles(words) });
    if (result.ok) go('decision', record);
    else say({ tone: 'problem', text: words.problem(result.problem) });
  };
}
