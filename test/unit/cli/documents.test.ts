import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { commands } from '../../../src/cli/commands';
import { CliFolder } from './cli';

const text = readFileSync('docs/command-line.md', 'utf8');

/** Fenced blocks of a language. */
function blocks(language: string): readonly string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, named, block]) =>
    named === language ? [block ?? ''] : [],
  );
}

interface Step {
  readonly line: string;
  /** What is printed, on both outputs. */
  readonly printed: string;
  readonly code: number;
}

/** The lines of a block after "$ ", each with what stands below it; "[2]" is an exit code. */
function steps(block: string): readonly Step[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [line = '', ...rest] = part.trimEnd().split('\n');
      const code = /^\[(\d)\]$/.exec(rest.at(-1) ?? '')?.[1];
      return { line, printed: (code ? rest.slice(0, -1) : rest).join('\n'), code: Number(code ?? 0) };
    });
}

/** As a pattern; "…" stands for anything. */
function pattern(printed: string): RegExp {
  const parts = printed.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`);
}

describe('docs/command-line.md', () => {
  let folder: CliFolder;
  before(() => {
    folder = new CliFolder();
    cpSync('samples', folder.path, { recursive: true });
  });
  after(() => folder.remove());

  it('shows what the tool prints', async function () {
    this.timeout(60_000); // each line is a process of its own
    if (process.platform === 'win32') this.skip(); // the lines are a shell's
    for (const { line, printed, code } of blocks('console').flatMap(steps)) {
      const run = folder.shell(line);
      assert.equal(run.code, code, `${line}\n${run.err}`);
      assert.match((run.out + run.err).trimEnd(), pattern(printed), line);
    }
  });

  it('has each command, and names only options that there are', async () => {
    const shown = steps(blocks('console').join('')).map(({ line }) => line);
    for (const { name, usage, load } of commands) {
      const { help } = await load();
      assert.match(text, new RegExp(`^## (\\w+, )*${name}\\b`, 'm'));
      for (const line of shown.filter((one) => one.includes(`policy-annotator ${name} `) && !one.includes('|'))) {
        for (const option of line.match(/--[a-z-]+/g) ?? [])
          assert.ok(usage.includes(option) || help.includes(`\n${option} `), `${name} ${option}`);
      }
    }
  });

  it('has a workflow that is one, and checks what is there', async () => {
    // Mocha reads its configuration by it.
    const { load } = createRequire(require.resolve('mocha'))('js-yaml') as { load: (yaml: string) => unknown };
    const [yaml = ''] = blocks('yaml');
    const workflow = load(yaml) as {
      readonly on: { readonly pull_request: { readonly paths: readonly string[] } };
      readonly permissions: object;
      readonly jobs: {
        readonly check: { readonly 'runs-on': string; readonly steps: readonly Record<string, unknown>[] };
      };
    };
    assert.ok(workflow.on.pull_request.paths.includes('**/*.annotations.json'));
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    const { steps: parts, 'runs-on': machine } = workflow.jobs.check;
    assert.equal(machine, 'ubuntu-latest');
    for (const part of parts) assert.ok('uses' in part !== 'run' in part, JSON.stringify(part));

    const command = parts.map(({ run }) => run).find((run) => typeof run === 'string' && run.startsWith('node '));
    const args = /^node \S+ (.*)$/.exec(String(command))?.[1]?.split(' ') ?? [];
    const clean = new CliFolder();
    try {
      cpSync('samples', clean.path, { recursive: true });
      assert.equal(clean.run(...args).code, 0);
      const file = 'articles/what-karsk-wants.txt.annotations.json';
      clean.write({ [file]: clean.read(file).replace('"exact": "Karsk"', '"exact": "Korsk"') });
      const [printed = ''] = clean.run(...args).out.split('\n');
      const [json = ''] = blocks('json').filter((block) => block.includes('problemMatcher'));
      const { problemMatcher } = JSON.parse(json) as {
        problemMatcher: readonly { pattern: readonly Record<string, string | number>[] }[];
      };
      const { regexp, ...groups } = problemMatcher[0]?.pattern[0] ?? {};
      const found = new RegExp(String(regexp)).exec(printed);
      assert.equal(found?.[Number(groups['file'])], file);
      assert.equal(found[Number(groups['severity'])], 'error');
      assert.ok(Number(found[Number(groups['line'])]) > 1);
    } finally {
      clean.remove();
    }
  });
});
