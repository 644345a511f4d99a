// Adds a component and goes to its page: in the toolbar, and where the portfolio is empty.
import { Button, type ButtonProps } from '@mantine/core';
import { useAdd } from '#renderer/desk/add.ts';
import { say } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';

export function AddComponent(look: ButtonProps) {
  const words = useWords();
  const add = useAdd();
  const press = async () => {
    const added = await add('component', { name: words.say('component.unnamed'), level: 'project' });
    if (added.ok) go('component', added.value);
    else say({ tone: 'problem', text: words.problem(added.problem) });
  };
  return (
    <Button {...look} onClick={() => void press()}>
      {words.say('portfolio.add')}
    </Button>
  );
}
