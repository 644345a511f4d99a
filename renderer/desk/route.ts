// Where the user is, as the address says it, so that back and Escape go one step back.
import { useSyncExternalStore } from 'react';

export type Screen = 'welcome' | 'portfolio' | 'component' | 'import' | 'pack' | 'settings';

export interface Route {
  readonly screen: Screen;
  /** A record, for the screens that show one. */
  readonly id: string;
}

const SCREENS: readonly Screen[] = ['welcome', 'portfolio', 'component', 'import', 'pack', 'settings'];

export function routeOf(hash: string): Route {
  const [screen = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  return (SCREENS as readonly string[]).includes(screen)
    ? { screen: screen as Screen, id: decodeURIComponent(id) }
    : { screen: 'portfolio', id: '' };
}

let current = routeOf(typeof location === 'undefined' ? '' : location.hash);
const listeners = new Set<() => void>();

if (typeof window !== 'undefined') {
  window.addEventListener('hashchange', () => {
    current = routeOf(location.hash);
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
