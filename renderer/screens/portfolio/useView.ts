// The portfolio's view in use, kept while the window is open.
import { remembered } from '#renderer/desk/view-state.ts';
import { FIRST_VIEW, type PortfolioView } from './view.ts';

export const useView = remembered<PortfolioView>(FIRST_VIEW);
