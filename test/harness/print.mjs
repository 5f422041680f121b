// Prints test events for a person, and counts.

/** @typedef {import('./mocha-events.mjs').TestEvent} TestEvent */
/** @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Counts `failures`: what was printed of each */
/** @typedef {(line: string) => void} Write */

/** @typedef {(write: Write) => Promise<Counts>} Run */

/**
 * Runs tests at the same time, two at once: the next begins when one has ended. What one says follows when those before it are
 * done. One that rejects counts as one failure.
 * @param {readonly Run[]} runs
 * @returns {Promise<Counts[]>}
 */
export async function sideBySide(runs) {
  let before = Promise.resolve();
  /** @type {(() => void)[]} */
  const waiting = [];
  let free = 2;
  const begin = async () => {
    if (free === 0) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    else free -= 1;
  };
  const end = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const all = runs.map((run) => {
    /** @type {string[]} */
    const held = [];
    /** @type {Write} */
    let write = (line) => void held.push(line);
    const shown = before.then(() => {
      for (const line of held) console.log(line);
      write = console.log;
    });
    const counts = begin()
      .then(() => run((line) => write(line)))
      .catch((error) => {
        const message = `  ✗ ${error instanceof Error ? error.message : error}`;
        write(message);
        return oneFailed(message);
      })
      .finally(end);
    before = Promise.all([counts, shown]).then(() => undefined);
    return counts;
  });
  await before;
  return Promise.all(all);
}

export const ONE_PASSED = /** @type {Counts} */ ({ passed: 1, failed: 0, skipped: 0, failures: [] });

/** @param {string} failure @returns {Counts} */
export const oneFailed = (failure) => ({ passed: 0, failed: 1, skipped: 0, failures: [failure] });

/** @param {readonly Counts[]} counts @returns {Counts} */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0, failures: counts.flatMap((count) => count.failures) };
  for (const count of counts) {
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
  return total;
}

/** The stack of a failure without the lines that every failure has. @param {string} stack @param {string} message */
function ownLines(stack, message) {
  const lines =
    stack.startsWith(message) || stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  return lines
    .split('\n')
    .filter((line) => /^\s*at /.test(line))
    .filter((line) => !/node_modules[\\/](mocha|playwright-core)|node:internal|\/out\/vs\/|\(<anonymous>\)/.test(line))
    .slice(0, 8);
}

/** @param {readonly string[]} failures */
export const numbered = (failures) => failures.map((failure, index) => `\n  ${index + 1}) ${failure}`);

/** @param {Extract<TestEvent, { kind: 'fail' }>} failure @returns {string} lines */
function detailsOf(failure) {
  const lines = [failure.path, failure.message];
  if (failure.actual !== undefined) lines.push(`actual:   ${failure.actual}`);
  if (failure.expected !== undefined) lines.push(`expected: ${failure.expected}`);
  for (const line of ownLines(failure.stack, failure.message)) lines.push(line.trim());
  return lines.join('\n').replaceAll('\n', '\n     ');
}

/**
 * @param {Write} [write]
 * @returns {{ take: (event: TestEvent) => void, finish: (whyNoEnd: string) => Counts }} `finish` prints the failures and
 *   gives the counts; a run that never told its end counts as one failure more
 */
export function printer(write = console.log) {
  /** @type {string[]} */
  const failures = [];
  const counts = { passed: 0, failed: 0, skipped: 0, failures };
  let ended = false;
  /** @param {TestEvent} event */
  const take = (event) => {
    const indent = 'depth' in event ? '  '.repeat(event.depth + 1) : '  ';
    switch (event.kind) {
      case 'suite':
        return write(`${indent}${event.title}`);
      case 'pass':
        counts.passed++;
        return write(`${indent}✓ ${event.title}${event.milliseconds > 75 ? ` (${event.milliseconds} ms)` : ''}`);
      case 'skip':
        counts.skipped++;
        return write(`${indent}- ${event.title} (skipped)`);
      case 'fail':
        counts.failed++;
        failures.push(detailsOf(event));
        return write(`${indent}✗ ${event.title}: ${event.message.split('\n')[0]}`);
      case 'note':
        return write(`      | ${event.text.replaceAll('\n', '\n      | ')}`);
      case 'broken':
        counts.failed++;
        ended = true;
        failures.push(event.message);
        return write(`  ✗ ${event.message}`);
      case 'end':
        ended = true;
    }
  };
  const finish = (/** @type {string} */ whyNoEnd) => {
    if (!ended) take({ kind: 'broken', message: `The tests did not come to their end: ${whyNoEnd}` });
    for (const line of numbered(failures)) write(line);
    write(
      `  ${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
    );
    return counts;
  };
  return { take, finish };
}
