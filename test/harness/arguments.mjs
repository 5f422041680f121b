import { parseArgs } from 'node:util';

/** What the person asked for can't be understood; the message says what is wrong, and how it is right. */
export class UsageError extends Error {}

/**
 * Reads command line arguments.
 * @param {readonly string[]} args
 * @param {Record<string, { type: 'string' | 'boolean', multiple?: boolean, one?: readonly string[] }>} options `one`: the values that are allowed
 * @param {{ usage: string, positionals?: number }} how `positionals`: how many arguments without a name at most
 * @returns {{ values: Record<string, string | boolean | undefined>, positionals: string[] }}
 * @throws {UsageError}
 */
export function readArguments(args, options, { usage, positionals: most = 0 }) {
  const refuse = (/** @type {string} */ why) => new UsageError(`${why}\n${usage}`);
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw refuse(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
  const { positionals } = parsed;
  const values = /** @type {Record<string, string | boolean | undefined>} */ ({ ...parsed.values });
  if (positionals.length > most) throw refuse(`Unexpected argument "${positionals[most]}"`);
  for (const [name, { one }] of Object.entries(options)) {
    const value = values[name];
    if (one !== undefined && typeof value === 'string' && !one.includes(value)) {
      throw refuse(`--${name} is "${value}", not one of ${one.join(', ')}`);
    }
  }
  return { values, positionals };
}

/**
 * @param {string | boolean | undefined} value
 * @param {string} usage
 * @returns {number} a port; 0, for "any free one", where none is given
 * @throws {UsageError}
 */
export function readPort(value, usage) {
  if (value === undefined) return 0;
  const port = Number(value);
  if (typeof value !== 'string' || !/^\d+$/.test(value) || port > 65_535) {
    throw new UsageError(`--port is "${value}", not a number from 0 to 65535\n${usage}`);
  }
  return port;
}

/**
 * Runs a program's main part: signals end it and what it started, errors are told in words and by the exit code.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(error.message);
      process.exitCode = 2;
    } else {
      console.error(
        process.env['DEBUG'] && error instanceof Error
          ? error.stack
          : `${error instanceof Error ? error.message : error}`,
      );
      process.exitCode = 1;
    }
  }
  // What is still open (a browser's socket, say) must not keep the program: its exit handlers end it.
  process.exit();
}
