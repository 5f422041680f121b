import assert from 'node:assert/strict';
import { claimsCsv } from '../../../../src/exchange/formats/claimsCsv';
import { readRows } from '../readCsv';
import { annotation, article, at, codebook, sample, text, written, writtenFiles } from '../sample';

describe('claims-csv', () => {
  it('has a row for each speaker of a claim', async () => {
    const rows = readRows(await written(claimsCsv, [sample]));
    const shown = ['id', 'speaker_id', 'speaker', 'speaker_kind', 'for_id', 'for'];
    assert.deepEqual(
      rows.map((row) => shown.map((column) => row[column])),
      [
        ['c1', 'north-korea', 'North Korea', 'state', '', ''],
        ['c1', 'russia', 'Russia', 'state', 'nato', 'NATO; the alliance'],
      ],
    );
  });

  it('repeats the claim in each of them', async () => {
    const rows = readRows(await written(claimsCsv, [sample]));
    for (const row of rows) {
      const { holder_ids, holders, addressees, topic_id, stance, stance_value, exact, line } = row;
      assert.deepEqual(
        { holder_ids, holders, addressees, topic_id, stance, stance_value, exact, line },
        {
          ...{ holder_ids: 'nato', holders: 'NATO\\; the alliance', addressees: 'unheard-of', topic_id: 'tests' },
          ...{ stance: 'oppose', stance_value: '-1', exact: 'We object … to all of it', line: '3' },
        },
      );
      assert.ok(text.slice(Number(row['start']), Number(row['end'])).startsWith('We object," it said, "to all'));
      assert.deepEqual(
        [row['sources'], row['evidence'], row['counterevidence']],
        ['KCNA\\; 18 Dec', 'UNSCR 1718', 'UNSCR 1718'],
      );
      assert.deepEqual([row['attr_act'], 'attr_reliability' in row], ['condemn', false]);
    }
  });

  it('has one row for a claim without a speaker, and none for anything else', async () => {
    const rows = readRows(
      await written(claimsCsv, [
        article('x.txt', 'one', [
          annotation('c', 'claim', at('one', 'one'), { links: [{ role: 'speaker', annotation: 'removed' }] }),
          annotation('p', 'passage', at('one', 'one')),
        ]),
      ]),
    );
    assert.deepEqual(
      rows.map((row) => [row['id'], row['speaker_id'], row['stance_value']]),
      [['c', '', '']],
    );
  });

  it('gives a claim that isn’t anchored no place in this text, but says in which it was seen', async () => {
    const earlier = 'e'.repeat(64);
    const gone = { start: 700, end: 703, exact: 'gone', prefix: '', suffix: '', standing: 'orphaned' } as const;
    const rows = readRows(
      await written(claimsCsv, [
        article('x.txt', 'one', [
          annotation('a', 'claim', [{ ...at('one', 'one'), confidence: 0.99 }]),
          annotation(
            'b',
            'claim',
            [
              { ...at('one', 'one'), confidence: 0.9 },
              { ...gone, confidence: 0 },
            ],
            {
              ...{ standing: 'orphaned', text: earlier, orphaned: true },
            },
          ),
        ]),
      ]),
    );
    const columns = ['exact', 'start', 'end', 'line', 'standing', 'confidence', 'orphan_kept', 'text_sha256'];
    assert.deepEqual(
      rows.map((row) => columns.map((column) => row[column])),
      [
        ['one', '0', '3', '1', 'anchored', '0.99', '', ''],
        ['one … gone', '', '', '', 'orphaned', '0', 'true', earlier],
      ],
    );
  });

  it('counts a speaker once who is linked as an actor and as a mention', async () => {
    const rows = readRows(
      await written(claimsCsv, [
        article(
          'x.txt',
          'one',
          [
            annotation('m', 'actor', at('one', 'one'), { actor: 'dprk' }),
            annotation('c', 'claim', at('one', 'one'), {
              links: [
                { role: 'speaker', annotation: 'm' },
                { role: 'speaker', actor: 'north-korea' },
              ],
            }),
          ],
          codebook,
        ),
      ]),
    );
    assert.deepEqual(
      rows.map((row) => row['speaker_id']),
      ['north-korea'],
    );
  });

  it('counts what it can’t hold', async () => {
    const links = [
      { role: 'within', annotation: 'x' },
      { role: 'speaker', actor: 'russia' },
    ];
    const claim = annotation('c', 'claim', at('one', 'one'), {
      links,
      attributes: { odd: 1, act: 'demand' },
      form: 'x',
    });
    const one = article('x.txt', 'one', [claim, annotation('p', 'passage', at('one', 'one'))]);
    const { losses } = await writtenFiles(claimsCsv, [one], { codebooks: [] });
    assert.deepEqual(losses, [
      { what: 'annotations other than claims', count: 1 },
      { what: 'forms of mentions', count: 1 },
      { what: 'links of other roles than speakers, holders, addressees and sources', count: 1 },
      { what: 'attributes that no codebook defines for claims', count: 1 },
    ]);
  });
});
