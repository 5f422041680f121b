// npm run bench [-- --quick]: what the extension weighs and costs, beside its budgets. Measures, and asserts nothing.
// Knows only Node until the packages are installed: what needs them is imported after that.
import { arch, cpus, loadavg, platform } from 'node:os';
import { pathToFileURL } from 'node:url';
import { readArguments, runMain } from '../test/harness/arguments.mjs';
import { installDependencies } from '../test/harness/dependencies.mjs';
import { inRoot, ROOT } from '../test/harness/paths.mjs';
import { endOnSignals, runShown } from '../test/harness/processes.mjs';
import { CODE_SERVER, SERVER_NODE, VSCODE } from '../test/harness/versions.mjs';

const USAGE =
  'Usage: npm run bench [-- --quick]     --quick: one window a host instead of five, fewer targets and rounds';

const NOTES = `Times are VS Code's own (Developer: Startup Performance). In Node's host loading is reading, compiling and running an
entry; in the web worker host it is running alone, without the time to fetch and compile it. The built-in extensions run
in Node's host in either window: VS Code's server comes without their bundles for the web worker.`;

endOnSignals();
await runMain(async () => {
  const { values } = readArguments(process.argv.slice(2), { quick: { type: 'boolean' } }, { usage: USAGE });
  await installDependencies();
  const built = await runShown(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
  if (built !== 0) throw new Error('The extension could not be built.');
  const { describeSizes } = await import('./sizes.mjs');
  const { measureActivation } = await import('./activation.mjs');
  const { bundleOne } = await import('../test/harness/bundles.mjs');
  const [following] = await bundleOne(inRoot('bench/following.ts'));
  const { measureFollowing } = await import(pathToFileURL(following ?? '').href);

  const load = loadavg()
    .map((average) => average.toFixed(1))
    .join(', ');
  console.log(`\nMachine: ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model}; load average ${load}`);
  console.log(`VS Code ${VSCODE}, the server of code-server ${CODE_SERVER}, on Node ${SERVER_NODE}`);
  console.log(`Bench and build on Node ${process.versions.node}\n`);
  console.log(`${describeSizes()}\n`);
  measureFollowing(values['quick'] === true, console.log);
  await measureActivation(values['quick'] === true ? 1 : 5, console.log);
  console.log(NOTES);
  return 0;
});
