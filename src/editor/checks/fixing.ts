import * as vscode from 'vscode';
import { withReferent, type Reference, type Referent } from '../../model/references';
import { itemKind } from '../codebook/itemKinds';
import { askItem } from '../codebook/itemPicker';
import { showError } from '../messages';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import type { Article } from '../store/article';
import { StepDraft } from '../store/stepDraft';
import { modified } from '../commands/modified';
import { quotation } from '../wording';

/** What quick fixes run beside the commands that there are anyway; these ask where need be. `changed` is called where something
 * changed that no event tells of. */
export function fixCommands(parts: Parts, changed: (article: Article) => void): vscode.Disposable {
  const register = (name: string, run: (article: Article, argument: Argument) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(`policyAnnotator.fix.${name}`, async (argument: Argument) => {
      try {
        await run(await parts.articles.get(vscode.Uri.parse(argument.article, true)), argument);
      } catch (error) {
        showError(error);
      }
    });
  return vscode.Disposable.from(
    register('link', async ({ uri }, { id = '', role = '' }) => {
      const { linkByAsking } = await parts.assist.get();
      await linkByAsking(parts, uri, id, role);
    }),
    register('chooseKnown', (article, { kind = 'actor', id = '' }) => chooseKnown(parts, article, { kind, id })),
    register('addToCodebook', (article, { kind = 'actor', id = '' }) => addToCodebook(parts, article, { kind, id })),
    register('save', async (article) => {
      article.assertWritable();
      article.sidecar.markChanged();
      await article.flush();
      changed(article);
    }),
  );
}

/** Only our own quick fixes give it. */
interface Argument {
  readonly article: string;
  readonly id?: string;
  readonly role?: string;
  readonly kind?: Referent;
}

/** Asks for an item of the codebook, and refers to that wherever the article refers to the other id. */
async function chooseKnown(parts: Parts, article: Article, unknown: Reference): Promise<void> {
  const { t } = vscode.l10n;
  article.assertWritable();
  const codebook = await parts.codebooks.of(article.uri);
  codebook.assertReadable();
  const shown = plainLabel(unknown.id, 40);
  const other = await askItem(parts, codebook, itemKind(unknown.kind), { title: t('What is “{0}”?', shown) });
  if (!other) return;
  const draft = new StepDraft();
  for (const { id } of article.shown()) {
    const entry = article.entry(id);
    const fields = entry && withReferent(entry.fields, unknown.kind, new Set([unknown.id]), other.id);
    if (entry && fields && fields !== entry.fields) {
      draft.setEntry(article, id, { ...entry, fields: modified(fields, {}) });
    }
  }
  const step = draft.step(t('Replace {0} by {1}', shown, other.name));
  if (step) await parts.steps.apply(step);
}

/** Makes an item with an id that annotations refer to; an actor is called as it is mentioned most. */
async function addToCodebook(parts: Parts, article: Article, { kind, id }: Reference): Promise<void> {
  const codebook = await parts.codebooks.of(article.uri);
  codebook.assertWritable();
  const draft = new StepDraft();
  if (kind === 'actor') draft.setItem(codebook, 'actors', { id, name: nameInText(article, id) ?? id });
  else draft.setItem(codebook, kind === 'topic' ? 'topics' : 'sources', { id, name: id });
  const step = draft.step(vscode.l10n.t('Add {0} to the codebook', plainLabel(id, 40)));
  if (step) await parts.steps.apply(step);
}

function nameInText(article: Article, actor: string): string | undefined {
  const counts = new Map<string, number>();
  for (const annotation of article.shown()) {
    const { type, form, actor: mentioned } = annotation;
    if (type !== 'actor' || mentioned !== actor || (form !== undefined && form !== 'name')) continue;
    const words = quotation(annotation);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
