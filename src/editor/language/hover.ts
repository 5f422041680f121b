import * as vscode from 'vscode';
import { needsAttention, type PlacedAnnotation } from '../../model/annotation';
import { byId, type EffectiveCodebook } from '../../model/codebook';
import { decisionDetails, details, whoAndWhen, type Detail } from './details';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import { headline, typeName } from '../wording';
import type { WorkspaceFigures } from './figures';
import { asMarkdown, commandLink } from './markdown';
import { referredTo, subjectOf } from './subjects';
import { annotationsUnder } from './under';

const MOST_SHOWN = 5;

/** The only commands that a link in a hover may run. */
const enabledCommands = [
  'policyAnnotator.view.edit',
  'policyAnnotator.view.link',
  'policyAnnotator.removeAnnotation',
  'policyAnnotator.nextMention',
  'policyAnnotator.goToActor',
  'policyAnnotator.acceptCandidate',
  'policyAnnotator.keepAsOrphan',
  'policyAnnotator.reviewAttention',
];

/** What is marked at a place, with what there is of it in the workspace as far as that is known. */
export async function hover(
  parts: Parts,
  figures: WorkspaceFigures,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const article = parts.articles.of(document);
  const here = article ? annotationsUnder(article, article.offsetAt(position)) : [];
  const [innermost] = here;
  if (!article || !innermost) return undefined;
  const { lists } = await parts.codebooks.of(article.uri);
  const contents = here
    .slice(0, MOST_SHOWN)
    .map(({ annotation }) => section(article, annotation, lists, figuresLine(figures, annotation, lists)));
  if (here.length > MOST_SHOWN) {
    contents.push(new vscode.MarkdownString(vscode.l10n.t('… and {0} more here.', here.length - MOST_SHOWN)));
  }
  return new vscode.Hover(contents, article.editorRange(innermost.range));
}

/** What there is in the workspace of what an annotation is about. */
function figuresLine(
  figures: WorkspaceFigures,
  annotation: PlacedAnnotation,
  lists: EffectiveCodebook,
): readonly Detail[] {
  const { t } = vscode.l10n;
  const to = referredTo(annotation);
  const value = to ? figures.inWords(subjectOf(lists, to.kind, to.id), lists) : '';
  if (!to || value === '') return [];
  const label = { actor: t('In all articles'), topic: t('Topic in all articles'), source: t('Source in all articles') };
  return [{ label: label[to.kind], value }];
}

/** What is known of one annotation, and links to act on it. All text from files goes through {@link asMarkdown}. */
function section(
  article: Article,
  annotation: PlacedAnnotation,
  lists: EffectiveCodebook,
  more: readonly Detail[],
): vscode.MarkdownString {
  const text = new vscode.MarkdownString(undefined, false);
  text.isTrusted = { enabledCommands };
  text.supportHtml = false;
  const name = annotation.type === 'actor' ? headline(annotation, lists) : '';
  const title = [`**${asMarkdown(typeName(annotation.type))}**`, asMarkdown(name), asMarkdown(whoAndWhen(annotation))];
  const said = details(annotation, lists, (id) => article.shownAnnotation(id));
  const lines = [...said, ...decisionDetails(article, annotation, lists), ...more].map(
    ({ label, value }) => `${asMarkdown(label)}: ${asMarkdown(value)}`,
  );
  // Two spaces before a line feed break the line.
  text.appendMarkdown([title.filter((part) => part !== '').join(' · '), ...lines].join('  \n'));
  text.appendMarkdown(`\n\n${actions(article, annotation, lists).join('  ·  ')}`);
  return text;
}

/** What to do about a place that isn't sure. */
function doubtActions(annotation: PlacedAnnotation, which: object): readonly string[] {
  const { t } = vscode.l10n;
  if (!needsAttention(annotation)) return [];
  const isLikely = annotation.target.some(({ candidates = [] }) => candidates.length > 0);
  return [
    ...(isLikely ? [commandLink(t('Accept this place'), 'policyAnnotator.acceptCandidate', which)] : []),
    commandLink(t('Keep as orphan'), 'policyAnnotator.keepAsOrphan', which),
    `[${asMarkdown(t('Review all…'))}](command:policyAnnotator.reviewAttention)`,
  ];
}

function actions(article: Article, annotation: PlacedAnnotation, lists: EffectiveCodebook): readonly string[] {
  const { t } = vscode.l10n;
  const which = { article: article.key, id: annotation.id };
  const links = [
    ...doubtActions(annotation, which),
    commandLink(t('Edit…'), 'policyAnnotator.view.edit', which),
    commandLink(t('Remove'), 'policyAnnotator.removeAnnotation', which),
  ];
  const actor = annotation.actor === undefined ? undefined : byId(lists.actors, annotation.actor);
  if (annotation.type === 'actor' && actor) {
    const whom = { article: article.key, actor: actor.id };
    links.push(commandLink(t('Next mention'), 'policyAnnotator.nextMention', whom));
    links.push(`[${asMarkdown(t('Go to another actor…'))}](command:policyAnnotator.goToActor)`);
  } else if (annotation.type === 'claim' || annotation.type === 'source') {
    links.push(commandLink(t('Link…'), 'policyAnnotator.view.link', which));
  }
  return links;
}
