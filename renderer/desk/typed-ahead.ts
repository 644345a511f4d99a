// What is typed between a key that asks for a field and the field being there: kept, and put in once it is.
/** The field a benefit is captured in, where its screen is shown. */
export const CAPTURE_FIELD = 'capture-benefit';

let ahead: string | undefined;
let giveUp: ReturnType<typeof setTimeout> | undefined;
/** Milliseconds a field may take to come; then letters go their own way again. */
const PATIENCE = 3_000;

function listen(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  event.preventDefault();
  event.stopPropagation();
  ahead += event.key;
}

/** From now on letters wait for the field that `takeTypedAhead` is called from. */
export function typeAhead(): void {
  if (ahead !== undefined) return;
  ahead = '';
  window.addEventListener('keydown', listen, true);
  giveUp = setTimeout(takeTypedAhead, PATIENCE);
}

/** What waited; letters go their own way again. */
export function takeTypedAhead(): string {
  const typed = ahead ?? '';
  clearTimeout(giveUp);
  ahead = undefined;
  window.removeEventListener('keydown', listen, true);
  return typed;
}
