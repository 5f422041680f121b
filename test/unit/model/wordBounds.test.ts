import assert from 'node:assert/strict';
import { standsAlone } from '../../../src/model/wordBounds';

/** Whether the part between the bars stands alone. */
function alone(marked: string): boolean {
  const [before = '', name = '', after = ''] = marked.split('|');
  return standsAlone(before + name + after, { start: before.length, end: before.length + name.length });
}

describe('standsAlone', () => {
  const whole = [
    'in |Korea|’s north',
    'the |US|-led order',
    '(|US|)',
    '|북한|',
    '|북한|은 비난했다',
    '|북한|으로부터의',
    '|김정은|씨에게는',
    '|한국|입니다',
    'das |UN|은',
    '|中国|政府',
    'は|北朝鮮|の',
    'และ|จีน|กล่าวว่า',
    'the |U.S.|A plan',
    '日本|NATO|と',
  ];
  for (const marked of whole) it(`${marked} does`, () => assert.ok(alone(marked)));

  const part = [
    'foc|US| group',
    '|Korea|ns',
    '|Korea|_2',
    '|Korea|\u0301',
    '남|북한|은',
    '|북한|군은',
    '|中国|人',
    '今|日本|を',
    'the |U.S.|S.R. of old',
    'the U.|S.S.R.| of old',
    '\ud83d|\ude00|',
  ];
  for (const marked of part) it(`${marked} doesn’t`, () => assert.ok(!alone(marked)));
});
