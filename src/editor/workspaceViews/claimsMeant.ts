import * as vscode from 'vscode';
import type { Arguments } from '../commands/arguments';
import { knownActor, knownSource, knownTopic } from '../commands/names';
import type { Choice } from '../pickers/choose';
import { pick } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import { UserError } from '../userError';
import { groupName, groupsInOrder } from './claimRows';
import { sumOf } from './counts';
import { claimsCount } from './figureWords';
import type { ClaimsOf } from './row';
import type { ShownClaims } from './shownClaims';
import { MOST_THESE, THESE, theseKey } from './theseClaims';
import type { Book, Workspace } from './workspace';

const { t } = vscode.l10n;

/** The claims that an argument object means: exactly those that it names, or of a topic, speaker, source or verdict, else those of its
 * article. The article says of which codebook, where there are several. Throws a {@link UserError} where none are meant. */
export function claimsGiven(workspace: Workspace, args: Arguments): ClaimsOf {
  const exact = args.annotations('claims');
  const article = (exact?.[0]?.article ?? args.uri('article'))?.toString();
  const book = article === undefined ? workspace.books[0] : workspace.bookOf(article);
  if (!book) throw new UserError(t('There is no codebook yet. It is made when the first actor is tagged.'));
  const { actors, topics, sources } = book.lists;
  const [topic, speaker, source, verdict] = ['topic', 'speaker', 'source', 'verdict'].map((name) => args.given(name));
  const meant = (by: string, key: string): ClaimsOf => ({ book: book.key, by, key });
  if (exact) {
    const title = args.given('title') ?? '';
    const cut = exact.length > MOST_THESE;
    return meant(THESE, theseKey(cut ? t('{0}: the first {1} of {2}', title, MOST_THESE, exact.length) : title, exact));
  }
  if (topic !== undefined) return meant('topic', knownTopic(topics, topic).id);
  if (speaker !== undefined) return meant('speaker', knownActor(actors, speaker).id);
  if (source !== undefined) return meant('source', knownSource(sources, source).id);
  if (verdict !== undefined) return meant('verdict', verdict);
  if (article !== undefined) return meant('article', article);
  throw new UserError(t('Say which claims: {0}.', 'claims, topic, speaker, source, verdict, article'));
}

/** Asks for one of the groups that the view shows. */
export async function askClaims({
  workspace,
  claims,
}: {
  readonly workspace: Workspace;
  readonly claims: ShownClaims;
}): Promise<ClaimsOf | undefined> {
  const rows: Choice<ClaimsOf>[] = [];
  for (const book of workspace.books) rows.push(...(await choices(claims, book, workspace.books.length > 1)));
  if (rows.length === 0) throw new UserError(t('No claim is marked yet.'));
  return pick<ClaimsOf>({ title: t('List claims'), placeholder: t('Which?'), rows });
}

async function choices(claims: ShownClaims, book: Book, several: boolean): Promise<Choice<ClaimsOf>[]> {
  const shown = await claims.groups(book);
  return groupsInOrder(shown).map((key) => ({
    label: groupName(shown, key),
    description: [claimsCount(sumOf(shown.grouped.groups.get(key) ?? [])), several ? plainLabel(book.label) : '']
      .filter((part) => part !== '')
      .join(' · '),
    value: { book: book.key, by: shown.by, key },
  }));
}
