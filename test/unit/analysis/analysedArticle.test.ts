import assert from 'node:assert/strict';
import { annotation, article } from './sample';

describe('what counts in figures', () => {
  it('is neither what another annotation supersedes, nor what lies in excluded ranges with all its ranges', () => {
    const range = { exact: '', prefix: '', suffix: '', standing: 'anchored' } as const;
    const excluded = [{ start: 0, end: 30, exact: '', prefix: '', suffix: '' }];
    const { annotations } = article(
      [
        annotation('in', 'claim', {}, 5),
        annotation('partly', 'claim', {}, 25),
        annotation('two', 'claim', {
          target: [
            { ...range, start: 0, end: 5 },
            { ...range, start: 40, end: 45 },
          ],
        }),
        annotation('gone', 'claim', { standing: 'orphaned' }, 5),
        annotation('old', 'claim', {}, 50),
        annotation('self', 'claim', { supersedes: ['old', 'self'] }, 50),
      ],
      undefined,
      { excluded },
    );
    assert.deepEqual(
      annotations.map(({ id, counts }) => `${id} ${counts}`),
      ['in excluded', 'partly yes', 'two yes', 'gone yes', 'old superseded', 'self yes'],
    );
  });
});
