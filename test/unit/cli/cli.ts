import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A temporary folder, and the command line tool as it is bundled. */
export class CliFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'policy-annotator-cli-'));
  readonly tool = path.join(this.path, '..', path.basename(this.path) + '.js');

  constructor() {
    buildSync({
      entryPoints: ['src/cli/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'es2022',
      minify: true,
      outfile: this.tool,
      logLevel: 'error',
    });
  }

  run(...args: readonly string[]): Run {
    const options = { cwd: this.path, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.tool, ...args], options);
    return { code: status, out: stdout, err: stderr };
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [file, content] of Object.entries(files)) {
      const place = path.join(this.path, file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
  }

  read(file: string): string {
    return readFileSync(path.join(this.path, file), 'utf8');
  }

  /** Nothing of what was written before. */
  clear(): void {
    rmSync(this.path, { recursive: true, force: true });
    mkdirSync(this.path);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
    rmSync(this.tool, { force: true });
  }
}
