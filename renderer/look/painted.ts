// Waits until what stands in the document now is on screen.

/** Longer than this nobody is looking: a window in the background draws no frames. */
const PATIENCE_MS = 300;

export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, PATIENCE_MS);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }, 0),
    );
  });
