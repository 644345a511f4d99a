// How Mizan is packaged: the built program alone, in an archive, with Electron's fuses locked.

import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { BuilderMaker } from './build/forge/builder-maker.ts';
import { buildProgram, isLeftOut } from './build/forge/contents.ts';

const APP_ID = 'app.mizan.desk';
const FILE_KIND = { ext: 'mizan', name: 'Mizan', role: 'Editor', mimeType: 'application/x-mizan' } as const;

const config: ForgeConfig = {
  outDir: 'dist',
  packagerConfig: {
    // tests only: a folder with electron-v<version>-<platform>-<arch>.zip in place of the download
    ...(process.env.ELECTRON_ZIP_DIR ? { electronZipDir: process.env.ELECTRON_ZIP_DIR } : {}),
    name: 'Mizan',
    executableName: 'mizan',
    appBundleId: APP_ID,
    appCategoryType: 'public.app-category.business',
    asar: true,
    // everything is bundled: there is no package of ours to prune
    prune: false,
    ignore: isLeftOut,
    extendInfo: {
      CFBundleDocumentTypes: [
        { CFBundleTypeName: FILE_KIND.name, CFBundleTypeRole: FILE_KIND.role, CFBundleTypeExtensions: [FILE_KIND.ext] },
      ],
    },
  },
  // no package of ours is compiled for Electron
  rebuildConfig: { onlyModules: [] },
  hooks: { generateAssets: buildProgram },
  makers: [
    new BuilderMaker({
      appId: APP_ID,
      productName: 'Mizan',
      artifactName: '$' + '{productName}-$' + '{version}-$' + '{os}-$' + '{arch}.$' + '{ext}',
      fileAssociations: [FILE_KIND],
      // what is packed is what was tested: nothing is fetched or published while installers are made
      npmRebuild: false,
      publish: null,
      nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
      linux: { category: 'Office', maintainer: 'Mizan', executableName: 'mizan' },
    }),
  ],
  plugins: [
    new FusesPlugin({
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    }),
  ],
};

export default config;
