import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Beside the tests' own process, so that all of them use one, and what another process left is never taken. */
const place = path.join(tmpdir(), `policy-annotator-cli-${process.pid}-${Date.now()}`);

/** The command line tool as it is bundled, once for all tests. */
function bundledTool(): string {
  const tool = path.join(place, 'cli.js');
  if (existsSync(tool)) return tool;
  buildSync({
    entryPoints: ['src/cli/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    minify: true,
    outfile: tool,
    logLevel: 'error',
  });
  mkdirSync(path.join(place, 'resources'));
  copyFileSync('node_modules/sql.js/dist/sql-wasm.wasm', path.join(place, 'resources', 'sql-wasm.wasm'));
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  return tool;
}

/** A temporary folder, and the command line tool that runs in it. */
export class CliFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'policy-annotator-cli-'));
  readonly tool = bundledTool();

  run(...args: readonly string[]): Run {
    return this.runWith('', ...args);
  }

  /** @param input the standard input */
  runWith(input: string | Uint8Array, ...args: readonly string[]): Run {
    const options = { cwd: this.path, encoding: 'utf8', maxBuffer: 1 << 28, input } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.tool, ...args], options);
    return { code: status, out: stdout, err: stderr };
  }

  /** What it prints, as bytes. */
  bytes(...args: readonly string[]): Uint8Array {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.tool, ...args], { cwd: this.path });
    if (status !== 0) throw new Error(stderr.toString());
    return stdout;
  }

  /** A line of a shell that knows the tool as `policy-annotator`. */
  shell(line: string): Run {
    const bin = path.join(place, 'bin');
    if (!existsSync(bin)) {
      mkdirSync(bin);
      const script = `#!/bin/sh\nexec "${process.execPath}" "${this.tool}" "$@"\n`;
      writeFileSync(path.join(bin, 'policy-annotator'), script, { mode: 0o755 });
    }
    const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: this.path, encoding: 'utf8', env });
    return { code: status, out: stdout, err: stderr };
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [file, content] of Object.entries(files)) {
      const target = path.join(this.path, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  }

  read(file: string): string {
    return readFileSync(path.join(this.path, file), 'utf8');
  }

  readBytes(file: string): Uint8Array {
    return readFileSync(path.join(this.path, file));
  }

  has(file: string): boolean {
    return existsSync(path.join(this.path, file));
  }

  /** Nothing of what was written before. */
  clear(): void {
    rmSync(this.path, { recursive: true, force: true });
    mkdirSync(this.path);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
