import * as vscode from 'vscode';
import { attributions, forms, valueOf } from '../../model/annotation';
import type { AttributeDefinition } from '../../model/codebook';
import { linksOf } from '../../model/links';
import { mentionsOf, nearestActors } from '../../suggest/actorRanking';
import type { Arguments } from '../commands/arguments';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import type { Entry, Fields } from '../store/step';
import { quotation, quoted, typeName } from '../wording';
import { aboutActor } from './actorPicker';
import {
  booleanInput,
  choiceInput,
  dateInput,
  integerInput,
  listInput,
  severalInput,
  textInput,
  urlInput,
  type FieldInput,
  type Option,
} from './fieldInputs';
import { askFields, type MenuField } from './fieldMenu';
import { attributionWords, formWords, roleWords } from './fieldWords';
import { ATTRIBUTE } from './pendingChanges';
import { plainLabel } from './plainLabel';

/** Asks what to change of an annotation, by a menu of its fields; only what the codebook knows is offered. Where it stands
 * for several, the title says of how many. */
export function askChanges(
  article: Article,
  codebook: CodebookFile,
  entry: Entry,
  count = 1,
): Promise<Arguments | undefined> {
  const { fields } = entry;
  const words = quotation({ target: article.annotation(fields.id)?.target ?? [] }, 40);
  const one = `${typeName(fields.type)} ${quoted(words)}`;
  const title = count === 1 ? one : vscode.l10n.t('{0} annotations · now in the first, {1}', count, one);
  return askFields(plainLabel(title, 80), [
    ...ownFields(article, codebook, entry),
    ...attributeFields(codebook, fields),
    { key: 'note', label: vscode.l10n.t('Note'), value: fields.note, input: textInput() },
  ]);
}

function ownFields(article: Article, codebook: CodebookFile, entry: Entry): readonly MenuField[] {
  const { t } = vscode.l10n;
  const { fields } = entry;
  const { lists } = codebook;
  const topic: MenuField = { key: 'topic', label: t('Topic'), value: fields.topic, input: choiceInput(lists.topics) };
  const date: MenuField = { key: 'date', label: t('Date'), value: fields.date, input: dateInput() };
  switch (fields.type) {
    case 'actor': {
      const actor = choiceInput(actorOptions(article, codebook, entry), true);
      const form = choiceInput(forms.map((id) => ({ id, name: formWords(id) })));
      return [
        { key: 'actor', label: t('Actor'), value: fields.actor, input: actor },
        { key: 'form', label: t('Form'), value: fields.form, input: form },
      ];
    }
    case 'claim': {
      const attribution = choiceInput(attributions.map((id) => ({ id, name: attributionWords(id) })));
      return [
        topic,
        { key: 'stance', label: t('Stance'), value: fields.stance, input: choiceInput(lists.stances) },
        { key: 'attribution', label: t('Attribution'), value: fields.attribution, input: attribution },
        ...linkFields(article, codebook, entry),
        { key: 'summary', label: t('Summary'), value: fields.summary, input: textInput() },
        date,
      ];
    }
    case 'source':
      return [
        { key: 'source', label: t('Source'), value: fields.source, input: choiceInput(lists.sources) },
        { key: 'kind', label: t('Kind'), value: fields.kind, input: choiceInput(lists.sourceKinds) },
        { key: 'reference', label: t('Reference'), value: fields.reference, input: textInput() },
        { key: 'url', label: t('Web address'), value: fields.url, input: urlInput() },
        date,
      ];
    case 'passage':
      return [topic];
    default:
      return [];
  }
}

/** The links of a claim that commands take as fields: who says it, who holds it, to whom, and where it is said. */
function linkFields(article: Article, codebook: CodebookFile, entry: Entry): readonly MenuField[] {
  const { fields } = entry;
  const actors = severalInput(actorOptions(article, codebook, entry));
  const sources = severalInput(sourceOptions(article, codebook));
  const field = (role: string, input: FieldInput, ids: readonly string[]): MenuField => ({
    key: role,
    label: roleWords(codebook.lists.roles.find(({ id }) => id === role) ?? { id: role }),
    value: ids.length > 0 ? ids : undefined,
    input,
  });
  const linkedActors = (role: string): string[] =>
    linksOf(fields, role).flatMap(
      ({ actor, annotation }) => actor ?? (annotation && article.entry(annotation)?.fields.actor) ?? [],
    );
  const linkedSources = linksOf(fields, 'source').flatMap(({ source, annotation }) => source ?? annotation ?? []);
  return [
    field('speaker', actors, linkedActors('speaker')),
    field('holder', actors, linkedActors('holder')),
    field('addressee', actors, linkedActors('addressee')),
    field('source', sources, linkedSources),
  ];
}

/** The codebook's actors, those mentioned nearest first. */
function actorOptions(article: Article, { lists }: CodebookFile, { spot }: Entry): readonly Option[] {
  const range = spot.place.ranges[0] ?? { start: 0, end: 0 };
  const known = { mentions: mentionsOf(article.shown()), uses: new Map<string, number>() };
  return nearestActors(lists.actors, range, known).map((actor) => ({
    id: actor.id,
    name: actor.name,
    description: aboutActor(actor),
  }));
}

/** Sources marked in the article, then the codebook's. */
function sourceOptions(article: Article, { lists }: CodebookFile): readonly Option[] {
  const marked = article
    .shown()
    .filter(({ type }) => type === 'source')
    .map((annotation) => ({
      id: annotation.id,
      name: annotation.reference ?? quotation(annotation, 60),
      description: vscode.l10n.t('marked in the article'),
    }));
  return [...marked, ...lists.sources];
}

function attributeFields({ lists }: CodebookFile, { type, attributes }: Fields): readonly MenuField[] {
  // What applies to `actor` is said of the actor in the codebook, not of a mention.
  return lists.attributes
    .filter(({ appliesTo }) => type !== 'actor' && appliesTo.includes(type))
    .map((definition) => ({
      key: ATTRIBUTE + definition.id,
      label: definition.name,
      value: valueOf(attributes, definition.id),
      input: attributeInput(definition),
    }));
}

function attributeInput({ type, options, min, max }: AttributeDefinition): FieldInput {
  switch (type) {
    case 'boolean':
      return booleanInput();
    case 'integer':
      return integerInput(min, max);
    case 'choice':
      return choiceInput(options ?? []);
    case 'date':
      return dateInput();
    case 'list':
      return listInput();
    default:
      return textInput();
  }
}
