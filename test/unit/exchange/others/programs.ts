import { spawnSync } from 'node:child_process';

/** Whether programs of Debian that read our files must be there, as on a build machine (`.ci/run`). */
const areNeeded = process.env['POLICY_ANNOTATOR_READERS'] === 'needed';

/** The first of some commands with which a call ends well; undefined where none does. */
export function working(commands: readonly string[], args: readonly string[]): string | undefined {
  return commands.find((command) => spawnSync(command, args, { stdio: 'ignore' }).status === 0);
}

/**
 * Tests with a program of others. Where it isn't there, one line says what was left out, and on a build machine a test fails.
 * @param command what {@link working} gave
 */
export function describeWith(name: string, command: string | undefined, tests: (command: string) => void): void {
  if (command !== undefined) {
    describe(name, function () {
      this.timeout(120_000); // some start slowly
      tests(command);
    });
  } else if (!areNeeded) {
    console.log(`Left out, for it isn't on this machine: ${name}`);
  } else {
    describe(name, () => {
      it('is on this machine', () => {
        throw new Error('It must be installed: see .ci/run');
      });
    });
  }
}

/** What a program prints; throws with what it complains of. */
export function output(command: string, args: readonly string[], options: { readonly cwd?: string } = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ').slice(0, 100)}: ${stderr || stdout}`);
  return stdout;
}
