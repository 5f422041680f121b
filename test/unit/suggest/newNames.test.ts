import assert from 'node:assert/strict';
import { isAbbreviated, isShortFor, newNames } from '../../../src/suggest/newNames';
import { passagesOf } from '../../../src/suggest/passages';

function found(text: string): string[] {
  return newNames(text, passagesOf(text, []), []).map(
    ({ name, aliases, kind }) =>
      name + (aliases.length > 0 ? ` (${aliases.join(', ')})` : '') + (kind ? ` ${kind}` : ''),
  );
}

describe('newNames', () => {
  const cases: [string, string[]][] = [
    ['She met Foreign Minister Helga Quist on Monday. Quist smiled.', ['Helga Quist (Quist) person']],
    ['He joined the Dunlea Grain Board (DGB). The Board is small.', ['Dunlea Grain Board (DGB, Board) organization']],
    ['The talks were held in Marsk. They went on in Marsk.', ['Marsk place']],
    ['The report is long. The Report Act is longer, and so is the Lisse Accord.', []],
    ['Sanctions hurt. The sanctions of old hurt too.', []],
    ['Velden rejected the offer.', ['Velden']],
    ['Velden’s offer stood.', ['Velden']],
    ['Bread is dear. Fear rules.', []],
    ['The Swedish government met Dutch envoys in May and on Tuesday.', []],
    ['We saw Tesk and its allies there.', ['Tesk', 'Tesk and its allies group']],
    ['It said so in “The Long Road Home” of old.', []],
    ['Then Prof. Quill spoke to the MPs.', ['Quill person']],
    ['The Convention of Lysa holds.', []],
    ['', []],
  ];
  for (const [text, expected] of cases) it(text || 'nothing', () => assert.deepEqual(found(text), expected));

  it('takes nothing from titles, nor from what stands behind a note’s authors', () => {
    assert.deepEqual(found('Great Fears Haunt Small Towns Again\n\nThey went on.'), []);
    assert.deepEqual(
      found('It is so.\n\nNotes\n\n[1] Helga Quist, Winter Roads, 2020.'),
      ['Helga Quist person'].map((name) => name.replace(' person', '')),
    );
  });

  it('finds none where every noun has a capital', () => {
    const german =
      'Der Minister sagte am Montag, das Land brauche Fachkräfte, und die Städte und Gemeinden trügen die Kosten der Reform. ' +
      'Die Opposition warf der Regierung vor, sie lasse die Schulen und die Lehrer mit ihren Sorgen allein.';
    assert.deepEqual(found(german), []);
  });

  it('gives what is beside a known name', () => {
    const text = 'He met Tesk President Helga Quist there.';
    const names = newNames(text, passagesOf(text, []), [{ start: 7, end: 11 }]);
    assert.deepEqual(
      names.map(({ name }) => name),
      ['Helga Quist'],
    );
  });
});

describe('short forms', () => {
  it('are surnames, nouns of bodies, and initials', () => {
    assert.ok(isShortFor('Quist', ['Helga', 'Quist'], 'person'));
    assert.ok(isShortFor('Kim', ['Kim', 'Jong', 'Un'], 'person'));
    assert.ok(isShortFor('Panel', ['Panel', 'of', 'Experts'], undefined));
    assert.ok(!isShortFor('Global', ['Global', 'Health', 'Monitor'], 'organization'));
    assert.ok(!isShortFor('Asia', ['Northeast', 'Asia'], undefined));
    assert.ok(isAbbreviated('OECD', 'Organisation for Economic Co-operation and Development'));
    assert.ok(isAbbreviated('WHO', 'World Health Organization'));
    assert.ok(!isAbbreviated('MOT', 'Ministry of Defence'));
    assert.ok(isAbbreviated('JGO', 'Jefferson Grid Operator'));
  });
});
