// Builds what runs: the extension for both hosts, its lazily loaded parts, the pages of its panels, the command line tool.  node esbuild.mjs [--watch] [--dev]
import { build, context } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/**
 * `import * as vscode` in N modules would copy VS Code's whole API N times, name by name, while the bundle loads: 29 to
 * 35 ms of it, against 7 to 11 with a plain `require`.
 */
const plainVscode = {
  name: 'plain-vscode',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(
        /^import \* as vscode from 'vscode';$/m,
        "const vscode = require('vscode') as typeof import('vscode');",
      ),
      loader: 'ts',
    })),
};

/**
 * In Node, pdf.js looks for a canvas to draw on, and prints to the standard output that there is none. Its text comes out alike
 * without, and so the same code runs in all hosts.
 */
const pdfAsInBrowsers = {
  name: 'pdf-as-in-browsers',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf(\.worker)?\.mjs$/ }, ({ path: file }) => {
      const source = readFileSync(file, 'utf8');
      const contents = source.replace(/^const isNodeJS = .*;$/m, 'const isNodeJS = false;');
      if (contents === source) throw new Error('pdf.js has no isNodeJS any more');
      return { contents, loader: 'js' };
    }),
};

const common = {
  plugins: [plainVscode, pdfAsInBrowsers],
  bundle: true,
  metafile: true,
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
/** A part is a pure bundle that both hosts load only when it is used: one entry a file of these folders. */
const parts = ['src/editor/lazy', 'src/exchange/articles/libraries'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => !file.endsWith('.d.ts'))
    .map((file) => ({ in: `${folder}/${file}`, out: path.basename(file, '.ts') })),
);
/** The browser's side of each panel: a folder of src/webview with a main.ts gives a script and a style. */
const pages = readdirSync('src/webview')
  .filter((name) => existsSync(`src/webview/${name}/main.ts`))
  .flatMap((name) => ['main.ts', 'page.css'].map((file) => ({ in: `src/webview/${name}/${file}`, out: name })));
const page = { platform: 'browser', format: 'iife', external: [] };

const bundles = [
  ...hosts.map(({ name, ...host }) => ({
    ...common,
    ...host,
    entryPoints: { [`extension.${name}`]: 'src/extension.ts' },
    outdir: 'dist',
  })),
  // Both hosts load them: of a package with an entry for Node and one for browsers, the one that needs no Node.
  {
    ...common,
    platform: 'neutral',
    conditions: ['browser'],
    mainFields: ['browser', 'module', 'main'],
    entryPoints: parts,
    outdir: 'dist/parts',
  },
  { ...common, ...page, entryPoints: pages, outdir: 'dist/webview' },
  {
    ...common,
    platform: 'node',
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** What formats read beside their code, by its name in dist/resources. */
const resources = { 'sql-wasm.wasm': 'node_modules/sql.js/dist/sql-wasm.wasm' };

/** Puts a file in its place whole: a VS Code that is just loading the extension never reads half of one. */
function putInPlace(file, contents) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, contents);
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * Builds a bundle in place.
 * @returns {Promise<{files: string[], inputs: string[]}>} the absolute paths of the files, and the sources that are in them
 */
async function buildInPlace(bundle) {
  const { outputFiles, metafile } = await build({ ...bundle, write: false });
  for (const file of outputFiles) putInPlace(file.path, file.contents);
  return { files: outputFiles.map((file) => file.path), inputs: Object.keys(metafile.inputs) };
}

/** Packages that come as one file with others in it. */
const prebuilt = ['mammoth'];

/** A package's folder, and those of the packages that it depends on. */
function withDependencies(folder, found = new Set()) {
  if (found.has(folder) || !existsSync(folder)) return found;
  found.add(folder);
  const { dependencies = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  for (const name of Object.keys(dependencies)) withDependencies(`node_modules/${name}`, found);
  return found;
}

/** The licences of the packages that are in the bundles, each with its name and version. */
function notices(inputs) {
  const direct = inputs.flatMap(
    (input) => /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(input) ?? [],
  );
  const others = prebuilt.flatMap((name) => [...withDependencies(`node_modules/${name}`)]);
  const texts = [...new Set([...direct, ...others])].sort().map((folder) => {
    const { name, version, license, homepage = '' } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
    const own = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim());
    return [`${name} ${version} (${license}) ${homepage}`.trim(), ...own].join('\n\n');
  });
  return `Policy Annotator contains these packages:\n\n${texts.join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
}

for (const [name, file] of Object.entries(resources)) putInPlace(`dist/resources/${name}`, readFileSync(file));
if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  const built = await Promise.all(bundles.map(buildInPlace));
  putInPlace('dist/ThirdPartyNotices.txt', notices(built.flatMap(({ inputs }) => inputs)));
  const written = built.flatMap(({ files }) => files);
  for (const name of readdirSync('dist', { recursive: true })) {
    const file = path.resolve('dist', name);
    if (/\.(js|css)(\.map)?$/.test(name) && !written.includes(file)) rmSync(file);
  }
}
