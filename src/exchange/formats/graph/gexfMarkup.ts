import type { Losses } from '../../losses';
import { xmlAttributes } from '../../writing/xml';
import type { Column, Values } from './columns';
import type { Spell } from './network';
import type { EdgeMarkup, GraphMarkup } from './writing';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd">\n' +
  '<meta><creator>Policy Annotator</creator></meta>\n';

/** GEXF 1.2 (“1.2draft”, https://gexf.net), Gephi's own format. Not 1.3, which networkx reads since 3.0 alone; so Gephi draws several edges
 * between two nodes as one. An edge's `role` is its label; its `weight` is that of the format: where weights are in time, it is a dynamic
 * attribute, for days, and each edge is there in its spells alone. */
export function gexfMarkup({ columns: edgeColumns, type, time }: EdgeMarkup, losses: Losses): GraphMarkup {
  const attributes = (of: 'node' | 'edge', columns: readonly Column[], mode?: 'dynamic'): string => {
    const lines = columns.map(
      ({ name, type: own }) => `<attribute${xmlAttributes({ id: name, title: name, type: own }, losses)}/>\n`,
    );
    return `<attributes${xmlAttributes({ class: of, mode }, losses)}>\n${lines.join('')}</attributes>\n`;
  };
  const attvalue = (of: string, value: string | number | boolean, spell?: Spell): string =>
    `<attvalue${xmlAttributes({ for: of, value, start: spell?.start, end: spell?.end }, losses)}/>`;
  const attvalues = (values: Values, spells: readonly Spell[] = []): string => {
    const all = [...values].filter(([name]) => name !== 'weight').map(([name, value]) => attvalue(name, value));
    const timed = spells.map((spell) => attvalue('weight', spell.weight, spell));
    return `<attvalues>${all.join('')}${timed.join('')}</attvalues>`;
  };
  return {
    head: (columns) => {
      const timed = edgeColumns.filter(({ name }) => name === 'weight');
      const ofEdges = edgeColumns.filter(({ name }) => name !== 'weight');
      const graph = time
        ? `<graph mode="dynamic" timeformat="date" defaultedgetype="${type}">\n`
        : `<graph mode="static" defaultedgetype="${type}">\n`;
      const dynamic = time === 'weights' ? attributes('edge', timed, 'dynamic') : '';
      return `${HEAD}${graph}${attributes('node', columns)}${attributes('edge', ofEdges)}${dynamic}<nodes>\n`;
    },
    node: ({ id, label, values }) => `<node${xmlAttributes({ id, label }, losses)}>${attvalues(values)}</node>\n`,
    middle: '</nodes>\n<edges>\n',
    edge: ({ id, from, to, values, days, spells = [] }) => {
      const [role, weight] = [values.get('role'), values.get('weight')];
      const own = { id, source: from, target: to, label: role, weight, ...days };
      const times = spells.map(({ start, end }) => `<spell${xmlAttributes({ start, end }, losses)}/>`).join('');
      const when = times === '' ? '' : `<spells>${times}</spells>`;
      return `<edge${xmlAttributes(own, losses)}>${attvalues(values, spells)}${when}</edge>\n`;
    },
    tail: '</edges>\n</graph>\n</gexf>\n',
  };
}
