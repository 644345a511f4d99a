// The packaging as Forge itself reads it: it loads, the fuses are locked, and only the built program is packed.
import { FuseV1Options } from '@electron/fuses';
import { expect, test } from 'vitest';
import { isLeftOut } from '../../build/forge/contents.ts';
import config from '../../forge.config.ts';

const LOCKED_OFF = [
  FuseV1Options.RunAsNode,
  FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  FuseV1Options.EnableNodeCliInspectArguments,
  FuseV1Options.GrantFileProtocolExtraPrivileges,
];
const LOCKED_ON = [
  FuseV1Options.EnableCookieEncryption,
  FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  FuseV1Options.OnlyLoadAppFromAsar,
];

test('every fuse that matters is locked', () => {
  const [plugin] = config.plugins ?? [];
  const fuses: Record<number, unknown> = Reflect.get(plugin ?? {}, 'fusesConfig');
  expect(LOCKED_OFF.map((fuse) => fuses[fuse])).toEqual(LOCKED_OFF.map(() => false));
  expect(LOCKED_ON.map((fuse) => fuses[fuse])).toEqual(LOCKED_ON.map(() => true));
  // a fuse that reads only from the archive needs an archive
  expect(config.packagerConfig?.asar).toBe(true);
});

test('only the built program is packed', () => {
  const packed = [
    '',
    '/package.json',
    '/out',
    '/out/main',
    '/out/main/main.js',
    '/out/preload/preload.cjs',
    '/out/page/assets/x.js',
  ];
  const left = [
    '/node_modules',
    '/node_modules/react/index.js',
    '/out/cli',
    '/out/cli/mizan.js',
    '/out/.stamps',
    '/out/test',
    '/shared',
    '/.git',
    '/dist',
    '/out/mainly',
  ];
  expect(packed.filter(isLeftOut)).toEqual([]);
  expect(left.filter((path) => !isLeftOut(path))).toEqual([]);
});

test('installers of every system come from one maker, which knows our files', () => {
  const [maker, ...others] = config.makers ?? [];
  expect(others).toEqual([]);
  expect(maker).toMatchObject({ name: 'builder', platformsToMakeOn: undefined });
  expect(JSON.stringify(maker)).toContain('"ext":"mizan"');
});
