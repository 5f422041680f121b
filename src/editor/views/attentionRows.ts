import * as vscode from 'vscode';
import { isKeptOrphan, type PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import { doubtsOf, type Doubt } from '../attention/doubts';
import { percent, whatInDoubt, whyInDoubt } from '../attention/words';
import { plainLabel } from '../pickers/plainLabel';
import { placesOf } from '../places';
import type { Article } from '../store/article';
import { quotation, quoted } from '../wording';
import type { Row } from './articleNodes';
import { inContext } from './inContext';

const { t } = vscode.l10n;

/** So many code units before a likely place that it is seen in a narrow view. */
const BEFORE = 14;
/** So much of the old words that why it is here can be read behind them. */
const MOST_OF_QUOTATION = 40;

/** A row of what needs attention: the old words, why, and its likely places under it, best first. */
export function doubtRow(row: Row, article: Article, annotation: PlacedAnnotation, lists: EffectiveCodebook): Row {
  const doubts = doubtsOf(annotation, placesOf(article, annotation));
  const [first] = doubts;
  if (!first) return row;
  const mostLikely = doubts.find(({ candidates }) => candidates.length > 0) ?? first;
  const why = whyInDoubt(mostLikely.standing, mostLikely.candidates);
  const what = whatInDoubt(first, lists);
  const words = quoted(plainLabel(quotation(annotation)));
  return {
    ...row,
    label: quoted(plainLabel(quotation(annotation), MOST_OF_QUOTATION)),
    description: `${why} · ${what}`,
    spoken: `${words}, ${why}, ${what}`,
    children: doubts.flatMap((doubt) => candidateRows(row, article, doubt, doubts.length > 1)),
  };
}

/** A row of what a person keeps although its text is gone. */
export function keptRow(row: Row, annotation: PlacedAnnotation, what: string): Row {
  return {
    ...row,
    label: quoted(plainLabel(quotation(annotation), MOST_OF_QUOTATION)),
    description: what,
    spoken: t('{0}, kept as an orphan, {1}', quoted(plainLabel(quotation(annotation))), what),
  };
}

/** What an annotation's row says of its place, and the words in a row's context that say what can be done. */
export function standingWords(annotation: PlacedAnnotation): { readonly said: string; readonly context: string[] } {
  if (annotation.standing === 'anchored') return { said: '', context: [] };
  if (isKeptOrphan(annotation)) return { said: t('orphan'), context: ['kept'] };
  if (annotation.standing === 'orphaned') return { said: t('text gone'), context: ['doubt'] };
  const isLikely = annotation.target.some(({ candidates = [] }) => candidates.length > 0);
  return { said: t('place not sure'), context: isLikely ? ['doubt', 'likely'] : ['doubt'] };
}

function candidateRows(row: Row, article: Article, doubt: Doubt, several: boolean): readonly Row[] {
  const { annotation, rangeIndex, candidates } = doubt;
  return candidates.map((candidate, index): Row => {
    const { lead, exact, after } = inContext(article.text, candidate, BEFORE);
    const line = article.positionAt(candidate.start).line + 1;
    const sure = percent(candidate.confidence);
    const which = several ? t('range {0}', rangeIndex + 1) : '';
    const from = sure.length + 2 + lead.length;
    return {
      id: `${row.id}/${rangeIndex}/${index}`,
      label: `${sure}  ${lead}${exact}${after}`,
      highlights: [[from, from + exact.length]],
      description: which,
      spoken: [t('Likely place, {0}, line {1}: {2}', sure, line, lead + exact + after), which]
        .filter(Boolean)
        .join(', '),
      context: 'candidate',
      icon: new vscode.ThemeIcon('location'),
      annotation: { article: article.key, id: annotation.id, rangeIndex, candidate: index },
      children: [],
    };
  });
}
