import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
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
}

/** Evaluates the room's bundle, made as esbuild.mjs makes parts, where there is nothing but the web's interfaces. */
async function webHost(): Promise<Host> {
  const { outputFiles } = await build({
    entryPoints: ['src/exchange/articles/readArticle.ts'],
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
  const module = { exports: {} };
  const evaluate = runInContext(
    `self = globalThis; (function (module, exports, require) {${outputFiles[0]?.text}\n})`,
    context,
  );
  // linkedom asks for what it can do without.
  evaluate(module, module.exports, (name: string) => {
    throw new Error(`There is no ${name}`);
  });
  const run = runInContext(
    '(room, bytes, name) => room.readArticle(Uint8Array.from(bytes), name, { progress: () => undefined })',
    context,
  );
  return { read: (bytes, name) => run(module.exports, bytes, name), asked };
}

describe('In a web worker', () => {
  let host: Host;
  before(async function () {
    this.timeout(60_000);
    host = await webHost();
  });
  afterEach(() => assert.deepEqual(host.asked, []));

  const reads = (what: string, bytes: Uint8Array, text: string | RegExp): Mocha.Test =>
    it(`reads ${what}`, async () => {
      const found = (await host.read(bytes, 'a')).text;
      if (typeof text === 'string') assert.equal(found, text);
      else assert.match(found, text);
    });

  reads('a web page', bytesOf(newsPage), newsText);
  reads(
    'a page whose encoding is detected',
    Uint8Array.from(blogPage.replace(/charset=[\w-]+/, ''), (char) => char.charCodeAt(0) & 0xff),
    /Strait|levy/,
  );
  reads('a Word document', archiveOf(docxParts(paragraph('Text 😀'))), 'Text 😀');
  reads('a PDF', pdfOf([[{ x: 60, y: 700, text: 'Some “text”.' }]]), 'Some “text”.');
  reads('an electronic book', archiveOf(epubParts({ 'a.xhtml': '<p>Text</p>' })), 'Text');
  reads(
    'a text in koi8-r',
    Uint8Array.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x2c, 0x20, 0xcd, 0xc9, 0xd2, 0x21]),
    'Привет, мир!',
  );
});
