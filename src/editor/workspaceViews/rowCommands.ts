import * as vscode from 'vscode';
import { Arguments } from '../commands/arguments';
import { CodebookEntries } from '../language/codebookEntries';
import type { Parts } from '../parts';
import { plainMessage } from '../plainMessage';
import { UserError } from '../userError';
import type { Element } from './lazyTree';
import { chosenItem, itemAbove, opened, referentOf } from './meant';
import type { AnnotationOf, ItemOf, Row } from './row';

const { t } = vscode.l10n;

type Run = (elements: readonly Element<Row>[]) => Promise<unknown>;

/** What can be done about rows of items and annotations; each asks for what it has to know. */
export class RowCommands {
  private readonly entries = new CodebookEntries();

  constructor(private readonly parts: Parts) {}

  /** By the commands' ids. */
  readonly all: Readonly<Record<string, Run>> = {
    next: async ([element]) => this.next(itemAbove(element)),
    entry: async ([element]) => this.withItem(element, (item) => this.showEntry(item)),
    rename: async ([element]) => this.withItem(element, (item) => this.rename(item)),
    merge: async ([element]) =>
      this.withItem(element, async (item) => (await this.questions()).merge(this.parts, chosenItem(this.parts, item))),
    nest: async ([element]) =>
      this.withItem(element, async (item) => (await this.questions()).nest(this.parts, chosenItem(this.parts, item))),
    toTop: async ([element]) => this.withItem(element, (item) => nested(item, null)),
    split: (elements) => this.split(elements),
    reassign: (elements) => this.reassign(elements),
    recode: (elements) => this.recode(annotationsOf(elements)),
    delete: (elements) => this.remove(elements),
    status: async ([element]) => this.setStatus(element, undefined),
    done: async ([element]) => this.setStatus(element, 'done'),
  };

  /** Gives annotations to another item: one as an edit, several as one change of all, once they were shown. */
  async give(annotations: readonly AnnotationOf[], changes: Readonly<Record<string, unknown>>): Promise<unknown> {
    const [only] = annotations;
    if (only && annotations.length === 1) return ours('editAnnotation', { ...only, ...changes });
    const marked = await opened(this.parts, annotations);
    return marked && (await this.parts.codebook.get()).recodeShown(this.parts, marked, new Arguments(changes));
  }

  async recode(annotations: readonly AnnotationOf[]): Promise<unknown> {
    const marked = await opened(this.parts, annotations);
    return marked && (await this.parts.codebook.get()).recodeByAsking(this.parts, marked);
  }

  private async questions() {
    return (await this.parts.codebook.get()).itemQuestions;
  }

  private async withItem<R>(
    element: Element<Row> | undefined,
    run: (item: ItemOf) => Promise<R>,
  ): Promise<R | undefined> {
    const item = element?.row.item;
    return item && run(item);
  }

  /** The next mention of an actor in the workspace, from the active article on, else the first. */
  private async next(item: ItemOf | undefined): Promise<unknown> {
    if (item?.kind !== 'actor') return undefined;
    const { formerIds = [] } = chosenItem(this.parts, item).item;
    const active = vscode.window.activeTextEditor;
    const here = active && this.parts.articles.of(active.document)?.key;
    const [first] = this.parts.corpus.shown().all({ actors: new Set([item.id, ...formerIds]) }, 'workspace');
    const article = here ?? first?.uri;
    if (article === undefined) throw new UserError(t('{0} isn’t tagged anywhere yet.', item.id));
    return ours('nextMention', { actor: item.id, scope: 'workspace', article });
  }

  /** Shows where the codebook's file speaks of it. */
  private async showEntry(of: ItemOf): Promise<unknown> {
    const { codebook, item } = chosenItem(this.parts, of);
    const entry = (await this.entries.of(codebook))({ kind: of.kind, id: of.id, item });
    return entry && vscode.window.showTextDocument(entry.uri, { selection: entry.name });
  }

  private async rename(of: ItemOf): Promise<unknown> {
    const { item, referent } = chosenItem(this.parts, of);
    const name = await vscode.window.showInputBox({
      title: t('Rename “{0}”', plainMessage(item.name)),
      value: item.name,
      validateInput: (typed) => (typed.trim() === '' ? t('It needs a name.') : undefined),
    });
    if (name === undefined || name.trim() === item.name) return undefined;
    return ours(`rename${titled[referent]}`, { article: of.book, [referent]: of.id, name: name.trim() });
  }

  /** An item, or those of its annotations that are selected. */
  private async split(elements: readonly Element<Row>[]): Promise<unknown> {
    const questions = await this.questions();
    const of = itemAbove(elements[0]);
    if (!of) return undefined;
    const chosen = chosenItem(this.parts, of);
    const annotations = annotationsOf(elements);
    if (annotations.length === 0) return questions.split(this.parts, chosen);
    const name = await questions.newName(chosen);
    if (name === undefined) return undefined;
    return ours(`split${titled[of.kind]}`, { article: of.book, [of.kind]: of.id, name, annotations });
  }

  private async reassign(elements: readonly Element<Row>[]): Promise<unknown> {
    const [first] = elements;
    const annotations = annotationsOf(elements);
    const [one] = annotations;
    if (!first || !one) return undefined;
    const referent = referentOf(typeOf(first.row));
    const codebook = await this.parts.codebooks.of(vscode.Uri.parse(one.article, true));
    const title = reassignTitle(referent, annotations.length);
    const item = await (await this.questions()).choose(this.parts, codebook, referent, title);
    return item && this.give(annotations, { [referent]: item.id });
  }

  private async remove(elements: readonly Element<Row>[]): Promise<unknown> {
    const annotations = annotationsOf(elements);
    const [first] = elements;
    if (annotations.length === 0) {
      return this.withItem(first, async (item) =>
        (await this.questions()).remove(this.parts, chosenItem(this.parts, item)),
      );
    }
    const yes = t('Remove');
    const question = t('Remove {0} annotations?', annotations.length);
    const isSure =
      annotations.length === 1 || (await vscode.window.showWarningMessage(question, { modal: true }, yes)) === yes;
    if (isSure) for (const annotation of annotations) await ours('removeAnnotation', annotation);
    return isSure;
  }

  /** Asks where no status is said. */
  private async setStatus(element: Element<Row> | undefined, status: string | undefined): Promise<unknown> {
    const uri = element?.row.article;
    if (uri === undefined) return undefined;
    const article = vscode.Uri.parse(uri, true);
    const { askStatus } = await this.parts.assist.get();
    const chosen = status ?? (await askStatus(await this.parts.articles.get(article), await this.parts.creator.name()));
    return chosen && ours('setCodingStatus', { article, status: chosen });
  }
}

/** Puts a topic or an actor under another one, or (null) under none. */
export function nested({ kind, book, id }: ItemOf, parent: string | null): Promise<unknown> {
  return ours(kind === 'topic' ? 'nestTopic' : 'setActorParent', { article: book, [kind]: id, parent });
}

const titled = { actor: 'Actor', topic: 'Topic', source: 'Source' } as const;

async function ours(command: string, argument: object): Promise<unknown> {
  return vscode.commands.executeCommand(`policyAnnotator.${command}`, argument);
}

/** The annotations that rows stand for; none where the first stands for something else. */
function annotationsOf(elements: readonly Element<Row>[]): readonly AnnotationOf[] {
  return elements[0]?.row.annotation ? elements.flatMap(({ row }) => row.annotation ?? []) : [];
}

/** The type of the annotation that a row stands for, as its context says it. */
export function typeOf({ context }: Pick<Row, 'context'>): string | undefined {
  return /^annotation\.(\w+)/.exec(context)?.[1];
}

function reassignTitle(referent: 'actor' | 'topic' | 'source', count: number): string {
  switch (referent) {
    case 'actor':
      return count === 1 ? t('Whom does this mention?') : t('Whom do these {0} mention?', count);
    case 'source':
      return count === 1 ? t('What source is this?') : t('What source are these {0}?', count);
    case 'topic':
      return count === 1 ? t('What is the topic?') : t('What is the topic of these {0}?', count);
  }
}
