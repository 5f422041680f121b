// Called by mocha-tests.mjs, in a process of its own.
import Mocha from 'mocha';
import { eventReporter } from './mocha-events.mjs';

/** @type {{ files: string[], timeout: number, retries: number, grep?: string }} */
const { files, timeout, retries, grep } = JSON.parse(process.argv[2] ?? '{}');
const send = (/** @type {import('./mocha-events.mjs').TestEvent} */ event) => void process.send?.(event);
const mocha = new Mocha({
  ui: 'bdd',
  timeout,
  retries,
  reporter: eventReporter(Mocha, send),
  ...(grep === undefined ? {} : { grep }),
});
for (const file of files) mocha.addFile(file);
try {
  await mocha.loadFilesAsync();
  mocha.run(() => process.disconnect?.());
} catch (error) {
  send({ kind: 'broken', message: `A test file could not be loaded: ${error instanceof Error ? error.stack : error}` });
  process.disconnect?.();
}
