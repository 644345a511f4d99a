// Makes the installers by electron-builder from the folder Forge has packaged: one tool for every system's formats.
import { MakerBase, type MakerOptions } from '@electron-forge/maker-base';
import type { ForgePlatform } from '@electron-forge/shared-types';
import type { Configuration } from 'electron-builder';

/** The formats of each system; all of them install without an administrator where the system allows it. */
const FORMATS: Readonly<Partial<Record<ForgePlatform, readonly string[]>>> = {
  win32: ['nsis'],
  linux: ['AppImage', 'deb'],
  darwin: ['dmg', 'zip'],
};
/** electron-builder's name for each system's list of targets. */
const TARGET_KEYS: Readonly<Partial<Record<ForgePlatform, 'win' | 'linux' | 'mac'>>> = {
  win32: 'win',
  linux: 'linux',
  darwin: 'mac',
};

export class BuilderMaker extends MakerBase<Configuration> {
  name = 'builder';
  override defaultPlatforms: ForgePlatform[] = ['win32', 'linux', 'darwin'];

  override isSupportedOnCurrentPlatform(): boolean {
    return true;
  }

  override async make({ dir, targetPlatform, targetArch }: MakerOptions): Promise<string[]> {
    const key = TARGET_KEYS[targetPlatform];
    if (key === undefined) throw new Error(`No installer is made for ${targetPlatform}.`);
    const { buildForge } = await import('electron-builder');
    const targets = (FORMATS[targetPlatform] ?? []).map((format) => `${format}:${targetArch}`);
    return buildForge({ dir }, { [key]: targets, config: this.config });
  }
}
