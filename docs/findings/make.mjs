// Makes what docs/findings.md shows: runs its commands on the samples, puts what they print below them and their files beside this
// one.  node docs/findings/make.mjs [--check] [--tool dist/cli.js]   With --check nothing is written, and what differs is told.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const root = path.join(here, '../..');
const document = path.join(here, '../findings.md');
const { values } = parseArgs({ options: { check: { type: 'boolean' }, tool: { type: 'string' } } });
const tool = path.resolve(values.tool ?? path.join(root, 'dist/cli.js'));
const isOwn = (name) => /\.(py|R|mjs)$/.test(name);

const area = mkdtempSync(path.join(tmpdir(), 'policy-annotator-findings-'));
const folder = path.join(area, 'samples');
const differences = [];
const leftOut = [];
try {
  cpSync(path.join(root, 'samples'), folder, { recursive: true });
  const before = new Set(readdirSync(folder));
  for (const name of readdirSync(here).filter(isOwn)) copyFileSync(path.join(here, name), path.join(folder, name));
  mkdirSync(path.join(area, 'bin'));
  writeFileSync(path.join(area, 'bin/policy-annotator'), `#!/bin/sh\nexec "${process.execPath}" "${tool}" "$@"\n`);
  chmodSync(path.join(area, 'bin/policy-annotator'), 0o755);

  const text = readFileSync(document, 'utf8');
  const made = text.replace(/^```console\n([\s\S]*?)^```$/gm, (_, block) => `\`\`\`console\n${blockMade(block)}\`\`\``);
  if (made !== text) told('docs/findings.md', text, made);
  if (values.check !== true && made !== text) writeFileSync(document, made);

  const files = readdirSync(folder).filter((name) => !before.has(name) && !isOwn(name));
  for (const name of files) {
    const content = readFileSync(path.join(folder, name), 'utf8');
    const known = readIfThere(path.join(here, name));
    if (content === known) continue;
    told(name, known, content);
    if (values.check !== true) writeFileSync(path.join(here, name), content);
  }
  for (const name of readdirSync(here).filter((one) => !isOwn(one) && !files.includes(one))) {
    differences.push(`${name}: no command makes it`);
    if (values.check !== true) rmSync(path.join(here, name));
  }
} finally {
  rmSync(area, { recursive: true, force: true });
}
for (const line of [...leftOut, ...differences]) console.log(line);
console.log(
  differences.length === 0 ? 'All is as it was.' : values.check === true ? 'This differs.' : 'This was made anew.',
);
if (values.check === true && differences.length > 0) process.exitCode = 1;

/** A block's lines, each with what it prints; what a program prints that isn't here stays as it was. */
function blockMade(block) {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [line = ''] = part.split('\n');
      const [program = ''] = line.split(' ');
      const { status, stdout, stderr } = spawnSync('sh', ['-c', `${line} 2>&1`], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PATH: [path.join(area, 'bin'), '/usr/bin', process.env.PATH].join(path.delimiter) },
      });
      if (status !== 0 && program !== 'policy-annotator' && process.env.POLICY_ANNOTATOR_READERS !== 'needed') {
        leftOut.push(`Left out, for it can't be run on this machine: ${line}`);
        return `$ ${part}`;
      }
      if (status !== 0) differences.push(`${line} failed: ${stdout}${stderr}`);
      return `$ ${line}\n${stdout}`;
    })
    .join('');
}

function told(name, before, after) {
  const [old, now] = [before ?? '', after].map((text) => text.split('\n'));
  const at = now.findIndex((line, index) => line !== old[index]);
  const shown = (line) => JSON.stringify((line ?? '').slice(0, 200));
  differences.push(`${name}, line ${at + 1}: ${shown(now[at])} instead of ${shown(old[at])}`);
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
