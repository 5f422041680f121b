import type { ImportedInfo } from '../imported';
import { nameKey, reserved } from '../importing/newPath';

/** UTF-16 code units; a file name of most disks may have 255 of these, or 255 bytes, and the sidecar's adds to the article's. */
const MAX_LENGTH = 120;
const MAX_BYTES = 200;
const EXTENSION = '.txt';

/** A good file name for an article: "2023-12-20 Title in words.txt". It is one that every disk takes: without separators, control, format and
 * other forbidden characters, no device's name, at most 120 characters and 200 bytes, and none that is `taken`, where case and composed
 * accents don't tell names apart.
 * @param source the name of the file that it was made of, which names an article without a title
 * @param taken names in the folder, as {@link nameKey} gives them; the new name's key is added by whoever uses it */
export function articleName(info: ImportedInfo, source: string, taken: ReadonlySet<string>): string {
  const words = safe(info.title ?? '') || safe(source.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '')) || 'article';
  const dated = info.date === undefined || words.startsWith(info.date) ? words : `${safe(info.date)} ${words}`;
  for (let n = 1; ; n++) {
    const end = n === 1 ? EXTENSION : ` (${n})${EXTENSION}`;
    const name = shortened(dated.replace(reserved, '$&_'), end.length) + end;
    if (!taken.has(nameKey(name))) return name;
  }
}

function safe(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s*[:/\\|]\s*/g, ' - ')
    .replace(/[<>"?*]|[^\P{C}\n\t]|[\ufff0-\uffff]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.~-]+|[\s.-]+$/gu, '');
}

/** The start of a name that leaves room for its end, at the end of a word where one is near. */
function shortened(name: string, room: number): string {
  let [kept, bytes] = ['', room];
  for (const char of name) {
    bytes += new TextEncoder().encode(char).length;
    if (bytes > MAX_BYTES || kept.length + char.length + room > MAX_LENGTH) {
      const words = kept.replace(/\s+\S*$/u, '');
      return (words.length > kept.length / 2 ? words : kept).replace(/[\s.,;-]+$/u, '');
    }
    kept += char;
  }
  return kept;
}
