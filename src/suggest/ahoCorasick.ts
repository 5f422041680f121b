const ROOT = 0;
const UNITS = 0x1_0000;

/**
 * Finds all occurrences of many words in one pass over a text, in time linear in the text and the occurrences: the automaton of
 * A. V. Aho and M. J. Corasick, "Efficient string matching: an aid to bibliographic search", Communications of the ACM
 * 18(6), 1975, 333–340. Its letters are UTF-16 code units.
 */
export class AhoCorasick {
  /** From node and unit (node × 65,536 + unit) to node: the words as a tree of their beginnings. */
  readonly #next = new Map<number, number>();
  /** For each node, the node of its longest proper ending that is a beginning too. */
  readonly #fail: number[] = [ROOT];
  /** For each node, the word that ends there; -1 where none does. */
  readonly #word: number[] = [-1];
  /** For each node, the nearest node along `#fail` where a word ends; ROOT where there is none. */
  readonly #output: number[] = [ROOT];
  readonly #lengths: readonly number[];

  /** @param words all different; an empty one is never found */
  constructor(words: readonly string[]) {
    this.#lengths = words.map(({ length }) => length);
    const parents: number[] = [ROOT];
    const units: number[] = [0];
    for (const [index, word] of words.entries()) {
      let node = ROOT;
      for (let at = 0; at < word.length; at += 1) {
        const unit = word.charCodeAt(at);
        let next = this.#next.get(node * UNITS + unit);
        if (next === undefined) {
          next = this.#word.push(-1) - 1;
          this.#next.set(node * UNITS + unit, next);
          parents.push(node);
          units.push(unit);
        }
        node = next;
      }
      if (node !== ROOT) this.#word[node] = index;
    }
    this.#link(parents, units);
  }

  /** Calls `found` with each occurrence, by its end; of those that end together the longest first. */
  scan(text: string, found: (word: number, start: number, end: number) => void): void {
    let node = ROOT;
    for (let at = 0; at < text.length; at += 1) {
      node = this.#step(node, text.charCodeAt(at));
      for (let out = node; out !== ROOT; out = this.#output[out] ?? ROOT) {
        const word = this.#word[out] ?? -1;
        if (word >= 0) found(word, at + 1 - (this.#lengths[word] ?? 0), at + 1);
      }
    }
  }

  #step(from: number, unit: number): number {
    for (let node = from; ; node = this.#fail[node] ?? ROOT) {
      const next = this.#next.get(node * UNITS + unit);
      if (next !== undefined) return next;
      if (node === ROOT) return ROOT;
    }
  }

  /** Links the nodes by depth: the endings of a node are those of its parent, a unit longer. */
  #link(parents: readonly number[], units: readonly number[]): void {
    const depth: number[] = [0];
    const levels: number[][] = [];
    for (let node = 1; node < parents.length; node += 1) {
      const above = depth[parents[node] ?? ROOT] ?? 0;
      depth[node] = above + 1;
      (levels[above] ??= []).push(node);
    }
    for (const node of levels.flat()) {
      const parent = parents[node] ?? ROOT;
      const fail = parent === ROOT ? ROOT : this.#step(this.#fail[parent] ?? ROOT, units[node] ?? 0);
      this.#fail[node] = fail;
      this.#output[node] = (this.#word[fail] ?? -1) >= 0 ? fail : (this.#output[fail] ?? ROOT);
    }
  }
}
