import type { Actor, Codebook } from '../model/codebook';
import { isBelow } from '../model/itemEdits';
import { foldedName } from '../model/lookup';
import type { FieldFinding } from './finding';
import { knownIds, type KnownIds } from './knownIds';

/** What is wrong with a codebook that can be read: items that name others which aren't there, or are below themselves; and
 * names that could mean several actors. */
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
    ...circles('actors', actors),
    ...circles('topics', topics),
    ...sharedNames(actors),
  ];
}

function circles(
  list: 'actors' | 'topics',
  items: readonly { readonly id: string; readonly name: string }[],
): FieldFinding[] {
  return items.flatMap((item, i): FieldFinding[] =>
    isBelow(items, item, item.id)
      ? [{ severity: 'error', message: `"${item.id}" is below itself`, path: [list, i, 'parent'] }]
      : [],
  );
}

/** Two actors may share a name in the world; who types it is asked for an id then. */
function sharedNames(actors: readonly Actor[]): FieldFinding[] {
  const first = new Map<string, Actor>();
  return actors.flatMap((actor, i): FieldFinding[] => {
    const name = foldedName(actor.name);
    const other = first.get(name);
    if (!other) first.set(name, actor);
    return other ? [{ severity: 'note', message: `"${other.id}" has the same name`, path: ['actors', i, 'name'] }] : [];
  });
}
