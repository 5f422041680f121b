import type { Annotation, Target } from '../model/annotation';
import type { Sidecar } from '../model/article';
import type { FieldFinding } from '../sidecar/finding';
import type { KnownIds } from '../sidecar/knownIds';

/** The article beside a sidecar. */
export interface Article {
  readonly name: string;
  /** Undefined where there is none, or it can't be read: then that was said already. */
  readonly text: string | undefined;
  readonly sha256: string | undefined;
}

/** What is wrong with a sidecar that can be read, beside its article and with its codebook (undefined: there is none). */
export function sidecarFindings(sidecar: Sidecar, article: Article, known: KnownIds | undefined): FieldFinding[] {
  return [
    ...articleFindings(sidecar, article),
    ...quotationFindings(sidecar, article),
    ...linkFindings(sidecar.annotations),
    ...(known ? sidecar.annotations.flatMap((annotation, i) => unknownIds(annotation, i, known)) : []),
  ];
}

function articleFindings(
  { article: { file, sha256, length } }: Sidecar,
  { name, text, sha256: own }: Article,
): FieldFinding[] {
  const found: FieldFinding[] = [];
  if (file !== name) {
    const message = isPath(file) ? 'is a path; the article is the file beside the sidecar' : `is not "${name}"`;
    found.push({ severity: 'warning', message: `article.file, "${file}", ${message}`, path: ['article', 'file'] });
  }
  if (text === undefined || own === undefined) return found;
  if (sha256.toLowerCase() !== own) {
    const message = 'The text is not the one that the sidecar describes; open the article, or use reanchor';
    found.push({ severity: 'warning', message, path: ['article', 'sha256'] });
  } else if (length !== text.length) {
    const message = `article.length is ${length}, the text's length is ${text.length}`;
    found.push({ severity: 'error', message, path: ['article', 'length'] });
  }
  return found;
}

/** Absolute, or leading elsewhere, on any system: with a folder, a drive, or a scheme. */
function isPath(file: string): boolean {
  return /[/\\]|^\.\.?$|^[a-z][a-z0-9+.-]*:/i.test(file);
}

function quotationFindings({ article, annotations }: Sidecar, { text, sha256 }: Article): FieldFinding[] {
  if (text === undefined || sha256 === undefined) return [];
  const wrong = (target: readonly Target[], ...path: (string | number)[]): FieldFinding[] =>
    target.flatMap(({ start, end, exact }, i) => {
      if (text.slice(start, end) === exact) return [];
      const message = `The text from ${start} to ${end} is not the quotation ${quoted(exact)}`;
      return [{ severity: 'error', message, path: [...path, i, 'exact'] }];
    });
  const isHere = (hash: string): boolean => hash.toLowerCase() === sha256;
  return [
    ...(isHere(article.sha256) ? wrong(article.excluded ?? [], 'article', 'excluded') : []),
    ...annotations.flatMap(({ target, text: own }, i) =>
      isHere(own ?? article.sha256) ? wrong(target, 'annotations', i, 'target') : [],
    ),
  ];
}

function linkFindings(annotations: readonly Annotation[]): FieldFinding[] {
  const ids = new Set(annotations.map(({ id }) => id));
  return annotations.flatMap(({ links = [], supersedes = [] }, i) => [
    ...links.flatMap(({ annotation }, n) =>
      annotation === undefined || ids.has(annotation)
        ? []
        : [missing(annotation, 'annotations', i, 'links', n, 'annotation')],
    ),
    ...supersedes.flatMap((id, n) => (ids.has(id) ? [] : [missing(id, 'annotations', i, 'supersedes', n)])),
  ]);
}

function missing(id: string, ...path: (string | number)[]): FieldFinding {
  return { severity: 'error', message: `There is no annotation "${id}"`, path };
}

function unknownIds(annotation: Annotation, index: number, known: KnownIds): FieldFinding[] {
  const at = ['annotations', index];
  const check = (list: keyof KnownIds, id: string | undefined, ...path: (string | number)[]): FieldFinding[] =>
    id === undefined || known[list].has(id)
      ? []
      : [{ severity: 'error', message: `The codebook has no ${list.slice(0, -1)} "${id}"`, path: [...at, ...path] }];
  const { actor, topic, source, links = [] } = annotation;
  return [
    ...check('actors', actor, 'actor'),
    ...check('topics', topic, 'topic'),
    ...check('sources', source, 'source'),
    ...links.flatMap((link, n) => [
      ...check('actors', link.actor, 'links', n, 'actor'),
      ...check('actors', link.for, 'links', n, 'for'),
      ...check('sources', link.source, 'links', n, 'source'),
    ]),
  ];
}

function quoted(exact: string): string {
  return JSON.stringify(exact.length > 60 ? `${exact.slice(0, 60)}…` : exact);
}
