import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import { sha256 } from '../../src/sidecar/hash';
import { printSidecar } from '../../src/sidecar/print';
import { Person } from '../harness/person';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

/** A key, or words to click; and what the status bar says then of the next offer or of what is marked, or what is asked then. */
type Step = readonly [action: string | { readonly click: string }, then: string];

/** A name that the codebook learns: words to click, the name there, by `A` wherever it stands or by `a` there alone, what is typed
 * into the picker, whom that takes, and how many mentions there are then. */
interface NewAlias {
  readonly key: 'Shift+A' | 'a';
  readonly click: string;
  readonly name: string;
  readonly typed: string;
  readonly actor: string;
  readonly then: number;
}

/** Three tasks on one text. */
interface Reading {
  /** As docs/effort.md calls it. */
  readonly title: string;
  /** Where the articles are; the first is the one that is coded. */
  readonly folder: string;
  readonly articles: readonly [string, string, string];
  /** Task one. */
  readonly names: readonly (Step | NewAlias)[];
  /** Mentions by actor after that. */
  readonly mentions: Readonly<Record<string, number>>;
  /** Task two. */
  readonly claims: readonly Step[];
  /** In the text's order: speakers, on whose position (where that is another's), and stance. */
  readonly coded: readonly string[];
  /** Task three: whom to visit, by which words in the coded article, and by which names in the other two. */
  readonly visited: { readonly actor: string; readonly click: string; readonly names: RegExp };
}

const FOLDER = 'articles';
const SIDECAR = '.annotations.json';

async function annotations(
  workbench: Workbench,
  article: string,
  fits: (all: readonly Annotation[]) => boolean,
): Promise<readonly Annotation[]> {
  const read = (text: string): readonly Annotation[] => (JSON.parse(text) as Sidecar).annotations;
  return read(await workbench.fileText(`${FOLDER}/${article}${SIDECAR}`, (text) => fits(read(text))));
}

/** Nothing is coded in a folder but the actor of the third task, in the two articles that aren't coded in the others. */
async function prepare(folder: string, { folder: from, articles, visited }: Reading): Promise<void> {
  rmSync(path.join(folder, 'policy-codebook.json'));
  const own = path.join(folder, FOLDER);
  for (const name of readdirSync(own)) rmSync(path.join(own, name));
  for (const [index, file] of articles.entries()) {
    const text = readFileSync(path.join(from, file), 'utf8').replace(/\r\n?/g, '\n');
    writeFileSync(path.join(own, file), text);
    if (index === 0) continue;
    const found = [...text.matchAll(visited.names)].map(({ 0: exact, index: start }, number): Annotation => {
      const end = start + exact.length;
      const around = { prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) };
      const id = `m${String(number).padStart(3, '0')}`;
      return { id, type: 'actor', target: [{ start, end, exact, ...around }], actor: visited.actor };
    });
    const article = { file, sha256: await sha256(text), length: text.length };
    const sidecar = printSidecar({ format: 'policy-annotations', version: 1, article, annotations: found });
    writeFileSync(path.join(own, file + SIDECAR), sidecar);
  }
}

async function act(workbench: Workbench, person: Person, [action, then]: Step): Promise<void> {
  if (typeof action === 'string') await person.press(action);
  else await person.click(action.click);
  if (then.endsWith('?')) await workbench.quickInput.opened(then);
  else if (then !== '') await workbench.statusBarItem(then).waitFor();
}

async function learn(workbench: Workbench, person: Person, alias: NewAlias): Promise<void> {
  const { key, click, name, typed, actor, then } = alias;
  const picker = workbench.quickInput;
  await person.click(click);
  await person.press(key);
  await picker.opened(`Tag “${name}”`);
  await person.type(typed);
  await until(`${actor} to be first`, async () => (await picker.focused()) === actor);
  await person.press('Enter');
  await workbench.statusBarItem(`, ${then} mentions`).waitFor();
}

async function tagMentions(workbench: Workbench, person: Person, reading: Reading): Promise<void> {
  const [article] = reading.articles;
  await person.press('Alt+B');
  await workbench.statusBarItem('Annotate mode').waitFor();
  for (const step of reading.names) {
    if ('typed' in step) await learn(workbench, person, step);
    else await act(workbench, person, step);
  }
  const total = sum(Object.values(reading.mentions));
  const all = await annotations(workbench, article, (some) => some.length === total);
  const counts = Object.fromEntries(
    Object.keys(reading.mentions).map((id) => [id, all.filter(({ actor }) => actor === id).length]),
  );
  assert.deepEqual(counts, reading.mentions);
}

async function markClaims(workbench: Workbench, person: Person, reading: Reading): Promise<void> {
  for (const step of reading.claims) await act(workbench, person, step);
  const isClaim = ({ type }: Annotation): boolean => type === 'claim';
  const all = await annotations(
    workbench,
    reading.articles[0],
    (some) => some.filter(isClaim).length === reading.coded.length,
  );
  const start = ({ target: [first] }: Annotation): number => first?.start ?? 0;
  const coded = all
    .filter(isClaim)
    .sort((a, b) => start(a) - start(b))
    .map(({ links = [], stance }) => {
      const of = (role: string): string =>
        links.flatMap((link) => (link.role === role ? (link.actor ?? []) : [])).join(', ');
      return [of('speaker'), of('holder') === '' ? '' : `on ${of('holder')}`, stance].filter(Boolean).join(' ');
    });
  assert.deepEqual(coded, reading.coded);
}

/** Goes to every mention in the three articles; gives how many there are. */
async function visit(workbench: Workbench, person: Person, { articles, visited }: Reading): Promise<number> {
  let mentions = 0;
  for (const article of articles) {
    const all = await annotations(workbench, article, () => true);
    mentions += all.filter(({ actor }) => actor === visited.actor).length;
  }
  const position = (): Promise<string> => workbench.statusBarItem('Ln ').innerText();
  // Where the click goes is the first one.
  await person.click(visited.click);
  const seen = new Set<string>();
  let last = await position();
  for (let number = 1; number < mentions; number++) {
    await person.press('Alt+J');
    last = await until('the next mention', async () => {
      const now = await position();
      return now !== last && now.includes('selected') && now;
    });
    const tab = workbench.page.locator('.editor-group-container.active .tab.active');
    seen.add(`${await tab.getAttribute('data-resource-name')} ${last}`);
  }
  assert.equal(seen.size, mentions - 1);
  return mentions;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** What the three tasks take in other programs, by the steps that docs/effort.md lists. */
const others = {
  /** Select, type; the same and a relation for a claim, whose type says its stance; six for a search, then one a result. */
  brat: {
    tag: (mentions: number): number => 2 * mentions,
    mark: (claims: number, speakers: number): number => 2 * claims + 2 * speakers,
    visit: (mentions: number): number => 6 + mentions,
  },
  /** Select, menu, format, field, a letter, leave; names in full the first time; a tick for support, three for a second speaker; four
   * for a filter, then one a statement. */
  DNA: {
    tag: (mentions: number, names: readonly string[]): number =>
      6 * mentions + sum(names.map((name) => name.length - 1)),
    mark: (claims: number, speakers: number, support: number): number => 6 * claims + support + 3 * (speakers - claims),
    visit: (mentions: number): number => 4 + mentions,
  },
};

/** The rows that docs/effort.md has under a heading, without its head. */
function rowsUnder(title: string): readonly (readonly string[])[] {
  const doc = readFileSync('docs/effort.md', 'utf8');
  const section = doc.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore
}

function checkDoc(reading: Reading, ours: readonly [number, number, number], visited: number): void {
  const mentions = sum(Object.values(reading.mentions));
  const claims = reading.coded.length;
  const support = reading.coded.filter((line) => line.endsWith(' support')).length;
  // Whoever has the position counts, not the author who says so.
  const speakers = sum(reading.coded.map((line) => (line.includes(' on ') ? line.replace(/^.* on /, '') : line).split(', ').length)); // prettier-ignore
  const names = Object.keys(reading.mentions).map((id) => id.replaceAll('-', ' '));
  const brat = [others.brat.tag(mentions), others.brat.mark(claims, speakers), others.brat.visit(visited)];
  const dna = [others.DNA.tag(mentions, names), others.DNA.mark(claims, speakers, support), others.DNA.visit(visited)];
  const row = (what: string, own: number, ...theirs: readonly number[]): string[] => {
    const best = Math.min(...theirs);
    const short = own - Math.floor(best / 3);
    return [what, String(own), ...theirs.map(String), `${Math.round((100 * own) / best)} %`, short > 0 ? String(short) : '–'];
  }; // prettier-ignore
  const at = (list: readonly number[], index: number): number => list[index] ?? NaN;
  const tasks = [`tag ${mentions} mentions`, `mark ${claims} claims`, `visit ${visited} mentions`];
  const expected = [
    ...tasks.map((task, index) => row(task, at(ours, index), at(brat, index), at(dna, index))),
    row('all', sum(ours), sum(brat), sum(dna)),
  ];
  assert.deepEqual(rowsUnder(reading.title), expected);
}

async function doTasks(workbench: Workbench, reading: Reading): Promise<void> {
  const [article] = reading.articles;
  await workbench.openFile(article);
  await workbench.statusBarItem('0 mentions').waitFor();
  const person = new Person(workbench);
  const counted = async (work: () => Promise<unknown>): Promise<number> => {
    const before = person.actions;
    await work();
    return person.actions - before;
  };
  const tagged = await counted(() => tagMentions(workbench, person, reading));
  const marked = await counted(() => markClaims(workbench, person, reading));
  assert.ok(marked <= 4 * reading.coded.length, `${marked} actions for ${reading.coded.length} claims`);
  let visited = 0;
  const gone = await counted(async () => (visited = await visit(workbench, person, reading)));
  checkDoc(reading, [tagged, marked, gone], visited);
}

const korea: Reading = {
  title: 'On 001_59a8c07fbd1193d4.txt',
  folder: '../shared/articles',
  articles: ['001_59a8c07fbd1193d4.txt', '000_a547ddf638dd9a12.txt', '004_edeca838c7610512.txt'],
  names: [
    ['n', 'Actor: North Korea'],
    ['Shift+Y', 'Actor: Russia'],
    ['Shift+Y', 'Actor: US and its allies'],
    ['Shift+Y', 'Actor: US (new'],
    ['Shift+Y', 'Claim: North Korea, Russia'],
    [{ click: 'South Korea and' }, ''],
    ['y', 'Actor: Japan'],
    ['y', 'Claim: US and its allies −'],
    { key: 'Shift+A', click: 'Pyongyang', name: 'Pyongyang', typed: 'n', actor: 'North Korea', then: 60 },
    { key: 'a', click: 'Moscow', name: 'Moscow', typed: 'r', actor: 'Russia', then: 61 },
  ],
  mentions: { 'north-korea': 20, russia: 13, us: 15, 'us-and-its-allies': 11, 'south-korea': 1, japan: 1 },
  claims: [
    ['ControlOrMeta+Home', ''],
    ['n', 'Claim: North Korea, Russia'],
    ['o', 'only claims'],
    ['=', 'Claim: Noto on North Korea'],
    ['=', 'Claim: Noto on North Korea'],
    ['=', 'Claim: Noto on Russia'],
    ['=', 'Claim: Noto on Russia'],
    ['=', 'Claim: US and its allies −'],
    ['y', 'Claim: US and its allies +'],
    ['y', 'Claim: US and its allies'],
    ['=', 'Claim: US and its allies'],
    ['-', 'Claim: US and its allies −'],
    ['y', 'Claim: US and its allies +'],
  ],
  coded: [
    'north-korea, russia support',
    'noto on north-korea support',
    'noto on north-korea support',
    'noto on russia support',
    'noto on russia support',
    'us-and-its-allies oppose',
    'us-and-its-allies support',
    'us-and-its-allies support',
    'us-and-its-allies oppose',
    'us-and-its-allies oppose',
  ],
  visited: { actor: 'russia', click: 'Russia have', names: /\b(?:Russia|Moscow)\b/g },
};

/** In the repository, for where the article isn't at hand. */
const levy: Reading = {
  title: 'On velmar-and-allies-condemn-levy.txt',
  folder: 'samples/articles',
  articles: ['velmar-and-allies-condemn-levy.txt', 'karsk-raises-the-strait-levy.txt', 'what-karsk-wants.txt'],
  names: [
    ['n', 'Actor: Velmar and its allies (new'],
    ['Shift+Y', 'Actor: Velmar (new'],
    ['Shift+Y', 'Actor: Merrow Strait'],
    [{ click: 'Karsk thirty' }, ''],
    ['Shift+Y', ', 17 mentions'],
    [{ click: 'Sunhavn and the' }, ''],
    ['Shift+Y', ', 21 mentions'],
    [{ click: 'Strait Authority’s audit' }, ''],
    ['Shift+Y', ', 24 mentions'],
    [{ click: 'Milena Kovar' }, ''],
    ['Shift+Y', ', 26 mentions'],
    { key: 'a', click: 'Dravno return', name: 'Dravno', typed: 'k', actor: 'Karsk', then: 27 },
    [{ click: 'Dravno has denied' }, ''],
    ['y', ', 28 mentions'],
    { key: 'a', click: 'Federation’s', name: 'Federation', typed: 'k', actor: 'Karsk', then: 29 },
    { key: 'a', click: 'RoV', name: 'RoV', typed: 'velmar', actor: 'Velmar', then: 30 },
  ],
  mentions: {
    'velmar-and-its-allies': 3,
    velmar: 7,
    karsk: 11,
    sunhavn: 4,
    'strait-authority': 3,
    'milena-kovar': 2,
  },
  claims: [
    [{ click: 'condemned the' }, ''],
    ['y', ' 1 claim '],
    [{ click: 'are not charging' }, ''],
    ['-', 'Actor: Orlav'],
    ['n', 'Claim: Helene Aasgard'],
    ['-', ' 3 claims '],
    ['-', 'Claim: Karsk −'],
    ['y', ' 5 claims '],
    [{ click: 'be treated as' }, ''],
    ['-', ' 6 claims '],
    [{ click: 'has denied that' }, ''],
    ['y', ' 7 claims '],
    [{ click: 'promised that' }, ''],
    ['-', 'Claim: Velmar and its allies +'],
    ['y', 'Claim: Amina Lindqvist +'],
    ['y', 'Actor: Amina Lindqvist'],
  ],
  coded: [
    'velmar-and-its-allies oppose',
    'helene-aasgard oppose',
    'helene-aasgard oppose',
    'helene-aasgard oppose',
    'karsk oppose',
    'milena-kovar oppose',
    'karsk oppose',
    'anton-dravic oppose',
    'velmar-and-its-allies support',
    'amina-lindqvist support',
  ],
  visited: { actor: 'sunhavn', click: 'Sunhavn’s support', names: /\bSunhavn\b/g },
};

const readings = [levy, korea].filter(({ folder }) => existsSync(folder));

describe('The effort that docs/effort.md tells of', () => {
  for (const reading of readings) {
    const options = {
      folder: 'samples',
      // All of the article is in sight: what scrolls isn't counted, here or elsewhere.
      viewport: { width: 1440, height: 1600 },
      prepare: (folder: string) => prepare(folder, reading),
    };
    uiTest(`is what it takes ${reading.title.replace('On', 'on')}`, options, (workbench) =>
      doTasks(workbench, reading),
    );
  }
});
