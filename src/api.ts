import type { Event, Uri } from 'vscode';
import type { PlacedAnnotation } from './model/annotation';
import type { Codebook } from './model/codebook';

/** What `activate()` gives to other extensions:
 * `vscode.extensions.getExtension<PolicyAnnotatorApi>('policy-annotator.policy-annotator')?.exports`. */
export interface PolicyAnnotatorApi {
  readonly apiVersion: 1;
  /** The objects of an article's sidecar with their current positions (UTF-16 code units of the LF text), a `standing` on
   * each range and on the annotation, in the order of the text. Rejects where the sidecar can't be read. */
  annotations(article: Uri): Promise<PlacedAnnotation[]>;
  /** The codebook that counts for an article, as its file has it; one without lists where there is none. */
  codebook(article: Uri): Promise<Codebook>;
  readonly formats: readonly ApiFormat[];
  /** Articles in a format: the file's bytes (a zip where a format has several files). Rejects for an unknown format. */
  export(formatId: string, articles: Uri[]): Promise<Uint8Array>;
  /** An article's annotations, or where they stand, changed. */
  readonly onDidChangeAnnotations: Event<Uri>;
}

export interface ApiFormat {
  readonly id: string;
  readonly label: string;
  readonly writes: boolean;
  readonly reads: boolean;
}
