// Saved views of a screen: kept on this laptop, never in the book.
import { keep, kept } from '#renderer/store/desk-store.ts';

export const keptViews = (screen: string): Promise<unknown> => kept(`views/${screen}`);
export const keepViews = (screen: string, views: unknown): Promise<void> => keep(`views/${screen}`, views);
