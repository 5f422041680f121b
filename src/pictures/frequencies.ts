import { frequencyKey, type Frequencies, type Frequency } from '../analysis/frequencies/frequencies';
import { barsShape, type BarPart } from './bars';
import type { Drawing } from './drawing';
import { folded } from './folding';
import { framed } from './frame';
import { oneLineOf } from './letters';
import { Paints } from './paints';
import type { Shape } from './shape';
import { numbered, titled } from './words';

/** The id of what stands for the things that aren't shown; no value has it. */
const OTHERS = '\u0000others';

/** How often there is what, a panel a measure; the keys of bars are {@link frequencyKey}'s. */
export function frequenciesShape({ settings, measures, items }: Frequencies, drawing: Drawing): Shape {
  const { palette, words } = drawing;
  const paints = new Paints('frequencies', palette);
  const total = ({ counts }: Frequency): number => counts.reduce((sum, count) => sum + count, 0);
  const { shown, others } = folded(items, settings.top, total);
  const rest = { id: OTHERS, label: numbered(words.others, others.length) };
  const rows = [...shown, ...(others.length > 0 ? [rest] : [])];
  const all = [...measures, 'articles'];
  const countOf = ({ counts, articles }: Frequency, at: number): number => counts[at] ?? articles;
  const panels = all.map((measure, at) => {
    const most = Math.max(1, ...shown.map((item) => countOf(item, at)));
    return { id: measure, label: words.measures[measure] ?? measure, most };
  });
  const parts = all.flatMap((measure, at) => {
    const isArticles = measure === 'articles';
    const { fill, opacity } = isArticles ? paints.none() : paints.of(at);
    const bars = shown.map((item): BarPart => {
      const count = countOf(item, at);
      const name = `${oneLineOf(item.label)}, ${words.measures[measure] ?? measure}: ${count}`;
      const key = isArticles ? undefined : frequencyKey(item.id, measure);
      return { row: item.id, panel: measure, from: 0, to: count, fill, opacity, name, text: String(count), key };
    });
    // In which articles others are together isn't known; all of them may be more than the bars have room for.
    if (others.length === 0 || isArticles) return bars;
    const count = others.reduce((sum, item) => sum + countOf(item, at), 0);
    const name = `${rest.label}, ${words.measures[measure] ?? measure}: ${count}`;
    const others1 = {
      row: OTHERS,
      panel: measure,
      from: 0,
      to: 0,
      fill,
      opacity,
      name,
      text: String(count),
      key: undefined,
    };
    return [...bars, others1];
  });
  return framed(drawing, {
    ...{
      picture: 'frequencies',
      title: drawing.title ?? titled(words.frequencies, settings.of),
      description: drawing.caption.join(' '),
    },
    ...{ legends: [], definitions: paints.definitions(), plots: [barsShape(rows, panels, parts, drawing)] },
  });
}
