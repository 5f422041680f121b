/** The mark of a console line that carries a test event, as test/host/index.mjs writes it. */
const MARK = '[t]{';

/**
 * Finds test events among the lines of a log.
 * @param {{ take: (event: import('./mocha-events.mjs').TestEvent) => void, verbose: boolean }} run
 * @param {() => void} ended called at the tests' end
 * @returns {(line: string) => void}
 */
export function lineReader({ take, verbose }, ended) {
  return (line) => {
    const at = line.indexOf(MARK);
    if (at < 0) {
      if (verbose) console.log(`    ~ ${line}`);
      return;
    }
    /** @type {import('./mocha-events.mjs').TestEvent} */
    const event = JSON.parse(line.slice(at + MARK.length - 1, line.lastIndexOf('}') + 1));
    take(event);
    if (event.kind === 'end' || event.kind === 'broken') ended();
  };
}
