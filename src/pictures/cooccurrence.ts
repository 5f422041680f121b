import { partKey } from '../analysis/behind';
import { cooccurrenceKey, type Cooccurrence } from '../analysis/cooccurrence/cooccurrence';
import type { Drawing } from './drawing';
import { framed } from './frame';
import { gridShape, type GridCell } from './grid';
import { oneLineOf } from './letters';
import { Paints } from './paints';
import type { Shape } from './shape';
import { titled } from './words';

const FULLEST = 0.6;
const FAINTEST = 0.06;

/** In how many contexts two things occur together, as a triangle of cells; on the diagonal, in how many one does. The keys of cells are
 * {@link cooccurrenceKey}'s, those of the diagonal `partKey`'s of the thing. */
export function cooccurrenceShape({ settings, items, pairs }: Cooccurrence, drawing: Drawing): Shape {
  const { palette, words } = drawing;
  const shown = items.slice(0, settings.top);
  const most = Math.max(1, ...pairs.map(({ to, count }) => (to < shown.length ? count : 0)));
  const paints = new Paints('cooccurrence', palette);
  const diagonal = shown.map(({ id, label, contexts }): GridCell => ({
    ...{ row: id, column: id, ...paints.none(), texts: [String(contexts)], key: partKey(id) },
    name: `${oneLineOf(label)}: ${contexts}`,
  }));
  const cells = pairs.flatMap(({ from, to, count }): GridCell | readonly [] => {
    const [one, other] = [shown[from], shown[to]];
    if (!one || !other) return [];
    return {
      ...{ row: other.id, column: one.id, texts: [String(count)], key: cooccurrenceKey(one.id, other.id) },
      ...{ fill: palette.agree, opacity: FAINTEST + (FULLEST - FAINTEST) * (count / most) },
      name: `${oneLineOf(one.label)}, ${oneLineOf(other.label)}: ${count}`,
    };
  });
  return framed(drawing, {
    ...{
      picture: 'cooccurrence',
      title: drawing.title ?? titled(words.cooccurrence, settings.of, settings.within),
      description: drawing.caption.join(' '),
    },
    legends: [
      {
        entries: [
          { label: words.together, mark: { fill: palette.agree, opacity: FULLEST } },
          { label: words.alone, mark: paints.none() },
        ],
      },
    ],
    ...{
      definitions: paints.definitions(),
      plots: [gridShape(shown, shown, [...diagonal, ...cells], drawing, 'on the diagonal')],
    },
  });
}
