// The clashes of the open book, found anew when it has changed.
import { useEffect, useState } from 'react';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { type Clash, clashesOf } from '#shared/merge/clashes.ts';

/** Undefined while the log is read; 'damaged' where it cannot be. */
export function useClashes(): readonly Clash[] | 'damaged' | undefined {
  const opened = useDesk((desk) => desk.opened);
  const version = useBook()?.state.version;
  const [clashes, setClashes] = useState<readonly Clash[] | 'damaged' | undefined>();
  useEffect(() => {
    let gone = false;
    void version;
    opened?.store.readSince(0).then(
      (rows) => {
        if (!gone)
          setClashes(
            clashesOf(
              opened.open.state,
              rows.map(({ change }) => change),
            ),
          );
      },
      () => setClashes('damaged'),
    );
    return () => {
      gone = true;
    };
  }, [opened, version]);
  return clashes;
}
