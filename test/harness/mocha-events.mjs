// A Mocha reporter that tells what happens as plain data: the tests run in VS Code or in a child, the words are printed outside.

/**
 * @typedef {{ kind: 'suite', title: string, depth: number }
 *   | { kind: 'pass', title: string, depth: number, milliseconds: number }
 *   | { kind: 'skip', title: string, depth: number }
 *   | { kind: 'fail', title: string, depth: number, path: string, message: string, actual?: string, expected?: string, stack: string }
 *   | { kind: 'note', text: string }
 *   | { kind: 'end', passed: number, failed: number, skipped: number }
 *   | { kind: 'broken', message: string }} TestEvent
 */

/** @param {{ titlePath(): string[] }} test @returns {number} */
const depthOf = (test) => test.titlePath().length - 1;

/** @param {unknown} error @param {string} key @returns {unknown} */
const field = (error, key) => (typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined);

/** @param {unknown} error @returns {string} with what it was caused by: a property that fails says only there why */
function messageOf(error) {
  const message = String(field(error, 'message') ?? error);
  const cause = field(error, 'cause');
  return cause === undefined ? message : `${message}\nCause: ${messageOf(cause)}`;
}

/**
 * Both sides of a failed comparison, where the message doesn't show them already.
 * @param {unknown} error
 * @param {(value: unknown) => string} show
 */
function sides(error, show) {
  if (typeof error !== 'object' || error === null || !('actual' in error && 'expected' in error)) return {};
  if (field(error, 'generatedMessage') === true) return {};
  return { actual: show(error.actual), expected: show(error.expected) };
}

/**
 * Makes the reporter class for a Mocha.
 * @param {typeof import('mocha')} Mocha
 * @param {(event: TestEvent) => void} send
 * @returns {import('mocha').ReporterConstructor}
 */
export function eventReporter(Mocha, send) {
  const show = (/** @type {unknown} */ value) => Mocha.utils.stringify(value);
  return class {
    /** @param {import('mocha').Runner} runner */
    constructor(runner) {
      const count = { passed: 0, failed: 0, skipped: 0 };
      runner.on('suite', (suite) => {
        if (!suite.root) send({ kind: 'suite', title: suite.title, depth: depthOf(suite) });
      });
      runner.on('pass', (test) => {
        count.passed++;
        send({ kind: 'pass', title: test.title, depth: depthOf(test), milliseconds: test.duration ?? 0 });
      });
      runner.on('pending', (test) => {
        count.skipped++;
        send({ kind: 'skip', title: test.title, depth: depthOf(test) });
      });
      runner.on('fail', (test, error) => {
        count.failed++;
        send({
          kind: 'fail',
          title: test.title,
          depth: depthOf(test),
          path: test.titlePath().join(' › '),
          message: messageOf(error),
          ...sides(error, show),
          stack: String(field(error, 'stack') ?? ''),
        });
      });
      runner.on('retry', (test, error) => {
        send({ kind: 'note', text: `again: ${test.title}: ${String(field(error, 'message') ?? error)}` });
      });
      runner.on('end', () => send({ kind: 'end', ...count }));
    }
  };
}
