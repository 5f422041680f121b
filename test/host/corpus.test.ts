import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Keeper } from '../../src/editor/corpus/keeper';
import { Files } from '../../src/editor/files';
import { Articles } from '../../src/editor/store/articles';
import { mendingFor } from './mendingFor';
import { article, finder, root, seeingAll, sidecarOf, until, write } from './support';

const text = 'Ruritania protests.\n';

/** A sidecar with so many mentions of an actor. */
function sidecar(actor: string, mentions: number): string {
  const target = [{ start: 0, end: 9, exact: 'Ruritania', prefix: '', suffix: ' protests.\n' }];
  const content = {
    format: 'policy-annotations',
    version: 1,
    article: { file: 'article.txt', sha256: 'b'.repeat(64), length: text.length },
    annotations: Array.from({ length: mentions }, (_, n) => ({ id: `a${n}`, type: 'actor', target, actor })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** A keeper of the index on the test's workspace, and what it did. */
class Session {
  readonly reads: string[] = [];
  changes = 0;
  private readonly files = new Files();
  readonly articles = new Articles(
    this.files,
    finder(),
    mendingFor((error) => assert.fail(error)),
    seeingAll(),
  );
  readonly keeper: Keeper;

  /** @param storage where its cache lies */
  constructor(storage?: vscode.Uri) {
    this.keeper = new Keeper({
      articles: this.articles,
      files: {
        state: (uri) => this.files.state(uri),
        look: (uri) => {
          this.reads.push(uri.toString());
          return this.files.look(uri);
        },
      },
      storage,
      madeBy: 'test',
      changed: () => void this.changes++,
      now: () => Date.now() + 60_000, // files that were written a minute ago are known by their stamps
    });
  }

  async mentions(actor: string): Promise<number> {
    await this.keeper.build();
    return this.keeper.current().counts().get(actor)?.mentions ?? 0;
  }

  dispose(): void {
    vscode.Disposable.from(this.keeper, this.articles).dispose();
  }
}

describe('The corpus', () => {
  const sessions: Session[] = [];
  const begin = (storage?: vscode.Uri): Session => {
    const session = new Session(storage);
    sessions.push(session);
    return session;
  };

  afterEach(() => {
    for (const session of sessions.splice(0)) session.dispose();
  });

  it('forgets an article that was open, once its sidecar is gone', async () => {
    const actor = 'ruritania-while-open';
    const uri = await article(text);
    await write(sidecarOf(uri), sidecar(actor, 1));
    const { articles, keeper } = begin();
    const uses = (): number => keeper.current().usesOf('actor', actor);
    const closed = new Promise((resolve) => articles.onDidClose((other) => other.path === uri.path && resolve(other)));
    await vscode.commands.executeCommand('vscode.open', uri);
    await until('the mention', () => uses() === 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await closed;
    assert.equal(uses(), 1);
    await vscode.workspace.fs.delete(sidecarOf(uri));
    await keeper.build();
    assert.equal(uses(), 0);
  });

  it('follows sidecars that come, change and go while no article is open; what can’t be read stays out', async () => {
    const actor = 'ruritania-outside';
    const session = begin();
    assert.equal(await session.mentions(actor), 0);
    const uri = await article(text);
    await write(sidecarOf(uri), sidecar(actor, 1));
    assert.equal(await session.mentions(actor), 1);
    await until('that it is told', () => session.changes > 0);
    await write(sidecarOf(uri), sidecar(actor, 3));
    assert.equal(await session.mentions(actor), 3);
    await write(sidecarOf(uri), sidecar(actor, 3).slice(0, -9));
    assert.equal(await session.mentions(actor), 0);
    await write(sidecarOf(uri), sidecar(actor, 2));
    assert.equal(await session.mentions(actor), 2);
    await vscode.workspace.fs.delete(sidecarOf(uri));
    assert.equal(await session.mentions(actor), 0);
  });

  it('reads nothing again that the cache has, and all again where the cache is broken', async () => {
    const actor = 'ruritania-in-the-cache';
    const uri = await article(text);
    await write(sidecarOf(uri), sidecar(actor, 2));
    const storage = vscode.Uri.joinPath(root(), `.index${Math.random().toString(36).slice(2)}`);
    const first = begin(storage);
    assert.equal(await first.mentions(actor), 2);
    await first.keeper.save();

    const second = begin(storage);
    assert.equal(await second.mentions(actor), 2);
    assert.deepEqual(second.reads.includes(sidecarOf(uri).toString()), false);

    const [[name = ''] = []] = await vscode.workspace.fs.readDirectory(storage);
    const cache = vscode.Uri.joinPath(storage, name);
    const bytes = await vscode.workspace.fs.readFile(cache);
    await vscode.workspace.fs.writeFile(cache, bytes.slice(0, bytes.length - 100));
    const third = begin(storage);
    assert.equal(await third.mentions(actor), 2);
    assert.equal(third.reads.includes(sidecarOf(uri).toString()), true);
  });
});
