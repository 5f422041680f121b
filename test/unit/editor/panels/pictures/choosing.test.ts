import assert from 'node:assert/strict';
import { concordanceSettings as settings } from '../../../../../src/analysis/concordance/settings';
import { withChoice } from '../../../../../src/editor/panels/pictures/controls';

const picture = { settings, instead: { actor: ['search'], search: ['actor'] } };

describe('A setting that is changed', () => {
  it('takes the place of another that it doesn’t go with, but not when it is emptied', () => {
    const byText = withChoice(picture, { actor: 'karsk', sort: 'left' }, 'search', 'levy');
    assert.deepEqual(byText, { search: 'levy', sort: 'left' });
    assert.deepEqual(withChoice(picture, byText, 'actor', ''), byText);
    assert.deepEqual(withChoice(picture, byText, 'actor', 'karsk'), { actor: 'karsk', sort: 'left' });
  });

  it('needn’t be said where it is as usual, and is none where it has another type', () => {
    assert.deepEqual(withChoice(picture, { search: 'levy', sort: 'left' }, 'sort', 'article'), { search: 'levy' });
    assert.deepEqual(withChoice(picture, { search: 'levy' }, 'search', true), { search: 'levy' });
    assert.deepEqual(withChoice(picture, { search: 'levy' }, 'colour', 'red'), { search: 'levy' });
  });
});
