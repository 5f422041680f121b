import type { PlacedAnnotation } from '../../model/annotation';
import { annotationShape } from '../../sidecar/shapes';
import { described } from '../catalogue';
import { loseOfArticle, loseOfCodebooks } from '../losing';
import type { Format } from '../format';
import { namesByCodebook, type Reference } from '../../model/names';
import { ResolvedArticle, type LinkedActor } from '../resolvedArticle';
import { oneFile } from '../writing/streaming';
import { read } from './jsonl/reading';

/** JSON Lines, one line an annotation: `article` (its path), then the sidecar's object as it is, with its current positions and
 * a `standing` on it and on each range (with `confidence` where it was looked for in a changed text, and `candidates` where it is
 * uncertain), then `resolved`. A reader that wants the sidecar's object drops these; fields of their names in a file give way to ours.
 *
 * `resolved` holds what is derived: `lines` (from 1, one a range, null where it isn't anchored), `texts` (one a range: null where it is
 * anchored, else the sha256 of the earlier text that its `start` and `end` belong to; left out where all are anchored), `date` (its own, else the
 * article's), `title` of the article, and names: `actor`, `topic`, `stance`, `source` as `{id, name}` (survivors of merges),
 * `actors` by role of the links as lists of `{id, name, for?}`.
 *
 * `start`, `end`: UTF-16 code units of the LF text, end exclusive; those of `candidates` are of the present one always. `orphaned`: true
 * where a person said that the text is gone. UTF-8, LF, no byte order mark; a lone surrogate is written
 * as an escape. Lost: of an article all but its title and date, fields named as ours, codebook items but for the names of those that are
 * referred to. (https://jsonlines.org)
 *
 * Read is what this writes, and lines made by hand: `article` and `target` are needed, of a range `start` and `end`. */
export const jsonl: Format = {
  ...described('jsonl'),
  write: ({ codebooks, articles }, { losses }) => {
    loseOfCodebooks(codebooks, {}, losses);
    const namesOf = namesByCodebook();
    return oneFile('', articles, function* (article) {
      const resolved = new ResolvedArticle(article, namesOf(article.codebook));
      loseOfArticle(article, { info: article.annotations.length > 0 ? heldOfArticle : new Set() }, losses);
      for (const annotation of article.annotations) {
        yield `${JSON.stringify(line(resolved, annotation))}\n`;
      }
    });
  },
  read,
};

const knownFields: ReadonlySet<string> = new Set([...annotationShape.fields.keys(), 'standing']);
const heldOfArticle: ReadonlySet<string> = new Set(['title', 'date']);

function line(resolved: ResolvedArticle, annotation: PlacedAnnotation): object {
  const article = resolved.article.path;
  const isKnown = Object.keys(annotation).every((name) => knownFields.has(name));
  if (!isKnown) {
    // `article` comes first, and wins over a field of that name. By spreading: a field "__proto__" must become one.
    const first: { readonly article?: string } = { article };
    return { ...first, ...annotation, ...{ article, resolved: derived(resolved, annotation) } };
  }
  // Field by field, undefined ones too, which JSON leaves out: copying fields of one object to another takes far longer.
  const { id, type, target, text, actor, form, topic, stance, attribution, summary, source, kind } = annotation;
  const { reference, url, date, links, attributes, note, supersedes, orphaned, creator, created, modified } =
    annotation;
  // prettier-ignore
  return {
    article, id, type, target, text, actor, form, topic, stance, attribution, summary, source, kind,
    reference, url, date, links, attributes, note, supersedes, orphaned, creator, created, modified,
    standing: annotation.standing, resolved: derived(resolved, annotation),
  };
}

function derived(resolved: ResolvedArticle, annotation: PlacedAnnotation): object {
  const { names, article } = resolved;
  const { actor, topic, stance, source } = annotation;
  const isAnchored = annotation.standing === 'anchored';
  return {
    title: article.info.title,
    date: resolved.date(annotation),
    lines: annotation.target.map((target) => resolved.line(target) ?? null),
    texts: isAnchored ? undefined : annotation.target.map((target) => resolved.earlierText(annotation, target) ?? null),
    actor: actor === undefined ? undefined : named(names.actor(actor)),
    topic: topic === undefined ? undefined : named(names.topic(topic)),
    stance: stance === undefined ? undefined : named(names.stance(stance)),
    source: source === undefined ? undefined : named(names.source(source)),
    actors: linkedActors(resolved, annotation),
  };
}

/** By role; undefined where no link leads to an actor. */
function linkedActors(resolved: ResolvedArticle, annotation: PlacedAnnotation): object | undefined {
  if (!annotation.links) return undefined;
  const roles = [...new Set(annotation.links.map(({ role }) => role))];
  const actors = roles
    .map((role) => [role, resolved.actors(annotation, role).map(inWords)] as const)
    .filter(([, linked]) => linked.length > 0);
  return actors.length > 0 ? Object.fromEntries(actors) : undefined;
}

function inWords({ id, name, for: principal }: LinkedActor): object {
  return { id, name, for: principal && named(principal) };
}

function named({ id, name }: Reference<unknown>): { id: string; name: string } {
  return { id, name };
}
