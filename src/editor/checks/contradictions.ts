import * as vscode from 'vscode';
import type { CorpusIndex, Hit } from '../../corpus/corpusIndex';
import type { IndexedAnnotation } from '../../corpus/indexed';
import { byId } from '../../model/codebook';
import { withValues } from '../commands/withValues';
import type { ClosedTexts } from '../closedTexts';
import { hitLocations } from '../language/hitLocations';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import { plainMessage } from '../plainMessage';
import type { Article } from '../store/article';
import { actorName, topicName } from '../wording';
import { finding, MOST, type Checked, type Finding, type Fix } from './check';
import { opposed, type Linked, type Opposed } from './opposed';

/** Other places that are told of with one claim. */
const MOST_PLACES = 5;

/** Claims of an article by which one actor is for and against one topic: among themselves, or with what the index knows of the
 * workspace by now. */
export async function contradictions(
  parts: Parts,
  texts: ClosedTexts,
  { article, lists, annotations }: Checked,
): Promise<readonly Finding[]> {
  const index = parts.corpus.shown();
  const claims = annotations.filter(({ annotation }) => annotation.type === 'claim');
  const topics = new Set(
    claims.flatMap(({ annotation: { topic } }) => {
      const item = topic === undefined ? undefined : byId(lists.topics, topic);
      return item ? [item.id, ...(item.formerIds ?? [])] : (topic ?? []);
    }),
  );
  const mine = claims.map(({ annotation: { id, type, topic, stance, links }, ranges: [first] }): Hit => ({
    ...withValues({ topic, stance, links }),
    ...{ id, type, start: first?.start ?? 0, end: first?.end ?? 0, uri: article.key },
  }));
  const elsewhere = [...index.all({ type: 'claim', topics }, 'workspace')].filter(({ uri }) => uri !== article.key);
  const found = opposed(mine, elsewhere, lists, linkedIn(index));
  const rangesOf = new Map(claims.map(({ annotation, ranges }) => [annotation.id, ranges]));
  const told = found.slice(0, MOST).map(async (one): Promise<readonly Finding[]> => {
    const ranges = rangesOf.get(one.claim.id);
    if (!ranges) return [];
    const made = finding(article, {
      check: 'contradictions',
      message: messageOf(one, lists),
      severity: vscode.DiagnosticSeverity.Information,
      ranges,
      fixes: fixesOf(one, article, lists),
    });
    made.diagnostic.relatedInformation = await placesOf(parts, texts, one, lists);
    return [made];
  });
  return (await Promise.all(told)).flat();
}

/** Gives the annotations of a claim's article by their ids. */
function linkedIn(index: CorpusIndex): (claim: Hit) => Linked {
  const known = new Map<string, ReadonlyMap<string, IndexedAnnotation>>();
  return ({ uri }) => {
    const annotations = known.get(uri) ?? new Map(index.annotationsOf(uri).map((one) => [one.id, one]));
    known.set(uri, annotations);
    return (id) => annotations.get(id);
  };
}

function messageOf({ actor, topic, isFor }: Opposed<Hit>, lists: Checked['lists']): string {
  const [who, what] = [plainLabel(actorName(lists, actor), 60), plainLabel(topicName(lists, topic), 80)];
  return isFor
    ? vscode.l10n.t('{0} is for “{1}” here, and against it elsewhere.', who, what)
    : vscode.l10n.t('{0} is against “{1}” here, and for it elsewhere.', who, what);
}

async function placesOf(
  parts: Parts,
  texts: ClosedTexts,
  { actor, isFor, others }: Opposed<Hit>,
  lists: Checked['lists'],
): Promise<vscode.DiagnosticRelatedInformation[]> {
  const who = plainLabel(actorName(lists, actor), 60);
  const message = isFor ? vscode.l10n.t('{0} is against it', who) : vscode.l10n.t('{0} is for it', who);
  const locations = await hitLocations(parts, texts, others.slice(0, MOST_PLACES));
  return locations.map((location) => new vscode.DiagnosticRelatedInformation(location, plainMessage(message)));
}

function fixesOf({ claim, others }: Opposed<Hit>, { key }: Article, lists: Checked['lists']): readonly Fix[] {
  const { t } = vscode.l10n;
  const [nearest] = others;
  const here = others.find(({ uri }) => uri === key);
  const fixes: Fix[] = [];
  if (nearest) {
    const args = [{ article: nearest.uri, id: nearest.id }];
    fixes.push({ title: t('Go to the other place'), command: 'view.goTo', args });
  }
  if (here && lists.roles.some(({ id }) => id === 'contradicts')) {
    const args = [{ article: key, from: claim.id, role: 'contradicts', annotation: here.id }];
    fixes.push({ title: t('Link it: contradicts the other claim'), command: 'link', args });
  }
  return fixes;
}
