import assert from 'node:assert/strict';
import { dna } from '../../../../../src/exchange/formats/dna';
import type { Imported, ImportedAnnotation } from '../../../../../src/exchange/imported';
import type { Loss } from '../../../../../src/exchange/losses';
import { readFiles } from '../../reading';
import { dnaFile } from './dnaFile';
import { beginning, type Layout, type Rows } from './dnaTables';

/** What every project loses, and tests of something else don't look at. */
const always = ['colours of coders and statement types', 'names of who added a document'];

async function imported(
  layout: Layout,
  rows: Rows,
  options: Readonly<Record<string, string>> = {},
): Promise<{ readonly imported: Imported; readonly losses: readonly Loss[] }> {
  const read = await readFiles(dna, [['project.dna', await dnaFile(layout, rows)]], { options });
  return { ...read, losses: read.losses.filter(({ what }) => !always.includes(what)) };
}

/** The words that an annotation marks. */
function marked({ articles }: Imported): Record<string, string[]> {
  return Object.fromEntries(
    articles.map(({ key, text = '', annotations }) => [
      key,
      annotations.map(({ target }) => target.map(({ start, end }) => text.slice(start, end)).join()),
    ]),
  );
}

const text = '\uFEFF😀 Cafe\u0301 report\r\nWe object to all of it, said Kim.\r\nشلום: the 🇰🇵 delegation left.';
/** A statement's row whose place is that of some words, as Java counts. */
function at(
  id: number,
  words: string,
  more: { type?: number; document?: number; coder?: number; in?: string } = {},
): number[] {
  const start = (more.in ?? text).indexOf(words);
  assert.ok(start >= 0, words);
  return [id, more.type ?? 1, more.document ?? 1, start, start + words.length, more.coder ?? 2];
}
const document = [1, 'A/B: “report”', text, 2, 'Lee, J.', 'The Times', 'World', 'a\nnote', 'News', 1_703_030_400];

const project: Rows = {
  ...beginning,
  DOCUMENTS: [document, [2, '', 'Plain.', 1, '', '', '', '', '', 1_703_030_400 + 3600]],
  STATEMENTS: [
    at(11, 'We object to all of it'),
    at(12, 'the 🇰🇵 delegation left', { coder: 1 }),
    at(13, 'said Kim', { type: 3 }),
    at(14, '😀 Cafe\u0301', { type: 2, coder: 9 }),
  ],
  ENTITIES: [
    [1, 1, '', 0, 0, 0, null],
    [2, 1, 'Kim Song', 255, 153, 0, null],
    [3, 2, 'DPRK mission', 0, 0, 0, 4],
    [4, 2, 'DPRK', 0, 0, 0, null],
    [5, 3, 'Tests are legitimate', 9, 9, 9, null],
    [6, 5, 'Kim Song', 0, 0, 0, null],
    [7, 6, 'The people', 0, 0, 0, null],
    [8, 8, 'Decline', 0, 0, 0, null],
  ],
  ATTRIBUTEVALUES: [
    [1, 2, 1, 'Diplomat'],
    [2, 2, 4, 'Song, Kim; Ambassador Kim'],
    [3, 2, 7, 'Speaks\nEnglish'],
    [4, 5, 3, 'Security'],
    [5, 5, 9, 'A note'],
    [6, 4, 5, ''],
  ],
  DATASHORTTEXT: [
    ...[
      [1, 11, 1, 2],
      [2, 11, 2, 3],
      [3, 11, 3, 5],
      [4, 12, 1, 1],
      [5, 12, 2, 4],
      [6, 12, 3, 5],
    ],
    ...[
      [7, 14, 5, 6],
      [8, 14, 6, 7],
      [9, 14, 8, 8],
    ],
  ],
  DATABOOLEAN: [
    [1, 11, 4, 0],
    [2, 12, 4, 1],
  ],
  DATALONGTEXT: [[1, 13, 11, 'Ask\r\nagain']],
  REGEXES: [['C[Oo]2', 1, 2, 3]],
};

describe('A project of the Discourse Network Analyzer', () => {
  it('3.0: documents, statements of every type, entities and coders', async () => {
    const { imported: found, losses } = await imported('3.0', project);
    const [first, second] = found.articles;
    assert.deepEqual(
      { ...first, annotations: [] },
      {
        key: '1',
        path: 'A B: “report”.txt',
        text: '😀 Cafe\u0301 report\nWe object to all of it, said Kim.\nشلום: the 🇰🇵 delegation left.',
        info: {
          ...{
            title: 'A/B: “report”',
            author: 'Lee, J.',
            publisher: 'The Times',
            section: 'World',
            date: '2023-12-20',
          },
          attributes: { type: 'News', notes: 'a\nnote' },
        },
        annotations: [],
      },
    );
    assert.deepEqual(second, {
      key: '2',
      path: 'document 2.txt',
      text: 'Plain.',
      info: { date: '2023-12-20' },
      annotations: [],
    });
    assert.deepEqual(marked(found)['1'], [
      '😀 Cafe\u0301',
      'We object to all of it',
      'said Kim',
      'the 🇰🇵 delegation left',
    ]);
    const said = first?.annotations.map(({ target: _, ...fields }) => fields);
    const topic = 'tests-are-legitimate';
    assert.deepEqual(said, [
      {
        ...{ id: '14', type: 'claim' },
        links: [
          { role: 'speaker', actor: 'kim-song' },
          { role: 'victim', actor: 'the-people' },
        ],
        attributes: { 'statement-type': 'NPF Story Element', plot: 'Decline' },
      },
      {
        ...{ id: '11', type: 'claim', topic, stance: 'oppose', creator: 'Ana María' },
        links: [{ role: 'speaker', actor: 'kim-song', for: 'dprk-mission' }],
      },
      { id: '13', type: 'passage', note: 'Ask\nagain', creator: 'Ana María' },
      {
        ...{ id: '12', type: 'claim', topic, stance: 'support', creator: 'Admin' },
        links: [{ role: 'speaker', actor: 'dprk' }],
      },
    ]);
    assert.deepEqual(found.codebook, {
      format: 'policy-codebook',
      version: 1,
      actors: [
        {
          ...{
            id: 'kim-song',
            name: 'Kim Song',
            kind: 'person',
            aliases: ['Song, Kim', 'Ambassador Kim'],
            color: '#ff9900',
          },
          ...{ attributes: { type: 'Diplomat' }, note: 'Speaks\nEnglish' },
        },
        { id: 'dprk-mission', name: 'DPRK mission', kind: 'organization', parent: 'dprk' },
        { id: 'dprk', name: 'DPRK', kind: 'organization' },
        { id: 'the-people', name: 'The people' },
      ],
      topics: [{ id: topic, name: 'Tests are legitimate', description: 'A note' }],
      roles: [{ id: 'victim', appliesTo: ['claim'], takes: ['actor'] }],
      attributes: [
        { id: 'type', name: 'Type', type: 'text', appliesTo: ['actor', 'article'] },
        { id: 'statement-type', name: 'Statement type', type: 'text', appliesTo: ['claim'] },
        { id: 'plot', name: 'plot', type: 'text', appliesTo: ['claim'] },
        { id: 'notes', name: 'Notes', type: 'text', appliesTo: ['article'] },
      ],
    });
    assert.deepEqual(losses, [
      { what: 'patterns that highlight words (regexes)', count: 1 },
      { what: 'aliases, colours and attributes of concepts', count: 2 },
      { what: 'times of day of documents', count: 1 },
      { what: 'coders who aren’t there', count: 1 },
    ]);
  });

  it('2.0: values by name, entities in ATTRIBUTES, milliseconds', async () => {
    const day = 86_400_000;
    const rows: Rows = {
      SETTINGS: [['version', '2.0 beta 25']],
      CODERS: [[1, 'Coder 1', 0, 0, 0]],
      STATEMENTTYPES: [[1, 'DNA Statement', 0, 0, 0]],
      VARIABLES: beginning.VARIABLES.slice(0, 4),
      // Midnight in Berlin: in winter, and in summer.
      DOCUMENTS: [
        [1, 'One', 'We agree.', 1, '', '', '', '', '', 12 * day - 3_600_000],
        [2, 'Two', 'We agree.', 1, '', '', '', '', '', 200 * day - 7_200_000],
      ],
      STATEMENTS: [[1, 1, 1, 0, 8, 1]],
      DATABOOLEAN: [[1, 1, 4, 1, 1]],
      DATASHORTTEXT: [
        [1, 1, 1, 1, 'Ana'],
        [2, 1, 2, 1, ''],
        [3, 1, 3, 1, 'Peace'],
      ],
      ATTRIBUTES: [
        [1, 1, 'Ana', 1, 2, 3, 'MP', 'A.', 'n', 'Bea'],
        [2, 1, 'Bea', 0, 0, 0, '', '', '', 'Cid'],
      ],
      STATEMENTLINKS: [[1, 1, 1]],
    };
    const { imported: found, losses } = await imported('2.0', rows);
    assert.deepEqual(
      found.articles.map(({ info }) => info?.date),
      ['1970-01-13', '1970-07-20'],
    );
    assert.deepEqual(found.articles[0]?.annotations, [
      {
        ...{
          id: '1',
          type: 'claim',
          target: [{ start: 0, end: 8 }],
          topic: 'peace',
          stance: 'support',
          creator: 'Coder 1',
        },
        links: [{ role: 'speaker', actor: 'ana' }],
      },
    ]);
    const about = { aliases: ['A.'], color: '#010203', attributes: { type: 'MP' }, note: 'n', parent: 'bea' };
    assert.deepEqual(found.codebook?.actors, [
      { id: 'ana', name: 'Ana', kind: 'person', ...about },
      { id: 'bea', name: 'Bea', kind: 'person' },
    ]);
    assert.deepEqual(losses, [
      { what: 'links between statements', count: 1 },
      { what: 'parents of entities that aren’t there', count: 1 },
    ]);
  });

  it('3.1: roles that share variables, and several values of one', async () => {
    const rows: Rows = {
      SETTINGS: [['version', '3.1.0']],
      CODERS: [[1, 'Admin', 0, 0, 0]],
      STATEMENTTYPES: [[1, 'DNA Statement', 0, 0, 0]],
      VARIABLES: [
        [1, 'person', 'short text'],
        [2, 'organization', 'short text'],
        [3, 'concept', 'short text'],
        [4, 'agreement', 'boolean'],
        [5, 'place', 'short text'],
      ],
      ROLES: [
        [1, 'person', 1],
        [2, 'organization', 1],
        [3, 'concept', 1],
        [4, 'agreement', 1],
        [5, 'blamed party', 1],
        [6, 'place', 1],
      ],
      ROLEVARIABLELINKS: [
        ...[
          [1, 1, 1],
          [2, 2, 2],
          [3, 3, 3],
          [4, 4, 4],
          [5, 5, 1],
          [6, 5, 2],
          [7, 6, 5],
          [8, 99, 1],
        ],
      ],
      ENTITIES: [
        [1, 1, 'Ana'],
        [2, 1, 'Bea'],
        [3, 2, 'Union'],
        [4, 3, 'Peace'],
        [5, 3, 'Trade'],
        [6, 5, 'Oslo'],
        [7, 5, 'Rome'],
      ],
      DOCUMENTS: [[1, 'One', 'We agree.', 1, '', '', '', '', '', 0]],
      STATEMENTS: [[7, 1, 1, 0, 8, 1]],
      DATABOOLEAN: [[1, 7, 4, 1]],
      DATASHORTTEXT: [
        ...[
          [1, 7, 1, 1],
          [2, 7, 1, 2],
          [3, 7, 2, 3],
          [4, 7, 3, 4],
          [5, 7, 3, 5],
          [6, 7, 6, 3],
          [7, 7, 7, 6],
          [8, 7, 7, 7],
        ],
      ],
      DOCUMENTTAGS: [[1, 'x', 1]],
    };
    const { imported: found, losses } = await imported('3.1', rows);
    const fields = {
      ...{ type: 'claim', target: [{ start: 0, end: 8 }], stance: 'support', creator: 'Admin' },
      links: [
        { role: 'speaker', actor: 'ana', for: 'union' },
        { role: 'speaker', actor: 'bea', for: 'union' },
        { role: 'blamed-party', actor: 'union' },
      ],
      attributes: { place: ['Oslo', 'Rome'] },
    };
    assert.deepEqual(found.articles[0]?.annotations, [
      { id: '7', topic: 'peace', ...fields },
      { id: '7.2', topic: 'trade', ...fields },
    ]);
    assert.deepEqual(found.codebook?.attributes, [{ id: 'place', name: 'place', type: 'list', appliesTo: ['claim'] }]);
    assert.deepEqual(losses, [{ what: 'tags of documents', count: 1 }]);
  });

  it('may count CRLF as one, as DNA’s window does', async () => {
    const crlf = 'First line.\r\nSecond line.\r\nNorth Korea objected. Russia agreed.';
    const shown = crlf.replaceAll('\r\n', '\n');
    for (const [counted, option] of [
      [crlf, {}],
      [shown, {}],
      [crlf, { 'line-breaks': 'two' }],
      [shown, { 'line-breaks': 'one' }],
    ] as const) {
      const rows = {
        ...beginning,
        DOCUMENTS: [[1, 'x', crlf, 1, '', '', '', '', '', 0]],
        STATEMENTS: [at(1, 'North Korea objected', { in: counted }), at(2, 'Russia agreed.', { in: counted })],
      };
      const { imported: found } = await imported('3.0', rows, option);
      assert.deepEqual(marked(found)['1'], ['North Korea objected', 'Russia agreed.']);
    }
  });

  it('loses statements that stand nowhere, and mends what can be mended', async () => {
    const rows: Rows = {
      ...beginning,
      DOCUMENTS: [[1, 'x', 'A 😀 b \n', 1, '', '', '', '', '', 0]],
      STATEMENTS: [
        ...[
          [1, 1, 1, 0, 1, 1],
          [2, 1, 1, 3, 4, 1],
          [3, 1, 1, 5, 99, 1],
          [4, 1, 1, 50, 60, 1],
          [5, 1, 1, 4, 2, 1],
        ],
        ...[
          [6, 1, 1, -1, 2, 1],
          [7, 1, 1, null, 2, 1],
          [8, 1, 1, 6, 8, 1],
          [9, 1, 77, 0, 1, 1],
          [10, 1, 1, 0.5, 2, 1],
        ],
      ] as (number | null)[][],
      DATASHORTTEXT: [
        [1, 1, 1, 999],
        [2, 1, 999, 1],
      ],
      DATABOOLEAN: [
        [1, 1, 4, 7],
        [2, 1, 1, 1],
      ],
    };
    const { imported: found, losses } = await imported('3.0', rows);
    assert.deepEqual(marked(found)['1'], ['A', '😀', 'b \n']);
    assert.deepEqual(losses, [
      { what: 'values that can’t be read', count: 4 },
      { what: 'statements whose place lies outside of their document', count: 5 },
      { what: 'statements that cut a character (now whole)', count: 1 },
      { what: 'statements that ended behind their document (now with it)', count: 1 },
      { what: 'statements that mark white space alone', count: 1 },
      { what: 'statements of documents that aren’t there', count: 1 },
    ]);
  });

  it('has dates from before 1970, and none that no calendar has', async () => {
    const dates = [-86_400 * 365, 0, null, 1e15];
    const rows = { ...beginning, DOCUMENTS: dates.map((date, n) => [n, 'x', 'x', 1, '', '', '', '', '', date]) };
    const { imported: found, losses } = await imported('3.0', rows);
    assert.deepEqual(
      found.articles.map(({ info }) => info?.date),
      ['1969-01-01', '1970-01-01', undefined, undefined],
    );
    assert.deepEqual(losses, [{ what: 'dates of documents that no calendar has', count: 1 }]);
  });
});

describe('What variables of a DNA project are', () => {
  const variables = [
    [1, 'person', 'short text', 1],
    [2, 'Place, if any', 'short text', 1],
    [3, 'agreement', 'integer', 1],
    [4, 'strength', 'integer', 1],
    [5, 'about', 'long text', 1],
    [6, 'hedged', 'boolean', 1],
    [7, 'verdict', 'short text', 1],
  ];
  const rows = (levels: readonly number[]): Rows => ({
    STATEMENTTYPES: [[1, 'DNA Statement']],
    VARIABLES: variables,
    DOCUMENTS: [[1, 'x', 'abcdefghij', 1, '', '', '', '', '', 0]],
    STATEMENTS: levels.map((_, n) => [n, 1, 1, n, n + 1, null]),
    ENTITIES: [
      [1, 1, 'Ana'],
      [2, 2, 'Oslo', 1, 1, 1, 1],
      [3, 7, 'mixed'],
    ],
    DATASHORTTEXT: levels.flatMap((_, n) => [
      [3 * n, n, 1, 1],
      [3 * n + 1, n, 2, 2],
      [3 * n + 2, n, 7, 3],
    ]),
    DATAINTEGER: levels.flatMap((level, n) => [
      [2 * n, n, 3, level],
      [2 * n + 1, n, 4, 10 * level],
    ]),
    DATALONGTEXT: levels.map((_, n) => [n, n, 5, 'It']),
    DATABOOLEAN: levels.map((_, n) => [n, n, 6, n % 2]),
  });
  const first = ({ articles }: Imported): ImportedAnnotation | undefined => articles[0]?.annotations[0];
  const mapping = (text: string) => imported('3.0', rows([1]), { mapping: text });

  it('follows from their names and data types', async () => {
    const { imported: found, losses } = await imported('3.0', rows([-1, 0, 1]));
    assert.deepEqual(
      found.articles[0]?.annotations.map(({ stance }) => stance),
      ['oppose', 'neutral', 'support'],
    );
    assert.deepEqual(first(found)?.attributes, {
      ...{ 'place-if-any': 'Oslo', 'verdict-2': 'mixed', about: 'It', strength: -10, hedged: false },
    });
    assert.deepEqual(
      found.codebook?.attributes?.map(({ id, name, type }) => [id, name, type]),
      [
        ...[
          ['place-if-any', 'Place, if any', 'text'],
          ['verdict-2', 'verdict', 'text'],
          ['about', 'about', 'text'],
        ],
        ['strength', 'strength', 'integer'],
      ],
    );
    assert.equal(found.codebook?.stances, undefined);
    assert.deepEqual(losses, [{ what: 'details of entities that are values of attributes here', count: 2 }]);
  });

  it('a scale beyond -1 and 1 has stances of its own', async () => {
    const stances = async (levels: readonly number[]): Promise<unknown> => {
      const { imported: found } = await imported('3.0', rows(levels));
      return [found.articles[0]?.annotations.map(({ stance }) => stance), found.codebook?.stances];
    };
    const level = (value: number): object => ({ id: `level-${value}`, name: `Level ${value}`, value });
    assert.deepEqual(await stances([-2, 0, 1, 2]), [
      ['level--2', 'neutral', 'support', 'level-2'],
      [level(-2), level(2)],
    ]);
    assert.deepEqual(await stances([1, 3]), [
      ['level-1', 'level-3'],
      [level(1), level(3)],
    ]);
  });

  it('can be chosen', async () => {
    const { imported: found, losses } = await mapping(
      '"place, IF any" = addressee; person=role:Accused person\nstrength=ignore, about=topic,verdict=stance',
    );
    assert.deepEqual(first(found), {
      ...{ id: '0', type: 'claim', target: [{ start: 0, end: 1 }], topic: 'it', stance: 'mixed' },
      links: [
        { role: 'accused-person', actor: 'ana' },
        { role: 'addressee', actor: 'oslo' },
      ],
      attributes: { agreement: 1, hedged: false },
    });
    assert.deepEqual(found.codebook?.stances, [{ id: 'mixed', name: 'mixed', value: 0 }]);
    assert.deepEqual(losses, [
      { what: 'values of variables that the mapping leaves out', count: 1 },
      { what: 'stances of which the project has no number (taken as 0)', count: 1 },
    ]);
  });

  it('says what is wrong with what was chosen', async () => {
    for (const [text, message] of [
      ['person', 'entry 1: “person” isn’t a variable’s name, “=”, and what it is'],
      ['person=speaker,=for', 'entry 2: “=for” isn’t a variable’s name, “=”, and what it is'],
      [
        'persn=speaker',
        'entry 1: The project has no variable “persn”; it has person, Place, if any, agreement, strength, about, hedged, verdict',
      ],
      ['person=speaker, Person=for', 'entry 2: “Person” is there twice'],
      [
        'person=constructor',
        'entry 1: “constructor” is nothing that a variable can be; that is speaker, for, topic, stance, holder, addressee, role:NAME, note, summary, attribute, ignore',
      ],
      ['strength=topic', 'entry 1: “strength” is of the type integer, and can’t be topic'],
    ] as const) {
      await assert.rejects(mapping(text), { name: 'Error', message: `project.dna, mapping, ${message}.` });
    }
  });
});
