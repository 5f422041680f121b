import type { Losses } from '../losses';

const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const half = /[\ud800-\udfff]/;

/** Counts what UTF-8 can't hold: halves of surrogate pairs, which become U+FFFD in a text file. */
export function loseSurrogates(text: string, losses: Losses): void {
  if (!half.test(text)) return;
  losses.add('characters that UTF-8 can’t hold (written as U+FFFD)', text.match(lone)?.length ?? 0);
}
