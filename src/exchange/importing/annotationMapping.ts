import type { Annotation, Link, Target } from '../../model/annotation';
import { compareRanges, overlaps } from '../../model/range';
import { derivedId } from '../../sidecar/ids';
import type { ImportedAnnotation } from '../imported';
import type { CodebookMapping } from './codebookMapping';
import { inOurLetters, isHeldAs, mayDiffer } from './lostCharacters';
import type { Place } from './placing';

/** An imported annotation with its place in our text. */
export interface PlacedImport {
  readonly imported: ImportedAnnotation;
  readonly target: readonly Target[];
  /** Of the text that the target belongs to; undefined where that is the article's. */
  readonly text: string | undefined;
}

/** An annotation as it is to be here, under an id that is an annotation's of ours where that is the same thing. */
export interface MappedAnnotation {
  readonly annotation: Annotation;
  readonly ours: Annotation | undefined;
}

/** A place as a sidecar holds it.
 * @param unknownText what is said in `text` of a target whose text nobody has */
export function storedPlace(imported: ImportedAnnotation, place: Place, unknownText: string): PlacedImport | undefined {
  if (place.how === 'nowhere') return undefined;
  const { target } = place;
  return { imported, target, text: place.how === 'uncertain' ? (imported.text ?? unknownText) : undefined };
}

/**
 * Annotations of one article with our ids and our codebook's. An id of ours stays; another follows from `seed` and the format's
 * own, so that the same import gives the same ids. What is here with all that an imported one says, is that one, whatever its
 * id. An id under which something else is here gives way to the next one that follows.
 */
export async function mapped(
  annotations: readonly PlacedImport[],
  here: readonly Annotation[],
  codebook: CodebookMapping,
  seed: string,
): Promise<MappedAnnotation[]> {
  const byId = new Map(here.map((annotation) => [annotation.id, annotation]));
  const byPlace = new Map<string, Annotation[]>();
  for (const one of here) byPlace.set(placeKey(one), [...(byPlace.get(placeKey(one)) ?? []), one]);
  const heldId = (id: string): string | undefined =>
    byId.has(id) || !mayDiffer(id) ? undefined : [...byId.keys()].find((one) => isHeldAs(one, id));
  const used = new Set<string>();
  const ids = new Map<string, string>();
  const fresh = annotations.map((one) => withCodebook(one, codebook));

  for (const [n, { imported }] of annotations.entries()) {
    const wanted = fresh[n];
    if (!wanted) continue;
    const free = (id: string): boolean => {
      const other = byId.get(id);
      return !used.has(id) && (other === undefined || isSameThing(other, inOurLetters(wanted, other)));
    };
    let id = imported.isOurs ? (heldId(imported.id) ?? imported.id) : await derivedId(`${seed} ${imported.id}`);
    if (!byId.has(id) || !free(id)) {
      const alike = (byPlace.get(placeKey(wanted)) ?? []).find(
        (other) => !used.has(other.id) && says(other, inOurLetters(wanted, other)),
      );
      if (alike) id = alike.id;
    }
    for (let turn = 2; !free(id); turn++) id = await derivedId(`${seed} ${imported.id} ${turn}`);
    used.add(id);
    ids.set(imported.id, id);
  }
  return annotations.map(({ imported }, n) => {
    const id = ids.get(imported.id) ?? imported.id;
    const ours = byId.get(id);
    const annotation = { ...inOurLetters(fresh[n], ours), id, ...links(imported, ids, codebook, ours) } as Annotation;
    const supersedes = imported.supersedes?.map((other) => ids.get(other) ?? other);
    return { annotation: supersedes ? { ...annotation, supersedes } : annotation, ours };
  });
}

/** Fields that tell nothing of what is annotated. */
const times: ReadonlySet<string> = new Set(['created', 'modified']);

type Unlinked = Omit<Annotation, 'links' | 'supersedes'>;

function withCodebook({ imported, target, text }: PlacedImport, codebook: CodebookMapping): Unlinked {
  const {
    isOurs = false,
    links: _,
    supersedes: __,
    text: ___,
    actor,
    topic,
    source,
    stance,
    attributes,
    ...rest
  } = imported;
  return {
    ...rest,
    target,
    ...(text === undefined ? {} : { text }),
    ...(actor === undefined ? {} : { actor: codebook.id('actors', actor, isOurs) }),
    ...(topic === undefined ? {} : { topic: codebook.id('topics', topic, isOurs) }),
    ...(stance === undefined ? {} : { stance: codebook.id('stances', stance, isOurs) }),
    ...(source === undefined ? {} : { source: codebook.id('sources', source, isOurs) }),
    ...(attributes === undefined ? {} : { attributes: codebook.attributes(attributes) }),
  };
}

/** The links in our ids. One that says less than a link of ours, of the same role to the same annotation, says nothing new. */
function links(
  imported: ImportedAnnotation,
  ids: ReadonlyMap<string, string>,
  codebook: CodebookMapping,
  ours: Annotation | undefined,
): { readonly links?: readonly Link[] } {
  const { isOurs = false } = imported;
  const found = (imported.links ?? []).map((link): Link => {
    const { actor, annotation, source, for: principal } = link;
    return {
      ...link,
      role: codebook.definedId('roles', link.role),
      ...(actor === undefined ? {} : { actor: codebook.id('actors', actor, isOurs) }),
      ...(annotation === undefined ? {} : { annotation: ids.get(annotation) ?? annotation }),
      ...(source === undefined ? {} : { source: codebook.id('sources', source, isOurs) }),
      ...(principal === undefined ? {} : { for: codebook.id('actors', principal, isOurs) }),
    };
  });
  const news = found.filter((link) => !ours?.links?.some((other) => isSubset(inOurLetters(link, other), other)));
  return news.length > 0 ? { links: news } : {};
}

function placeKey({ type, target }: Pick<Annotation, 'type' | 'target'>): string {
  return JSON.stringify([type, ...target.map(({ start, end }) => [start, end])]);
}

/** Whether an annotation of ours says all that another does, links apart. */
function says(ours: Annotation, wanted: Unlinked): boolean {
  const { id: _, target: __, text: ___, ...fields } = wanted;
  const told = Object.entries(fields).filter(([name]) => !times.has(name));
  return told.every(([name, value]) => isSubset(value, (ours as unknown as Record<string, unknown>)[name]));
}

/** Whether all that `part` holds is in `whole` too; lists are compared as they are. */
function isSubset(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) {
    return JSON.stringify(part) === JSON.stringify(whole);
  }
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(part).every(
    ([name, value]) => Object.hasOwn(whole, name) && isSubset(value, (whole as Record<string, unknown>)[name]),
  );
}

/** Whether two of one id are one thing, though a person may have changed ours: of one type, not by two creators, and about
 * the same words or overlapping ones. */
function isSameThing(ours: Annotation, wanted: Unlinked): boolean {
  if (ours.type !== wanted.type) return false;
  if (ours.creator !== undefined && wanted.creator !== undefined && ours.creator !== wanted.creator) return false;
  const words = ({ target }: Pick<Annotation, 'target'>): string => target.map(({ exact }) => exact).join('\n');
  const sorted = [...wanted.target].sort(compareRanges);
  return words(ours) === words(wanted) || ours.target.some((one) => sorted.some((other) => overlaps(one, other)));
}
