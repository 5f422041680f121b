import assert from 'node:assert/strict';
import { readArguments, readPort, UsageError } from '../../harness/arguments.mjs';

const OPTIONS = { host: { type: 'string', one: ['node', 'web'] }, port: { type: 'string' } };
const HOW = { usage: 'Usage: this', positionals: 1 };

describe('arguments', () => {
  it('are read by name and by place', () => {
    const { values, positionals } = readArguments(['folder', '--host', 'web'], OPTIONS, HOW);
    assert.equal(values.host, 'web');
    assert.deepEqual(positionals, ['folder']);
  });

  it('that make no sense are refused with the usage', () => {
    for (const args of [['--hots', 'web'], ['--host', 'desk'], ['--host'], ['one', 'two']]) {
      assert.throws(
        () => readArguments(args, OPTIONS, HOW),
        (error) => error instanceof UsageError && error.message.endsWith('\nUsage: this'),
        args.join(' '),
      );
    }
  });

  it('name a port from 0 to 65535', () => {
    assert.equal(readPort(undefined, ''), 0);
    assert.equal(readPort('8080', ''), 8080);
    for (const port of ['65536', '-1', '80.5', 'http', '']) assert.throws(() => readPort(port, ''), UsageError, port);
  });
});
