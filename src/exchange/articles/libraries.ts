export type PageLibrary = typeof import('./libraries/pages');

export type WordLibrary = typeof import('./libraries/word');

/** What reads articles of some kind and is large: each in a bundle of its own, loaded when the first file comes that needs it. */
export interface Libraries {
  /** Texts in old encodings: jschardet. */
  readonly encodings: () => Promise<typeof import('./libraries/encodings')>;
  /** Web pages, and what becomes one on the way: Readability, linkedom, htmlparser2. */
  readonly pages: () => Promise<PageLibrary>;
  /** PDF: pdf.js. */
  readonly pdf: () => Promise<typeof import('./libraries/pdf')>;
  /** Word documents: mammoth. */
  readonly word: () => Promise<WordLibrary>;
}
