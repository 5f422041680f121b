import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import { placesOf } from '../places';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { headline, quotation, quoted, typeName } from '../wording';
import type { Choice } from './choose';
import { EditorPreview } from './editorPreview';
import { typeIcon } from './fieldWords';
import { pick } from './pick';
import { plainLabel } from './plainLabel';

/** Asks for one of several annotations; shows each in the editor while the person moves through the list. */
export async function pickAnnotation(
  article: Article,
  codebook: CodebookFile,
  from: readonly PlacedAnnotation[],
  prompt: string,
): Promise<PlacedAnnotation | undefined> {
  const preview = new EditorPreview();
  const several = new Set(from.map(({ creator }) => creator)).size > 1;
  const chosen = await pick<PlacedAnnotation>({
    title: prompt,
    placeholder: vscode.l10n.t('Moving through the list shows each in the text'),
    rows: from.map((annotation) => annotationChoice(article, annotation, codebook.lists, several)),
    moved: (annotation) => previewAnnotation(preview, article, annotation),
  });
  await preview.finish(chosen !== undefined);
  return chosen;
}

/** Marks an annotation in the editor; one whose text is gone is nowhere to be shown. */
export function previewAnnotation(preview: EditorPreview, article: Article, annotation: PlacedAnnotation): void {
  const ranges = placesOf(article, annotation);
  if (ranges.length > 0) preview.show(() => ({ article, ranges }));
}

/** An annotation as a line of a list: what it is, the line that it begins in, its words where the label doesn't say them. */
export function annotationChoice(
  article: Article,
  annotation: PlacedAnnotation,
  lists: EffectiveCodebook,
  withCreator = false,
): Choice<PlacedAnnotation> {
  const line = article.positionAt(placesOf(article, annotation)[0]?.start ?? 0).line + 1;
  const said = headline(annotation, lists);
  const words = quotation(annotation);
  const about = [typeName(annotation.type), vscode.l10n.t('line {0}', line)];
  if (withCreator && annotation.creator !== undefined) about.push(annotation.creator);
  if (said !== words) about.push(quoted(words));
  return {
    label: `${typeIcon(annotation.type)} ${plainLabel(said, 80)}`,
    description: plainLabel(about.join(' · ')),
    value: annotation,
  };
}
