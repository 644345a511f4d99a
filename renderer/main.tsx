// The page's composition root: draws the desk and opens the book that was open last.
import { createRoot } from 'react-dom/client';
import { Root } from './app/Root.tsx';
import { startBackups } from './desk/backups.ts';
import { start } from './desk/books.ts';
import { watchForFiles } from './desk/files.ts';
import { startFolder } from './sync/folder.ts';

const place = document.getElementById('desk');
if (place) createRoot(place).render(<Root />);
void start().then(() => {
  watchForFiles();
  startFolder();
  startBackups();
});
