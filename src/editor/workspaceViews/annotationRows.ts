import * as vscode from 'vscode';
import type { IndexedAnnotation } from '../../corpus/indexed';
import { annotationTypes } from '../../model/annotation';
import { plainLabel } from '../pickers/plainLabel';
import { annotationTooltip } from '../language/tooltip';
import { annotationIcon } from '../views/kindIcons';
import { actorsOfRole, headline, quotation, quoted, stanceSign, topicName, typeName } from '../wording';
import type { FullAnnotation, Lookup } from './fullAnnotations';
import { dotted, spokenOf, type AnnotationOf, type Row } from './row';
import type { Book } from './workspace';

/** What the rows above an annotation's say already. */
export type Said = 'topic' | 'speaker';

/** How the annotations of one article are shown. */
export interface Showing {
  /** Of the row above. */
  readonly id: string;
  readonly book: Book;
  readonly said: ReadonlySet<Said>;
  /** What else is said of one, as “evidence”. */
  readonly about?: (annotation: IndexedAnnotation) => string;
  /** Where the article isn't told by the rows above. */
  readonly article?: string;
}

/** The row of an annotation: a mention or passage in its line's words, a claim by who says what, a source by its reference. */
export function annotationRow(
  { id, book, said, about, article = '' }: Showing,
  where: AnnotationOf,
  indexed: IndexedAnnotation,
  full: FullAnnotation | undefined,
  lookup: Lookup,
): Row {
  const { lists } = book;
  const type = annotationTypes.find((known) => known === indexed.type) ?? 'other';
  const annotation = full?.annotation ?? { ...indexed, target: [], standing: 'anchored' as const };
  const words = full ? plainLabel(quotation(annotation)) : '';
  const shown = full ? shownOf(full, said, book) : { label: plainLabel(headline(annotation, lists)), more: '' };
  const label = shown.label === '' ? words || typeName(indexed.type) : shown.label;
  const quote = words === '' || shown.isInWords === true || words === label ? '' : quoted(words);
  const description = dotted(shown.more, about?.(indexed), quote, article);
  return {
    id: `${id}/${where.article}#${where.id}`,
    label,
    ...(shown.highlights ? { highlights: shown.highlights } : {}),
    description,
    spoken: spokenOf(
      `${typeName(indexed.type)}: ${shown.isInWords === true ? label : plainLabel(headline(annotation, lists))}`,
      about?.(indexed),
      quote,
      article,
    ),
    context: ['annotation', type, ...(annotation.links?.length ? ['linked'] : [])].join('.'),
    icon: annotationIcon(annotation),
    annotation: where,
    command: { command: 'policyAnnotator.view.goTo', title: vscode.l10n.t('Go to Annotation'), arguments: [where] },
    tooltip: () => full && annotationTooltip(annotation, lists, (other) => lookup(other)?.annotation),
    told: [annotation.modified, annotation.note, annotation.links],
  };
}

interface Shown {
  readonly label: string;
  readonly more: string;
  readonly highlights?: [number, number][];
  /** Whether the label is the marked text itself, in its line. */
  readonly isInWords?: boolean;
}

function shownOf(
  { annotation, words: { lead, exact, after } }: FullAnnotation,
  said: ReadonlySet<Said>,
  book: Book,
): Shown {
  const { lists } = book;
  switch (annotation.type) {
    case 'claim': {
      const sign = stanceSign(lists, annotation.stance);
      const who = said.has('speaker') ? '' : plainLabel(actorsOfRole(annotation, 'speaker', lists));
      const topic = said.has('topic') || annotation.topic === undefined ? '' : topicName(lists, annotation.topic);
      const main = topic === '' ? who : topic;
      const label = main === '' ? '' : plainLabel([sign, main].filter((part) => part !== '').join(' '));
      return { label, more: topic === '' ? '' : who };
    }
    case 'source':
      return { label: plainLabel(annotation.reference ?? ''), more: '' };
    default:
      return {
        label: lead + exact + after,
        more: '',
        highlights: [[lead.length, lead.length + exact.length]],
        isInWords: true,
      };
  }
}
