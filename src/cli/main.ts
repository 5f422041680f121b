import { version } from '../../package.json';
import { SettingsError } from '../analysis/settings';
import { exitCodes, Failure, print, printable, say, UsageError, type ExitCode } from './command';
import { commands, type CommandEntry } from './commands';
import { asked } from './suggestion';

const NAME = 'policy-annotator';

async function main(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--version') print(version);
  else if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) print(overview());
  else if (name === 'help') return run(rest[0], ['--help']);
  else return run(name, rest);
  return exitCodes.ok;
}

async function run(name: string | undefined, args: readonly string[]): Promise<ExitCode> {
  const entry = commands.find((one) => one.name === name);
  if (!entry) {
    say(name === undefined ? overview() : noCommand(name));
    return exitCodes.failed;
  }
  const command = await entry.load();
  if (args.includes('--help') || args.includes('-h')) {
    print(`${call(entry)}\n\n${command.help}`);
    return exitCodes.ok;
  }
  try {
    return await command.run(args);
  } catch (error) {
    const more = `${NAME} help ${entry.name} says more.`;
    if (error instanceof SettingsError) say(`${printable(error.message)} ${more}`);
    else if (error instanceof Failure) say(error instanceof UsageError ? `${error.message} ${more}` : error.message);
    else throw error;
    return exitCodes.failed;
  }
}

function noCommand(name: string): string {
  const meant = asked(
    name,
    commands.map((entry) => entry.name),
  );
  return `There is no command "${printable(name)}"${meant} ${NAME} --help lists them.`;
}

function call({ name, usage }: CommandEntry): string {
  return `Usage: ${NAME} ${name} ${usage}`;
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `Usage: ${NAME} COMMAND …

${commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`).join('\n')}

${NAME} help COMMAND says more, with examples; ${NAME} --version which version this is.

Exit codes: 0 all is well; 1 the work is done, and there is something to look at: errors that check found, conflicts of a merge,
articles or annotations that an import could not take; 2 the work could not be done (wrong arguments, a file that cannot be read
or written), which one line says.`;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads what is printed may have read enough.
  if (error.code === 'EPIPE') return;
  say(`What is printed can't be written: ${error.message}.`);
  process.exitCode = exitCodes.failed;
});
main(process.argv.slice(2)).then(
  (code) => void (process.exitCode ||= code),
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exitCodes.failed;
  },
);
