/** What an export's own files are relative to: IANA's scheme for references within one message (RFC 2557, section 5), since where
 * the articles lie isn't known, and an IRI must be absolute to pass the W3C's own schemas. */
const BASE = 'thismessage:/';

/** The collection that an export is. */
export const COLLECTION = `${BASE}annotations`;

/** A file of the export; `path` is relative, with `/`. */
export function fileIri(path: string): string {
  return BASE + path.split('/').map(encoded).join('/');
}

/** An article: its web address, else its file. */
export function articleIri({ path, url }: { readonly path: string; readonly url: string | undefined }): string {
  return webIri(url) ?? fileIri(path);
}

/** An annotation, as a fragment of its article's sidecar. */
export function annotationIri(articlePath: string, id: string): string {
  return `${fileIri(`${articlePath}.annotations.json`)}#${encoded(id)}`;
}

/** A web address in the letters that an URI may have; undefined where the text is none. */
export function webIri(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\//i.test(text)) return undefined;
  try {
    const { origin, pathname, search, hash, username, password, host, protocol } = new URL(text);
    const start = username === '' ? origin : `${protocol}//${username}${password === '' ? '' : `:${password}`}@${host}`;
    return start + (pathname + search + hash).replace(/["<>\\^`{|}[\]]/g, encodeURIComponent);
  } catch {
    return undefined;
  }
}

/** A lone surrogate has no UTF-8, and counts as U+FFFD. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
