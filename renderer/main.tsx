// The page's beginning: draws the product's name until the desk stands here.
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) createRoot(root).render(<h1>Mizan</h1>);
