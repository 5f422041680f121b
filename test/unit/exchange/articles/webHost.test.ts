import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { encoderFor } from './encoders';
import { blogPage, newsPage, newsText } from './pages';
import { archiveOf, docxParts, epubParts, paragraph } from './packages';
import { pdfOf } from './pdfWriter';
import { bytesOf } from './reading';

/** What a web worker has, as far as Node has it: no `process`, no `Buffer`, no `require`, no document. */
const webNames = [
  ...[
    'AbortController',
    'AbortSignal',
    'Blob',
    'DOMException',
    'DecompressionStream',
    'Event',
    'EventTarget',
    'MessageChannel',
  ],
  ...[
    'MessageEvent',
    'MessagePort',
    'ReadableStream',
    'TextDecoder',
    'TextEncoder',
    'TransformStream',
    'URL',
    'URLSearchParams',
  ],
  ...[
    'WritableStream',
    'atob',
    'btoa',
    'clearTimeout',
    'crypto',
    'performance',
    'queueMicrotask',
    'setTimeout',
    'structuredClone',
  ],
];

interface Host {
  readonly read: (
    bytes: Uint8Array,
    name: string,
  ) => Promise<{ readonly text: string; readonly notes: readonly object[] }>;
  /** What was asked of the network or of other scripts, and what was printed. */
  readonly asked: readonly string[];
  /** The libraries that were loaded since this was emptied. */
  readonly loaded: string[];
}

const libraries = ['encodings', 'pages', 'pdf', 'word'];

/** Evaluates the room's bundle and those of its libraries, made as esbuild.mjs makes parts, where there is nothing but the web's interfaces. */
async function webHost(): Promise<Host> {
  const { outputFiles } = await build({
    entryPoints: ['readArticle', ...libraries.map((name) => `libraries/${name}`)].map(
      (name) => `src/exchange/articles/${name}.ts`,
    ),
    outdir: '/',
    ...{ bundle: true, write: false, format: 'cjs', target: 'es2022', platform: 'neutral', minify: true },
    ...{ mainFields: ['module', 'main'], conditions: ['browser'], logLevel: 'silent' },
  });
  const asked: string[] = [];
  const refuse = (what: string) => (): never => {
    asked.push(what);
    throw new Error(`${what} isn't there`);
  };
  const known: ReadonlyMap<string, unknown> = new Map(
    Object.entries(Object.getOwnPropertyDescriptors(globalThis)).map(([name]) => [name, Reflect.get(globalThis, name)]),
  );
  const context = createContext({
    ...Object.fromEntries(webNames.map((name) => [name, known.get(name)])),
    ...{
      fetch: refuse('fetch'),
      importScripts: refuse('importScripts'),
      Worker: refuse('Worker'),
      XMLHttpRequest: refuse('XMLHttpRequest'),
    },
    console: { log: refuse('log'), warn: refuse('warn'), error: refuse('error') },
    navigator: { userAgent: 'Mozilla/5.0', platform: '', language: 'en' },
  });
  runInContext('self = globalThis', context);
  const bundle = (name: string): object => {
    const source = outputFiles.find(({ path }) => path.endsWith(`${name}.js`))?.text;
    const module = { exports: {} };
    const evaluate = runInContext(`(function (module, exports, require) {${source}\n})`, context);
    // linkedom asks for what it can do without.
    evaluate(module, module.exports, (asked: string) => {
      throw new Error(`There is no ${asked}`);
    });
    return module.exports;
  };
  const loaded: string[] = [];
  const load = async (name: string): Promise<object> => {
    loaded.push(name);
    return bundle(`libraries/${name}`);
  };
  const run = runInContext(
    `(room, bytes, name, libraries) =>
      room.readArticle(Uint8Array.from(bytes), name, { progress: () => undefined, libraries })`,
    context,
  );
  const room = bundle('readArticle');
  const loaders = Object.fromEntries(libraries.map((name) => [name, () => load(name)]));
  return { read: (bytes, name) => run(room, bytes, name, loaders), asked, loaded };
}

describe('In a web worker', () => {
  let host: Host;
  before(async function () {
    this.timeout(60_000);
    host = await webHost();
  });
  afterEach(() => assert.deepEqual(host.asked, []));

  const reads = (what: string, bytes: Uint8Array, text: string | RegExp, ...needed: readonly string[]): Mocha.Test =>
    it(`reads ${what}, and loads ${needed.join(' and ') || 'nothing'} for it`, async () => {
      host.loaded.length = 0;
      const found = (await host.read(bytes, 'a')).text;
      assert.deepEqual([...new Set(host.loaded)].sort(), needed);
      if (typeof text === 'string') assert.equal(found, text);
      else assert.match(found, text);
    });

  reads('a web page', bytesOf(newsPage), newsText, 'pages');
  reads(
    'a page whose encoding is detected',
    encoderFor('windows-1252')(blogPage.replace(/charset=[\w-]+/, '')),
    /^It’s a truth “universally/m,
    'encodings',
    'pages',
  );
  reads('a Word document', archiveOf(docxParts(paragraph('Text 😀'))), 'Text 😀', 'pages', 'word');
  reads('a PDF', pdfOf([[{ x: 60, y: 700, text: 'Some “text”.' }]]), 'Some “text”.', 'pdf');
  reads('an electronic book', archiveOf(epubParts({ 'a.xhtml': '<p>Text</p>' })), 'Text', 'pages');
  reads('a text', bytesOf('Text 😀'), 'Text 😀');
  reads(
    'a text in koi8-r',
    Uint8Array.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x2c, 0x20, 0xcd, 0xc9, 0xd2, 0x21]),
    'Привет, мир!',
    'encodings',
  );
});
