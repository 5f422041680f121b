import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

// What .vscodeignore lets in. Not asked of vsce, which reads through every file of the project, downloads too.
const [first, ...exceptions] = readFileSync('.vscodeignore', 'utf8').trim().split('\n');
const patterns = exceptions.map(
  (line) => new RegExp(`^${line.slice(1).replace(/[.]/g, '\\.').replaceAll('*', '[^/]*')}$`),
);
const isPackaged = (file: string): boolean => patterns.some((pattern) => pattern.test(file));

describe('The package', () => {
  it('leaves out everything but what is named', () => {
    assert.equal(first, '**');
    for (const line of exceptions) {
      assert.ok(line.startsWith('!'), line);
      assert.ok(!line.includes('**'), line);
    }
  });

  it('holds what runs, and what package.json names', () => {
    const manifest = readFileSync('package.json', 'utf8');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:media|syntaxes|dist)\/[\w./-]+)"/g)].map(
      ([, file]) => file ?? '',
    );
    const own = [
      ...['package.json', 'package.nls.json', 'CHANGELOG.md', 'LICENSE', 'dist/ThirdPartyNotices.txt'],
      ...[
        'dist/parts/assist.js',
        'dist/webview/details.js',
        'dist/webview/details.css',
        'dist/resources/sql-wasm.wasm',
      ],
    ];
    assert.ok(named.length > 5);
    assert.deepEqual(
      [...named, ...own].filter((file) => !isPackaged(file)),
      [],
    );
  });

  it('holds no sources, maps, tests, samples or documents', () => {
    const others = [
      ...['src/extension.ts', 'dist/extension.node.js.map', 'dist/meta.json', 'dist/parts/assist.js.map'],
      ...['test/host/index.mjs', 'dist-tests/host/node.js', 'samples/policy-codebook.json', 'docs/architecture.md'],
      ...[
        'package-lock.json',
        'tsconfig.json',
        'media/icon.svg',
        'media/screenshot.png',
        'node_modules/mocha/package.json',
        '.ci/run',
      ],
    ];
    assert.deepEqual(others.filter(isPackaged), []);
  });
});
