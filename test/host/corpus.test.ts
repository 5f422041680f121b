import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Corpus } from '../../src/editor/corpus';
import { Files } from '../../src/editor/files';
import { Articles } from '../../src/editor/store/articles';
import { mendingFor } from './mendingFor';
import { article, finder, sidecarOf, until, write } from './support';

const text = 'Ruritania protests.\n';
const sidecar = {
  format: 'policy-annotations',
  version: 1,
  article: { file: 'article.txt', sha256: 'b'.repeat(64), length: text.length },
  annotations: [
    {
      id: 'a',
      type: 'actor',
      target: [{ start: 0, end: 9, exact: 'Ruritania', prefix: '', suffix: ' protests.\n' }],
      actor: 'ruritania-of-the-corpus',
    },
  ],
};

describe('The corpus', () => {
  it('forgets an article that was open, once its sidecar is gone', async () => {
    const uri = await article(text);
    await write(sidecarOf(uri), `${JSON.stringify(sidecar, null, 2)}\n`);
    const articles = new Articles(
      new Files(),
      finder(),
      mendingFor((error) => assert.fail(error)),
    );
    const corpus = new Corpus(articles);
    const uses = (): number => corpus.current().usesOf('actor', 'ruritania-of-the-corpus');
    const closed = new Promise((resolve) => articles.onDidClose((other) => other.path === uri.path && resolve(other)));
    await vscode.commands.executeCommand('vscode.open', uri);
    await until('the mention', () => uses() === 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await closed;
    assert.equal(uses(), 1);
    await vscode.workspace.fs.delete(sidecarOf(uri));
    await corpus.build();
    assert.equal(uses(), 0);
    vscode.Disposable.from(corpus, articles).dispose();
  });
});
