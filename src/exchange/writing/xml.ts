import type { Losses } from '../losses';

/** What XML 1.0 (5th edition, production 2) has no way to write: most control characters, lone surrogates, U+FFFE, U+FFFF. */

const illegal =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whatever may be written in another way; most texts have none of it. */
const special = /[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]/;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text with U+FFFD in place of each character that XML can't hold, so that offsets stay. */
function legal(text: string, losses: Losses): string {
  return text.replace(illegal, () => {
    losses.add('characters that XML can’t hold (written as U+FFFD)');
    return '\ufffd';
  });
}

/** Where a text has characters that XML can't hold, and their code units: `[[12, 1], [40, 12]]` for U+0001 at 12 and U+000C at 40. */
export function illegalIn(text: string): readonly (readonly [at: number, unit: number])[] {
  if (!special.test(text)) return [];
  return [...text.matchAll(illegal)].map(({ index, 0: sign }) => [index, sign.charCodeAt(0)] as const);
}

/** Text between tags. A carriage return is written as a reference, for a reader would make it a line feed. */
export function xmlText(text: string, losses: Losses): string {
  if (!special.test(text)) return text;
  return legal(text, losses)
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .replaceAll('\r', '&#13;');
}

/** An attribute's value with its quotes; white space but the space is written as references, for a reader would make it spaces. */
export function xmlQuoted(text: string, losses: Losses): string {
  if (!special.test(text)) return `"${text}"`;
  const value = legal(text, losses)
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `"${value}"`;
}

/** ` name="value"` for each that has a value, in their order. */
export function xmlAttributes(
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  losses: Losses,
): string {
  const all: string[] = [];
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value !== undefined) all.push(` ${name}=${xmlQuoted(String(value), losses)}`);
  }
  return all.join('');
}
