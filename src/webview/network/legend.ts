import type { NetworkPicture } from '../../analysis/network/picture';
import { colorOf, formOf } from '../../pictures/networkShapes';
import { element } from '../element';
import type { Channel } from '../pictures/channel';
import { svg } from '../pictures/svgElement';
import { themePalette } from '../pictures/themePalette';

/** Groups that are named; of communities there may be hundreds. */
const MOST = 12;

/** What colours, forms and lines mean. */
export function legend({ groups, signs, isTwoMode, nodes }: NetworkPicture, channel: Channel): HTMLElement {
  const columns = new Set(nodes.filter(({ isColumn }) => isColumn).map(({ group }) => group));
  const marks = groups.slice(0, MOST).map(({ label, nodes: count, look }, at) => {
    const isColumn = isTwoMode && columns.has(at);
    const mark = svg('path', { d: isColumn ? 'M-8,-4.5H8V4.5H-8Z' : formOf(look)(6), 'stroke-width': '1' });
    mark.setAttribute('fill', colorOf(look, themePalette));
    mark.setAttribute('stroke', themePalette.text);
    return row(mark, `${label} (${count})`);
  });
  const lines = (['agree', 'conflict'] as const).flatMap((sign) => {
    if (signs !== sign && signs !== 'both') return [];
    const line = svg('line', { x1: '-8', x2: '8', stroke: themePalette[sign], 'stroke-width': '2.5' });
    if (sign === 'conflict') line.setAttribute('stroke-dasharray', '4 3');
    return [row(line, channel.text(sign))];
  });
  const more = groups.length > MOST ? [element('li', {}, channel.text('moreRows', groups.length - MOST))] : [];
  return element('ul', { className: 'legend' }, ...marks, ...more, ...lines);
}

function row(mark: SVGElement, label: string): HTMLElement {
  const drawing = svg('svg', { viewBox: '-10 -9 20 18', width: '20', height: '18', 'aria-hidden': 'true' });
  drawing.append(mark);
  return element('li', {}, drawing, label);
}
