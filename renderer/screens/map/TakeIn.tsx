// Brings a map in from text.
import type { RecordId } from '#shared/kit/ids.ts';
export function TakeIn(_props: { map: RecordId; onClose: () => void }) {
  return null;
}
