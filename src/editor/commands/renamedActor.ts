import type { Actor } from '../../model/codebook';
import { isSameName } from '../../model/lookup';
import { withValues } from './withValues';

/** The actor under another name. The old one becomes an alias, under which it is still found in texts, unless it is found so anyway. */
export function renamedActor(actor: Actor, name: string): Actor {
  const others = (actor.aliases ?? []).filter((alias) => alias !== name);
  const isFound = [name, ...others].some((known) => isSameName(known, actor.name));
  const aliases = isFound ? others : [...others, actor.name];
  return withValues({ ...actor, name, aliases: aliases.length > 0 ? aliases : undefined });
}
