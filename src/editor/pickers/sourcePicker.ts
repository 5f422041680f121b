import * as vscode from 'vscode';
import type { CodebookSource, Named } from '../../model/codebook';
import type { Range } from '../../model/range';
import { fits, fitOf, fitting } from '../../suggest/matching';
import { guessSourceKind } from '../../suggest/reference';
import { Arguments } from '../commands/arguments';
import type { Workplace } from '../commands/tagging';
import type { Parts } from '../parts';
import { withinQuotes } from '../wording';
import { choose, type Choice } from './choose';
import { EditorPreview } from './editorPreview';
import { plainLabel } from './plainLabel';

/** Asks what source the targets are: a new one, of a kind or as a reference that is typed, or one of the codebook's. */
export async function askSource(
  parts: Parts,
  { article, codebook }: Workplace,
  targets: readonly (readonly Range[])[],
): Promise<Arguments | undefined> {
  const { sources, sourceKinds } = codebook.lists;
  const [ranges = []] = targets;
  const surface = ranges.map(({ start, end }) => article.text.slice(start, end)).join(' … ');
  const guessed = guessSourceKind(surface);
  const isMarked = new Set(article.shown().flatMap(({ source }) => source ?? []));
  const uses = parts.corpus.shown();
  const ranked = [...sources].sort(
    (a, b) =>
      fitTo(surface, b) - fitTo(surface, a) ||
      Number(isMarked.has(b.id)) - Number(isMarked.has(a.id)) ||
      uses.usesOf('source', b.id) - uses.usesOf('source', a.id) ||
      a.name.localeCompare(b.name),
  );
  const asMarked = markedChoice(
    targets.length,
    sourceKinds.find(({ id }) => id === guessed),
  );
  const kinds = targets.length === 1 ? sourceKinds.filter(({ id }) => id !== guessed) : sourceKinds;

  const preview = new EditorPreview();
  preview.target(article, targets.flat());
  const chosen = await choose<Arguments>({
    title:
      targets.length > 1
        ? vscode.l10n.t('Mark {0} places as source', targets.length)
        : vscode.l10n.t('Mark “{0}” as source', withinQuotes(plainLabel(surface, 40))),
    placeholder: vscode.l10n.t('Kind, source of the codebook, or a reference such as “KCNA, 18 Dec 2023”'),
    choices: (typed) => {
      if (typed === '') return [asMarked, ...ranked.map(sourceChoice), ...kinds.map(kindChoice)];
      const known = fitting(typed, ranked, ({ name }) => [name]).map(sourceChoice);
      const ofKind = fitting(typed, sourceKinds, ({ name }) => [name]).map(kindChoice);
      const reference = referenceChoice(typed);
      // A kind or source that the letters are merely strewn over is less likely meant than the words themselves.
      const isName = [...sources, ...sourceKinds].some(({ name }) => fitOf(typed, [name]) > fits.initials);
      return isName ? [...known, ...ofKind, reference] : [reference, ...known, ...ofKind];
    },
  });
  await preview.finish(chosen !== undefined);
  return chosen;
}

/** A new source as it is marked; its kind is guessed from the words, for several places each by its own. */
function markedChoice(count: number, guessed: Named | undefined): Choice<Arguments> {
  const value = new Arguments({});
  if (count > 1)
    return { label: `$(add) ${vscode.l10n.t('New sources, of the kinds that their words suggest')}`, value };
  if (!guessed) return { label: `$(add) ${vscode.l10n.t('New source')}`, value };
  return { ...kindChoice(guessed), description: vscode.l10n.t('as its words suggest') };
}

function kindChoice({ id, name }: Named): Choice<Arguments> {
  return {
    label: `$(add) ${vscode.l10n.t('New source: {0}', plainLabel(name))}`,
    value: new Arguments({ kind: id }),
  };
}

function sourceChoice({ id, name, kind, date }: CodebookSource): Choice<Arguments> {
  const about = [kind, date].filter((part) => part !== undefined).join(' · ');
  return { label: plainLabel(name), description: plainLabel(about), value: new Arguments({ source: id }) };
}

function referenceChoice(typed: string): Choice<Arguments> {
  return {
    label: `$(add) ${vscode.l10n.t('Reference: {0}', plainLabel(typed))}`,
    value: new Arguments({ reference: typed }),
  };
}

/** Whether the marked words hold a source's name, or it holds them. */
function fitTo(surface: string, { name }: CodebookSource): number {
  return Math.max(fitOf(surface, [name]), fitOf(name, [surface]) >= fits.inside ? fits.inside : fits.none);
}
