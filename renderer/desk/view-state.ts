// What a screen remembers while the window is open, so that coming back finds it as it was left.
import { create } from 'zustand';

/** A value of one screen that outlives it: a hook like useState, shared by all who call it. */
export function remembered<T>(first: T): () => [T, (value: T) => void] {
  const useStore = create<{ value: T; set: (value: T) => void }>((set) => ({
    value: first,
    set: (value) => set({ value }),
  }));
  return () => {
    const { value, set } = useStore();
    return [value, set];
  };
}
