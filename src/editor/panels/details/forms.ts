import * as vscode from 'vscode';
import { needsAttention } from '../../../model/annotation';
import type { Form, Here, Notice, Wanted } from '../../../model/form';
import { plainLine } from '../../../model/plainLine';
import { cursorOf } from '../../commands/target';
import { standingText } from '../../language/details';
import type { Parts } from '../../parts';
import { placesOf } from '../../places';
import type { Article } from '../../store/article';
import type { CodebookFile } from '../../store/codebookFile';
import { isUserError } from '../../userError';
import { headline, typeName } from '../../wording';
import { annotationSections } from './annotationFields';
import { articleSections } from './articleFields';
import { drawn } from './drawing';
import type { Context, SectionSpec } from './fields';
import { annotationsAround } from './here';
import { vocabularyOf } from './words';

/** The longest line that tells one thing at the cursor from another. */
const LONGEST = 80;

/** What a form is made of. */
export interface Source {
  readonly article: Article;
  readonly codebook: CodebookFile;
  readonly creator: string;
  readonly context: Context;
}

export async function sourceOf(parts: Parts, article: Article): Promise<Source> {
  const codebook = await parts.codebooks.of(article.uri);
  const context = {
    words: vocabularyOf(article, codebook),
    lists: codebook.lists,
    annotations: article.shown(),
    rangesOf: (annotation: Context['annotations'][number]) => placesOf(article, annotation),
  };
  return { article, codebook, creator: await parts.creator.name(), context };
}

/** The fields of what a form is about; undefined where that isn't there any more. */
export function sectionsOf(source: Source, id: string | undefined): readonly SectionSpec[] | undefined {
  const { article, creator, context } = source;
  if (id === undefined) {
    const { metadata } = article;
    const coding = article.coding.filter((one) => one.creator === creator || article.shows(one));
    return articleSections({ metadata, coding, creator }, context);
  }
  const annotation = context.annotations.find((one) => one.id === id);
  return annotation && annotationSections(annotation, context);
}

/** The form of what is at the cursor: `wanted` where that is there, else the innermost annotation, else the article. */
export function formHere(source: Source, wanted: Wanted | undefined): Form {
  const { article, codebook, context } = source;
  const cursor = cursorOf(article);
  const here = annotationsAround(article, cursor);
  const subject = wanted?.cursor === cursor && wanted.subject.article === article.key ? wanted.subject : undefined;
  const found = here.findIndex(({ id }) => id === subject?.annotation);
  const shown = found >= 0 ? found : subject && subject.annotation === undefined ? here.length : 0;
  const annotation = here[shown];
  const articleOff = whyNot(article);
  const codebookOff = whyNot(codebook);
  const isOff = ({ keeper }: SectionSpec): boolean => {
    if (keeper.in === 'codebook') return codebookOff !== undefined;
    return articleOff !== undefined || (keeper.in === 'annotation' && codebookOff !== undefined);
  };
  const labelled = (type: string, name: string): Here => ({ label: `${type}: ${plainLine(name, LONGEST)}` });
  return {
    subject: { article: article.key, ...(annotation ? { annotation: annotation.id } : {}) },
    cursor,
    here: [
      ...here.map((one) => ({
        ...labelled(typeName(one.type), headline(one, codebook.lists)),
        annotation: one.id,
      })),
      labelled(vscode.l10n.t('Article'), article.fileName),
    ],
    shown: annotation ? shown : here.length,
    quotation: annotation ? context.words.quotation(annotation) : '',
    notices: [
      ...problems(articleOff, codebookOff),
      ...(annotation && needsAttention(annotation) ? [{ text: standingText(annotation) ?? '', isProblem: true }] : []),
      ...(here.length === 0 ? [whatToDo(article, articleOff !== undefined)] : []),
    ],
    sections: drawn(sectionsOf(source, annotation?.id) ?? [], context.words, isOff),
  };
}

/** Why a file can't be changed; undefined where it can. */
function whyNot(file: { assertWritable(): void }): string | undefined {
  try {
    file.assertWritable();
    return undefined;
  } catch (error) {
    if (isUserError(error)) return error.message;
    throw error;
  }
}

function problems(article: string | undefined, codebook: string | undefined): readonly Notice[] {
  const label = vscode.l10n.t('Open File');
  return [
    ...(article === undefined
      ? []
      : [{ text: article, isProblem: true, action: { does: 'openSidecar' as const, label } }]),
    ...(codebook === undefined
      ? []
      : [{ text: codebook, isProblem: true, action: { does: 'openCodebook' as const, label } }]),
  ];
}

/** What to say where the cursor is at no annotation. */
function whatToDo({ metadata }: Article, isOff: boolean): Notice {
  const text = vscode.l10n.t('Put the cursor on an annotation, and what it says can be changed here.');
  const isEmpty = metadata.title === undefined && metadata.author === undefined && metadata.date === undefined;
  const label = vscode.l10n.t('Propose from the Text…');
  return { text, isProblem: false, ...(isEmpty && !isOff ? { action: { does: 'proposeMetadata', label } } : {}) };
}
