import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import type { Article } from '../store/article';
import type { Looking } from './looking';
import { referredTo, type Subject } from './subjects';
import { annotationsUnder, shownRanges } from './under';

/** VS Code sends them all again at each move of the cursor. */
const MOST = 5000;

/** In these, words that are alike are no symbols: VS Code's own highlights would be noise. */
const prose = 'policy-article';

/**
 * The mentions in the article of the actor at a place, under whatever name, or the places of the source there; else all ranges of
 * the annotation there where it has several. Claims of one topic aren't: whole sentences in colour help nobody.
 * Undefined where VS Code may show its own.
 */
export async function highlights(
  looking: Looking,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.DocumentHighlight[] | undefined> {
  const look = await looking.at(document, position);
  if (!look) return undefined;
  const { article, spoken } = look;
  const subjects = spoken.map(({ subject }) => subject).filter(({ kind }) => kind !== 'topic');
  const ranges = subjects.length > 0 ? rangesOf(article, subjects) : partsAt(article, article.offsetAt(position));
  if (ranges.length === 0 && document.languageId !== prose) return undefined;
  return ranges.slice(0, MOST).map((range) => new vscode.DocumentHighlight(article.editorRange(range)));
}

function rangesOf(article: Article, subjects: readonly Subject[]): readonly Range[] {
  return article.shown().flatMap((annotation) => {
    const to = referredTo(annotation);
    const isMeant = to && subjects.some(({ kind, ids }) => kind === to.kind && ids.has(to.id));
    return isMeant ? shownRanges(article, annotation) : [];
  });
}

/** The ranges of the innermost annotation, if these are several. */
function partsAt(article: Article, offset: number): readonly Range[] {
  const [innermost] = annotationsUnder(article, offset);
  const ranges = innermost ? shownRanges(article, innermost.annotation) : [];
  return ranges.length > 1 ? ranges : [];
}
