// Builds what runs: the extension for both hosts, its lazily loaded parts.  node esbuild.mjs [--watch] [--dev]
import { build, context } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  minify: !dev,
  sourcemap: dev,
  logLevel: 'info',
};
const hosts = [
  { name: 'node', platform: 'node', conditions: ['node'] },
  { name: 'web', platform: 'browser', conditions: ['browser'] },
];
/** A part is a pure bundle that both hosts load only when it is used: one entry a file of src/editor/lazy. */
const parts = readdirSync('src/editor/lazy').map((file) => `src/editor/lazy/${file}`);

const bundles = [
  ...hosts.map(({ name, ...host }) => ({
    ...common,
    ...host,
    entryPoints: { [`extension.${name}`]: 'src/extension.ts' },
    outdir: 'dist',
    metafile: true,
  })),
  { ...common, platform: 'neutral', entryPoints: parts, outdir: 'dist/parts' },
];

if (!watch) rmSync('dist', { recursive: true, force: true });
for (const bundle of bundles) {
  if (watch) await (await context(bundle)).watch();
  else await build(bundle);
}
