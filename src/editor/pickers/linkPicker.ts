import type { LinkChoice } from '../commands/linking';
import type { Workplace } from '../commands/tagging';
import type { Parts } from '../parts';

export async function askLink(_parts: Parts, _place: Workplace): Promise<LinkChoice | undefined> {
  return undefined;
}

export async function askLinkToRemove(_parts: Parts, _place: Workplace): Promise<LinkChoice | undefined> {
  return undefined;
}
