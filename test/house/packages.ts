// Which package may be imported by which room: a package is a decision, and this table is where it is taken.

/** Keys are paths from the repository's root: a folder allows everything under it. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'shared/kit': ['@noble/hashes'],
  'shared/words': ['i18next'],
  'shared/sheet': ['hucre', 'fflate'],
  'shared/intake': ['papaparse'],
  'shared/file': ['fflate', '@noble/hashes', '@noble/ciphers'],
  'shared/press': ['pptxgenjs', 'fflate'],
  'electron/main.ts': ['electron'],
  'electron/preload.ts': ['electron'],
  'electron/door': ['electron'],
  'electron/window': ['electron'],
  'electron/shelf': ['electron'],
  'electron/print': ['electron'],
  'renderer/store': ['dexie', 'fflate'],
  'renderer/desk': ['react', 'zustand'],
  'renderer/sync': [],
  'renderer/workers': [],
  'renderer/controls': ['react', '@mantine/core'],
  'renderer/look': ['@mantine/core', '@fontsource/ibm-plex-sans', '@fontsource/ibm-plex-sans-arabic'],
  'renderer/parts': [
    'react',
    'chart.js',
    '@mantine/core',
    '@mantine/hooks',
    '@tabler/icons-react',
    '@tanstack/react-table',
    '@tanstack/react-virtual',
  ],
  'renderer/screens': [
    'react',
    '@mantine/core',
    '@mantine/hooks',
    '@tabler/icons-react',
    '@tanstack/react-table',
    '@tanstack/react-virtual',
    '@xyflow/react',
  ],
  'renderer/app': ['react', '@mantine/core', '@mantine/hooks', '@tabler/icons-react', 'cmdk'],
  'renderer/boot.ts': ['@mantine/core'],
  'renderer/main.tsx': ['react', 'react-dom'],
};

/** The rooms that may use Node's own modules; everything else runs in a page or a worker too. */
export const NODE_ROOMS = [
  'electron/main.ts',
  'electron/host',
  'electron/door',
  'electron/window',
  'electron/shelf',
  'electron/print',
  'electron/cli',
] as const;

/** The tops this table speaks for; build/ and test/ use what they are built and tested with. */
export const RULED_TOPS = ['shared', 'electron', 'renderer'] as const;
