import type { Link } from '../../../model/annotation';
import type { ImportedAnnotation, ImportedArticle } from '../../imported';
import type { Renaming } from './uniting';

/** An article whose annotations refer to the united codebook. */
export function renamedArticle(article: ImportedArticle, renaming: Renaming): ImportedArticle {
  return { ...article, annotations: article.annotations.map((annotation) => renamed(annotation, renaming)) };
}

function renamed(annotation: ImportedAnnotation, renaming: Renaming): ImportedAnnotation {
  const { actor, topic, source, stance, links } = annotation;
  return {
    ...annotation,
    ...(actor === undefined ? {} : { actor: renaming('actors', actor) }),
    ...(topic === undefined ? {} : { topic: renaming('topics', topic) }),
    ...(source === undefined ? {} : { source: renaming('sources', source) }),
    ...(stance === undefined ? {} : { stance: renaming('stances', stance) }),
    ...(links === undefined ? {} : { links: links.map((link) => renamedLink(link, renaming)) }),
  };
}

function renamedLink(link: Link, renaming: Renaming): Link {
  const { actor, source, for: principal } = link;
  return {
    ...link,
    ...(actor === undefined ? {} : { actor: renaming('actors', actor) }),
    ...(source === undefined ? {} : { source: renaming('sources', source) }),
    ...(principal === undefined ? {} : { for: renaming('actors', principal) }),
  };
}
