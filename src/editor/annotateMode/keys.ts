import * as vscode from 'vscode';

/** A key of annotate mode, and the command that it runs. */
export interface ModeKey {
  /** As package.json has it: "a", "shift+n". */
  readonly key: string;
  readonly command: string;
  readonly title: string;
  readonly args?: { readonly slot?: number; readonly stance?: '+' | '-' | '0' } | undefined;
}

/** What package.json contributes, as far as keys are concerned; VS Code has put the titles into the person's language. */
interface Contributed {
  readonly keybindings: readonly {
    readonly key: string;
    readonly command: string;
    readonly when?: string;
    readonly args?: ModeKey['args'];
  }[];
  readonly commands: readonly { readonly command: string; readonly title: string }[];
}

/** All keys of annotate mode, in the order of package.json. */
export function modeKeys(): readonly ModeKey[] {
  const extension = vscode.extensions.getExtension<unknown>('policy-annotator.policy-annotator');
  const { contributes } = extension?.packageJSON as { readonly contributes: Contributed };
  const titles = new Map(contributes.commands.map(({ command, title }) => [command, title]));
  return contributes.keybindings
    .filter(({ when = '' }) => when.startsWith('policyAnnotator.annotateMode'))
    .map(({ key, command, args }) => ({ key, command, args, title: titles.get(command) ?? command }));
}
