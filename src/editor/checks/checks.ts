import * as vscode from 'vscode';
import { ArticleDiagnostics, SETTINGS } from '../articleDiagnostics';
import type { ClosedTexts } from '../closedTexts';
import type { Looking } from '../language/looking';
import type { Parts } from '../parts';
import { quickFix, touches } from '../quickFix';
import type { Article } from '../store/article';
import { MOST, standing, type Checked, type Finding } from './check';
import { checkDefaults, type CheckName } from './checkNames';
import { contradictions } from './contradictions';
import { fixCommands } from './fixing';
import { missingSource, missingSpeaker } from './missingLinks';
import { outdatedSidecar } from './outdatedSidecar';
import { unknownIds } from './unknownIds';
import { untaggedNames } from './untaggedNames';

/** Of so many findings at one place the fixes are offered. */
const MOST_AT_ONCE = 5;

type Check = (checked: Checked) => readonly Finding[] | Promise<readonly Finding[]>;

/** Tells among the problems of articles what their annotations lack, each check as its setting says, with quick fixes. */
export class Checks implements vscode.Disposable, vscode.CodeActionProvider {
  private readonly diagnostics: ArticleDiagnostics<Finding>;
  private readonly subscriptions: readonly vscode.Disposable[];
  /** Asking VS Code takes long. */
  private settings = new Map<string, ReadonlySet<CheckName>>();

  constructor(
    private readonly parts: Parts,
    private readonly looking: Looking,
    private readonly texts: ClosedTexts,
  ) {
    const forgetSettings = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS)) this.settings = new Map();
    });
    this.diagnostics = new ArticleDiagnostics(parts, {
      name: 'policyAnnotator.checks',
      find: (article) => this.find(article),
      isShown: () => true,
      // An outdated sidecar shows when the text is read again, names that nobody tagged while one types.
      isAboutText: (article) => !article.document.isDirty || this.on(article).has('untaggedNames'),
    });
    this.subscriptions = [
      forgetSettings,
      this.diagnostics,
      fixCommands(parts, (article) => this.diagnostics.soon([article])),
      parts.corpus.onDidChange(() => {
        const about = [...parts.articles.all()].filter((article) => this.on(article).has('contradictions'));
        if (about.length > 0) this.diagnostics.soon(about);
      }),
      vscode.languages.registerCodeActionsProvider({ pattern: '**' }, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
  }

  async provideCodeActions(document: vscode.TextDocument, selected: vscode.Range): Promise<vscode.CodeAction[]> {
    const article = this.parts.articles.of(document);
    if (!article) return [];
    const found = await this.diagnostics.of(article);
    const here = { start: article.offsetAt(selected.start), end: article.offsetAt(selected.end) };
    return found
      .filter(({ where }) => where.some((range) => touches(range, here)))
      .slice(0, MOST_AT_ONCE)
      .flatMap(({ diagnostic, fixes }) =>
        fixes.map(({ title, command, args }) => quickFix(diagnostic, title, command, ...args)),
      );
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async find(article: Article): Promise<readonly Finding[]> {
    if (article.problem || !article.annotated) return [];
    const codebook = await this.parts.codebooks.of(article.uri);
    if (codebook.problem) return [];
    const { lists } = codebook;
    const checked = { article, lists, annotations: standing(article) };
    const checks: { readonly [name in CheckName]: Check } = {
      missingSpeaker,
      unknownIds,
      outdatedSidecar,
      missingSource,
      untaggedNames: (one) => untaggedNames(one, this.looking.scan(lists.actors)),
      contradictions: (one) => contradictions(this.parts, this.texts, one),
    };
    const found: Finding[] = [];
    for (const name of this.on(article)) found.push(...(await checks[name](checked)).slice(0, MOST));
    return found;
  }

  /** The checks that are on for an article. */
  private on({ uri, key }: Article): ReadonlySet<CheckName> {
    let names = this.settings.get(key);
    if (!names) {
      const settings = vscode.workspace.getConfiguration(SETTINGS, uri);
      const all = Object.entries(checkDefaults) as [CheckName, boolean][];
      names = new Set(all.flatMap(([name, isOn]) => (settings.get(name, isOn) ? [name] : [])));
      this.settings.set(key, names);
    }
    return names;
  }
}
