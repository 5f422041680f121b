import * as vscode from 'vscode';
import { contextOf } from '../pickers/visitList';
import type { Choice } from '../pickers/choose';
import { EditorPreview } from '../pickers/editorPreview';
import { pickMany } from '../pickers/pickMany';
import { plainLabel } from '../pickers/plainLabel';
import { LineIndex } from '../../model/lines';
import { overlaps } from '../../model/range';
import { boilerplate } from '../../suggest/structure';
import type { Article } from '../store/article';
import type { InArticle } from './tagAllMentions';
import type { Untagged } from './untagged';

interface Shown {
  readonly article: Article;
  readonly name: Untagged;
}

/** Shows names before they are tagged, each in its words, and in the editor as the person moves through the list; gives
 * those that weren't struck. A name that several actors share is struck at first, and what looks like boilerplate. */
export async function askWhich(found: readonly InArticle[]): Promise<readonly InArticle[] | undefined> {
  const preview = new EditorPreview();
  const total = found.reduce((sum, { names }) => sum + names.length, 0);
  const several = found.length > 1;
  const chosen = await pickMany<Shown>({
    title: total === 1 ? vscode.l10n.t('Tag this mention?') : vscode.l10n.t('Tag these {0} mentions?', total),
    placeholder: vscode.l10n.t('Strike what isn’t meant; Enter tags the others'),
    groups: found.map(({ article, names }) => ({
      label: several && names.length > 0 ? plainLabel(vscode.workspace.asRelativePath(article.uri)) : '',
      choices: choicesOf(article, names),
    })),
    moved: ({ article, name }) => preview.show(() => ({ article, ranges: [name.range] })),
  });
  await preview.finish(chosen !== undefined);
  return (
    chosen &&
    found.map(({ article, names }) => {
      const kept = new Set(chosen.flatMap((one) => (one.article === article ? [one.name] : [])));
      return { article, names: names.filter((name) => kept.has(name)) };
    })
  );
}

function choicesOf(article: Article, names: readonly Untagged[]): readonly Choice<Shown>[] {
  const text = { text: article.text, lines: new LineIndex(article.text) };
  const boilerplates = boilerplate(article.text);
  return names.map((name): Choice<Shown> => {
    const context = contextOf(text, name.range);
    const others = name.others.map((other) => other.name).join(', ');
    const isBoilerplate = boilerplates.some((range) => overlaps(range, name.range));
    const surface = article.text.slice(name.range.start, name.range.end);
    const about = [vscode.l10n.t('line {0}', context.line), context.text];
    if (others !== '') about.unshift(vscode.l10n.t('or {0}?', others));
    if (isBoilerplate) about.unshift(vscode.l10n.t('boilerplate?'));
    if (surface !== name.actor.name) about.unshift(name.actor.name);
    return {
      label: plainLabel(surface),
      description: plainLabel(about.join(' · ')),
      picked: others === '' && !isBoilerplate,
      value: { article, name },
    };
  });
}
