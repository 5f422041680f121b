import * as vscode from 'vscode';
import type { Annotation, Target } from '../../model/annotation';
import { CODEBOOK_FILE } from '../../model/article';
import { codebookLists, type CodebookList } from '../../model/codebook';
import type { Range } from '../../model/range';
import { isSame } from '../../sidecar/threeWay';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import { articleOf } from '../store/articles';
import type { CodebookFile } from '../store/codebookFile';
import type { ArticleFields, Change, CodebookItem, Entry, Spot, Step } from '../store/step';
import { UserError } from '../userError';
import type { Taking } from './sides';
import { valueAt, withValueAt } from './valueAt';

/** The step after which these values stand in a file; undefined where they do. Throws where one can't be taken. */
export async function takingStep(
  parts: Parts,
  file: vscode.Uri,
  takings: readonly Taking[],
  label: string,
): Promise<Step | undefined> {
  const changes = file.path.endsWith(`/${CODEBOOK_FILE}`)
    ? codebookChanges(parts.codebooks.at(file), takings)
    : await articleChanges(await parts.articles.get(articleOf(file)), takings);
  const real = changes.filter(({ before, after }) => !isSame(before, after));
  return real.length > 0 ? { label, changes: real } : undefined;
}

function codebookChanges(codebook: CodebookFile, takings: readonly Taking[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const { path, value } of takings) {
    const [name = '', id = '', ...rest] = path;
    const list = codebookLists.find((known) => known === name) as CodebookList | undefined;
    if (!list || path.length < 2) throw notHere(path);
    const key = `${list} ${id}`;
    const before = codebook.item({ list, id });
    const now = changes.has(key) ? changes.get(key)?.after : before;
    const after = withValueAt(now, rest, value) as CodebookItem | undefined;
    changes.set(key, { on: 'codebook', codebook: codebook.key, list, id, before, after });
  }
  return [...changes.values()];
}

async function articleChanges(article: Article, takings: readonly Taking[]): Promise<readonly Change[]> {
  const about = { article: article.key };
  const now = await article.snapshot();
  const ids = new Set<string>();
  let annotations: unknown = now.annotations;
  let fields: unknown = article.metadata;
  let coding: unknown = article.coding;
  let excluded: readonly Spot[] = article.excluded;
  for (const { path, value } of takings) {
    const [list, key = '', ...rest] = path;
    if (list === 'annotations' && key !== '') {
      ids.add(key);
      annotations = withValueAt(annotations, [key, ...rest], value);
    } else if (list === 'coding') coding = withValueAt(coding, path.slice(1), value);
    else if (list !== 'article' || key === '') throw notHere(path);
    else if (key !== 'excluded') fields = withValueAt(fields, [key, ...rest], value);
    else if (rest.length > 0) throw notHere(path);
    else excluded = ((value ?? []) as readonly Target[]).map((target) => article.spot(placed(article, [target])));
  }
  const entries = [...ids].map((id): Change => {
    const before = article.entry(id);
    const was = valueAt(now.annotations, [id]) as Annotation | undefined;
    const annotation = valueAt(annotations, [id]) as Annotation | undefined;
    return { ...about, on: 'annotation', id, before, after: annotation && entryOf(article, annotation, before, was) };
  });
  return [
    ...entries,
    { ...about, on: 'article', before: article.metadata, after: (fields ?? {}) as ArticleFields },
    { ...about, on: 'coding', before: article.coding, after: (coding ?? []) as typeof article.coding },
    ...(excluded === article.excluded
      ? []
      : [{ ...about, on: 'excluded' as const, before: article.excluded, after: excluded }]),
  ];
}

/** The annotation as an entry; it keeps its place where the target is as it was. */
function entryOf(
  article: Article,
  { target, text: _text, ...fields }: Annotation,
  before: Entry | undefined,
  was: Annotation | undefined,
): Entry {
  const spot = before && isSame(target, was?.target) ? before.spot : article.spot(placed(article, target));
  return { fields, spot };
}

/** Where the words of a target stand in the text as it is now. */
function placed({ text }: Article, target: readonly Target[]): readonly Range[] {
  return target.map(({ start, end, exact }) => {
    if (text.slice(start, end) === exact) return { start, end };
    const first = text.indexOf(exact);
    if (first >= 0 && text.indexOf(exact, first + 1) < 0) return { start: first, end: first + exact.length };
    throw new UserError(
      vscode.l10n.t('The words “{0}” of that side are not at one place in the text, so that it can’t be taken.', exact),
    );
  });
}

function notHere(path: readonly string[]): UserError {
  return new UserError(
    vscode.l10n.t('“{0}” can’t be taken over here; compare both files and edit it there.', path.join(' › ')),
  );
}
