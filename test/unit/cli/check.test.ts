import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation, Target } from '../../../src/model/annotation';
import { sidecarName, type Sidecar } from '../../../src/model/article';
import { sha256 } from '../../../src/sidecar/hash';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { codebook, hashA, hashB, mention } from '../sidecar/examples';
import { CliFolder } from './cli';

const text = 'North Korea fired two missiles.\nRussia said nothing.\n';
const words = (exact: string): Target => {
  const start = text.indexOf(exact);
  return { start, end: start + exact.length, exact, prefix: '', suffix: '' };
};
const korea = mention('a', { target: [words('North Korea')], actor: 'north-korea' });
const russia = mention('b', { target: [words('Russia')], actor: 'russia' });
const book = printCodebook(
  codebook({
    actors: [
      { id: 'north-korea', name: 'North Korea' },
      { id: 'russian-federation', name: 'Russia', formerIds: ['russia'] },
    ],
  }),
);

async function of(annotations: readonly Annotation[], fields: object = {}, more: object = {}): Promise<Sidecar> {
  const article = { file: 'a.txt', sha256: await sha256(text), length: text.length, ...fields };
  return { format: 'policy-annotations', version: 1, article, ...more, annotations };
}

describe('policy-annotator check', () => {
  let folder: CliFolder;
  before(() => (folder = new CliFolder()));
  beforeEach(() => folder.clear());
  after(() => folder.remove());

  /** What it finds, as "file: severity: message"; the exit code is asserted. */
  function found(code: number, ...args: readonly string[]): string[] {
    const run = folder.run('check', ...args);
    assert.equal(run.code, code, run.out + run.err);
    return run.out
      .split('\n')
      .slice(0, -1)
      .map((line) => line.replace(/^(.*?):\d+:\d+: /, '$1: '));
  }
  async function write(annotations: readonly Annotation[], fields: object = {}, more: object = {}): Promise<string> {
    const printed = printSidecar(await of(annotations, fields, more));
    folder.write({ 'a.txt': text, 'a.txt.annotations.json': printed, 'policy-codebook.json': book });
    return printed;
  }

  it('finds nothing where nothing is wrong, in this folder or those named', async () => {
    await write([korea, russia], { excluded: [words('said')] });
    assert.deepEqual(found(0), []);
    assert.deepEqual(found(0, '.', 'a.txt.annotations.json', 'policy-codebook.json'), []);
    assert.match(folder.run('check').err, /1 sidecar and 1 codebook: 0 errors/);
    // An article means its sidecar, and what is named twice is checked once.
    assert.match(
      folder.run('check', 'a.txt', 'a.txt.annotations.json', '.').err,
      /^1 sidecar and 1 codebook: 0 errors/,
    );
    folder.write({ 'bare.txt': 'x' });
    assert.match(found(1, 'bare.txt')[0] ?? '', /^bare\.txt: error: This is neither a sidecar nor a codebook of ours/);
    assert.deepEqual(folder.run('check', 'none').code, 2);
    assert.deepEqual(folder.run('check', '--nonsense').code, 2);
  });

  it('names line and column of what is wrong', async () => {
    const printed = await write([korea, { ...russia, target: [{ ...words('Russia'), exact: 'China' }] }]);
    const lines = printed.split('\n');
    const line = lines.findIndex((one) => one.includes('"China"')) + 1;
    const column = (lines[line - 1] ?? '').indexOf('"China"') + 1;
    assert.equal(
      folder.run('check').out,
      `a.txt.annotations.json:${line}:${column}: error: The text from 32 to 38 is not the quotation "China"\n`,
    );
    folder.write({ 'a.txt.annotations.json': printed.replaceAll('\n', '\r\n') });
    assert.match(folder.run('check').out, new RegExp(`:${line}:${column}: error: `));
    folder.write({ 'a.txt.annotations.json': printed.replace('"actor": "russia"', '"actor": 7') });
    assert.match(folder.run('check').out, /:\d+:\d+: error: annotations\[1\]\.actor must be a string/);
  });

  it('finds ids and links that lead nowhere, with the nearest codebook', async () => {
    const claim = mention('c', {
      target: [words('fired')],
      type: 'claim',
      topic: '__proto__',
      source: 'constructor',
      supersedes: ['gone'],
      links: [
        { role: 'speaker', actor: 'toString', for: 'nato' },
        { role: 'repeats', annotation: 'hasOwnProperty' },
        { role: 'source', source: 's' },
      ],
    });
    const printed = printSidecar(await of([korea, claim]));
    folder.write({ 'policy-codebook.json': '{"format":"other"}', 'in/policy-codebook.json': book });
    folder.write({ 'in/deep/a.txt': text, 'in/deep/a.txt.annotations.json': printed });
    const file = path.join('in', 'deep', 'a.txt.annotations.json');
    assert.deepEqual(
      found(1, 'in'),
      [
        'The codebook has no topic "__proto__"',
        'The codebook has no source "constructor"',
        'The codebook has no actor "toString"',
        'The codebook has no actor "nato"',
        'There is no annotation "hasOwnProperty"',
        'The codebook has no source "s"',
        'There is no annotation "gone"',
      ].map((message) => `${file}: error: ${message}`),
    );
  });

  it('finds the codebook up to the root of git, and no further', async () => {
    folder.write({
      'policy-codebook.json': book,
      'repository/.git/HEAD': '',
      'repository/in/a.txt': text,
      'repository/in/a.txt.annotations.json': printSidecar(await of([korea])),
    });
    const file = path.join('repository', 'in', 'a.txt.annotations.json');
    assert.deepEqual(found(0, 'repository/in'), [`${file}: warning: There is no codebook that can be read`]);
    folder.write({ 'repository/policy-codebook.json': book });
    assert.deepEqual(found(0, 'repository/in'), []);
  });

  it('finds what is wrong between items of a codebook', () => {
    const wrong = codebook({
      actors: [{ id: 'a', name: 'A', parent: 'x', members: ['a', 'y'] }],
      topics: [{ id: 't', name: 'T', parent: 'z' }],
      sources: [{ id: 's', name: 'S', origin: 't' }],
    });
    folder.write({ 'policy-codebook.json': printCodebook(wrong) });
    assert.deepEqual(
      found(1),
      ['There is no actor "x"', 'There is no actor "y"', 'There is no topic "z"', 'There is no actor "t"'].map(
        (message) => `policy-codebook.json: error: ${message}`,
      ),
    );
  });

  it('only warns of another text, and of quotations in it not at all', async () => {
    await write([korea, { ...russia, text: hashB, target: [{ ...words('Russia'), start: 0, end: 500 }] }], {
      sha256: hashA,
      length: 999,
    });
    const [only, ...others] = found(0);
    assert.deepEqual(others, []);
    assert.match(only ?? '', /warning: The text is not the one that the sidecar describes/);
    assert.equal(found(1, '--strict').length, 1);
  });

  it('warns of a sidecar without an article, of names that are paths, of higher versions; notes another form', async () => {
    const paths = ['/etc/b.txt', '../b.txt', '..', 'C:\\b.txt', 'C:b.txt', '\\\\host\\b.txt', 'vscode:b.txt'];
    const names = ['0.txt', 'c.txt', ...paths, '9.txt'];
    for (const [i, name] of names.entries()) {
      const sidecar = { ...(await of([], { file: name })), version: name === '9.txt' ? 2 : 1 };
      folder.write({ [`${i}.txt.annotations.json`]: printSidecar(sidecar), ...(i > 0 && { [`${i}.txt`]: text }) });
    }
    folder.write({ 'a.txt': text, 'a.txt.annotations.json': JSON.stringify(await of([])) });
    const [none, other, ...more] = found(0);
    assert.equal(none, '0.txt.annotations.json: warning: There is no article "0.txt" beside the sidecar');
    assert.equal(other, '1.txt.annotations.json: warning: article.file, "c.txt", is not "1.txt"');
    for (const [i, name] of paths.entries()) {
      const message = `article.file, "${name}", is a path; the article is the file beside the sidecar`;
      assert.equal(more[i], `${i + 2}.txt.annotations.json: warning: ${message}`);
    }
    assert.deepEqual(more.slice(paths.length), [
      '9.txt.annotations.json: warning: The file is of version 2; version 1 is the newest known here',
      'a.txt.annotations.json: note: The file is not in canonical form',
    ]);
  });

  it('finds conflict markers, broken files, and what would be lost', async () => {
    const file = 'a.txt.annotations.json';
    const printed = await write([korea]);
    const finds = (content: string | Uint8Array): string[] => {
      folder.write({ [file]: content });
      return found(1);
    };
    assert.match(
      finds(printed.replace('  "article"', '<<<<<<< a\n=======\n>>>>>>> b\n$&'))[0] ?? '',
      /conflict markers/,
    );
    assert.match(folder.run('check').out, /^a\.txt\.annotations\.json:4:1: error/);
    assert.match(folder.run('stats').err, /^a\.txt\.annotations\.json, line 4: There are conflict markers of git\.\n$/);
    assert.match(finds(printed.slice(0, -6))[0] ?? '', /error: A comma or "." is expected/);
    assert.match(finds(printed.replace('"version"', '"x": 9007199254740993,\n"version"'))[0] ?? '', /would be changed/);
    const bytes = new TextEncoder().encode(printed);
    bytes[printed.indexOf('Korea')] = 0xff;
    assert.match(finds(bytes)[0] ?? '', /error: The file is not UTF-8/);
    folder.clear();
    folder.write({ 'policy-codebook.json': '{"actors": [' });
    assert.match(found(1)[0] ?? '', /policy-codebook\.json: error/);
  });

  it('finds a sidecar that came out empty beside its article, and one in UTF-16; a codebook whatever words it holds', () => {
    folder.write({
      'a.txt': text,
      'a.txt.annotations.json': '',
      'b.txt': text,
      'b.txt.annotations.json': '\0\0\0\0\n',
      'c.annotations.json': ' ',
      'd.txt.annotations.json': Buffer.from('\uFEFF{"format": "policy-annotations"}', 'utf16le'),
      'policy-codebook.json': printCodebook(
        codebook({ actors: [{ id: 'x', name: 'X', aliases: ['policy-annotations'], parent: 'y' }] }),
      ),
    });
    assert.deepEqual(found(1), [
      'a.txt.annotations.json: error: The file is empty',
      'b.txt.annotations.json: error: A value is expected',
      'd.txt.annotations.json: error: The file is not UTF-8',
      'policy-codebook.json: error: There is no actor "y"',
    ]);
  });

  it('reads no pipe in place of an article or a codebook: nobody may ever write to it', async function () {
    if (process.platform === 'win32') this.skip();
    const printed = printSidecar(await of([{ ...korea, actor: 'x' }]));
    folder.write({ 'a.txt.annotations.json': printed });
    execFileSync('mkfifo', ['a.txt', 'policy-codebook.json'], { cwd: folder.path });
    assert.deepEqual(found(0), [
      'a.txt.annotations.json: warning: There is no codebook that can be read',
      `a.txt.annotations.json: warning: a.txt is not a plain file.`,
    ]);
  });

  it('prints nothing of a file as it is that acts on a terminal', async () => {
    await write([{ ...korea, actor: '\u001b[2J\u202E\n\u0085\u2028x' }]);
    assert.deepEqual(found(1), [
      'a.txt.annotations.json: error: The codebook has no actor "⟨U+001B⟩[2J⟨U+202E⟩\\u000a⟨U+0085⟩\\u2028x"',
    ]);
  });

  it("passes over other tools' files, .git, node_modules, and links", async () => {
    const broken = '{"format": "policy-annotations"';
    folder.write({
      'x.annotations.json': '{"images": []}',
      'y.annotations.json': 'not json',
      'policy-codebook.json': '{"format": "another"}',
      '.git/a.txt.annotations.json': broken,
      'in/node_modules/a.txt.annotations.json': broken,
      '.annotations.json': broken,
    });
    const away = new CliFolder();
    try {
      away.write({ 'a.txt.annotations.json': broken, 'secret.txt': text, 'policy-codebook.json': book });
      symlinkSync(away.path, path.join(folder.path, 'link'), 'junction');
      assert.deepEqual(found(0), []);
      if (process.platform === 'win32') return; // links to files need a right of their own there
      symlinkSync(path.join(away.path, 'a.txt.annotations.json'), path.join(folder.path, 'z.annotations.json'));
      symlinkSync(path.join(away.path, 'secret.txt'), path.join(folder.path, 'in', 'a.txt'));
      symlinkSync(path.join(away.path, 'policy-codebook.json'), path.join(folder.path, 'in', 'policy-codebook.json'));
      folder.write({ 'in/a.txt.annotations.json': printSidecar(await of([korea])) });
      const file = path.join('in', 'a.txt.annotations.json');
      assert.deepEqual(found(0), [
        `${file}: warning: There is no codebook that can be read`,
        `${file}: warning: The article "a.txt" is a link out of the folder, and isn't read`,
      ]);
    } finally {
      away.remove();
    }
    assert.equal(found(1, 'x.annotations.json').length, 1);
  });

  it('reads the article in its encoding', async () => {
    const own = 'Élysée\r\nsaid\n';
    const lf = own.replaceAll('\r\n', '\n');
    const article = { sha256: await sha256(lf), length: lf.length };
    const target = [{ start: 0, end: 6, exact: 'Élysée', prefix: '', suffix: '' }];
    for (const [encoding, bytes] of [
      ['windows-1252', Buffer.from(own, 'latin1')],
      ['utf-16le', Buffer.from(`\uFEFF${own}`, 'utf16le')],
      [undefined, Buffer.from(`\uFEFF${own}`)],
    ] as const) {
      const sidecar = await of([mention('a', { target })], { ...article, ...(encoding && { encoding }) });
      folder.write({ 'a.txt': bytes, 'a.txt.annotations.json': printSidecar(sidecar), 'policy-codebook.json': book });
      assert.deepEqual(found(0), [], encoding);
    }
  });

  it('checks many files of many folders, in their order', async () => {
    const printed = printSidecar(await of([{ ...korea, actor: 'x' }]));
    folder.write({ 'policy-codebook.json': book });
    const folders = ['a', 'b', 'b/c', 'd'];
    for (const name of folders) {
      mkdirSync(path.join(folder.path, name));
      for (const file of ['1.txt', '2.txt']) {
        writeFileSync(path.join(folder.path, name, file), text);
        const sidecar = printed.replace('a.txt', file);
        writeFileSync(path.join(folder.path, name, sidecarName(file)), sidecar);
      }
    }
    assert.deepEqual(
      found(1).map((line) => line.slice(0, line.indexOf(':'))),
      folders.flatMap((name) => ['1.txt', '2.txt'].map((file) => path.join(name, sidecarName(file)))),
    );
  });
});
