// Everything around the screens: theme, direction, language on the document, and the last resort for a bug.
import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { useEffect, useLayoutEffect } from 'react';
import { usePrefs, useWords } from '#renderer/desk/prefs.ts';
import { cssVariables, theme } from '../look/theme.ts';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';

export function Root() {
  return (
    <DirectionProvider initialDirection={usePrefs.getState().words.direction} detectDirection={false}>
      <Themed />
    </DirectionProvider>
  );
}

function Themed() {
  const { prefs } = usePrefs();
  const words = useWords();
  const system = useColorScheme('light');
  const scheme = prefs.theme === 'auto' ? system : prefs.theme;
  const { setDirection } = useDirection();
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = words.language;
    root.dir = words.direction;
    root.dataset.theme = scheme;
    setDirection(words.direction);
  }, [words, scheme, setDirection]);
  useEffect(() => {
    document.title = words.say('app.name');
  }, [words]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </MantineProvider>
  );
}
