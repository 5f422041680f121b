// One measurement of the index in a process of its own, as a window has one: node --expose-gc FILE WHAT FOLDER CACHE
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { inSlices } from '../src/anchoring/slices';
import { ahead } from '../src/corpus/ahead';
import { CorpusIndex, type Hit } from '../src/corpus/corpusIndex';
import { SidecarReading, type ReadingWork } from '../src/corpus/reading';
import { platform } from '../src/editor/platform/node';
import { sidecarName } from '../src/model/article';
import { decoded } from '../src/sidecar/utf8';
import { seeded } from '../src/analysis/seeded';
import { between, pick } from './random';
import { articlesIn } from './corpusFiles';
import { ACTORS, actorId, PER_ARTICLE, RARE_ACTOR } from './corpusText';
// @ts-expect-error plain JavaScript without declarations
import { spread } from './statistics.mjs';

/** What one process found; times in milliseconds, memory in bytes. */
export interface Measured {
  readonly time: number;
  readonly annotations?: number;
  /** Those that count. */
  readonly mentions?: number;
  readonly memory?: number;
  readonly saving?: number;
  readonly cacheBytes?: number;
  readonly next?: { readonly median: number; readonly max: number };
  readonly rare?: { readonly median: number; readonly max: number };
  readonly change?: { readonly median: number; readonly max: number };
}

const QUERIES = 20_000;
/** Each is asked so often, and its least time counts: else the worst is that in which another program had the processor. */
const TIMES = 3;
const CHANGES = 300;
const AT_ONCE = 32;

const disk = platform.disk;
if (!disk) throw new Error('There is no disk.');
const files = {
  state: (uri: string) => disk.state(sidecarName(uri)),
  read: (uri: string) => disk.look(sidecarName(uri)),
};
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const work: ReadingWork = { pause, isCancelled: () => false, report: () => undefined };

async function measured(what: string, folder: string, cache: string): Promise<Measured> {
  const articles = articlesIn(folder);
  const begin = performance.now();
  const since = (): number => performance.now() - begin;
  if (what === 'files' || what === 'parsed') {
    for await (const bytes of ahead(articles, AT_ONCE, ({ uri }) => readFile(sidecarName(uri)))) {
      if (what === 'parsed') JSON.parse(decoded(bytes) ?? '');
    }
    return { time: since() };
  }
  const index = new CorpusIndex();
  const reading = new SidecarReading(index, files, () => false, 'bench');
  if (what === 'second') await reading.restore(await readFile(cache));
  await reading.update(articles, work);
  reading.endRestoring();
  const time = since();
  const annotations = [...index.articles()].reduce((sum, article) => sum + article.annotations, 0);
  const mentions = [...index.counts().values()].reduce((sum, count) => sum + count.mentions, 0);
  global.gc?.();
  await pause(); // what isn't used any more outside of the heap is known only then
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const found = { time, annotations, mentions, memory: heapUsed + external };
  if (what === 'second') return found;
  const saved = performance.now();
  const bytes = await await inSlices(reading.saved(), { slice: 10, pause });
  if (bytes) writeFileSync(cache, bytes);
  const saving = performance.now() - saved;
  return { ...found, saving, cacheBytes: bytes?.length ?? 0, ...queried(index, articles), change: await changed() };

  async function changed(): Promise<{ median: number; max: number }> {
    const random = seeded(3);
    const times: number[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      const article = pick(random, articles);
      reading.doubt(article.uri);
      const from = performance.now();
      await reading.update([article], work);
      times.push(performance.now() - from);
    }
    return spread(times);
  }
}

function queried(index: CorpusIndex, articles: readonly { uri: string }[]): Pick<Measured, 'next' | 'rare'> {
  const random = seeded(2);
  const ask = (actors: ReadonlySet<string>): { time: number; hit: Hit | undefined } => {
    const start = between(random, 0, 50 * PER_ARTICLE);
    const from = { uri: pick(random, articles).uri, start, end: start };
    const direction = random() < 0.5 ? 'next' : 'previous';
    const answers = Array.from({ length: TIMES }, () => {
      const begin = performance.now();
      const hit = index.next({ actors }, 'workspace', from, direction);
      return { time: performance.now() - begin, hit };
    });
    return { time: Math.min(...answers.map(({ time }) => time)), hit: answers[0]?.hit };
  };
  const times = (actor: () => string): { median: number; max: number } => {
    const answers = Array.from({ length: QUERIES }, () => ask(new Set([actor()])));
    if (!answers.some(({ hit }) => hit)) throw new Error('Nothing was found.');
    return spread(answers.map(({ time }) => time));
  };
  return { next: times(() => actorId(Math.floor(ACTORS * random() ** 3))), rare: times(() => RARE_ACTOR) };
}

const [, , what = '', folder = '', cache = ''] = process.argv;
void measured(what, folder, cache).then((found) => process.stdout.write(JSON.stringify(found)));
