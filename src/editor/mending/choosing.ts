import * as vscode from 'vscode';
import type { EffectiveCodebook } from '../../model/codebook';
import type { Conflict } from '../../sidecar/threeWay';
import type { Arguments } from '../commands/arguments';
import { showDone } from '../messages';
import type { Parts } from '../parts';
import { pick, section, type Row } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import type { Disagreement } from '../store/mending';
import { fieldOf, subjectOf, valueInWords } from './conflictWords';
import { showBothFiles } from './bothFiles';
import { taking, type Side } from './sides';
import { takingStep } from './takingSteps';

type Chosen =
  | { readonly action: Side; readonly conflicts: readonly Conflict[]; readonly of: Disagreement }
  | { readonly action: 'look'; readonly conflict: Conflict; readonly of: Disagreement }
  | { readonly action: 'compare'; readonly of: Disagreement };

/**
 * Lets a person choose between what two sides made of one thing, one by one or all; ours stands until then. With an
 * argument object: takes `take` ("mine" or "theirs") in `file`, or in all files. Gives whether anything was to be chosen.
 */
export async function chooseVersions(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const { disagreements } = parts.mending;
  if (args) {
    args.only('file', 'take');
    args.required('take');
    const side = args.choice('take', ['mine', 'theirs'] as const) ?? 'mine';
    const file = args.uri('file')?.toString();
    const open = disagreements.all.filter(({ uri }) => file === undefined || uri.toString() === file);
    for (const of of open) await take(parts, of, of.conflicts, side);
    return open.length > 0;
  }
  if (disagreements.all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is to be chosen: no two versions disagree.'));
    return false;
  }
  while (disagreements.all.length > 0) {
    let chosen = await askConflict(await listed(parts));
    if (chosen?.action === 'look') chosen = await askSide(chosen.of, chosen.conflict, await listsOf(parts, chosen.of));
    else if (!chosen) return true;
    if (chosen?.action === 'compare') {
      await showBothFiles(parts.mending, chosen.of);
      return true;
    }
    if (chosen && chosen.action !== 'look') await take(parts, chosen.of, chosen.conflicts, chosen.action);
  }
  return true;
}

/** Takes a side's version of these, as one step; where ours stands already, nothing is changed. */
async function take(parts: Parts, of: Disagreement, conflicts: readonly Conflict[], side: Side): Promise<void> {
  const takings = conflicts.flatMap((conflict) => taking(conflict, side) ?? []);
  const label = side === 'mine' ? vscode.l10n.t('Keep my version') : vscode.l10n.t('Take the version from elsewhere');
  const step = await takingStep(parts, of.uri, takings, label);
  if (step) await parts.steps.apply(step);
  parts.mending.disagreements.settle(conflicts);
  if (step) showDone(label, () => parts.steps.takeBack(step));
}

interface Listed {
  readonly of: Disagreement;
  readonly lists: EffectiveCodebook;
}

function listed(parts: Parts): Promise<readonly Listed[]> {
  return Promise.all(parts.mending.disagreements.all.map(async (of) => ({ of, lists: await listsOf(parts, of) })));
}

async function listsOf(parts: Parts, { uri }: Disagreement): Promise<EffectiveCodebook> {
  return (await parts.codebooks.of(uri)).lists;
}

/** Every open conflict with both sides' values, and what can be done with all of a file. */
async function askConflict(open: readonly Listed[]): Promise<Chosen | undefined> {
  const { t } = vscode.l10n;
  const rows = open.flatMap(({ of, lists }): readonly Row<Chosen>[] => {
    const file = parsed(of.ours) ?? parsed(of.theirs);
    return section<Chosen>(plainLabel(vscode.workspace.asRelativePath(of.uri)), [
      ...of.conflicts.map((conflict) => ({
        label: subjectOf(conflict, file, lists),
        description: fieldOf(conflict),
        detail: t(
          'Mine: {0}   Theirs: {1}   Before: {2}',
          valueInWords(conflict, conflict.ours, lists),
          valueInWords(conflict, conflict.theirs, lists),
          valueInWords(conflict, conflict.base, lists),
        ),
        value: { action: 'look' as const, conflict, of },
      })),
      { label: t('Keep all mine'), value: { action: 'mine', conflicts: of.conflicts, of } },
      { label: t('Take all theirs'), value: { action: 'theirs', conflicts: of.conflicts, of } },
      ...(of.ours === '' ? [] : [{ label: t('Show both files'), value: { action: 'compare' as const, of } }]),
    ]);
  });
  return pick({
    title: t('Changed on both sides'),
    placeholder: t('Mine is kept for now. Which is to be chosen?'),
    rows,
  });
}

/** Both sides of one conflict. */
async function askSide(of: Disagreement, conflict: Conflict, lists: EffectiveCodebook): Promise<Chosen | undefined> {
  const { t } = vscode.l10n;
  const conflicts = [conflict];
  const both = conflict.code === 'same-id';
  return pick<Chosen>({
    title: `${subjectOf(conflict, parsed(of.ours), lists)} · ${fieldOf(conflict)}`,
    placeholder: both
      ? t('Two things had one id, and both are there now. Which is to be kept?')
      : t('Before: {0}', valueInWords(conflict, conflict.base, lists)),
    rows: [
      {
        label: both ? t('Keep only mine') : t('Keep mine'),
        description: valueInWords(conflict, conflict.ours, lists),
        value: { action: 'mine', conflicts, of },
      },
      {
        label: both ? t('Keep only theirs') : t('Take theirs'),
        description: valueInWords(conflict, conflict.theirs, lists),
        value: { action: 'theirs', conflicts, of },
      },
      ...(of.ours === '' ? [] : [{ label: t('Show both files'), value: { action: 'compare' as const, of } }]),
    ],
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // too long to have been kept
  }
}
