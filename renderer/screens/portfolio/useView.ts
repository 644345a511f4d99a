// The portfolio's view in use, what is selected and where one stood: coming back finds all as it was left.
import { remembered } from '#renderer/desk/view-state.ts';
import type { GridPlace } from '#renderer/parts/grid/types.ts';
import { FIRST_VIEW, type PortfolioView } from './view.ts';

export const useView = remembered<PortfolioView>(FIRST_VIEW);
export const useSelected = remembered<string | undefined>(undefined);
export const usePlace = remembered<GridPlace | undefined>(undefined);
/** Undefined until somebody opened or closed the inspector: then the window's width decides. */
export const useInspecting = remembered<boolean | undefined>(undefined);
