// Called by desktop.mjs, in a process of its own, so that what VS Code prints can be read.
import { runTests } from '@vscode/test-electron';
import { CACHE } from './paths.mjs';
import { VSCODE } from './versions.mjs';

/** @type {{ extension: string, tests: string, folder: string, web: boolean, data: string }} */
const { extension, tests, folder, web, data } = JSON.parse(process.argv[2] ?? '{}');
const launchArgs = [
  folder,
  '--disable-extensions',
  '--disable-workspace-trust',
  '--disable-gpu',
  `--user-data-dir=${data}`,
  ...(web ? ['--extensionDevelopmentKind=web'] : []),
];
await runTests({
  version: VSCODE,
  cachePath: CACHE,
  extensionDevelopmentPath: extension,
  extensionTestsPath: tests,
  launchArgs,
});
