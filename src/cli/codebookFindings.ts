import type { Codebook } from '../model/codebook';
import type { FieldFinding } from './finding';
import { knownIds, type KnownIds } from './knownIds';

/** What is wrong with a codebook that can be read: items that name others which aren't there. */
export function codebookFindings(codebook: Codebook): FieldFinding[] {
  const known = knownIds(codebook);
  const check = (list: keyof KnownIds, id: string | undefined, ...path: (string | number)[]): FieldFinding[] =>
    id === undefined || known[list].has(id)
      ? []
      : [{ severity: 'error', message: `There is no ${list.slice(0, -1)} "${id}"`, path }];
  const { actors = [], topics = [], sources = [] } = codebook;
  return [
    ...actors.flatMap(({ parent, members = [] }, i) => [
      ...check('actors', parent, 'actors', i, 'parent'),
      ...members.flatMap((id, n) => check('actors', id, 'actors', i, 'members', n)),
    ]),
    ...topics.flatMap(({ parent }, i) => check('topics', parent, 'topics', i, 'parent')),
    ...sources.flatMap(({ origin }, i) => check('actors', origin, 'sources', i, 'origin')),
  ];
}
