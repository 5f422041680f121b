import assert from 'node:assert/strict';
import { caseOf, scenarios, sourcesOf, type Case, type Scenario } from '../../../../bench/anchoring/cases';
import type { Source } from '../../../../bench/anchoring/changes/change';
import { sentencesOf, typeset } from '../../../../bench/anchoring/prose';
import { namesIn } from '../../../../bench/anchoring/targets';
import { seeded } from '../../../../src/analysis/seeded';
import { speeches } from './speeches';

const size = { name: 'small', units: 20_000, texts: 1, targets: 100 };

function source(): Source {
  const [only] = sourcesOf(speeches(1), 'tuning', size);
  assert.ok(only);
  return only;
}

function caseFor(name: string): Case {
  const scenario = scenarios.find((one) => one.name === name);
  assert.ok(scenario);
  return caseOf(source(), scenario, 'tuning', size, 0);
}

/** Without what the changes respell. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\s/gu, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/—/g, '--');
}

/** Letters of the old text that are gone, and of the new text that are new: shares. */
function shares({ old, changed }: Case): { gone: number; added: number } {
  return {
    gone: changed.starts.filter((start) => start < 0).length / old.length,
    added: changed.origins.filter((origin) => origin < 0).length / changed.text.length,
  };
}

describe("the bench's changes", () => {
  for (const scenario of scenarios)
    it(`are followed unit by unit: ${scenario.name}`, () => {
      const { old, changed } = caseFor(scenario.name);
      const { text, starts, ends, origins } = changed;
      assert.equal(origins.length, text.length);
      for (let at = 0; at < old.length; at += 1) {
        const start = starts[at] ?? -1;
        if (start < 0) continue;
        const spelt = plain(text.slice(start, ends[at]));
        assert.ok(spelt.includes(plain(old.charAt(at))), `${at}: ${old.charAt(at)} became ${spelt}`);
        assert.ok(
          origins.subarray(start, ends[at]).some((origin) => origin >= 0),
          `${at} has an origin`,
        );
      }
      origins.forEach((origin, at) => {
        if (origin < 0) return;
        const [start, end] = [starts[origin] ?? -1, ends[origin] ?? -1];
        assert.ok(start <= at && at < end, `unit ${at} stands for ${origin}, which is at ${start} to ${end}`);
      });
    });

  it('change as much as they say', () => {
    for (const same of ['none', 'reflow', 'CRLF', 'typography']) assert.equal(shares(caseFor(same)).gone, 0, same);
    const light = shares(caseFor('light edits'));
    assert.ok(light.gone > 0.001 && light.gone < 0.03, `light edits: ${light.gone} gone`);
    const heavy = shares(caseFor('heavy edits'));
    assert.ok(heavy.gone > 0.1 && heavy.gone < 0.4, `heavy edits: ${heavy.gone} gone`);
    assert.ok(heavy.added > 0.05, `heavy edits: ${heavy.added} added`);
  });

  it('set the same text otherwise', () => {
    const { old, changed } = caseFor('CRLF');
    assert.equal(changed.text.replaceAll('\r\n', '\n'), old);
    const reflowed = caseFor('reflow').changed.text;
    assert.equal(reflowed.replace(/\s+/g, ' '), old.replace(/\s+/g, ' '));
    const before = new Set(old.split('\n'));
    for (const line of reflowed.split('\n')) assert.ok(line.length <= 73 || before.has(line), `wrapped: ${line}`);
    const typed = caseFor('typography').changed.text;
    assert.doesNotMatch(typed, /[“”‘’…—é]/);
    assert.match(typed, /[\ufb00-\ufb04]/);
    assert.match(typed, /e\u0301/);
    assert.match(typed, /\u00a0/);
  });

  it('move paragraphs whole', () => {
    const { old, changed } = caseFor('paragraphs moved');
    assert.notEqual(changed.text, old);
    assert.deepEqual(changed.text.split('\n\n').sort(), old.split('\n\n').sort());
  });

  it('delete some targets, and more names than stay as they were', () => {
    const targets = caseFor('targets deleted').truths;
    const deleted = targets.filter((truth) => !truth).length;
    assert.ok(deleted > 3 && deleted < 60, `${deleted} deleted`);
    const names = caseFor('repeated names');
    const gone = names.truths.filter((truth) => !truth).length;
    assert.ok(
      gone > names.targets.length / 4 && gone < names.targets.length * 0.75,
      `${gone} of ${names.targets.length}`,
    );
  });

  it('are the same at each run, others in the other half', () => {
    const scrape = scenarios.find(({ name }) => name === 're-scraped page') as Scenario;
    const again = caseOf(source(), scrape, 'tuning', size, 0);
    assert.deepEqual(again, caseFor('re-scraped page'));
    assert.notEqual(caseOf(source(), scrape, 'reporting', size, 0).changed.text, again.changed.text);
  });
});

describe("the bench's targets", () => {
  it('are as many and as long as they should be, each in one block of prose', () => {
    const { text, targets, blocks } = source();
    assert.equal(targets.length, size.targets);
    const lengths = targets.map(({ start, end }) => end - start);
    assert.ok(lengths.every((length) => length >= 5 && length <= 300));
    assert.ok(lengths.filter((length) => length <= 25).length >= 40);
    assert.ok(lengths.filter((length) => length >= 80).length >= 30);
    for (const { start, end } of targets) {
      const block = blocks.find((one) => one.start <= start && end <= one.end);
      assert.ok(block && block.kind !== 'furniture', text.slice(start, end));
    }
    assert.deepEqual(
      targets,
      [...targets].sort((a, b) => a.start - b.start || a.end - b.end),
    );
  });

  it('are names that stand often', () => {
    const { text, blocks } = source();
    const names = namesIn({ text, blocks }, 50, seeded(3)).map(({ start, end }) => text.slice(start, end));
    assert.equal(names.length, 50);
    for (const name of names) assert.ok(text.split(name).length > 5, name);
  });
});

describe("the bench's prose", () => {
  it('is cut into sentences, not at abbreviations', () => {
    const text = 'Mr. Reyes met U.S. officials. “Will it hold?” he asked. The bill of 4.5 million passed… It was late.';
    assert.deepEqual(sentencesOf(text), [
      'Mr. Reyes met U.S. officials.',
      '“Will it hold?” he asked.',
      'The bill of 4.5 million passed…',
      'It was late.',
    ]);
  });

  it('is set with curly quotation marks and long dashes', () => {
    assert.equal(typeset(`He said:  "It isn't ours" -- and left...`), 'He said: “It isn’t ours” — and left…');
  });
});
