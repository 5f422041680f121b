import type { PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import { showUnseen } from '../../model/unseen';
import type { ActiveContent } from '../activeArticle';
import { plainLabel } from '../pickers/plainLabel';
import { quotation, quoted } from '../wording';
import { details, whoAndWhen } from './details';

/** The tooltip of an annotation's row in a view, as plain text. */
export function tooltipOf({ article, codebook }: ActiveContent, id: string): string | undefined {
  const annotation = article.shownAnnotation(id);
  return annotation && annotationTooltip(annotation, codebook.lists, (other) => article.shownAnnotation(other));
}

/** As {@link tooltipOf}; `find` gives the annotations that it links to. */
export function annotationTooltip(
  annotation: PlacedAnnotation,
  lists: EffectiveCodebook,
  find: (id: string) => PlacedAnnotation | undefined,
): string {
  const lines = details(annotation, lists, find).map(({ label, value }) => `${label}: ${value}`);
  const words = quoted(showUnseen(quotation(annotation, 300)));
  return [words, ...lines, plainLabel(whoAndWhen(annotation))].filter((line) => line !== '').join('\n');
}
