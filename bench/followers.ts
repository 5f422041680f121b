// Who follows edits in the bench: ours and its peers, behind one interface, with the same rules at edges.
import { ChangeSet, RangeSet, RangeValue } from '@codemirror/state';
import { Schema, type Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { TextEdit } from '../src/anchoring/following/edits';
import { PlaceTracker } from '../src/anchoring/following/tracker';
import type { Range } from '../src/model/range';

/** One run: what is timed, and where the targets are then; undefined for one that lost all its text. */
export interface Run {
  follow(): void;
  positions(): (Range | undefined)[];
}

/** Gets events ready, which isn't timed; what it gives sets targets up, which isn't timed either. */
export type Follower = (text: string, events: readonly TextEdit[][]) => (targets: readonly Range[]) => Run;

export const ours: Follower = (text, events) => (targets) => {
  const tracker = new PlaceTracker(text);
  const places = targets.map((range) => tracker.track([{ ...range, standing: 'anchored' }]));
  return {
    follow: () => {
      for (const edits of events) tracker.apply(edits, 'edit');
    },
    positions: () =>
      places.map(({ ranges: [range] }) =>
        range && range.start < range.end ? { start: range.start, end: range.end } : undefined,
      ),
  };
};

class Target extends RangeValue {
  constructor(readonly id: number) {
    super();
    // What is inserted at an edge stays outside.
    this.startSide = 1;
    this.endSide = -1;
  }
}

export const codeMirror: Follower = (text, events) => {
  let length = text.length;
  const changes = events.map((edits) => {
    const specs = edits.map(({ start, deleted, inserted }) => ({ from: start, to: start + deleted, insert: inserted }));
    const set = ChangeSet.of(specs, length);
    length = set.newLength;
    return set;
  });
  return (targets) => {
    let set = RangeSet.of(
      targets.map(({ start, end }, id) => new Target(id).range(start, end)),
      true,
    );
    return {
      follow: () => {
        for (const change of changes) set = set.map(change);
      },
      positions: () => {
        const found: (Range | undefined)[] = targets.map(() => undefined);
        for (const cursor = set.iter(); cursor.value; cursor.next())
          found[cursor.value.id] = { start: cursor.from, end: cursor.to };
        return found;
      },
    };
  };
};

const schema = new Schema({ nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} } });

/** Lines are paragraphs. A position counts one more for the text's begin, and one more for each line before. */
class Positions {
  constructor(private readonly lengths: number[]) {}

  static of(doc: Node): Positions {
    return new Positions(Array.from({ length: doc.childCount }, (_, index) => doc.child(index).content.size));
  }

  ofOffset(offset: number, grows = 0): number {
    let line = 0;
    for (let left = offset; ; line += 1) {
      const length = this.lengths[line] ?? 0;
      if (left <= length || line === this.lengths.length - 1) break;
      left -= length + 1;
    }
    this.lengths[line] = (this.lengths[line] ?? 0) + grows;
    return offset + 1 + line;
  }

  /** Offsets of many ascending positions. */
  offsets(positions: readonly number[]): number[] {
    let line = 0;
    let end = 1 + (this.lengths[0] ?? 0);
    return positions.map((position) => {
      while (position > end) {
        line += 1;
        end += 2 + (this.lengths[line] ?? 0);
      }
      return position - 1 - line;
    });
  }
}

export const proseMirror: Follower = (text, events) => {
  const paragraphs = text
    .split('\n')
    .map((line) => schema.node('paragraph', null, line === '' ? [] : schema.text(line)));
  const first = schema.node('doc', null, paragraphs);
  const positions = Positions.of(first);
  let state = EditorState.create({ doc: first });
  const transactions = events.map((edits): Transaction => {
    const { tr } = state;
    for (const { start, deleted, inserted } of [...edits].sort((a, b) => b.start - a.start)) {
      const from = positions.ofOffset(start, inserted.length - deleted);
      if (inserted === '') tr.delete(from, from + deleted);
      else tr.insertText(inserted, from, from + deleted);
    }
    state = state.apply(tr);
    return tr;
  });
  return (targets) => {
    const begin = Positions.of(first);
    const starts = targets.map(({ start }) => begin.ofOffset(start));
    let set = DecorationSet.create(
      first,
      targets.map(({ start, end }, id) =>
        Decoration.inline(starts[id] ?? 0, (starts[id] ?? 0) + end - start, {}, { id }),
      ),
    );
    return {
      follow: () => {
        for (const { mapping, doc } of transactions) set = set.map(mapping, doc);
      },
      positions: () => {
        const left = set.find().sort((a, b) => a.from - b.from);
        const offsets = Positions.of(state.doc).offsets(left.map(({ from }) => from));
        const found: (Range | undefined)[] = targets.map(() => undefined);
        left.forEach(({ from, to, spec }, index) => {
          const start = offsets[index] ?? 0;
          found[(spec as { id: number }).id] = { start, end: start + to - from };
        });
        return found;
      },
    };
  };
};
