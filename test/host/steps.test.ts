import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Corpus } from '../../src/editor/corpus';
import { Files } from '../../src/editor/files';
import { Articles } from '../../src/editor/store/articles';
import type { CodebookFile } from '../../src/editor/store/codebookFile';
import { Codebooks } from '../../src/editor/store/codebooks';
import type { Step } from '../../src/editor/store/step';
import { StepDraft } from '../../src/editor/store/stepDraft';
import { Steps } from '../../src/editor/store/steps';
import { contextWith, mendingFor } from './mendingFor';
import { article, finder, root, seeingAll, write } from './support';

interface Stores {
  readonly articles: Articles;
  readonly codebooks: Codebooks;
  readonly steps: Steps;
}

async function withStores(work: (stores: Stores) => Promise<void>): Promise<void> {
  const mending = mendingFor((error) => assert.fail(error));
  const files = new Files();
  const articles = new Articles(files, finder(), mending, seeingAll());
  const codebooks = new Codebooks(files, mending);
  const corpus = new Corpus(articles, files, contextWith(vscode.Uri.joinPath(root(), '.index')));
  const steps = new Steps(articles, codebooks, corpus, mending);
  try {
    await work({ articles, codebooks, steps });
  } finally {
    vscode.Disposable.from(steps, corpus, codebooks, articles).dispose();
  }
}

function made(step: Step | undefined): Step {
  assert.ok(step);
  return step;
}

/** A step that changes nothing but the codebook. */
function named(codebook: CodebookFile, name: string): Step {
  const draft = new StepDraft();
  draft.setItem(codebook, 'actors', { id: 'a-step-of-its-own', name });
  return made(draft.step(name));
}

describe('A step that changes the codebook alone', () => {
  it('is undone and redone from any article of that codebook, in its turn, and from no other', async () => {
    const uri = await article('North Korea.');
    const sibling = vscode.Uri.joinPath(uri, '..', 'sibling.txt');
    await write(sibling, 'Pyongyang.');
    const stranger = await article('Russia.');
    await withStores(async ({ articles, codebooks, steps }) => {
      const codebook = await codebooks.of(uri);
      const name = (): string | undefined => codebook.lists.actors[0]?.name;
      await steps.apply(named(codebook, 'North Korea'));
      const draft = new StepDraft();
      const other = await articles.get(sibling);
      draft.setCoding(other, [{ creator: 'lee', status: 'doing' }]);
      await steps.apply(made(draft.step('Status')));
      await steps.apply(named(codebook, 'DPRK'));

      assert.equal(await steps.undo(stranger.toString()), undefined);
      assert.equal((await steps.undo(uri.toString()))?.label, 'DPRK');
      assert.equal(name(), 'North Korea');
      assert.equal(await steps.redo(stranger.toString()), undefined);
      assert.equal((await steps.redo(sibling.toString()))?.label, 'DPRK');
      assert.equal((await steps.undo(undefined))?.label, 'DPRK');
      // What lies between is the other article's own.
      assert.equal((await steps.undo(uri.toString()))?.label, 'North Korea');
      assert.equal(name(), undefined);
      assert.equal((await steps.undo(sibling.toString()))?.label, 'Status');
      assert.deepEqual(other.coding, []);
    });
  });

  it('can’t be redone any more once another was made', async () => {
    const uri = await article('North Korea.');
    await withStores(async ({ codebooks, steps }) => {
      const codebook = await codebooks.of(uri);
      await steps.apply(named(codebook, 'North Korea'));
      await steps.apply(named(codebook, 'DPRK'));
      await steps.undo(uri.toString());
      await steps.apply(named(codebook, 'N. Korea'));
      assert.equal(await steps.redo(uri.toString()), undefined);
      assert.equal(codebook.lists.actors[0]?.name, 'N. Korea');
    });
  });
});
