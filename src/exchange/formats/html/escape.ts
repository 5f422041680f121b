import type { Losses } from '../../losses';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it, between tags and within quotes alike. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** A text with U+FFFD for what HTML has no way to write, so that offsets stay: U+0000, and halves of characters. */
export function writable(text: string, losses: Losses): string {
  return text.replace(/[\u0000\p{Cs}]/gu, () => {
    losses.add('characters that HTML can’t hold (written as U+FFFD)');
    return '\ufffd';
  });
}

/** ` name="value"` for each that has a value. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('');
}

/** A link where the text is an address of the web; else the text. Anything else that a browser would follow is none. */
export function webLink(text: string, words = text): string {
  if (!/^https?:\/\/\S+$/i.test(text)) return `<bdi>${escaped(words)}</bdi>`;
  return `<a href="${escaped(text)}" rel="noopener noreferrer"><bdi>${escaped(words)}</bdi></a>`;
}
