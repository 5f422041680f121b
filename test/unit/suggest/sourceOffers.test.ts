import assert from 'node:assert/strict';
import { passagesOf } from '../../../src/suggest/passages';
import { sourcesIn } from '../../../src/suggest/sourceOffers';

function found(text: string, known = [] as Parameters<typeof sourcesIn>[2]): object[] {
  return sourcesIn(text, passagesOf(text, []), known).map(({ range, ...fields }) => ({
    text: text.slice(range.start, range.end),
    ...fields,
  }));
}

describe('sourcesIn', () => {
  const marks: [string, string[]][] = [
    ['It fell.[1] It rose [2, 3] and [a].', ['[1]', '[2, 3]', '[a]']],
    ['It fell.¹ It is 5 m² wide.²', ['¹', '²']],
    [
      'It fell (Demir, 2019), and rose (see Harlow and Sato 2022, p. 5).',
      ['(Demir, 2019)', '(see Harlow and Sato 2022, p. 5)'],
    ],
    ['It fell (in 2019) and (May 2020) and (born 1954).', []],
    ['It is at https://a.example/b, as we said.', ['https://a.example/b']],
    ['Write to me@a.example or read [sic].', []],
  ];
  for (const [text, expected] of marks)
    it(text, () =>
      assert.deepEqual(
        found(text).map((one) => (one as { text: string }).text),
        expected,
      ),
    );

  it('gives a mark what its note says, and the note too', () => {
    const text =
      'It fell so far that nobody had seen it.[1]\n\nNotes\n\n[1] World Bank, Annual Report, 2020, www.bank.example.\n[2] A.';
    const bank = {
      reference: 'World Bank, Annual Report, 2020, www.bank.example.',
      kind: 'report',
      url: 'https://www.bank.example',
    };
    assert.deepEqual(found(text), [
      { text: '[1] World Bank, Annual Report, 2020, www.bank.example.', ...bank },
      { text: '[2] A.', reference: 'A.' },
      { text: '[1]', ...bank },
    ]);
  });

  it('knows a source of the codebook by its name or address', () => {
    const known = [
      { id: 'report', name: 'Annual Report' },
      { id: 'site', name: 'Site', url: 'https://a.example/b' },
    ];
    const text = 'It fell.[1] See https://a.example/b.\n\nSources\n\n[1] World Bank, Annual  Report.';
    assert.deepEqual(
      found(text, known).map((one) => (one as { source?: string }).source),
      ['report', 'report', 'site'],
    );
  });
});
