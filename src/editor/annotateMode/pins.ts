import * as vscode from 'vscode';
import type { ReferredItem } from '../../model/codebook';
import { byId } from '../../model/codebook';
import { actorKind, topicKind } from '../codebook/itemKinds';
import { askItem } from '../codebook/itemPicker';
import { Arguments } from '../commands/arguments';
import { annotationsAt } from '../commands/chosenAnnotation';
import { editAnnotation } from '../commands/editing';
import { tagActor } from '../commands/tagActor';
import { tagClaim } from '../commands/tagClaim';
import { articleOf, cursorOf } from '../commands/target';
import type { Parts } from '../parts';
import { pick } from '../pickers/pick';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { UserError } from '../userError';

const STATE = 'policyAnnotator.pins';

/** What a person pinned to a digit. */
interface Pin {
  readonly kind: 'actor' | 'topic';
  readonly id: string;
}

type Pins = Readonly<Record<string, Pin>>;

/** Tags what is pinned to a digit: the selection or name at the cursor as an actor's mention; a topic goes to the claim at the
 * cursor, or begins a new one. What isn't pinned yet is asked for. */
export async function tagPinned(
  parts: Parts,
  state: vscode.Memento,
  args: Arguments | undefined,
): Promise<string | undefined> {
  args?.only('slot');
  const slot = slotOf(args) ?? (await askSlot(state));
  if (slot === undefined) return undefined;
  const article = await articleOf(parts.articles, undefined);
  const codebook = await parts.codebooks.of(article.uri);
  const pinned = pinsOf(state)[slot];
  const item = pinned && byId<ReferredItem>(listOf(codebook, pinned.kind), pinned.id);
  if (pinned && item)
    return pinned.kind === 'actor'
      ? tagActor(parts, new Arguments({ actor: item.id }))
      : withTopic(parts, article, item);
  const made = await askPin(parts, codebook, slot);
  if (made) await state.update(STATE, { ...pinsOf(state), [slot]: made });
  return undefined;
}

/** Pins an actor or a topic to a digit. */
export async function pin(parts: Parts, state: vscode.Memento, args: Arguments | undefined): Promise<boolean> {
  args?.only('article', 'slot', 'actor', 'topic');
  const article = await articleOf(parts.articles, args);
  const codebook = await parts.codebooks.of(article.uri);
  const slot = slotOf(args) ?? (args ? undefined : await askSlot(state));
  if (slot === undefined) {
    if (args) throw new UserError(vscode.l10n.t('The argument “{0}” is missing.', 'slot'));
    return false;
  }
  const made = args ? given(args, codebook) : await askPin(parts, codebook, slot);
  if (made) await state.update(STATE, { ...pinsOf(state), [slot]: made });
  return made !== undefined;
}

/** By digit, the names of what is pinned. */
export function pinnedNames(codebook: CodebookFile, state: vscode.Memento): ReadonlyMap<string, string> {
  const pins = Object.entries(pinsOf(state)).flatMap(([slot, { kind, id }]): [string, string][] => {
    const item = byId<ReferredItem>(listOf(codebook, kind), id);
    return item ? [[slot, item.name]] : [];
  });
  return new Map(pins);
}

function pinsOf(state: vscode.Memento): Pins {
  return state.get<Pins>(STATE, {});
}

function listOf({ lists }: CodebookFile, kind: Pin['kind']): readonly ReferredItem[] {
  return kind === 'actor' ? lists.actors : lists.topics;
}

function slotOf(args: Arguments | undefined): string | undefined {
  const slot = args?.index('slot');
  if (slot === undefined) return undefined;
  if (slot >= 1 && slot <= 9) return String(slot);
  throw new UserError(vscode.l10n.t('The argument “{0}” must be {1}.', 'slot', vscode.l10n.t('a digit from 1 to 9')));
}

function given(args: Arguments, { lists }: CodebookFile): Pin {
  const topic = args.given('topic');
  if (topic !== undefined) return { kind: 'topic', id: topicKind().known(lists, topic).id };
  return { kind: 'actor', id: actorKind().known(lists, args.required('actor')).id };
}

async function askSlot(state: vscode.Memento): Promise<string | undefined> {
  const pins = pinsOf(state);
  return pick<string>({
    title: vscode.l10n.t('Which digit?'),
    placeholder: vscode.l10n.t('A digit tags what is pinned to it in annotate mode'),
    rows: Array.from({ length: 9 }, (_, index) => {
      const slot = String(index + 1);
      return { label: slot, description: pins[slot]?.id ?? '', value: slot };
    }),
  });
}

async function askPin(parts: Parts, codebook: CodebookFile, slot: string): Promise<Pin | undefined> {
  const { t } = vscode.l10n;
  const kind = await pick<Pin['kind']>({
    title: t('Pin to {0}', slot),
    placeholder: t('An actor or a topic of the codebook'),
    rows: [
      { label: `$(person) ${t('Actor')}`, value: 'actor' },
      { label: `$(comment) ${t('Topic')}`, value: 'topic' },
    ],
  });
  if (!kind) return undefined;
  const item = await askItem(parts, codebook, kind === 'actor' ? actorKind() : topicKind(), {
    title: kind === 'actor' ? t('Pin to {0}: which actor?', slot) : t('Pin to {0}: which topic?', slot),
  });
  return item ? { kind, id: item.id } : undefined;
}

async function withTopic(parts: Parts, article: Article, topic: ReferredItem): Promise<string | undefined> {
  const claim = annotationsAt(article, cursorOf(article)).find(({ type }) => type === 'claim');
  if (!claim) return tagClaim(parts, undefined, topic.name);
  await editAnnotation(parts, new Arguments({ article: article.uri, id: claim.id, topic: topic.id }));
  return claim.id;
}
