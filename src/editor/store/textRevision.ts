import { sha256 } from '../../sidecar/hash';

/** One state of an article's text, and its hash, computed when first asked for. */
export class TextRevision {
  private hash: Promise<string> | undefined;

  constructor(readonly text: string) {}

  sha256(): Promise<string> {
    this.hash ??= sha256(this.text);
    return this.hash;
  }
}
