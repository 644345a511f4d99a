// How the tests without a page of their own are run: rules, house, contract and the machine on its stand-in.
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LONG = process.env.MIZAN_LONG === '1';

const project = (name: string, timeoutMs: number) => ({
  extends: true as const,
  test: {
    name,
    environment: 'node',
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    exclude: [...configDefaults.exclude, ...(LONG ? [] : ['**/*.long.test.*'])],
    testTimeout: timeoutMs,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  root: ROOT,
  test: {
    maxWorkers: 2,
    projects: [
      project('rules', LONG ? 600_000 : 20_000),
      project('contract', 20_000),
      project('house', 60_000),
      project('machine', 60_000),
      project('fuzz', LONG ? 600_000 : 60_000),
      project('golden', 60_000),
    ],
  },
});
