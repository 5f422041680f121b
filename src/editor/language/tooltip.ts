import { showUnseen } from '../../model/unseen';
import type { ActiveContent } from '../activeArticle';
import { plainLabel } from '../pickers/plainLabel';
import { quotation, quoted } from '../wording';
import { details, whoAndWhen } from './details';

/** The tooltip of an annotation's row in a view, as plain text. */
export function tooltipOf({ article, codebook }: ActiveContent, id: string): string | undefined {
  const annotation = article.annotation(id);
  if (!annotation) return undefined;
  const lines = details(annotation, codebook.lists, (other) => article.annotation(other));
  const all = [
    quoted(showUnseen(quotation(annotation, 300))),
    ...lines.map(({ label, value }) => `${label}: ${value}`),
  ];
  return [...all, plainLabel(whoAndWhen(annotation))].filter((line) => line !== '').join('\n');
}
