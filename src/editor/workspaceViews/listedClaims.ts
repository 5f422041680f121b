import * as vscode from 'vscode';
import type { Rows } from '../../corpus/rows';
import { valueOf, type PlacedAnnotation } from '../../model/annotation';
import { byId, type EffectiveCodebook } from '../../model/codebook';
import { LineIndex } from '../../model/lines';
import { plainLine } from '../../model/plainLine';
import { articlesToExport } from '../exchange/exportSource';
import type { Parts } from '../parts';
import { actorsOfRole, headline, quotation, topicName, typeName } from '../wording';
import { contextOf } from './claimContext';
import type { ClaimIn } from './claimGroups';
import type { Listed } from './claimList';
import { stanceName } from './stanceWords';
import type { AnnotationOf } from './row';
import type { Book } from './workspace';

const { t } = vscode.l10n;
const LONGEST_LINE = 300;
/** Articles that are read at the same time. */
const AT_ONCE = 16;

/** A claim of a list, and where it is. */
export interface ListedClaim extends Listed {
  readonly which: AnnotationOf;
  /** False of a mention, or what else was named one by one. */
  readonly isClaim: boolean;
}

interface Kept {
  /** What it was made of: the article in the index, the codebook, and which claims. */
  readonly rows: Rows;
  readonly lists: EffectiveCodebook;
  readonly ids: string;
  readonly claims: readonly ListedClaim[];
}

/** Reads the claims of one list in their articles, each again only where something of it changed. */
export class ListedClaims {
  /** By article (uri as text). */
  private kept = new Map<string, Kept>();

  constructor(private readonly parts: Parts) {}

  /** Gives as many as could be read before it was over.
   * @param bookOf gives the codebook that counts for an article (uri as text) */
  async read(
    bookOf: (uri: string) => Book,
    claims: readonly ClaimIn[],
    report: (share: number) => void,
    isOver: () => boolean,
  ): Promise<readonly ListedClaim[]> {
    const articles = byArticle(claims);
    const read = new Map<string, Kept>();
    for (let at = 0; at < articles.length && !isOver(); at += AT_ONCE) {
      report(at / articles.length);
      const some = articles.slice(at, at + AT_ONCE);
      for (const [uri, kept] of await Promise.all(some.map((all) => this.readOne(bookOf(all[0].uri), all))))
        read.set(uri, kept);
    }
    this.kept = read;
    return [...read.values()].flatMap((kept) => kept.claims);
  }

  private async readOne(
    book: Book,
    [first, ...more]: readonly [ClaimIn, ...ClaimIn[]],
  ): Promise<readonly [string, Kept]> {
    const { uri, rows } = first;
    const ids = [first, ...more].map(({ row }) => rows.id(row));
    const known = this.kept.get(uri);
    if (known && known.rows === rows && known.lists === book.lists && known.ids === ids.join(' ')) return [uri, known];
    const claims = await claimsOf(this.parts, book, uri, ids);
    return [uri, { rows, lists: book.lists, ids: ids.join(' '), claims }];
  }
}

/** Claims that follow each other in one article, together. */
function byArticle(claims: readonly ClaimIn[]): readonly (readonly [ClaimIn, ...ClaimIn[]])[] {
  const articles = new Map<string, [ClaimIn, ...ClaimIn[]]>();
  for (const claim of claims) {
    const others = articles.get(claim.uri);
    if (others) others.push(claim);
    else articles.set(claim.uri, [claim]);
  }
  return [...articles.values()];
}

async function claimsOf(
  parts: Parts,
  book: Book,
  uri: string,
  ids: readonly string[],
): Promise<readonly ListedClaim[]> {
  const article = vscode.Uri.parse(uri, true);
  const shown = plainLine(vscode.workspace.asRelativePath(article), LONGEST_LINE);
  const source = articlesToExport(parts, [article], { root: undefined, found: true }, new Map());
  try {
    for await (const { text, info, annotations } of source) {
      const wanted = new Set(ids);
      const lines = new LineIndex(text);
      return annotations
        .filter(({ id }) => wanted.has(id))
        .map((annotation): ListedClaim => {
          const isThere = annotation.standing === 'anchored';
          const line = lines.lineAt(annotation.target[0]?.start ?? 0) + 1;
          const where = isThere ? t('{0}, line {1}', shown, line) : t('{0}, place not sure', shown);
          const { text: context, ranges } = isThere
            ? contextOf(text, annotation.target)
            : { text: quotation(annotation, 1000), ranges: [] };
          const isClaim = annotation.type === 'claim';
          const about = isClaim ? aboutClaim(annotation, book) : aboutOther(annotation, book);
          const head = [where, info.title, annotation.date ?? info.date]
            .filter((part) => part !== undefined)
            .join(' · ');
          return { which: { article: uri, id: annotation.id }, isClaim, head: oneLine(head), about, context, ranges };
        });
    }
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return ids.map((id) => ({
      which: { article: uri, id },
      isClaim: true,
      head: shown,
      about: oneLine(why),
      context: '',
      ranges: [],
    }));
  }
}

/** "Velmar → Karsk · The levy is lawful · Oppose · reported". */
function aboutClaim(claim: PlacedAnnotation, { lists }: Book): string {
  const speakers = actorsOfRole(claim, 'speaker', lists);
  const addressees = actorsOfRole(claim, 'addressee', lists);
  const holders = actorsOfRole(claim, 'holder', lists);
  const verdict = valueOf(claim.attributes, 'verdict');
  const options = byId(lists.attributes, 'verdict')?.options ?? [];
  const parts = [
    addressees === '' ? speakers : `${speakers === '' ? '?' : speakers} → ${addressees}`,
    holders === '' ? '' : t('held by {0}', holders),
    claim.topic === undefined ? '' : topicName(lists, claim.topic),
    claim.stance === undefined ? '' : stanceName(lists, claim.stance),
    claim.attribution ?? '',
    typeof verdict === 'string' ? (byId(options, verdict)?.name ?? verdict) : '',
    claim.summary === undefined ? '' : `“${claim.summary}”`,
  ];
  return oneLine(parts.filter((part) => part !== '').join(' · ')) || t('No topic, no speaker');
}

/** "Actor · Karsk". */
function aboutOther(annotation: PlacedAnnotation, { lists }: Book): string {
  return oneLine(`${typeName(annotation.type)} · ${headline(annotation, lists)}`);
}

function oneLine(text: string): string {
  return plainLine(text, LONGEST_LINE);
}
