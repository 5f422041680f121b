// npm run bench: what the extension weighs and costs, beside its budgets. Measures, and asserts nothing.
// Knows only Node until the packages are installed: what needs them is imported after that.
import { arch, cpus, loadavg, platform } from 'node:os';
import { pathToFileURL } from 'node:url';
import { readArguments, runMain } from '../test/harness/arguments.mjs';
import { installDependencies } from '../test/harness/dependencies.mjs';
import { inRoot, ROOT } from '../test/harness/paths.mjs';
import { endOnSignals, runShown } from '../test/harness/processes.mjs';
import { CODE_SERVER, SERVER_NODE, VSCODE } from '../test/harness/versions.mjs';

const USAGE = `Usage: npm run bench [-- OPTIONS]
  --quick            one window a host instead of five, fewer targets and rounds, no large text
  --only PART        sizes, following, anchoring, corpus, exchange, networks, offers, agreement, painting, panels or activation
Of anchoring alone:
  --size NUMBER      50 or 500 (KB), 5 (MB)
  --scenario NAME    scenarios whose names begin so
  --no-peers         ours alone
Of anchoring and offers:
  --tune             on the texts that thresholds and rules are tuned on, not on those that are reported
  --explain NUMBER   shows so many answers of each kind that isn't right; of offers, on the texts to tune on only`;

const NOTES = `Times are VS Code's own (Developer: Startup Performance). In Node's host loading is reading, compiling and running an
entry; in the web worker host it is running alone, without the time to fetch and compile it. The built-in extensions run
in Node's host in either window: VS Code's server comes without their bundles for the web worker.`;

endOnSignals();
await runMain(async () => {
  const { values } = readArguments(
    process.argv.slice(2),
    {
      quick: { type: 'boolean' },
      only: {
        type: 'string',
        one: [
          'sizes',
          'following',
          'anchoring',
          'corpus',
          'exchange',
          'networks',
          'offers',
          'agreement',
          'painting',
          'panels',
          'activation',
        ],
      },
      size: { type: 'string', one: ['50', '500', '5'] },
      scenario: { type: 'string' },
      'no-peers': { type: 'boolean' },
      tune: { type: 'boolean' },
      explain: { type: 'string' },
    },
    { usage: USAGE },
  );
  const quick = values['quick'] === true;
  const measures = (/** @type {string} */ part) => (values['only'] ?? part) === part;
  await installDependencies();
  if (measures('sizes') || measures('painting') || measures('panels') || measures('activation')) {
    const built = await runShown(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
    if (built !== 0) throw new Error('The extension could not be built.');
  }
  const load = loadavg()
    .map((average) => average.toFixed(1))
    .join(', ');
  console.log(`\nMachine: ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model}; load average ${load}`);
  console.log(`VS Code ${VSCODE}, the server of code-server ${CODE_SERVER}, on Node ${SERVER_NODE}`);
  console.log(`Bench and build on Node ${process.versions.node}\n`);
  if (measures('sizes')) {
    const { describeSizes } = await import('./sizes.mjs');
    console.log(`${describeSizes()}\n`);
  }
  if (measures('following')) {
    const { measureFollowing } = await bundled('bench/following.ts');
    measureFollowing(quick, console.log);
  }
  if (measures('anchoring')) {
    const { getAddresses } = await import('../test/harness/downloads.mjs');
    const { measureAnchoring } = await bundled('bench/anchoring/anchoring.ts');
    await measureAnchoring(
      {
        prose: await getAddresses(),
        thread: inRoot('bench/anchoring/fastDiffThread.mjs'),
        quick,
        tune: values['tune'] === true,
        noPeers: values['no-peers'] === true,
        size: values['size'],
        scenario: values['scenario'],
        explain: Number(values['explain'] ?? 0),
      },
      console.log,
    );
  }
  if (measures('corpus')) {
    const { bundleOne } = await import('../test/harness/bundles.mjs');
    const [child = ''] = await bundleOne(inRoot('bench/corpusChild.ts'));
    const { measureCorpus } = await bundled('bench/corpus.ts');
    await measureCorpus({ child, quick }, console.log);
  }
  if (measures('exchange')) {
    const { bundleOne } = await import('../test/harness/bundles.mjs');
    const [child = ''] = await bundleOne(inRoot('bench/exchangeChild.ts'));
    const { measureExchange } = await bundled('bench/exchange.ts');
    await measureExchange({ child, quick }, console.log);
  }
  if (measures('networks')) {
    const { bundleOne } = await import('../test/harness/bundles.mjs');
    const [child = ''] = await bundleOne(inRoot('bench/networksChild.ts'));
    const { measureNetworks } = await bundled('bench/networks.ts');
    await measureNetworks({ child, script: inRoot('bench/networks.py'), quick }, console.log);
  }
  if (measures('offers')) {
    const { measureOffers } = await bundled('bench/offers/offers.ts');
    measureOffers(
      { gold: inRoot('bench/gold'), quick, tune: values['tune'] === true, explain: Number(values['explain'] ?? 0) },
      console.log,
    );
  }
  if (measures('agreement')) {
    const { measureAgreement } = await bundled('bench/agreement.ts');
    measureAgreement(quick, console.log, process.env['PYTHON']);
  }
  if (measures('painting')) {
    const { measurePainting } = await import('./painting.mjs');
    await measurePainting(quick ? 3 : 15, console.log);
  }
  if (measures('panels')) {
    const { measurePanels } = await import('./panels.mjs');
    await measurePanels(quick ? 1 : 5, console.log);
  }
  if (measures('activation')) {
    const { measureActivation } = await import('./activation.mjs');
    await measureActivation(quick ? 1 : 5, console.log);
    console.log(NOTES);
  }
  return 0;
});

/** @param {string} file in TypeScript @returns {Promise<any>} its module */
async function bundled(file) {
  const { bundleOne } = await import('../test/harness/bundles.mjs');
  const [script] = await bundleOne(inRoot(file));
  return import(pathToFileURL(script ?? '').href);
}
