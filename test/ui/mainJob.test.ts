import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Annotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import type { Actor, Codebook } from '../../src/model/codebook';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

/** Words of the article, and which of their occurrences (from 0). */
type Place = readonly [words: string, nth?: number];

/** What a person marks in one article, by keys. */
interface Job {
  readonly folder: string;
  /** From the folder. */
  readonly article: string;
  /** Each actor: where it is first met, its name, and further names with their places. */
  readonly actors: readonly { at: Place; name: string; kind: string; aliases: readonly Place[] }[];
  /** Each claim: a word in its sentence, what is typed into the picker, and what it becomes. */
  readonly claims: readonly { at: Place; typed: string; is: Pick<Annotation, 'stance' | 'attribution'>; by: string }[];
  /** Each source: what is selected. */
  readonly sources: readonly Place[];
}

const press = {
  actor: 'Alt+A',
  claim: 'Alt+Q',
  source: 'Alt+X',
  nextMention: 'Alt+N',
};

async function sidecar(workbench: Workbench, job: Job, count: number): Promise<Sidecar> {
  const text = await workbench.fileText(
    `${job.article}.annotations.json`,
    (content) => (JSON.parse(content) as Sidecar).annotations.length === count,
  );
  return JSON.parse(text) as Sidecar;
}

function claimsIn(content: string): number {
  return (JSON.parse(content) as Sidecar).annotations.filter(({ type }) => type === 'claim').length;
}

async function tagActors(workbench: Workbench, job: Job): Promise<void> {
  const picker = workbench.quickInput;
  for (const { at, name, kind, aliases } of job.actors) {
    await workbench.text.select(at[0], at[1]);
    await workbench.press(press.actor);
    await picker.opened(`Tag “${at[0]}”`);
    await picker.type(name);
    await picker.offers(`New actor “${name}”`);
    await until(
      'the new actor to be first',
      async () => (await picker.items())[0]?.label.includes(`“${name}”`) ?? false,
    );
    await workbench.press('Enter');
    await picker.opened('What kind of actor');
    await picker.type(kind);
    await until('the kind', async () => (await picker.items())[0]?.label === kind);
    await workbench.press('Enter');
    await picker.closed();
    for (const [alias, nth = 0] of aliases) {
      await workbench.text.putCursor(alias, { nth, offset: 1 });
      await workbench.press(press.actor);
      await picker.opened(`Tag “${alias}”`);
      await picker.type(name);
      await until('the actor to be first', async () => (await picker.items())[0]?.label === name);
      await workbench.press('Enter');
      await picker.closed();
      await workbench.notification(`${name} is also known as “${alias}”`);
    }
  }
}

async function markClaims(workbench: Workbench, job: Job): Promise<void> {
  const picker = workbench.quickInput;
  for (const [index, { at, typed }] of job.claims.entries()) {
    await workbench.text.putCursor(at[0], { nth: at[1] ?? 0, offset: 2 });
    await workbench.press(press.claim);
    await picker.opened('topic…');
    await picker.type(typed);
    await until('the whole claim in the title', async () => !(await picker.title()).includes('topic…'));
    await workbench.press('Enter');
    await picker.closed();
    // The picker closes before the claim is made.
    await workbench.fileText(`${job.article}.annotations.json`, (content) => claimsIn(content) === index + 1);
  }
}

async function markSources(workbench: Workbench, job: Job): Promise<void> {
  for (const [words, nth = 0] of job.sources) {
    await workbench.text.select(words, nth);
    await workbench.press(press.source);
    await workbench.quickInput.opened('as source');
    await workbench.press('Enter');
    await workbench.quickInput.closed();
  }
}

function checkClaims(job: Job, { annotations }: Sidecar, actors: readonly Actor[]): void {
  const claims = annotations.filter(({ type }) => type === 'claim');
  assert.equal(claims.length, job.claims.length);
  for (const { at, is, by } of job.claims) {
    const claim = claims.find(({ target }) => target[0]?.exact.includes(at[0]));
    assert.ok(claim, `no claim about “${at[0]}”`);
    assert.ok(claim.topic);
    assert.deepEqual([claim.stance, claim.attribution], [is.stance, is.attribution]);
    const speaker = claim.links?.find(({ role }) => role === 'speaker')?.actor;
    assert.equal(actors.find(({ id }) => id === speaker)?.name, by);
  }
}

async function doMainJob(workbench: Workbench, job: Job): Promise<void> {
  await workbench.openFile(job.article);
  await tagActors(workbench, job);
  await markClaims(workbench, job);
  await markSources(workbench, job);

  const mentions = job.actors.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
  const count = mentions + job.claims.length + job.sources.length;
  const written = await sidecar(workbench, job, count);
  const codebook = JSON.parse(await workbench.fileText('policy-codebook.json')) as Codebook;
  for (const { name, kind, aliases } of job.actors) {
    const actor = codebook.actors?.find((other) => other.name === name);
    assert.equal(actor?.kind, kind);
    for (const [alias] of aliases) assert.ok(actor?.aliases?.includes(alias), `${alias} is no alias of ${name}`);
  }
  checkClaims(job, written, codebook.actors ?? []);

  // From mention to mention of the first actor, and round.
  const [first] = job.actors;
  assert.ok(first);
  await workbench.text.putCursor(first.at[0], { nth: first.at[1] ?? 0, offset: 1 });
  const position = workbench.statusBarItem('Ln ');
  const visited = new Set<string>();
  let last = await position.innerText();
  for (let i = 0; i <= first.aliases.length; i++) {
    await workbench.press(press.nextMention);
    last = await until('the next mention', async () => {
      const now = await position.innerText();
      return now !== last && now.includes('selected') && now;
    });
    visited.add(last);
  }
  assert.equal(visited.size, 1 + first.aliases.length);
  await workbench.press(press.nextMention);
  await until('the first of them again', async () => {
    const now = await position.innerText();
    return now !== last && visited.has(now);
  });

  await workbench.command('Policy Annotator: Export…');
  await exportAsSpreadsheet(workbench);
  const csv = await workbench.fileText(`${job.article}.csv`, (text) => text.includes(first.name));
  assert.equal(csv.split('\r\n').length, count + 2);

  await workbench.reload();
  await workbench.openFile(job.article);
  const { behind } = await workbench.text.find(
    first.at[0],
    first.at[1] ?? 0,
    ({ behind: styles }) => styles.length > 0,
  );
  assert.ok(behind.length > 0);
  await workbench.statusBarItem(String(job.claims.length)).waitFor();
  const again = await sidecar(workbench, job, count);
  assert.deepEqual(again, written);
}

async function exportAsSpreadsheet(workbench: Workbench): Promise<void> {
  const picker = workbench.quickInput;
  await picker.opened('Export');
  await picker.offers('Spreadsheet');
  await workbench.press('Enter');
  await picker.opened('Export what?');
  await workbench.press('Enter');
  await until('the file dialog', async () => (await picker.value()).endsWith('.csv'));
  await workbench.press('Enter');
  await workbench.notification('Exported to');
}

const ownSample: Job = {
  folder: 'samples',
  article: 'articles/the-levy-and-the-price-of-bread.txt',
  actors: [{ at: ['Karim Sand'], name: 'Karim Sand', kind: 'person', aliases: [['Sand', 1]] }],
  claims: [
    {
      at: ['is not the reason why'],
      typed: 'The levy makes bread dear !quoted @Karim -',
      is: { stance: 'oppose', attribution: 'quoted' },
      by: 'Karim Sand',
    },
  ],
  sources: [['[1]']],
};

const koreaArticle: Job = {
  folder: '../shared/articles',
  article: '000_a547ddf638dd9a12.txt',
  actors: [
    { at: ['North Korea'], name: 'North Korea', kind: 'state', aliases: [['Pyongyang'], ['DPRK']] },
    { at: ['US'], name: 'United States', kind: 'state', aliases: [] },
    { at: ['Russia'], name: 'Russia', kind: 'state', aliases: [] },
    { at: ['China'], name: 'China', kind: 'state', aliases: [] },
  ],
  claims: [
    {
      at: ['root cause'],
      typed: 'US policy caused the war !quoted @North +',
      is: { stance: 'support', attribution: 'quoted' },
      by: 'North Korea',
    },
    {
      at: ['unequivocally supported Moscow'],
      typed: 'Criticism of US policy !reported @North +',
      is: { stance: 'support', attribution: 'reported' },
      by: 'North Korea',
    },
    {
      at: ['both countries have sought'],
      typed: 'Ideological allies !imputed @China +',
      is: { stance: 'support', attribution: 'imputed' },
      by: 'China',
    },
    {
      at: ['lambasted the US'],
      typed: 'Isolating China !reported @North -',
      is: { stance: 'oppose', attribution: 'reported' },
      by: 'North Korea',
    },
  ],
  sources: [['[1]'], ['a commentary on the Foreign Ministry’s website this week']],
};

describe('The whole main job, by keys', () => {
  uiTest('on a sample', { folder: ownSample.folder }, (workbench) => doMainJob(workbench, ownSample));
  if (existsSync(koreaArticle.folder)) {
    uiTest('on a real article', { folder: koreaArticle.folder }, (workbench) => doMainJob(workbench, koreaArticle));
  }
});
