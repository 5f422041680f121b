import * as vscode from 'vscode';
import { annotationTypes, type PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import { decidersOf } from '../../model/superseded';
import type { ActiveContent } from '../activeArticle';
import { plainLabel } from '../pickers/plainLabel';
import { placesOf } from '../places';
import type { Article } from '../store/article';
import { actorsOfRole, headline, kindName, quotation, quoted, stanceSign, topicName, typeName } from '../wording';
import { grouped, type Grouped, type Mentions } from './articleTree';
import { doubtRow, keptRow, standingWords } from './attentionRows';
import { inContext } from './inContext';
import { inParts } from './inParts';
import { actorIcon, annotationIcon, typeIcon } from './kindIcons';

/** An annotation, or one of the likely places of a range of it. */
export interface RowAnnotation {
  /** The article's uri as text. */
  readonly article: string;
  readonly id: string;
  readonly rangeIndex?: number;
  readonly candidate?: number;
}

/** What a row of the view shows. Plain data but for the icon, so that two of them can be compared. */
export interface Row {
  /** Stable through refreshes: VS Code keeps what is open and selected by it. */
  readonly id: string;
  readonly label: string;
  /** Parts of the label that stand out: start and end in UTF-16 code units. */
  readonly highlights?: [number, number][];
  readonly description: string;
  readonly spoken: string;
  readonly context: string;
  readonly icon: vscode.ThemeIcon | vscode.Uri;
  readonly open?: boolean;
  /** The annotation that the row stands for. */
  readonly annotation?: RowAnnotation;
  /** The sidecar without an article (a uri as text) that the row stands for. */
  readonly sidecar?: string;
  readonly children: readonly Row[];
}

const { t } = vscode.l10n;

/** So many rows of what needs attention are drawn; the review goes through all. */
const MOST_DOUBTS = 1000;

/** The rows of an article; empty where nothing is marked in it. */
export function rowsOf(content: ActiveContent): readonly Row[] {
  const rows = new Rows(content);
  const groups = grouped(content.article.shown(), content.codebook.lists);
  return [
    rows.attention(groups),
    rows.actors(groups),
    rows.list('claim', t('Claims'), groups.claims),
    rows.list('source', t('Sources'), groups.sources),
    rows.list('passage', t('Passages'), groups.passages),
    rows.list('other', t('Others'), groups.others),
    rows.kept(groups),
  ].filter((row) => row.children.length > 0);
}

class Rows {
  private readonly article: Article;
  private readonly superseded: ReadonlyMap<string, unknown>;

  constructor(private readonly content: ActiveContent) {
    this.article = content.article;
    this.superseded = decidersOf(content.article.shown());
  }

  attention({ attention }: Grouped): Row {
    const { lists } = this.content.codebook;
    const drawn = attention.slice(0, MOST_DOUBTS);
    const rows = drawn.map((one) => doubtRow(this.annotation(one, 'attention'), this.article, one, lists));
    const row = { ...this.list('attention', t('Needs attention'), attention, rows), context: 'doubts' };
    if (drawn.length === attention.length) return row;
    return { ...row, description: t('{0}: the first {1}; a review goes through all', attention.length, drawn.length) };
  }

  kept({ kept }: Grouped): Row {
    const rows = kept.map((one) => {
      const row = this.annotation(one, 'kept');
      return keptRow(row, one, [typeName(one.type), row.label].join(' '));
    });
    return { ...this.list('kept', t('Orphans kept'), kept, rows), open: false };
  }

  actors({ actors }: Grouped): Row {
    const mentions = actors.reduce((sum, actor) => sum + actor.mentions.length, 0);
    return {
      id: 'group/actor',
      label: t('Actors'),
      description: `${actors.length}`,
      spoken: t('Actors: {0}, mentions: {1}', actors.length, mentions),
      context: 'group',
      icon: typeIcon('actor'),
      open: true,
      children: parted(
        'group/actor',
        actors.map((actor) => this.actor(actor)),
      ),
    };
  }

  list(
    type: string,
    label: string,
    annotations: readonly PlacedAnnotation[],
    rows = annotations.map((annotation) => this.annotation(annotation, type)),
  ): Row {
    return {
      id: `group/${type}`,
      label,
      description: `${annotations.length}`,
      spoken: `${label}: ${annotations.length}`,
      context: 'group',
      icon: typeIcon(type),
      open: true,
      children: parted(`group/${type}`, rows),
    };
  }

  private actor({ id, actor, mentions }: Mentions): Row {
    const label = plainLabel(actor?.name ?? id) || t('(no actor)');
    const kind = actor?.kind === undefined ? '' : plainLabel(kindName(actor.kind), 40);
    const count = `${mentions.length}`;
    return {
      id: `actor/${id}`,
      label,
      description: kind === '' ? count : `${count} · ${kind}`,
      spoken: [label, kind, t('mentions: {0}', mentions.length)].filter((part) => part !== '').join(', '),
      context: 'actor',
      icon: actorIcon(actor),
      children: parted(
        `actor/${id}`,
        mentions.map((mention) => this.mention(mention)),
      ),
    };
  }

  /** A mention in its words, as the references view shows a reference. */
  private mention(annotation: PlacedAnnotation): Row {
    const row = this.annotation(annotation, 'mention');
    const [place] = placesOf(this.article, annotation);
    if (annotation.standing !== 'anchored' || !place)
      return { ...row, label: plainLabel(quotation(annotation)), description: '' };
    const { lead, exact, after } = inContext(this.article.text, place);
    return {
      ...row,
      label: lead + exact + after,
      highlights: [[lead.length, lead.length + exact.length]],
      description: inParentheses(this.supersededWords(annotation)).trim(),
      spoken: `${typeName('actor')}: ${lead}${exact}${after}${inParentheses(this.supersededWords(annotation))}`,
    };
  }

  private supersededWords({ id }: PlacedAnnotation): string {
    return this.superseded.has(id) ? t('superseded') : '';
  }

  private annotation(annotation: PlacedAnnotation, group: string): Row {
    const { lists } = this.content.codebook;
    const [main, who] = annotation.type === 'claim' ? claimLine(annotation, lists) : [headline(annotation, lists), ''];
    const label = plainLabel(main) || typeName(annotation.type);
    const said = plainLabel(quotation(annotation));
    const quote = said === label ? '' : quoted(said);
    const standing = standingWords(annotation);
    const warning = inParentheses(standing.said, this.supersededWords(annotation));
    const type = annotationTypes.find((known) => known === annotation.type) ?? 'other';
    const words = ['annotation', type, ...(annotation.links?.length ? ['linked'] : []), ...standing.context];
    return {
      // The same annotation can stand in two groups.
      id: `${group}/${annotation.id}`,
      label,
      description: [plainLabel(who), quote].filter((part) => part !== '').join(' · ') + warning,
      spoken: `${typeName(annotation.type)}: ${plainLabel(headline(annotation, lists))}, ${quoted(said)}${warning}`,
      context: words.join('.'),
      icon: annotationIcon(annotation),
      annotation: { article: this.article.key, id: annotation.id },
      children: [],
    };
  }
}

/** " (place not sure, superseded)"; empty where there is nothing to say. */
function inParentheses(...words: readonly string[]): string {
  const said = words.filter((word) => word !== '');
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

/** The rows below the row with this id, in parts where they are many. */
function parted(id: string, rows: readonly Row[]): readonly Row[] {
  return inParts(rows, (children, first, last) => ({
    id: `${id}/part/${first}`,
    label: `${first} – ${last}`,
    description: children[0]?.label ?? '',
    spoken: t('{0} to {1}', first, last),
    context: 'part',
    icon: new vscode.ThemeIcon('folder'),
    children,
  }));
}

/**
 * A claim's label and who says it. In a narrow view only the label's beginning is seen: neighbouring claims share their
 * speaker more often than topic and stance.
 */
function claimLine(claim: PlacedAnnotation, lists: EffectiveCodebook): readonly [string, string] {
  const who = actorsOfRole(claim, 'speaker', lists);
  const topic = claim.topic === undefined ? '' : topicName(lists, claim.topic);
  const label = [stanceSign(lists, claim.stance), topic].filter((part) => part !== '').join(' ');
  return label === '' ? [quotation(claim), who] : [label, who];
}
