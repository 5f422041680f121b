import * as vscode from 'vscode';
import type { CorpusIndex } from '../../corpus/corpusIndex';
import { compareArticles } from '../../corpus/order';
import { byId } from '../../model/codebook';
import { plainLabel } from '../pickers/plainLabel';
import { typeIcon } from '../views/kindIcons';
import { annotationRow, type Said } from './annotationRows';
import { articleName } from './articlesBelow';
import { byName } from './byName';
import type { ClaimIn, Grouped, Grouping } from './claimGroups';
import { sumOf } from './counts';
import { claimsCount } from './figureWords';
import type { FullAnnotations } from './fullAnnotations';
import { spokenOf, type Row } from './row';
import { rowsOfMany } from './rowsOfMany';
import { THESE, theseOf } from './theseClaims';
import type { Book } from './workspace';

const { t } = vscode.l10n;

/** Claims that are shown at once: each may have to be read from a file of its own. */
const AT_ONCE = 500;
/** More groups than this are closed at first. */
const FEW_GROUPS = 1;

/** What rows of claims are made of. */
export interface ClaimsShown {
  readonly book: Book;
  readonly by: Grouping;
  readonly grouped: Grouped;
  readonly index: () => CorpusIndex;
  readonly full: FullAnnotations;
  /** The claims of a group, in the workspace's order. */
  readonly inGroup: (key: string) => readonly ClaimIn[];
}

/** Groups of claims, each opened to its claims. */
export function claimGroupRows(shown: ClaimsShown): readonly Row[] | Promise<readonly Row[]> {
  const { book, by } = shown;
  const keys = groupsInOrder(shown);
  return rowsOfMany({
    id: `${book.key}|claims/${by}`,
    items: keys,
    rows: (some) => some.map((key) => groupRow(shown, key)),
    nameOf: (key) => groupName(shown, key),
  });
}

function groupRow(shown: ClaimsShown, key: string): Row {
  const { book, by, grouped } = shown;
  const id = `${book.key}|claims/${by}/${key}`;
  const label = groupName(shown, key);
  const count = sumOf(grouped.groups.get(key) ?? []);
  const said = new Set<Said>(by === 'topic' ? ['topic'] : by === 'speaker' ? ['speaker'] : []);
  const rows = async (claims: readonly ClaimIn[]): Promise<readonly Row[]> => {
    const lookup = await shown.full.inAll(claims.map(({ uri }) => uri));
    return claims.map(({ uri, rows: all, row }) => {
      const claim = all.annotation(row);
      const article = by === 'article' ? '' : articleName(shown.index(), uri);
      const within = (other: string) => lookup(uri, other);
      return annotationRow(
        { id, book, said, article },
        { article: uri, id: claim.id },
        claim,
        within(claim.id),
        within,
      );
    });
  };
  return {
    id,
    label,
    description: `${count}`,
    spoken: spokenOf(label, claimsCount(count)),
    context: 'claimGroup',
    icon: groupIcon(by),
    isOpen: grouped.groups.size <= FEW_GROUPS,
    claims: { book: book.key, by, key },
    tooltip: () =>
      by === 'article' ? plainLabel(vscode.workspace.asRelativePath(vscode.Uri.parse(key, true)), 400) : label,
    children: () => rowsOfMany({ id, items: shown.inGroup(key), rows, most: AT_ONCE }),
  };
}

/** A group in words. */
export function groupName(
  { book, by, index }: Pick<ClaimsShown, 'book' | 'index'> & { by: string },
  key: string,
): string {
  switch (by) {
    case 'topic':
      return key === '' ? t('No topic') : plainLabel(book.known.topic(key)?.name ?? key);
    case 'speaker':
    case 'position':
      return key === '' ? t('No speaker') : plainLabel(book.known.actor(key)?.name ?? key);
    case 'source':
      return key === '' ? t('No source') : plainLabel(book.known.source(key)?.name ?? key);
    case 'article':
      return articleName(index(), key);
    case 'verdict': {
      const options = byId(book.lists.attributes, 'verdict')?.options ?? [];
      return key === '' ? t('No verdict') : plainLabel(byId(options, key)?.name ?? key);
    }
    case THESE:
      return plainLabel(theseOf(key).title);
    default:
      return standingName(key);
  }
}

function standingName(key: string): string {
  if (key === 'uncertain') return t('Place not sure');
  return key === 'orphaned' ? t('Text gone') : t('In its place');
}

function groupIcon(by: Grouping): vscode.ThemeIcon {
  switch (by) {
    case 'topic':
      return new vscode.ThemeIcon('symbol-class', new vscode.ThemeColor('policyAnnotator.claimBorder'));
    case 'speaker':
      return typeIcon('actor');
    case 'article':
      return new vscode.ThemeIcon('file-text');
    case 'verdict':
      return new vscode.ThemeIcon('law');
    case 'standing':
      return new vscode.ThemeIcon('location');
  }
}

/** Groups as one looks for them: by name, articles as in the workspace, verdicts as the codebook lists them; none last. */
export function groupsInOrder(shown: ClaimsShown): readonly string[] {
  const { book, by, index, grouped } = shown;
  const keys = [...grouped.groups.keys()];
  const ranked = (ranks: readonly string[]): readonly string[] =>
    [...keys].sort((a, b) => rank(ranks, a) - rank(ranks, b) || (a < b ? -1 : 1));
  if (by === 'verdict') return ranked((byId(book.lists.attributes, 'verdict')?.options ?? []).map(({ id }) => id));
  if (by === 'standing') return ranked(['uncertain', 'orphaned', 'anchored']);
  if (by === 'article') {
    const places = new Map(keys.map((key) => [key, index().known(key)] as const));
    return [...keys].sort((a, b) => {
      const [left, right] = [places.get(a), places.get(b)];
      return left && right ? compareArticles(left, right) : 0;
    });
  }
  const names = keys.map((key) => ({ key, name: groupName(shown, key) }));
  return names
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || byName(a, b) || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}

function rank(ranks: readonly string[], key: string): number {
  if (key === '') return Infinity;
  const at = ranks.indexOf(key);
  return at < 0 ? ranks.length : at;
}
