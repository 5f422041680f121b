import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import { contains, type Range } from '../../model/range';
import type { Article } from '../store/article';
import { pickAnnotation } from '../pickers/annotationPicker';
import type { Entry } from '../store/step';
import { UserError } from '../userError';
import type { Arguments } from './arguments';
import type { Workplace } from './tagging';
import { checked, cursorOf, editorOf } from './target';

/** Annotations whose target holds the offset, the shortest first; what isn't anchored stands nowhere. */
export function annotationsAt(article: Article, offset: number): readonly PlacedAnnotation[] {
  const at = { start: offset, end: offset };
  const length = (annotation: PlacedAnnotation): number =>
    annotation.target.reduce((sum, { start, end }) => sum + end - start, 0);
  return article
    .shown()
    .filter(({ target }) => target.some((range) => range.standing === 'anchored' && contains(range, at)))
    .sort((a, b) => length(a) - length(b));
}

/** All annotations of the article, the nearest to the offset first. */
function nearestTo(article: Article, offset: number): readonly PlacedAnnotation[] {
  const distance = ({ target }: PlacedAnnotation): number =>
    Math.min(...target.map(({ start, end }) => Math.max(start - offset, offset - end, 0)));
  return [...article.shown()].sort((a, b) => distance(a) - distance(b));
}

/** The annotation at ranges: one of exactly these, else the shortest around them. */
function annotationAround(article: Article, ranges: readonly Range[]): PlacedAnnotation | undefined {
  const around = annotationsAt(article, ranges[0]?.start ?? 0).filter(({ target }) =>
    ranges.every((range) => target.some((other) => other.standing === 'anchored' && contains(other, range))),
  );
  const isExactly = ({ target }: PlacedAnnotation): boolean =>
    ranges.every((range) => target.some(({ start, end }) => start === range.start && end === range.end));
  return around.find(isExactly) ?? around[0];
}

/**
 * The annotation that a command is about: the argument's id, else the one at its range (unless that is what the command
 * sets), else the one at the cursor. A person is asked where several are there; with an argument object the shortest
 * counts. Undefined where the person chose none.
 */
export async function chosenEntry(
  { article, codebook }: Workplace,
  args: Arguments | undefined,
  prompt: string,
  setsRange: boolean,
): Promise<Entry | undefined> {
  const id = args?.given('id');
  if (id !== undefined) return knownEntry(article, id);
  const ranges = setsRange ? undefined : args?.ranges();
  if (ranges) {
    const there = annotationAround(article, checked(article, ranges));
    if (!there) throw new UserError(vscode.l10n.t('There is no annotation at this range.'));
    return article.entry(there.id);
  }
  if (args && !editorOf(article)) throw new UserError(vscode.l10n.t('Give the annotation’s id.'));
  const cursor = cursorOf(article);
  const atCursor = annotationsAt(article, cursor);
  // A person may select the new text first and say then which annotation it is for.
  const here = atCursor.length > 0 || args ? atCursor : nearestTo(article, cursor);
  const [shortest] = here;
  if (!shortest) throw new UserError(vscode.l10n.t('There is no annotation at the cursor.'));
  const chosen = args || atCursor.length === 1 ? shortest : await pickAnnotation(article, codebook, here, prompt);
  return chosen && article.entry(chosen.id);
}

/** Why something can't be done with what is hidden, and what to do about that. */
export function hidden(message: string): UserError {
  return new UserError(message, {
    title: vscode.l10n.t('Show…'),
    run: () => vscode.commands.executeCommand('policyAnnotator.filterCreators'),
  });
}

/** Throws a {@link UserError} where the article has no annotation of this id, or only one that is hidden. */
export function knownEntry(article: Article, id: string): Entry {
  const entry = article.entry(id);
  if (entry && article.shows(entry.fields)) return entry;
  if (entry) throw hidden(vscode.l10n.t('The annotation “{0}” is another annotator’s, and hidden.', id));
  throw new UserError(vscode.l10n.t('{0} has no annotation with the id “{1}”.', article.fileName, id));
}
