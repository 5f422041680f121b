import assert from 'node:assert/strict';
import { networkPictureSettings } from '../../../../../src/analysis/network/picture';
import { readPictureSettings } from '../../../../../src/analysis/network/drawing';
import { commandLine } from '../../../../../src/editor/panels/pictures/commandLine';
import { controlsOf, settingsInWords, withChoice } from '../../../../../src/editor/panels/pictures/controls';
import { variablesIn } from '../../../../../src/editor/panels/pictures/variableOptions';
import { effectiveCodebook } from '../../../../../src/model/codebook';
import type { Chosen } from '../../../../../src/model/picture';

const settings = networkPictureSettings;
const words = {
  setting: (name: string) => name,
  about: ({ about }: { readonly about: string }) => about,
  choice: (_: string, choice: string) => choice,
  variable: (variable: string) => variable,
  dateHint: '',
  yes: 'yes',
};

function controls(chosen: Chosen, off: Readonly<Record<string, string>> = {}) {
  return controlsOf({ settings, first: ['mode'], chosen, variables: ['position', 'topic'], words, off, offers: {} });
}

describe('The controls of a picture', () => {
  it('are one a setting, with what is chosen, else what is usual', () => {
    const all = controls({ rows: 'role:judge', isolates: true, only: ['topic=Levy'] }, { from: 'why' });
    assert.deepEqual(
      all.map(({ name }) => name),
      settings.map(({ name }) => name),
    );
    const of = (name: string) => all.find((control) => control.name === name);
    assert.deepEqual([of('mode')?.value, of('mode')?.isFirst, of('size')?.isFirst], ['one-mode', true, false]);
    assert.equal(of('isolates')?.value, true);
    assert.deepEqual(of('only')?.value, ['topic=Levy']);
    assert.equal(of('from')?.off, 'why');
    // What is chosen can be chosen again, though no codebook has it any more.
    const rows = of('rows');
    assert.ok(rows?.kind === 'choice' && rows.options.some(({ id }) => id === 'role:judge'));
  });

  it('offer only variables that the settings’ reader takes', () => {
    const codebook = effectiveCodebook({
      ...{ format: 'policy-codebook', version: 1 },
      topics: [
        { id: 'a', name: 'A', parent: 'b' },
        { id: 'b', name: 'B', parent: 'a' },
      ],
      roles: [{ id: 'judge', appliesTo: ['claim'], takes: ['actor'] }],
    });
    const offered = variablesIn([codebook]);
    assert.ok(offered.includes('role:judge') && offered.includes('topic:2') && offered.includes('attribute:act'));
    for (const rows of offered) {
      const columns = rows === 'topic' ? 'position' : 'topic';
      const qualifier = rows === 'stance' ? 'attribution' : 'stance';
      readPictureSettings({ rows, columns, qualifier });
    }
  });

  it('change one setting; what is usual needn’t be said', () => {
    const from = withChoice({ settings }, {}, 'mode', 'two-mode');
    assert.deepEqual(from, { mode: 'two-mode' });
    assert.deepEqual(withChoice({ settings }, from, 'mode', 'one-mode'), {});
    assert.deepEqual(withChoice({ settings }, { isolates: true, only: ['a=b'] }, 'only', []), { isolates: true });
    assert.deepEqual(withChoice({ settings }, from, 'mode', true), from);
    assert.deepEqual(withChoice({ settings }, from, '__proto__', 'x'), from);
  });

  it('are said in words: every choice, and what isn’t as usual', () => {
    const said = settingsInWords(settings, controls({ isolates: true, only: ['topic=Levy'], from: '2023' }), words);
    assert.match(said, /^mode: one-mode · rows: position · columns: topic · qualifier: stance/);
    assert.match(said, /isolates: yes · from: 2023 · only: topic = Levy/);
    assert.doesNotMatch(said, /window|least|normalisation/);
  });
});

describe('Copy as command', () => {
  const format = {
    ...{ id: 'graphml', label: 'GraphML' },
    command: { words: ['network'], more: ['--format', 'graphml'], settings },
  };

  it('names what isn’t usual, quoted for a shell', () => {
    const chosen = {
      isolates: true,
      aggregation: 'subtract',
      mode: 'one-mode',
      only: ["topic=The levy's $cost", 'actor.kind=state'],
    };
    assert.equal(
      commandLine(['/home/kim/my study'], format, chosen),
      String.raw`policy-annotator network '/home/kim/my study' --aggregation subtract --isolates --only 'topic=The levy'\''s $cost' --only actor.kind=state --format graphml`,
    );
  });
});
