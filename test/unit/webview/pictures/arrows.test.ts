import assert from 'node:assert/strict';
import { towards } from '../../../../src/webview/pictures/arrows';

describe('Arrow keys in a network', () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 50, y: 10 },
    { x: 20, y: 30 },
    { x: 200, y: 0 },
    { x: -10, y: -80 },
  ];

  it('lead to what is near and rather straight in their direction', () => {
    assert.equal(towards(spots, 0, 'ArrowRight'), 1);
    assert.equal(towards(spots, 0, 'ArrowDown'), 2);
    assert.equal(towards(spots, 0, 'ArrowUp'), 4);
    assert.equal(towards(spots, 1, 'ArrowRight'), 3);
  });

  it('lead nowhere where nothing is that way', () => {
    assert.equal(towards(spots, 3, 'ArrowRight'), undefined);
    assert.equal(towards(spots, 0, 'Home'), undefined);
  });
});
