// Which right is open beside the matrix: the lint opens one too, so it outlives the tab.
import { remembered } from '#renderer/desk/view-state.ts';
import type { RecordId } from '#shared/kit/ids.ts';

export const useChosenRight = remembered<RecordId | undefined>(undefined);
