/** The folder of a file, by uri as text: without the last slash. */
function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** Finds which of some codebooks counts for an article: the nearest one upward. Uris as text. */
export class NearestCodebook {
  private readonly byFolder: ReadonlyMap<string, string>;
  private readonly found = new Map<string, string | undefined>();

  constructor(codebooks: Iterable<string>) {
    this.byFolder = new Map([...codebooks].map((uri) => [folderOf(uri), uri]));
  }

  /** Undefined where there is none above the article. */
  of(article: string): string | undefined {
    const folder = folderOf(article);
    if (this.found.has(folder)) return this.found.get(folder);
    let at = folder;
    while (at !== '' && !this.byFolder.has(at)) at = folderOf(at);
    const nearest = this.byFolder.get(at);
    this.found.set(folder, nearest);
    return nearest;
  }
}
