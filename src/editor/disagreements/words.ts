import * as vscode from 'vscode';
import type { DisagreementKind } from '../../analysis/agreement/differences';
import { attributions, type PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import { details } from '../language/details';
import { attributionWords, roleWords } from '../pickers/fieldWords';
import { plainLabel } from '../pickers/plainLabel';
import { actorName, headline, quotation, quoted, sourceName, topicName, typeName } from '../wording';
import type { Listed, ListedSide } from './listing';

/** The signs of the first to the ninth side: in the text, in the list, and on the keys that take one. */
export function sideSign(index: number): string {
  return String.fromCodePoint(0x2460 + Math.min(index, 8));
}

/** In what annotators differ, the worst first: “stance, links”. */
export function kindsInWords(kinds: readonly DisagreementKind[]): string {
  return kinds.map(kindWords).join(', ');
}

/** What one annotator says of what is disagreed about, in one line. */
export function sideInWords(one: Listed, side: ListedSide): string {
  const { sides, kinds } = one;
  const { lists } = one.codebook;
  const { t } = vscode.l10n;
  const { annotation } = side;
  if (!annotation) return t('nothing');
  const isAlone = sides.filter((other) => other.annotation).length < 2;
  if (isAlone || kinds[0] === 'type') return `${typeName(annotation.type)}: ${headline(annotation, lists)}`;
  return kinds.map((kind) => valueOf(kind, annotation, one)).join(' · ');
}

/** The words that are disagreed about: those of the first who has any. */
export function quotationOf({ sides }: Pick<Listed, 'sides'>, most = 80): string {
  for (const { annotation } of sides) if (annotation) return quotation(annotation, most);
  return '';
}

/** All that each annotator says, for a tooltip. */
export function allInWords(one: Listed): string {
  const { codebook } = one;
  return one.sides
    .map(({ creator, annotation }, index) => {
      const lines = annotation
        ? [
            `${typeName(annotation.type)}: ${plainLabel(headline(annotation, codebook.lists), 200)}`,
            quoted(plainLabel(quotation(annotation, 300), 300)),
            ...details(annotation, codebook.lists, one.linked).map(({ label, value }) => `${label}: ${value}`),
          ]
        : [vscode.l10n.t('nothing')];
      return [`${sideSign(index)} ${plainLabel(creator, 60)}`, ...lines.map((line) => `   ${line}`)].join('\n');
    })
    .join('\n');
}

function kindWords(kind: DisagreementKind): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'missing':
      return t('marked by some only');
    case 'type':
      return t('type');
    case 'actor':
      return t('actor');
    case 'topic':
      return t('topic');
    case 'stance':
      return t('stance');
    case 'source':
      return t('source');
    case 'attribution':
      return t('attribution');
    case 'links':
      return t('links');
    case 'target':
      return t('what is marked');
    case 'kind':
      return t('kind');
    case 'date':
      return t('date');
    case 'attributes':
      return t('attributes');
  }
}

type Linked = Pick<Listed, 'linked' | 'codebook'>;

function valueOf(kind: DisagreementKind, annotation: PlacedAnnotation, one: Linked): string {
  const { t } = vscode.l10n;
  const { lists } = one.codebook;
  const named = (id: string | undefined, name: (id: string) => string, none: string): string =>
    id === undefined ? none : name(id);
  switch (kind) {
    case 'missing':
    case 'type':
      return typeName(annotation.type);
    case 'actor':
      return named(annotation.actor, (id) => actorName(lists, id), t('no actor'));
    case 'topic':
      return named(annotation.topic, (id) => topicName(lists, id), t('no topic'));
    case 'stance':
      return named(annotation.stance, (id) => lists.stances.find((one) => one.id === id)?.name ?? id, t('no stance'));
    case 'source':
      return named(annotation.source, (id) => sourceName(lists, id), t('no source'));
    case 'attribution':
      return named(annotation.attribution, attributionName, t('no attribution'));
    case 'kind':
      return named(annotation.kind, (id) => lists.sourceKinds.find((one) => one.id === id)?.name ?? id, t('no kind'));
    case 'date':
      return annotation.date ?? t('no date');
    case 'target':
      return quoted(quotation(annotation, 60));
    case 'links':
      return linksInWords(annotation, one);
    case 'attributes':
      return attributesInWords(annotation, lists);
  }
}

function attributionName(id: string): string {
  const known = attributions.find((one) => one === id);
  return known ? attributionWords(known) : id;
}

function linksInWords({ links = [] }: PlacedAnnotation, { linked, codebook: { lists } }: Linked): string {
  const words = links.map(({ role, actor, source, annotation = '', for: principal }) => {
    const marked = linked(annotation);
    const to =
      actor !== undefined
        ? actorName(lists, actor)
        : source !== undefined
          ? sourceName(lists, source)
          : marked
            ? quoted(quotation(marked, 40))
            : annotation;
    const name = roleWords(lists.roles.find(({ id }) => id === role) ?? { id: role });
    const said = `${name}: ${to}`;
    return principal === undefined ? said : vscode.l10n.t('{0} (for {1})', said, actorName(lists, principal));
  });
  return words.length > 0 ? words.join('; ') : vscode.l10n.t('no links');
}

function attributesInWords({ attributes = {} }: PlacedAnnotation, lists: EffectiveCodebook): string {
  const words = Object.entries(attributes).map(([id, value]) => {
    const known = lists.attributes.find((one) => one.id === id);
    const option = known?.options?.find((one) => one.id === value)?.name;
    return `${known?.name ?? id}: ${option ?? (typeof value === 'string' ? value : JSON.stringify(value))}`;
  });
  return words.length > 0 ? words.join('; ') : vscode.l10n.t('no attributes');
}
