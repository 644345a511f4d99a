// The words of a header, as alias tables compare them.
import { foldText } from '#shared/kit/order.ts';

/** Folded, without what stands in brackets. */
export function headerWords(header: string): string {
  return foldText(header.replace(/\([^)]*\)?/g, ' ').replace(/\[[^\]]*\]?/g, ' '))
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
