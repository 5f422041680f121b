import type { ReferredList } from '../../../model/codebook';
import { lookUp } from '../../../model/lookup';
import type { Change } from '../../../model/formMessages';
import type { Json } from '../../../model/json';
import { textProblem } from '../../textRules';
import { oneLine, textOf } from './drawing';
import type { ChoiceInput, FieldSpec, FoundField, Option, SeveralInput, TextInput } from './fields';
import type { Problem } from './vocabulary';

/** What a change of the form comes to: a command with its argument object, or new values of a thing of the codebook. */
export type Edit =
  | { readonly command: EditingCommand; readonly args: Readonly<Record<string, Json>> }
  | { readonly list: ReferredList; readonly id: string; readonly changes: ItemChanges };

export type EditingCommand = 'editAnnotation' | 'editArticleMetadata' | 'setCodingStatus' | 'link' | 'unlink';

/** By name; null removes a field. */
export interface ItemChanges {
  readonly fields: Readonly<Record<string, Json>>;
  readonly attributes: Readonly<Record<string, Json>>;
}

export type Outcome = { readonly edit: Edit } | { readonly problem: Problem };

/** The edit that a change of a field means, or why it can't be. */
export function editOf(found: FoundField, change: Pick<Change, 'how' | 'value' | 'row'>): Outcome {
  const { field } = found;
  if (field.input.kind === 'several') return editOfSeveral(found, field.input, change);
  const read =
    field.input.kind === 'text' ? typed(field, field.input, change.value) : picked(field, field.input, change.value);
  return 'problem' in read ? read : { edit: setting(found, read.value) };
}

type Read = { readonly value: Json } | { readonly problem: Problem };

/** What was typed; null where nothing was. */
function typed({ value: present, isRequired }: FieldSpec, { lines, rule }: TextInput, text: string): Read {
  const trimmed = text.trim();
  if (trimmed === '') return isRequired ? { problem: { is: 'required' } } : { value: null };
  if (lines === 'list') return { value: items(trimmed, present) };
  const problem = rule && textProblem(rule, trimmed);
  if (problem) return { problem };
  return { value: rule?.is === 'integer' ? Number(trimmed) : trimmed };
}

/** A list with an item a line; an item that had several lines, and is still there, keeps them. */
function items(text: string, present: Json | undefined): readonly Json[] {
  const before = new Map<string, Json>();
  if (Array.isArray(present))
    for (const item of present as readonly Json[]) before.set(oneLine(textOf(item)).trim(), item);
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))].map((line) => before.get(line) ?? line);
}

/** The option that an id, or what was typed, means; null for none. */
function picked({ isRequired }: FieldSpec, { options, isOpen }: ChoiceInput, text: string): Read {
  const name = text.trim();
  if (name === '') return isRequired ? { problem: { is: 'required' } } : { value: null };
  const meant = option(options(), name);
  if ('problem' in meant) return isOpen && meant.problem.is === 'unknown' ? { value: name } : meant;
  return { value: meant.option.stored ?? meant.option.id };
}

function option(options: readonly Option[], name: string): { readonly option: Option } | { readonly problem: Problem } {
  const byId = options.find(({ id }) => id === name);
  if (byId) return { option: byId };
  const match = lookUp(
    options.filter(({ isMeantByIdOnly }) => !isMeantByIdOnly),
    name,
  );
  if (!match) return { problem: { is: 'unknown', name } };
  return 'found' in match ? { option: match.found } : { problem: { is: 'ambiguous', name } };
}

/** A field of its keeper is set to a value, or removed by null. */
function setting({ section: { keeper }, field: { of, name } }: FoundField, value: Json): Edit {
  // Not by assignment: an attribute may have the id "__proto__".
  const named = Object.fromEntries([[name, value]]);
  const args = of === 'attribute' ? { attributes: named } : named;
  switch (keeper.in) {
    case 'annotation':
      return { command: 'editAnnotation', args: { id: keeper.id, ...args } };
    case 'article':
      return { command: 'editArticleMetadata', args };
    case 'coding':
      // Who writes a note has begun.
      return { command: 'setCodingStatus', args: { status: keeper.status ?? 'doing', ...args } };
    case 'codebook': {
      const changes = of === 'attribute' ? { fields: {}, attributes: named } : { fields: named, attributes: {} };
      return { list: keeper.list, id: keeper.id, changes };
    }
  }
}

function editOfSeveral(
  found: FoundField,
  input: SeveralInput,
  { how, value, row }: Pick<Change, 'how' | 'value' | 'row'>,
): Outcome {
  if (how === 'add') {
    const meant = option(input.options?.() ?? [], value.trim());
    return 'problem' in meant ? meant : adding(found, input, meant.option.stored ?? meant.option.id);
  }
  const key = how === 'remove' ? value : row;
  const item = input.items.find((one) => one.key === key);
  if (!item) return { problem: { is: 'unknown', name: key ?? '' } };
  if (how === 'remove') return removing(found, input, item.value);
  const name = value.trim();
  const meant = name === '' ? undefined : option(input.behalf?.() ?? [], name);
  if (meant && 'problem' in meant) return meant;
  return linking(found, 'link', { ...(item.value as object), for: meant?.option.id ?? null });
}

function adding(found: FoundField, { items: present }: SeveralInput, value: Json): Outcome {
  if (found.field.of === 'link') return linking(found, 'link', value as object);
  return { edit: setting(found, [...present.map((item) => item.value), value]) };
}

function removing(found: FoundField, { items: present }: SeveralInput, value: Json): Outcome {
  if (found.field.of === 'link') return linking(found, 'unlink', value as object);
  const rest = present.map((item) => item.value).filter((one) => one !== value);
  return { edit: setting(found, rest.length > 0 ? rest : null) };
}

/** Links of a file may have further fields, which the commands don't take. */
function linking({ section: { keeper } }: FoundField, command: 'link' | 'unlink', link: object): Outcome {
  const { role, actor, annotation, source, for: behalf } = link as Readonly<Record<string, Json | undefined>>;
  const named = { role, actor, annotation, source, for: behalf };
  const given = Object.entries(named).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return {
    edit: { command, args: { from: keeper.in === 'annotation' ? keeper.id : '', ...Object.fromEntries(given) } },
  };
}
