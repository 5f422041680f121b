import type { Sidecar } from '../model/article';
import type { Codebook } from '../model/codebook';
import { codebookLists } from '../model/codebook';
import { salvage, type Salvage } from './brokenJson';
import { Fitting, isFields, Losses, needed, withOwnIds, type Fields, type Lost } from './fitting';
import { idOfItem } from './ids';
import { FORMAT_VERSION, MAX_BYTES } from './read';
import { annotationShape, articleShape, codebookShape, sidecarShape } from './shapes';
import { sidecarCompletion, UNKNOWN_TEXT } from './sidecarFitting';
import { isSame } from './threeWay';
import { decodedInPart } from './utf8';

/** What can still be read of a broken file. */
export interface Rescued<T> {
  /** Reads, and prints canonically. */
  readonly value: T;
  /** How many annotations, or items of the codebook's lists, it has. */
  readonly kept: number;
  readonly lost: readonly Lost[];
}

/**
 * What can still be read of a broken sidecar; undefined where nothing of ours is to be seen, and for a higher version.
 * Nothing is made up: what isn't whole is dropped, and told. Annotations whose place or text is gone refer to
 * {@link UNKNOWN_TEXT}, to be looked for by their words.
 * @param articleFile the article's file name, for a sidecar that doesn't say it any more
 */
export function rescueSidecar(bytes: Uint8Array, articleFile: string): Rescued<Sidecar> | undefined {
  const found = salvaged(bytes, 'policy-annotations');
  if (!found) return undefined;
  const { root, all, losses } = found;
  const listName = nameOfAnnotations(root);
  if (listName !== 'annotations') losses.add(root, ['annotations'], listName ? `is called "${listName}"` : 'is gone');
  const { article, annotations: _, ...others } = root;
  const annotations = listName === undefined ? [] : root[listName];
  if (!Array.isArray(annotations)) losses.add(root, ['annotations'], 'must be a list');
  const known = isFields(article) ? article : {};
  const length = isCount(known['length']) ? known['length'] : Infinity;
  const fitting = new Fitting(losses, sidecarCompletion(losses, all.damage, length));
  const about = fitting.object(known, articleShape, ['article']);
  const listed = fitting.list(Array.isArray(annotations) ? annotations : [], annotationShape, ['annotations']);
  const strays = fitting.list(all.strays.filter(isLikeAnnotation), annotationShape, ['']);
  const items = withOwnIds([...listed, ...strays], ['annotations'], isSame, idOfItem, losses);
  if (items.length === 0 && root['format'] === undefined) return undefined;

  const needs = {
    file: articleFile,
    sha256: UNKNOWN_TEXT,
    length: [...items.filter(({ text }) => text === undefined), { target: about['excluded'] ?? [] }]
      .map(endOf)
      .reduce((most, end) => Math.max(most, end), 0),
  };
  for (const key of articleShape.required.filter((name) => about[name] === undefined)) {
    losses.add(root, ['article', key], 'is gone');
  }
  const value = {
    format: 'policy-annotations',
    version: FORMAT_VERSION,
    ...without(fitting.object(others, sidecarShape, []), listName),
    article: { ...needs, ...about },
    annotations: items,
  };
  return { value: value as unknown as Sidecar, kept: items.length, lost: losses.lost };
}

/** What can still be read of a broken codebook, in the same way; an item of no list has no place to go. */
export function rescueCodebook(bytes: Uint8Array): Rescued<Codebook> | undefined {
  const found = salvaged(bytes, 'policy-codebook');
  if (!found) return undefined;
  const { root, losses } = found;
  const fitted = new Fitting(losses, needed(losses)).object(root, codebookShape, []);
  const lists = codebookLists.flatMap((name) => {
    const items = fitted[name] as readonly Fields[] | undefined;
    const newId = ({ id }: { readonly id: string }, n: number): string => `${id}-${n}`;
    return items ? [[name, withOwnIds(items, [name], isSame, newId, losses)] as const] : [];
  });
  const kept = lists.reduce((sum, [, items]) => sum + items.length, 0);
  if (kept === 0 && root['format'] === undefined) return undefined;
  const value = { format: 'policy-codebook', version: FORMAT_VERSION, ...fitted, ...Object.fromEntries(lists) };
  return { value: value as unknown as Codebook, kept, lost: losses.lost };
}

interface Found {
  readonly root: Fields;
  readonly all: Salvage;
  readonly losses: Losses;
}

function salvaged(bytes: Uint8Array, format: string): Found | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  const text = decodedInPart(bytes).replace(/^\uFEFF/, '');
  const all = salvage(text);
  const root = all.root ?? (all.strays.length > 0 ? {} : undefined);
  if (!root || (root['format'] ?? format) !== format) return undefined;
  const { version } = root;
  if (typeof version === 'number' && version > FORMAT_VERSION) return undefined;
  const losses = new Losses(text, all);
  for (const key of ['format', 'version'].filter((name) => root[name] === undefined))
    losses.add(root, [key], 'is gone');
  return { root, all, losses };
}

/** The field that holds annotations, and nothing else: its name may be broken. */
function nameOfAnnotations(root: Fields): string | undefined {
  if (root['annotations'] !== undefined) return 'annotations';
  const holds = (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every((item) => isFields(item) && isLikeAnnotation(item));
  return Object.keys(root).find((key) => key !== 'coding' && holds(root[key]));
}

function without(fields: Fields, name: string | undefined): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}

function isLikeAnnotation(stray: Fields): boolean {
  return annotationShape.required.every((key) => Object.hasOwn(stray, key));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function endOf({ target }: Fields): number {
  return (target as readonly { readonly end: number }[]).reduce((most, { end }) => Math.max(most, end), 0);
}
