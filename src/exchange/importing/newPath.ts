import { CODEBOOK_FILE, SIDECAR_SUFFIX } from '../../model/article';

/** Names that Windows keeps to itself, with any extension. */
export const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=\s*(?:\.|$))/i;
/** Of a name in UTF-8. Disks take 255; the sidecar's name is longer, and what becomes a file when it is whole. */
const MOST_BYTES = 180;

/** A relative path that names a file on any disk and leads nowhere but into its folder, as like to `path` as that allows. */
export function safePath(path: string): string {
  const parts = path
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map(safeName);
  return parts.length > 0 ? parts.join('/') : 'article.txt';
}

function safeName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cs}<>:"|?*]/gu, '_').replace(/[. ]+$/, '');
  const [, stem = '', extension = ''] = /^(.*?)((?:\.[A-Za-z0-9]{1,8})?)$/su.exec(plain) ?? [];
  const short = fitting(stem) + extension;
  const isOurs = short.endsWith(SIDECAR_SUFFIX) || short === CODEBOOK_FILE;
  return short === '' || reserved.test(short) || isOurs || short.startsWith('.') ? `_${short}` : short;
}

/** As much of a name as disks take. */
function fitting(name: string): string {
  const room = new Uint8Array(MOST_BYTES);
  const { read } = new TextEncoder().encodeInto(name, room);
  return read < name.length ? name.slice(0, read).trimEnd() : name;
}

/** The same for paths that some disk takes for one. */
export function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** {@link safePath}, with ` 2`, ` 3` … before the extension where it is taken; a name without one gets `.txt`. */
export async function freePath(path: string, isTaken: (path: string) => Promise<boolean>): Promise<string> {
  const safe = safePath(path);
  const [, stem = safe, extension = '.txt'] = /^(.+)(\.(?:txt|md|markdown|html?|rst|org|tex))$/iu.exec(safe) ?? [];
  for (let n = 1; ; n++) {
    const one = `${stem}${n === 1 ? '' : ` ${n}`}${extension}`;
    if (!(await isTaken(one))) return one;
  }
}
