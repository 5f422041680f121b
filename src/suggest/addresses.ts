import type { Range } from '../model/range';

/** Web addresses; what ends the sentence around one is still part of it. */
export const webAddress = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+/giu;
const MAIL_ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64})+/gu;

/** The web and e-mail addresses of a range. */
export function addressesIn(text: string, within: Range): Range[] {
  const slice = text.slice(within.start, within.end);
  return [webAddress, ...(slice.includes('@') ? [MAIL_ADDRESS] : [])].flatMap((pattern) =>
    [...slice.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: within.start + index,
      end: within.start + index + found.length,
    })),
  );
}
