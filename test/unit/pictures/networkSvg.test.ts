import assert from 'node:assert/strict';
import { DOMParser } from 'linkedom';
import { SaxesParser } from 'saxes';
import type { NetworkPicture } from '../../../src/analysis/network/picture';
import { fit, networkSvg } from '../../../src/pictures/network';
import { placesOf, radii } from '../../../src/pictures/networkLayout';

const caption = { title: 'Network', lines: ['Rows: actors & others'], agree: 'agree', conflict: 'conflict' };

function picture(count: number, label = (n: number): string => `Actor ${n}`): NetworkPicture {
  const nodes = Array.from({ length: count }, (_, n) => ({
    ...{ id: `r ${n}`, label: label(n), isColumn: n % 3 === 2, size: n, statements: n, group: n % 2 },
  }));
  const edges = Array.from({ length: Math.max(0, count - 1) }, (_, n) => ({
    ...{ from: n, to: n + 1, weight: n % 2 === 0 ? n + 1 : -1 },
  }));
  const groups = [
    { label: 'state', nodes: count, look: 0 },
    { label: '<b>', nodes: 0, look: 1 },
  ];
  return { isTwoMode: false, nodes, groups, signs: 'both', edges };
}

function svgOf(of: NetworkPicture): string {
  return networkSvg(of, placesOf(of), caption);
}

describe('A network as a file', () => {
  it('is the same each time, with every node and tie in it', () => {
    const one = picture(12);
    assert.equal(svgOf(one), svgOf(picture(12)));
    const { documentElement } = new DOMParser().parseFromString(svgOf(one), 'image/svg+xml');
    assert.equal(documentElement.querySelectorAll('.node').length, 12);
    assert.equal(documentElement.querySelectorAll('line.edge').length, 11);
    const dashed = [...documentElement.querySelectorAll('line.conflict')];
    assert.equal(dashed.length, 5);
    assert.ok(dashed.every((line) => line.getAttribute('stroke-dasharray')));
    const places = [...documentElement.querySelectorAll('.node')].map((node) => node.getAttribute('transform') ?? '');
    assert.equal(new Set(places).size, 12);
    for (const place of places) {
      const [x = NaN, y = NaN] = (/-?[\d.]+,-?[\d.]+/.exec(place)?.[0] ?? '').split(',').map(Number);
      assert.ok(x >= 0 && x <= 1200 && y >= 0 && y <= 800, place);
    }
  });

  it('is well-formed XML, whatever names hold, and has no script of theirs', () => {
    const names = ['<script>alert(1)</script>', '"&\u0000\u001b', '\ud800 alone', ']]>', '𝒜'.repeat(500)];
    const text = svgOf(picture(5, (n) => names[n] ?? ''));
    const parser = new SaxesParser();
    const tags: string[] = [];
    parser.on('error', (error) => assert.fail(error));
    parser.on('opentag', ({ name }) => tags.push(name));
    parser.write(text).close();
    assert.deepEqual(new Set(tags), new Set(['svg', 'title', 'rect', 'g', 'line', 'path', 'text']));
  });

  it('can be of nothing, and of one node', () => {
    for (const count of [0, 1]) assert.match(svgOf(picture(count)), /<svg [^>]*viewBox="0 0 1200 [\d.]+"/);
  });

  it('has marks whose area follows their size', () => {
    const [none = 0, , , , quarter = 0, , , , , , , , , , , , all = 0] = radii(picture(17));
    assert.equal(none, 4);
    assert.ok(Math.abs(quarter - (4 + (all - 4) / 2)) < 1e-9);
  });

  it('fits an area with a margin', () => {
    const { scale, x, y } = fit(
      [
        { x: -100, y: 0 },
        { x: 300, y: 100 },
      ],
      500,
      500,
      50,
    );
    assert.deepEqual([scale, -100 * scale + x, 300 * scale + x, 50 * scale + y], [1, 50, 450, 250]);
  });
});
