// What the bench uses of packages without types.
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: {
      readonly document: { readonly body: { append(text: string): void } };
    };
  }
}

declare module 'dom-anchor-text-quote' {
  /** @throws where the pattern is one that diff-match-patch can't look for */
  export function toTextPosition(
    root: object,
    selector: { exact: string; prefix: string; suffix: string },
    options: { hint: number },
  ): { start: number; end: number } | null;
}
