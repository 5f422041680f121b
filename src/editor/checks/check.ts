import type * as vscode from 'vscode';
import type { EffectiveCodebook } from '../../model/codebook';
import type { PlacedAnnotation } from '../../model/annotation';
import { trimmed, type Range } from '../../model/range';
import { decidersOf } from '../../model/superseded';
import { ourDiagnostic, type Told } from '../articleDiagnostics';
import { plainMessage } from '../plainMessage';
import type { Article } from '../store/article';
import { shownRanges } from '../language/under';
import type { CheckName } from './checkNames';

/** What is looked at: an article and the codebook that counts for it, both readable. */
export interface Checked {
  readonly article: Article;
  readonly lists: EffectiveCodebook;
  /** Its annotations that stand somewhere and count: those that another one supersedes don't. */
  readonly annotations: readonly Standing[];
}

export interface Standing {
  readonly annotation: PlacedAnnotation;
  /** At least one. */
  readonly ranges: readonly [Range, ...Range[]];
}

/** What can be done about a finding: a command of ours with its arguments. */
export interface Fix {
  readonly title: string;
  readonly command: string;
  readonly args: readonly object[];
}

/** Something that a check found. */
export interface Finding extends Told {
  /** Where its fixes are offered. */
  readonly where: readonly Range[];
  readonly fixes: readonly Fix[];
}

/** Findings of one check in one article that are told: nobody works off more at once. */
export const MOST = 500;

export function standing(article: Article): readonly Standing[] {
  const all = article.shown();
  const superseded = decidersOf(all);
  return all.flatMap((annotation): Standing[] => {
    const [first, ...others] = shownRanges(article, annotation);
    return first && !superseded.has(annotation.id) ? [{ annotation, ranges: [first, ...others] }] : [];
  });
}

/** What a check found, for {@link finding}. */
export interface Found {
  readonly check: CheckName;
  readonly message: string;
  readonly severity: vscode.DiagnosticSeverity;
  readonly ranges: readonly [Range, ...Range[]];
  readonly fixes: readonly Fix[];
}

/** A finding; its diagnostic stands at the beginning of the first range, so that no whole sentence is underlined. */
export function finding(article: Article, { check, message, severity, ranges, fixes }: Found): Finding {
  const range = article.editorRange(beginning(article.text, ranges[0]));
  return { diagnostic: ourDiagnostic(range, plainMessage(message), severity, check), where: ranges, fixes };
}

/** A short range as a whole, of a longer one its first word. */
function beginning(text: string, range: Range): Range {
  const LONGEST = 40;
  if (range.end - range.start <= LONGEST) return range;
  const { start } = trimmed(text, range);
  const word = /^\S{1,40}/u.exec(text.slice(start, range.end))?.[0] ?? '';
  return { start, end: start + word.length };
}
