import type { Platform } from './platform';

export const platform: Platform = {
  // The web worker host's own `require` refuses relative modules, so the part is evaluated from its source.
  loadPart: async (_path, source) => {
    const module = { exports: {} };
    const evaluate = new Function('module', 'exports', new TextDecoder().decode(await source()));
    evaluate(module, module.exports);
    return module.exports;
  },
};
