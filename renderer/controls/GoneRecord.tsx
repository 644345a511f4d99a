// A page whose record is no longer in the book: says so, and leads back to the list it stood in.
import { Button } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import { go, type Screen } from '#renderer/desk/route.ts';
import page from '#renderer/parts/page.module.css';

export function GoneRecord({ list, label }: { list: Screen; label: string }) {
  const words = useWords();
  return (
    <div className={page.gone}>
      <p>{words.say('act.recordGone')}</p>
      <Button variant="default" onClick={() => go(list)}>
        {label}
      </Button>
    </div>
  );
}
