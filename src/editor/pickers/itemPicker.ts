import * as vscode from 'vscode';
import type { Referent } from '../../model/references';
import type { Actor, Topic } from '../../model/codebook';
import { fitting } from '../../suggest/matching';
import type { CodebookFile } from '../store/codebookFile';
import { UserError } from '../userError';
import { aboutActor, namesOf } from './actorPicker';
import { choose, type Choice } from './choose';
import { typeIcon } from './fieldWords';
import { plainLabel } from './plainLabel';

/** An item of the codebook, as it is listed. */
interface Listed {
  readonly names: readonly string[];
  readonly choice: Choice<string>;
}

/** Asks for an actor, topic or source of the codebook, those of `first` (ids) first; gives its id. Throws a {@link UserError} where
 * there is none. */
export async function askItem(
  codebook: CodebookFile,
  kind: Referent,
  first: readonly string[],
  title: string,
): Promise<string | undefined> {
  const all = listed(codebook, kind);
  const isFirst = ({ choice }: Listed): boolean => first.includes(choice.value);
  const ordered = [...all.filter(isFirst), ...all.filter((item) => !isFirst(item))];
  if (ordered.length === 0) throw new UserError(nothingYet(kind));
  return choose<string>({
    title,
    placeholder: kind === 'actor' ? vscode.l10n.t('Name or alias') : vscode.l10n.t('Name'),
    choices: (typed) => fitting(typed, ordered, ({ names }) => names).map(({ choice }) => choice),
  });
}

function listed({ lists: { actors, topics, sources } }: CodebookFile, kind: Referent): readonly Listed[] {
  const label = (name: string, type: string): string => `${typeIcon(type)} ${plainLabel(name)}`;
  if (kind === 'actor') {
    return actors.map((actor: Actor) => ({
      names: namesOf(actor),
      choice: { label: label(actor.name, 'actor'), description: aboutActor(actor), value: actor.id },
    }));
  }
  const list: readonly (Topic & { readonly date?: string })[] = kind === 'topic' ? topics : sources;
  return list.map(({ id, name, description, date }) => ({
    names: [name],
    choice: { label: label(name, kind), description: plainLabel(description ?? date ?? '', 80), value: id },
  }));
}

function nothingYet(kind: Referent): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'actor':
      return t('The codebook has no actors yet. Tag one first.');
    case 'topic':
      return t('The codebook has no topics yet. Mark a claim with one first.');
    case 'source':
      return t('The codebook has no sources yet.');
  }
}
