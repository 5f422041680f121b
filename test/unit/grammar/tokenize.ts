import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar, type IGrammar } from 'vscode-textmate';

/** Tests run in the project's root. */
const GRAMMAR = path.resolve('syntaxes/policy-article.tmLanguage.json');
const SUFFIX = '.policy-article';

export interface Token {
  readonly text: string;
  /** Without the root scope and the language's suffix. */
  readonly scopes: readonly string[];
}

export interface TokenizedLine {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The tokenizer gave up within the line: its time was over. */
  readonly stalled: boolean;
}

export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(GRAMMAR).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
      createOnigString: (text: string) => new OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR)),
  });
  const grammar = await registry.loadGrammar('text.policy-article');
  if (grammar === null) throw new Error('The grammar does not load.');
  return grammar;
}

/** The lines of a text with their tokens, as VS Code would colour them; `limit` in milliseconds a line, 0 for none. */
export function tokenize(grammar: IGrammar, text: string, limit = 0): TokenizedLine[] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state, limit);
    state = result.ruleStack;
    const tokens = result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).map((scope) => scope.replace(SUFFIX, '')),
    }));
    return { text: line, tokens, stalled: result.stoppedEarly };
  });
}

/** The texts under a scope (or one below it), neighbours joined: `['“No,”', '[1]']`. */
export function under(lines: readonly TokenizedLine[], scope: string): string[] {
  const found: string[] = [];
  for (const { tokens } of lines) {
    let open = false;
    for (const { text, scopes } of tokens) {
      const inside = scopes.some((one) => one === scope || one.startsWith(scope + '.'));
      if (inside && open) found.push((found.pop() ?? '') + text);
      else if (inside) found.push(text);
      open = inside;
    }
  }
  return found.filter((text) => text !== '');
}
