// The typeface of printed pages as style text with the files inside: they are shown and printed where nothing may be fetched.
let faces: Promise<string> | undefined;

/** The fonts as style text with the files inside: the pages are shown and printed where nothing may be fetched. */
export function fontFaces(): Promise<string> {
  faces ??= loadFaces();
  return faces;
}

async function loadFaces(): Promise<string> {
  const files = await Promise.all([
    import('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?inline'),
    import('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?inline'),
    import('@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?inline'),
    import('@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?inline'),
  ]);
  const named = [
    ['IBM Plex Sans', 400],
    ['IBM Plex Sans', 600],
    ['IBM Plex Sans Arabic', 400],
    ['IBM Plex Sans Arabic', 600],
  ] as const;
  return named
    .map(
      ([family, weight], i) =>
        `@font-face{font-family:'${family}';font-weight:${weight};src:url(${files[i]?.default}) format('woff2')}`,
    )
    .join('\n');
}
