// npm run package: builds what runs, and puts it into policy-annotator-VERSION.vsix.
// Knows only Node until the packages are installed.
import { readFileSync, writeFileSync } from 'node:fs';
import { runMain } from './arguments.mjs';
import { installDependencies } from './dependencies.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { endOnSignals, runShown } from './processes.mjs';

/**
 * README as VS Code's page of the extension can show it: that knows no relative addresses, and there is no public one yet
 * that they could be made to point to.
 * @param {string} text @returns {string} without pictures, and with the words of relative links alone
 */
function readmeOfPackage(text) {
  return text.replace(/^!\[[^\]]*\]\([^)]*\)\n\n/gm, '').replace(/\[([^\]]+)\]\((?!https?:|#)[^)]*\)/g, '$1');
}

endOnSignals();
await runMain(async () => {
  await installDependencies();
  const built = await runShown(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
  if (built !== 0) throw new Error('The extension could not be built.');
  const readme = 'dist/README.md';
  writeFileSync(inRoot(readme), readmeOfPackage(readFileSync(inRoot('README.md'), 'utf8')));
  const options = ['--no-dependencies', '--allow-missing-repository', '--readme-path', readme];
  return runShown(process.execPath, [inRoot('node_modules/@vscode/vsce/vsce'), 'package', ...options], { cwd: ROOT });
});
