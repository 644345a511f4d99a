// The view in use, kept while the window is open, so that coming back finds the portfolio as it was left.
import { create } from 'zustand';
import { FIRST_VIEW, type PortfolioView } from './view.ts';

const useStore = create<{ view: PortfolioView; set: (view: PortfolioView) => void }>((set) => ({
  view: FIRST_VIEW,
  set: (view) => set({ view }),
}));

export function useView(): [PortfolioView, (view: PortfolioView) => void] {
  const { view, set } = useStore();
  return [view, set];
}
