import * as vscode from 'vscode';
import { agreement, type AgreementReport } from '../../analysis/agreement/agreement';
import type { CodedArticle } from '../../analysis/agreement/codedArticle';
import { agreementSettings, readAgreementSettings, type AgreementSettings } from '../../analysis/agreement/settings';
import { reasons } from '../../analysis/agreement/statistics';
import { figuresTable, marks, overviewTable } from '../../analysis/agreement/tables';
import { SettingsError, type Given } from '../../analysis/settings';
import { inSlices } from '../../anchoring/slices';
import { tableCsv } from '../../exchange/tables/csv';
import { markdownOfTable } from '../../exchange/tables/markdown';
import { escapeMarkdown } from '../../exchange/writing/escape';
import type { Arguments } from '../commands/arguments';
import { hidden } from '../commands/chosenAnnotation';
import { articleOf } from '../commands/target';
import { letOthersWork } from '../letOthersWork';
import type { Parts } from '../parts';
import { pick } from '../pickers/pick';
import { slowWork, type Work } from '../slowWork';
import { UserError } from '../userError';
import { shownArticle } from './coded';

const formats = ['markdown', 'csv'] as const;
type Format = (typeof formats)[number];

const SLICE_MS = 10;

interface Wanted {
  /** Uris as text. */
  readonly articles: readonly string[];
  readonly format: Format;
  readonly settings: AgreementSettings;
  readonly target?: vscode.Uri | undefined;
}

/** Says how far annotators agree on the article, on some, or on all of the workspace: as a table in an editor, or in a new file.
 * False where the person gave it up. */
export async function showAgreement(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  if (parts.visibility.asked === 'mine')
    throw hidden(vscode.l10n.t('Only your own annotations are shown, so that there is nothing to compare them with.'));
  const wanted = args ? await given(parts, args) : await askWanted(parts);
  if (!wanted) return false;
  const { articles, settings, format, target } = wanted;
  if (target && (await isThere(target)))
    throw new UserError(vscode.l10n.t('{0} is there already.', vscode.workspace.asRelativePath(target)));
  const report = await slowWork(vscode.l10n.t('Comparing annotators…'), (work) =>
    compared(parts, articles, settings, work).catch((error: unknown) => {
      throw error instanceof SettingsError ? new UserError(error.message) : error;
    }),
  );
  if (!report) return false;
  const content = format === 'csv' ? [...tableCsv(figuresTable(report))].join('') : inMarkdown(report);
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
  const language = format === 'csv' ? 'plaintext' : 'markdown';
  const document = target
    ? await vscode.workspace.openTextDocument(target)
    : await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return true;
}

async function given(parts: Parts, args: Arguments): Promise<Wanted> {
  args.only('article', 'articles', 'scope', 'format', 'settings', 'target');
  const scope = args.choice('scope', ['article', 'workspace']) ?? 'article';
  const format = args.choice('format', formats) ?? 'markdown';
  const articles = args.uris('articles')?.map(String);
  return {
    articles: articles ?? (scope === 'workspace' ? await all(parts) : [(await articleOf(parts.articles, args)).key]),
    ...{ format, settings: settingsOf((args.attributes('settings') ?? {}) as Given), target: args.uri('target') },
  };
}

async function askWanted(parts: Parts): Promise<Wanted | undefined> {
  const { t } = vscode.l10n;
  const asked = await pick<{ readonly scope: 'article' | 'workspace'; readonly format: Format }>({
    title: t('Agreement between annotators'),
    placeholder: t('On which articles?'),
    rows: [
      { label: t('$(file) The active article'), value: { scope: 'article', format: 'markdown' } },
      { label: t('$(folder) The workspace'), value: { scope: 'workspace', format: 'markdown' } },
      {
        label: t('$(file) The active article, as CSV'),
        description: t('all figures'),
        value: { scope: 'article', format: 'csv' },
      },
      {
        label: t('$(folder) The workspace, as CSV'),
        description: t('all figures'),
        value: { scope: 'workspace', format: 'csv' },
      },
    ],
  });
  if (!asked) return undefined;
  const articles = asked.scope === 'workspace' ? await all(parts) : [(await articleOf(parts.articles, undefined)).key];
  return { articles, format: asked.format, settings: settingsOf({}) };
}

function settingsOf(chosen: Given): AgreementSettings {
  const unknown = Object.keys(chosen).find((name) => !agreementSettings.some((spec) => spec.name === name));
  if (unknown !== undefined) {
    const names = agreementSettings.map(({ name }) => name).join(', ');
    throw new UserError(vscode.l10n.t('There is no setting “{0}”; there are: {1}.', unknown, names));
  }
  try {
    return readAgreementSettings(chosen);
  } catch (error) {
    throw error instanceof SettingsError ? new UserError(error.message) : error;
  }
}

async function all({ corpus }: Parts): Promise<readonly string[]> {
  await corpus.build();
  return Array.from(corpus.shown().ordered(), ({ uri }) => uri);
}

/** Undefined where it was cancelled. */
async function compared(
  parts: Parts,
  uris: readonly string[],
  settings: AgreementSettings,
  { token, report }: Work,
): Promise<AgreementReport | undefined> {
  const articles: CodedArticle[] = [];
  for (const [at, key] of uris.entries()) {
    if (token.isCancellationRequested) return undefined;
    report(vscode.l10n.t('{0} of {1} articles', at + 1, uris.length), (at / uris.length) * 0.5);
    const codebook = await parts.codebooks.of(vscode.Uri.parse(key, true));
    codebook.assertReadable();
    const article = await shownArticle(parts, key, codebook.content);
    if (article) articles.push(article);
  }
  return inSlices(agreement(articles, settings), {
    slice: SLICE_MS,
    pause: letOthersWork,
    cancelled: () => token.isCancellationRequested,
    progress: (share) => report(vscode.l10n.t('{0} %', Math.round(share * 100)), 0.5 + share * 0.5),
  });
}

function inMarkdown(report: AgreementReport): string {
  const { t } = vscode.l10n;
  const { creators, articles, others, undated, unplaced, excluded } = report;
  const facts = [
    t('Annotators: {0}', creators.map((name) => escapeMarkdown(name)).join(', ')),
    t('Articles that at least two of them coded: {0}', articles),
    ...(others > 0 ? [t('Articles left out, which fewer than two coded: {0}', others)] : []),
    ...(undated > 0 ? [t('Articles left out, without a date: {0}', undated)] : []),
    ...(unplaced > 0 ? [t('Annotations left out, whose place isn’t known: {0}', unplaced)] : []),
    ...(excluded > 0 ? [t('Annotations left out, in excluded ranges: {0}', excluded)] : []),
    `${marks.nothing}: ${reasons.nothing}; ${marks.alike}: ${reasons.alike}`,
  ];
  const table = [...markdownOfTable(overviewTable(report))].join('');
  return `# ${t('Agreement between annotators')}\n\n${facts.map((fact) => `- ${fact}\n`).join('')}\n${table}`;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
