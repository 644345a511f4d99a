// Where the user is, as the address says it, so that back and Escape go one step back.
import { useSyncExternalStore } from 'react';

const SCREENS = [
  'welcome',
  'portfolio',
  'component',
  'benefits',
  'benefit',
  'measure',
  'owner',
  'todo',
  'rounds',
  'objectives',
  'maps',
  'map',
  'decisions',
  'decision',
  'boards',
  'rights',
  'meeting',
  'work',
  'risks',
  'people',
  'history',
  'merge',
  'import',
  'pack',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number];

export interface Route {
  readonly screen: Screen;
  /** A record, for the screens that show one. */
  readonly id: string;
}

/** An address nobody made here may hold what is no code: it is taken as it stands. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

export function routeOf(hash: string): Route {
  const [screen = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  return (SCREENS as readonly string[]).includes(screen)
    ? { screen: screen as Screen, id: decoded(id) }
    : { screen: 'portfolio', id: '' };
}

/** Steps taken inside this window: with none, going back would leave the desk. */
let steps = 0;
let current = routeOf(typeof location === 'undefined' ? '' : location.hash);
const listeners = new Set<() => void>();

if (typeof window !== 'undefined') {
  window.addEventListener('hashchange', () => {
    current = routeOf(location.hash);
    steps++;
    for (const listener of listeners) listener();
  });
}

export const useRoute = (): Route =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );

export function go(screen: Screen, id = ''): void {
  location.hash = `#/${screen}${id ? `/${encodeURIComponent(id)}` : ''}`;
}

/** The address of a screen, for links. */
export const address = (screen: Screen, id = ''): string => `#/${screen}${id ? `/${encodeURIComponent(id)}` : ''}`;

/** One step back to where the user came from; to `otherwise` where the window opened here. */
export function goBack(otherwise: Screen): void {
  if (steps > 0) history.back();
  else go(otherwise);
}
