// npm test, npm run test:unit, test:host, test:ui.  node test/harness/test.mjs [unit|host|ui] [--grep TEXT] …
// Knows only Node until the packages are installed: what needs them is imported after that.
import { readArguments, runMain, UsageError } from './arguments.mjs';
import { installDependencies } from './dependencies.mjs';
import { endOnSignals } from './processes.mjs';
import { numbered, sum } from './print.mjs';
import { whereToTest } from './where.mjs';

const USAGE = `Usage: npm test                                       everything
       npm run test:unit [-- --grep TEXT]
       npm run test:host [-- --host node|web] [--grep TEXT] [--verbose]
       npm run test:ui   [-- --grep TEXT] [--file FILE]   FILE: a test that isn't in test/ui
VSCODE_TEST_HOST=desktop|server chooses the VS Code of the host tests.`;

endOnSignals();
await runMain(async () => {
  const { values, positionals } = readArguments(
    process.argv.slice(2),
    {
      grep: { type: 'string' },
      file: { type: 'string' },
      host: { type: 'string', one: ['node', 'web'] },
      verbose: { type: 'boolean' },
    },
    { usage: USAGE, positionals: 1 },
  );
  const [only] = positionals;
  if (only !== undefined && !['unit', 'host', 'ui'].includes(only)) {
    throw new UsageError(`There is no suite "${only}"\n${USAGE}`);
  }
  const runs = (/** @type {string} */ suite) => only === undefined || only === suite;
  const where = runs('host') ? await whereToTest(process.env['VSCODE_TEST_HOST']) : undefined;
  if (where !== undefined) console.log(`${where.says}.`);
  if (only === undefined) console.log('Counted: each test, and as one each the build, type check, lint and format.\n');

  await installDependencies();
  const suites = await import('./suites.mjs');
  const grep = typeof values['grep'] === 'string' ? values['grep'] : undefined;
  const file = typeof values['file'] === 'string' ? values['file'] : undefined;
  const hosts = /** @type {('node' | 'web')[]} */ (
    typeof values['host'] === 'string' ? [values['host']] : ['web', 'node']
  );
  const counts = [];
  if (runs('host') || runs('ui')) counts.push(...(await suites.guarded('The build', suites.build)));
  const options = { grep, file, where, hosts, verbose: values['verbose'] === true };
  counts.push(...(await suites.guarded('The tests', () => suites.run(only, options))));

  const { passed, failed, failures } = sum(counts);
  // Once more, so that the end of a long output says it.
  if (only === undefined) for (const line of numbered(failures)) console.log(line);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
