/** A relative path for an article that is known by an address: of a web page its host and path, so that a file that happens to have the last part's
 * name isn't taken for it; of a file of one of our exports its path; else the last part. */
export function pathOfIri(iri: string): string {
  const plain = iri.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const [, scheme = '', rest = plain] = /^([a-z][a-z0-9+.-]*):\/*(.*)$/i.exec(plain) ?? [];
  if (scheme === 'thismessage') return decoded(rest);
  const named = /^https?$/i.test(scheme) ? rest : plain.slice(plain.lastIndexOf('/') + 1);
  const path = named.replace(/[^\p{L}\p{N}._/-]+/gu, '-');
  return /\.(?:txt|md)$/i.test(path) ? path : `${path || 'article'}.txt`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
