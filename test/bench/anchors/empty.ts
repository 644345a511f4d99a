// The least a page of this kind can take: React draws one heading and nothing is read.
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';

function Empty() {
  useEffect(() => document.body.setAttribute('data-shown', ''), []);
  return createElement('h1', null, 'Mizan');
}

const place = document.getElementById('place');
if (place) createRoot(place).render(createElement(Empty));
