import * as vscode from 'vscode';
import { untaggedNames as untaggedIn } from '../mentions/untagged';
import type { NameScan } from '../../suggest/nameScan';
import { plainLabel } from '../pickers/plainLabel';
import { finding, MOST, type Checked, type Finding, type Fix } from './check';

/** Names of the codebook's actors that stand untagged in the text, outside of boilerplate. */
export function untaggedNames({ article }: Checked, scan: NameScan): readonly Finding[] {
  const { t } = vscode.l10n;
  const { text, key } = article;
  return untaggedIn(article, scan)
    .slice(0, MOST)
    .map(({ actor, others, range }) => {
      const said = plainLabel(text.slice(range.start, range.end), 40);
      const name = plainLabel(actor.name, 40);
      const isName = said === name && others.length === 0;
      return finding(article, {
        check: 'untaggedNames',
        message: isName ? t('“{0}” isn’t tagged.', said) : t('“{0}” isn’t tagged as {1}.', said, name),
        severity: vscode.DiagnosticSeverity.Information,
        ranges: [range],
        fixes: [
          ...[actor, ...others].map((one): Fix => ({
            title: isName ? t('Tag “{0}”', said) : t('Tag “{0}” as {1}', said, plainLabel(one.name, 40)),
            command: 'tagActor',
            args: [{ article: key, actor: one.id, range: { start: range.start, end: range.end } }],
          })),
          {
            title: t('Tag all mentions of {0}', name),
            command: 'tagAllMentions',
            args: [{ article: key, actor: actor.id }],
          },
        ],
      });
    });
}
