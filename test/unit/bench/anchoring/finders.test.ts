import assert from 'node:assert/strict';
import path from 'node:path';
import { caseOf, scenarios, sourcesOf, type Case } from '../../../../bench/anchoring/cases';
import { fastDiff } from '../../../../bench/anchoring/fastDiff';
import { ours, type Finder } from '../../../../bench/anchoring/finders';
import { apache, domAnchor, hypothesis } from '../../../../bench/anchoring/peers';
import { figuresOf, tallied } from '../../../../bench/anchoring/score';
import { speeches } from './speeches';

const size = { name: 'small', units: 6000, texts: 1, targets: 30 };
const bounds = { most: 30, limit: 60_000 };
const thread = path.resolve('bench/anchoring/fastDiffThread.mjs');
const finders: Record<string, Finder> = {
  'ours, old text': ours(true, 1),
  'ours, selectors': ours(false, 1),
  'Hypothesis’ way': hypothesis(bounds),
  'dom-anchor-text-quote': domAnchor(bounds),
  '@apache-annotator/selector': apache(bounds),
  'fast-diff': fastDiff(thread, 60_000),
};

function caseFor(name: string): Case {
  const [source] = sourcesOf(speeches(2), 'tuning', size);
  const scenario = scenarios.find((one) => one.name === name);
  assert.ok(source && scenario);
  return caseOf(source, scenario, 'tuning', size, 0);
}

describe("the bench's finders", () => {
  const unchanged = caseFor('none');

  for (const [name, find] of Object.entries(finders))
    it(`find everything in an unchanged text: ${name}`, async () => {
      const outcome = await find(unchanged);
      assert.ok(typeof outcome !== 'string');
      assert.equal(outcome.measured.length, unchanged.targets.length);
      // Those that look for one passage after the other may take the first of two that look alike.
      assert.ok(figuresOf(tallied(outcome.truths, outcome.answers)).hit > 90);
      for (const { start, end } of outcome.answers) assert.ok(start >= 0 && end <= outcome.text.length);
    });

  it('measure a sample of the targets, each with its own truth', async () => {
    const given = caseFor('heavy edits');
    const outcome = await hypothesis({ most: 10, limit: 60_000 })(given);
    assert.ok(typeof outcome !== 'string');
    assert.equal(new Set(outcome.measured).size, 10);
    assert.deepEqual(
      outcome.truths,
      outcome.measured.map((index) => given.truths[index]),
    );
  });

  it('end when their time is over', async () => {
    const outcome = await hypothesis({ most: 30, limit: 0 })(unchanged);
    assert.ok(typeof outcome !== 'string' && outcome.answers.length === 5);
    assert.match(String(await fastDiff(thread, 0)(caseFor('heavy edits'))), /^not within/);
  });

  it('give our side the text as an article has it', async () => {
    const outcome = await ours(false, 1)(caseFor('CRLF'));
    assert.ok(typeof outcome !== 'string');
    assert.equal(outcome.text, unchanged.old);
    assert.equal(figuresOf(tallied(outcome.truths, outcome.answers)).exact, 100);
  });
});
