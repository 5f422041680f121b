import type { Damage, Fate } from './brokenLevels';
import { BrokenLevels } from './brokenLevels';
import type { Token } from './brokenTokens';
import { broken, BrokenTokens } from './brokenTokens';
import { MAX_DEPTH } from './check';

export interface Salvage {
  /** The outermost object; undefined where there is none. */
  readonly root: Readonly<Record<string, unknown>> | undefined;
  /** Objects that lie where none can: their list has lost its name or its bracket. */
  readonly strays: readonly Readonly<Record<string, unknown>>[];
  readonly damage: readonly Damage[];
  /** Where an object or a list of the value begins. */
  readonly offsetOf: (value: object) => number;
  /** Whether nothing is lost inside an object or a list of the value. */
  readonly isWhole: (value: object) => boolean;
}

/**
 * Reads what is left of a broken JSON text, without recursion and in time linear in its length: values that are whole,
 * in the objects and lists that hold them. Where brackets are missing, the indentation says what holds what, if the text
 * has our layout. A key that stands twice means that two objects ran into one: the second begins there.
 */
export function salvage(text: string): Salvage {
  return new Salvaging(text).all();
}

class Salvaging {
  readonly #tokens: BrokenTokens;
  readonly #end: number;
  readonly #isLaidOut: boolean;
  readonly #levels = new BrokenLevels();
  /** Brackets that are open and lie too deep to be kept. */
  #tooDeep = 0;

  constructor(text: string) {
    this.#tokens = new BrokenTokens(text);
    this.#end = text.length;
    // What is JSON says itself what holds what.
    this.#isLaidOut = isLaidOut(text) && !isJson(text);
  }

  all(): Salvage {
    for (let token = this.#tokens.next(); token; token = this.#tokens.next()) {
      if (this.#tooDeep === 0 || this.#isBack(token)) this.#take(token);
      else this.#skip(token);
    }
    const levels = this.#levels;
    return {
      root: levels.end(this.#end),
      strays: levels.strays,
      damage: levels.damage,
      offsetOf: (value) => levels.offsetOf(value),
      isWhole: (value) => levels.isWhole(value),
    };
  }

  #take(token: Token): void {
    switch (token.kind) {
      case '{':
      case '[':
        return this.#open(token);
      case '}':
      case ']':
        return this.#closeBy(token);
      case 'key':
        return this.#key(token);
      case 'value':
        return this.#value(token);
      case 'junk':
        return this.#junk(token);
      case ',':
        return this.#levels.endField(token.offset);
      case ':':
        return this.#levels.lose(token.offset, 'a colon without a name', true);
    }
  }

  /** Whether a token stands so far left that nothing too deep can hold it. */
  #isBack({ first, indent, offset }: Token): boolean {
    if (!this.#isLaidOut || !first || indent > (this.#levels.top?.indent ?? 0)) return false;
    this.#tooDeep = 0;
    this.#levels.deliver(broken, offset);
    return true;
  }

  #skip({ kind, offset }: Token): void {
    if (kind === '{' || kind === '[') this.#tooDeep += 1;
    else if (kind === '}' || kind === ']') this.#tooDeep -= 1;
    if (this.#tooDeep === 0) this.#levels.deliver(broken, offset);
  }

  #open(token: Token): void {
    const levels = this.#levels;
    const isList = token.kind === '[';
    this.#leaveDeeper(token);
    if (levels.top && !levels.top.isList && !levels.top.pending && !isList) {
      // An object where a name should be: the one before it isn't closed.
      const isBeside = this.#isLaidOut && token.first ? token.indent <= levels.top.indent : levels.around?.isList;
      if (isBeside && levels.depth > 1) levels.close(token.offset, 'is not closed');
    }
    const top = levels.top ?? levels.reopen(token.offset);
    if (levels.depth === MAX_DEPTH) {
      levels.lose(token.offset, `lies deeper than ${MAX_DEPTH} levels`);
      this.#tooDeep = 1;
      return;
    }
    let fate: Fate = 'kept';
    if (top?.pending?.isLost || top?.fate === 'dropped') fate = 'dropped';
    else if (top ? !top.isList && !top.pending : isList) {
      fate = 'stray';
      levels.lose(token.offset, isList ? 'a list without a name' : 'an object without a name');
    }
    levels.push(isList, token, fate);
  }

  #closeBy(token: Token): void {
    const levels = this.#levels;
    const target = this.#closedBy(token, token.kind === ']');
    if (target === undefined) return levels.lose(token.offset, `a "${token.kind}" too many`);
    levels.endField(token.offset);
    while (levels.depth - 1 > target) levels.close(token.offset, 'is not closed');
    levels.pop();
  }

  /** The index of the level that a closing bracket is for. */
  #closedBy({ first, indent, line }: Token, isList: boolean): number | undefined {
    const { top, depth } = this.#levels;
    const isTop = top?.isList === isList;
    if (!this.#isLaidOut) {
      // Of another kind than the innermost one: that has lost its own, if it isn't the outermost that would be closed.
      return isTop ? depth - 1 : this.#levels.nearest((level, index) => level.isList === isList && index > 0);
    }
    if (!first) return isTop && top.line === line ? depth - 1 : undefined;
    return this.#levels.nearest((level) => level.isList === isList && level.indent === indent);
  }

  #key(token: Token): void {
    const levels = this.#levels;
    this.#leaveDeeper(token);
    this.#leaveLists(token);
    let top = levels.top ?? levels.reopen(token.offset);
    if (!top) {
      top = levels.push(false, { ...token, indent: -1 }, 'kept');
      levels.lose(token.offset, 'the bracket before is missing');
    }
    levels.endField(token.offset);
    if (typeof token.value !== 'string') {
      levels.lose(token.offset, `a name ${token.reason}`, true);
      top.pending = { key: '', isLost: true };
      return;
    }
    const key = token.value;
    if (top.fields.has(key) && levels.around?.isList) {
      const { indent, fate } = top;
      levels.close(token.offset, `"${shortened(key)}" stands twice: what follows is taken for another object`);
      top = levels.push(false, { ...token, indent }, fate);
    }
    top.pending = { key, isLost: top.fate === 'dropped' };
  }

  /** A name in a list: the list isn't closed, or the object around the name isn't opened. */
  #leaveLists(token: Token): void {
    const levels = this.#levels;
    const { top } = levels;
    if (top?.isList && this.#isLaidOut && token.first && token.indent > top.indent && levels.depth < MAX_DEPTH) {
      levels.lose(token.offset, 'the bracket before is missing');
      const indent = (top.indent + token.indent) / 2;
      levels.push(false, { ...token, indent }, top.fate === 'dropped' ? 'dropped' : 'kept');
    } else while (levels.top?.isList) levels.close(token.offset, 'is not closed');
  }

  #value({ offset, value, reason }: Token): void {
    const { top } = this.#levels;
    if (value === broken) this.#levels.lose(offset, reason);
    else if (!top || (!top.isList && !top.pending)) this.#levels.lose(offset, 'a value without a name', true);
    this.#levels.deliver(value, offset);
  }

  /** Junk is the value where one is expected; else it is nothing, and told once for all that stands together. */
  #junk({ offset, reason }: Token): void {
    const { top, damage } = this.#levels;
    if (top?.pending || damage.at(-1)?.reason !== reason) this.#levels.lose(offset, reason);
    if (top?.pending) this.#levels.deliver(broken, offset);
  }

  /** Closes what cannot hold a token that begins its line further left. */
  #leaveDeeper({ first, indent, offset }: Token): void {
    if (!this.#isLaidOut || !first) return;
    while (this.#levels.depth > 1 && (this.#levels.top?.indent ?? 0) > indent) {
      this.#levels.close(offset, 'is not closed');
    }
  }
}

/** Units of a text that show how it is laid out. */
const SAMPLE = 1_000_000;

/** Whether brackets are closed on lines of their own, as we print. */
function isLaidOut(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const alone = sample.match(/^[ \t]+[\]}],?[ \t]*\r?$/gm)?.length ?? 0;
  const all = sample.match(/[\]}]/g)?.length ?? 0;
  return alone * 2 > all;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function shortened(key: string): string {
  return key.length > 40 ? `${key.slice(0, 40)}…` : key;
}
