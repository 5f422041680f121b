import * as vscode from 'vscode';
import type { Platform } from './platform';

export const platform: Platform = {
  // The web worker host's own `require` refuses relative modules, so the part is evaluated from its source.
  loadPart: async (_path, source) => {
    const module = { exports: {} };
    const evaluate = new Function('module', 'exports', 'require', new TextDecoder().decode(await source()));
    evaluate(module, module.exports, required);
    return module.exports;
  },
};

/** A part is one bundle; the only thing that it asks for is VS Code's API. */
function required(name: string): unknown {
  if (name === 'vscode') return vscode;
  throw new Error(`A part asks for ${name}`);
}
