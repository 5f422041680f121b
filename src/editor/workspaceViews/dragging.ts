import * as vscode from 'vscode';
import type { Parts } from '../parts';
import { UserError } from '../userError';
import type { Element } from './lazyTree';
import { chosenItem, itemAbove, referentOf } from './meant';
import { ROWS_MIME } from '../views/rowDrag';
import type { ViewName } from './names';
import { nested, typeOf, type RowCommands } from './rowCommands';
import type { AnnotationOf, ClaimsOf, ItemOf, Row } from './row';

const { t } = vscode.l10n;

/** What is said of a row that is dragged. */
type Dragged = Pick<Row, 'item' | 'annotation' | 'context'>;

/** From another view VS Code brings an empty item of our type too. */
async function draggedRows(data: vscode.DataTransfer): Promise<readonly Dragged[]> {
  for (const [type, item] of data) {
    const text = type === ROWS_MIME ? await item.asString() : '';
    if (text !== '') return JSON.parse(text) as readonly Dragged[];
  }
  return [];
}

/** What is done where rows are dropped on another, or (undefined) on the empty place below all. */
export class Dropping {
  constructor(
    private readonly parts: Parts,
    private readonly commands: RowCommands,
  ) {}

  async drop(view: ViewName, target: Element<Row> | undefined, data: vscode.DataTransfer): Promise<void> {
    const rows = await draggedRows(data);
    const items = rows.flatMap(({ item }) => item ?? []);
    const annotations = rows.flatMap(({ annotation }) => annotation ?? []);
    if (items.length > 0) await this.dropItems(items, itemAbove(target), view);
    else if (annotations.length > 0) await this.dropAnnotations(annotations, new Set(rows.map(typeOf)), target);
    else if (view === 'articles') await (await this.parts.articleImport.get()).dropArticles(this.parts, data);
  }

  /** A topic comes under the one that it is dropped on, on nothing to the top; what else is dropped on its like is merged. */
  private async dropItems(dragged: readonly ItemOf[], onto: ItemOf | undefined, view: ViewName): Promise<void> {
    const items = dragged.filter(({ id, kind }) => id !== onto?.id || kind !== onto.kind);
    if (!onto) {
      if (view === 'topics') for (const item of items) if (item.kind === 'topic') await nested(item, null);
      return;
    }
    if (items.some(({ kind, book }) => kind !== onto.kind || book !== onto.book)) {
      throw new UserError(t('These don’t go together: drop an actor on an actor, a topic on a topic of its codebook.'));
    }
    if (onto.kind === 'topic') {
      for (const item of items) await nested(item, onto.id);
      return;
    }
    const { itemQuestions } = await this.parts.codebook.get();
    for (const item of items) {
      await itemQuestions.merge(this.parts, chosenItem(this.parts, item), chosenItem(this.parts, onto).item);
    }
  }

  /** Annotations become those of the thing, or of the group of claims, that they are dropped on. */
  private async dropAnnotations(
    annotations: readonly AnnotationOf[],
    types: ReadonlySet<string | undefined>,
    target: Element<Row> | undefined,
  ): Promise<void> {
    const onto = itemAbove(target);
    const group = groupAbove(target);
    if (onto && [...types].every((type) => type !== undefined && referentOf(type) === onto.kind)) {
      chosenItem(this.parts, onto);
      await this.commands.give(annotations, { [onto.kind]: onto.id });
    } else if (group && [...types].every((type) => type === 'claim')) {
      const changes = changesTo(group);
      if (changes) await this.commands.give(annotations, changes);
    } else if (onto ?? group) {
      throw new UserError(
        t('These don’t go together: drop a mention on an actor, a claim or passage on a topic, a source on a source.'),
      );
    }
  }
}

function groupAbove(element: Element<Row> | undefined): ClaimsOf | undefined {
  for (let at = element; at; at = at.parent) if (at.row.claims) return at.row.claims;
  return undefined;
}

/** What of a claim must be changed so that it is in a group; undefined where that can't be. */
function changesTo({ by, key }: ClaimsOf): Readonly<Record<string, unknown>> | undefined {
  const value = key === '' ? null : key;
  if (by === 'topic' || by === 'speaker') return { [by]: value };
  return by === 'verdict' ? { attributes: { verdict: value } } : undefined;
}
