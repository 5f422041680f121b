import { check } from './check';
import { exitCodes, Failure, print, say, UsageError, type Command, type ExitCode } from './command';
import { merge } from './merge';
import { reanchor } from './reanchor';

const commands: readonly Command[] = [merge, check, reanchor];

const help = `Usage: policy-annotator COMMAND …

${commands.map((command) => `  ${command.help.split('\n', 1).join('')}`).join('\n')}

policy-annotator COMMAND --help says more.

Exit codes: 0 all is well; 1 there are conflicts or errors, which are printed; 2 the work could not be done (wrong
arguments, a file that cannot be read or written), and nothing was written.`;

async function main(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    print(help);
    return exitCodes.ok;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    say(name === undefined ? help : `There is no command "${name}".\n\n${help}`);
    return exitCodes.failed;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    print(`Usage: policy-annotator ${command.help}`);
    return exitCodes.ok;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (error instanceof UsageError) say(`${error.message}\nUsage: policy-annotator ${command.help}`);
    else if (error instanceof Failure) say(error.message);
    else throw error;
    return exitCodes.failed;
  }
}

// Whoever reads what is printed may have read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exitCodes.failed;
  },
);
