// npm run package: builds what runs, and puts it into policy-annotator-VERSION.vsix.
// Knows only Node until the packages are installed.
import { installDependencies } from './dependencies.mjs';
import { runMain } from './arguments.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { endOnSignals, runShown } from './processes.mjs';

endOnSignals();
await runMain(async () => {
  await installDependencies();
  const built = await runShown(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
  if (built !== 0) throw new Error('The extension could not be built.');
  // What runs is bundled; and there is no public address yet that README's links could be made to point to.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  return runShown(process.execPath, [inRoot('node_modules/@vscode/vsce/vsce'), 'package', ...options], { cwd: ROOT });
});
