import assert from 'node:assert/strict';
import type { Actor } from '../../../src/model/codebook';
import { namedActors } from '../../../src/suggest/knownNames';
import { NameScan } from '../../../src/suggest/nameScan';
import { passagesOf } from '../../../src/suggest/passages';

const actors: readonly Actor[] = [
  { id: 'china', name: 'China', kind: 'state', aliases: ['Beijing'] },
  { id: 'un-council', name: 'UN Security Council', aliases: ['Council'], parent: 'un' },
  { id: 'un', name: 'United Nations', aliases: ['UN'] },
  { id: 'climate-council', name: 'Climate Council', aliases: ['Council'] },
  { id: 'alison-may', name: 'Alison May', kind: 'person', aliases: ['May'] },
  { id: 'will-stone', name: 'Will Stone', kind: 'person', aliases: ['Stone'] },
  { id: 'reform', name: 'Reform' },
  { id: 'sena', name: 'Sena', kind: 'state' },
];
const scan = new NameScan(actors);

function found(text: string, tagged: readonly string[] = []): string[] {
  return namedActors(text, passagesOf(text, []), scan.all(text), new Set(tagged)).named.map(
    ({ actor, range }) => `${actor.id}: ${text.slice(range.start, range.end)}`,
  );
}

describe('namedActors', () => {
  const cases: [string, string[]][] = [
    ['Talks in Beijing went on as Beijing refused.', ['china: Beijing']],
    ['The government in Beijing refused.', ['china: Beijing']],
    ['BEIJING (Wire) — China refused.', ['china: China']],
    ['A Beijing-based group left China.', ['china: China']],
    [
      'The Climate Council met. The Council was split.',
      ['climate-council: Climate Council', 'climate-council: Council'],
    ],
    ['The UN was late. The Council had met.', ['un: UN', 'un-council: Council']],
    ['The Council met.', []],
    ['Alison May left in May. May was tired.', ['alison-may: Alison May', 'alison-may: May']],
    ['Emma Stone sang, and Stone left.', []],
    ['Will Stone met Emma Stone, and Stone left.', ['will-stone: Will Stone', 'will-stone: Stone']],
    ['Reform is needed, and reform will come.', []],
    ['They joined Reform. Reform is small, and reform is far.', ['reform: Reform', 'reform: Reform']],
    ['In Port Sena it rained, and in Sena too.', ['sena: Sena']],
    ['The Sena Health Ministry spoke to Sena President Quill.', ['sena: Sena']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(found(text), expected));

  it('knows whose a short form is by what is tagged', () => {
    assert.deepEqual(found('The Council met.', ['climate-council']), ['climate-council: Council']);
  });

  it('says what it passed over, and who else may be meant', () => {
    const text = 'The UN was in Beijing. The Council met.';
    const { named, passedOver } = namedActors(text, passagesOf(text, []), scan.all(text), new Set());
    assert.deepEqual(
      passedOver.map(({ start, end }) => text.slice(start, end)),
      ['Beijing'],
    );
    assert.deepEqual(
      named[1]?.others.map(({ id }) => id),
      ['climate-council'],
    );
  });
});
