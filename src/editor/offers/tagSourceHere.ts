import { sourceAt } from '../../suggest/reference';
import { Arguments } from '../commands/arguments';
import { tagSource } from '../commands/tagSource';
import { workplaceOf } from '../commands/tagging';
import { articleOf, cursorOf, editorOf } from '../commands/target';
import type { Parts } from '../parts';
import { nearestFirst } from '../pickers/nearness';
import { accept } from './accepting';
import type { Offers } from './offers';

/** Marks the selection or the reference at the cursor as a source without asking; else the nearest source that is offered;
 * where there is none, asks as {@link tagSource} does. Gives the id. */
export async function tagSourceHere(parts: Parts, offers: Offers): Promise<string | undefined> {
  const article = await articleOf(parts.articles, undefined);
  const hasSelection = editorOf(article)?.selections.some((selection) => !selection.isEmpty) ?? false;
  const cursor = cursorOf(article);
  if (hasSelection || sourceAt(article.text, cursor)) return tagSource(parts, new Arguments({}));
  const sources = (await offers.of(article)).filter(({ type }) => type === 'source');
  const [nearest] = nearestFirst(sources, ({ ranges }) => ranges, [{ start: cursor, end: cursor }]);
  if (!nearest) return tagSource(parts, undefined);
  const [id] = await accept(parts, await workplaceOf(parts, article), [nearest]);
  return id;
}
