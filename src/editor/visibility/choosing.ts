import * as vscode from 'vscode';
import { compareCodeUnits } from '../../model/codeUnits';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';
import { pick, section } from '../pickers/pick';
import { pickMany } from '../pickers/pickMany';
import { plainLabel } from '../pickers/plainLabel';
import type { Whose } from './visibility';

/** Shows the person's own annotations alone, or (`on` being false, or where they are alone already) everybody's again. */
export async function showOnlyMine({ visibility }: Parts, args: Arguments | undefined): Promise<boolean> {
  args?.only('on');
  const isOn = args?.flag('on') ?? visibility.asked !== 'mine';
  await visibility.show(isOn ? 'mine' : 'all');
  return true;
}

/** Shows the annotations of some creators alone; without any, everybody's. False where the person gave it up. */
export async function filterCreators(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const whose = args ? chosenCreators(args) : await askWhose(parts);
  if (whose) await parts.visibility.show(whose);
  return whose !== undefined;
}

function chosenCreators(args: Arguments): Whose {
  const creators = args.only('creators').texts('creators') ?? [];
  return creators.length > 0 ? creators : 'all';
}

/** Asks whose annotations are to be shown, among those who annotated in the workspace; undefined where it was given up. */
async function askWhose(parts: Parts): Promise<Whose | undefined> {
  const { t } = vscode.l10n;
  const me = await parts.creator.name();
  await parts.corpus.build();
  const creators = creatorsIn(parts, me);
  const whose = await pick<Whose | 'some'>({
    title: t('Whose annotations shall be shown?'),
    placeholder: t('What is hidden stays in the files, and in what is exported'),
    rows: [
      { label: t('$(eye) Everybody’s'), value: 'all' },
      { label: t('$(eye-closed) Only mine'), description: plainLabel(me), value: 'mine' },
      ...section(
        t('Those of one annotator'),
        creators
          .filter((one) => one !== me)
          .map((creator) => ({
            label: `$(person) ${nameOf(creator)}`,
            value: [creator],
          })),
      ),
      ...section(
        t('Those of several'),
        creators.length > 2 ? [{ label: t('$(filter) Choose annotators…'), value: 'some' as const }] : [],
      ),
    ],
  });
  return whose === 'some' ? askSome(creators, parts) : whose;
}

async function askSome(creators: readonly string[], { visibility }: Parts): Promise<Whose | undefined> {
  const chosen = await pickMany<string>({
    title: vscode.l10n.t('Whose annotations shall be shown?'),
    placeholder: vscode.l10n.t('Strike whose annotations shall be hidden'),
    groups: [
      {
        label: '',
        choices: creators.map((value) => ({
          label: nameOf(value),
          picked: visibility.shows(value === '' ? {} : { creator: value }),
          value,
        })),
      },
    ],
  });
  if (!chosen || chosen.length === 0) return undefined;
  return chosen.length === creators.length ? 'all' : chosen;
}

/** All who made annotations, and the person; '' where some name nobody. */
function creatorsIn({ corpus }: Parts, me: string): readonly string[] {
  return [...new Set([me, ...corpus.current().creators()])].sort(compareCodeUnits);
}

function nameOf(creator: string): string {
  return plainLabel(creator) || vscode.l10n.t('(without annotator)');
}
