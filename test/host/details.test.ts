import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ActiveArticle } from '../../src/editor/activeArticle';
import { Arguments } from '../../src/editor/commands/arguments';
import { Corpus } from '../../src/editor/corpus';
import { Creator } from '../../src/editor/creator';
import { Files } from '../../src/editor/files';
import type { FileMending } from '../../src/editor/mending/fileMending';
import { DetailsPanel } from '../../src/editor/panels/details/panel';
import { lazyParts, type Parts } from '../../src/editor/parts';
import { resources } from '../../src/editor/resources';
import { Reveal } from '../../src/editor/reveal';
import { Articles } from '../../src/editor/store/articles';
import { Codebooks } from '../../src/editor/store/codebooks';
import { Steps } from '../../src/editor/store/steps';
import type { Field, Form, Subject } from '../../src/model/form';
import type { FromPage, ToPage } from '../../src/model/formMessages';
import { contextWith, mendingFor } from './mendingFor';
import { article, finder, rangeOf, read, root, seeingAll, sidecarOf, storedSidecar, until, write } from './support';

const text = 'Ruritania says that the treaty is dead. Borduria denies it.\n';

/** The panel with a page that says what a test lets it say, and keeps what it is told. */
class Page implements vscode.Disposable {
  readonly told: ToPage[] = [];
  readonly parts: Parts;
  private readonly messages = new vscode.EventEmitter<unknown>();
  private readonly none = new vscode.EventEmitter<void>();
  private readonly owned: vscode.Disposable[];
  private changes = 0;

  constructor() {
    const files = new Files();
    const mending = mendingFor((error) => assert.fail(error));
    const visibility = seeingAll();
    const articles = new Articles(files, finder(), mending, visibility);
    const codebooks = new Codebooks(files, mending);
    const corpus = new Corpus(articles, files, contextWith(vscode.Uri.joinPath(root(), '.index')));
    const steps = new Steps(articles, codebooks, corpus, mending);
    const reveal = new Reveal();
    const extension = vscode.extensions.getExtension('policy-annotator.policy-annotator');
    assert.ok(extension, 'the extension was not loaded');
    const found = { creator: new Creator(), visibility, articles, codebooks, corpus, finder: finder(), steps, reveal };
    const made = { ...found, mending: mending as FileMending, resource: resources(extension.extensionUri) };
    this.parts = { ...made, ...lazyParts(extension.extensionUri, corpus.part) };
    const active = new ActiveArticle(this.parts);
    const webview = {
      cspSource: 'self',
      asWebviewUri: (uri: vscode.Uri) => uri,
      onDidReceiveMessage: this.messages.event,
      postMessage: (message: ToPage) => Promise.resolve(this.told.push(message) > 0),
    };
    const view = { webview, visible: true, onDidChangeVisibility: this.none.event, onDidDispose: this.none.event };
    const panel = new DetailsPanel(view as unknown as vscode.WebviewView, this.parts, active, extension.extensionUri);
    this.owned = [panel, active, steps, corpus, codebooks, articles, reveal];
    this.say({ type: 'ready' });
  }

  say(message: FromPage | object): void {
    this.messages.fire(message);
  }

  change(subject: Subject, field: string, value: string, more: { how?: 'add' | 'remove'; row?: string } = {}): number {
    this.say({ type: 'change', change: ++this.changes, how: 'set', value, subject, field, ...more });
    return this.changes;
  }

  /** The form that was shown last, once it is as it should be. */
  form(what: string, fits: (form: Form, answered: number) => boolean): Promise<Form> {
    return until(what, () => {
      const last = this.told.findLast((message) => message.type === 'form');
      return last && fits(last.form, last.answered) ? last.form : undefined;
    });
  }

  dispose(): void {
    vscode.Disposable.from(...this.owned).dispose();
  }
}

function fieldOf(form: Form, key: string): Field | undefined {
  return form.sections.flatMap(({ fields }) => fields).find((field) => field.key === key);
}

function valueOf(form: Form, key: string): string | undefined {
  const field = fieldOf(form, key);
  return field && 'value' in field ? field.value : undefined;
}

/** An article with a claim at the cursor, made and shown by the panel's own stores. */
async function withClaim({ parts }: Page): Promise<{ uri: vscode.Uri; id: string }> {
  const uri = await article(text);
  const range = rangeOf(text, 'the treaty is dead');
  const { tagActor, tagClaim } = await parts.assist.get();
  for (const actor of ['Ruritania', 'Borduria'])
    await tagActor(parts, new Arguments({ article: uri, actor, range: rangeOf(text, actor) }));
  const claim = { article: uri, topic: 'The treaty is dead', speaker: 'Ruritania', range };
  const id = await tagClaim(parts, new Arguments(claim));
  assert.ok(typeof id === 'string');
  await (await parts.articles.loaded(uri)).flush();
  const editor = await vscode.window.showTextDocument(uri);
  const position = editor.document.positionAt(range.start + 5);
  editor.selection = new vscode.Selection(position, position);
  return { uri, id };
}

describe('The panel of the Details view', () => {
  let page: Page;
  beforeEach(() => (page = new Page()));
  afterEach(() => page.dispose());

  it('shows the claim at the cursor, changes it at once, and refuses what can’t be', async () => {
    const { uri, id } = await withClaim(page);
    const form = await page.form('the claim', ({ subject }) => subject.annotation === id);
    assert.equal(valueOf(form, 'annotation.field.topic'), 'The treaty is dead');
    assert.deepEqual(form.here.length, 2);
    const { subject } = form;
    page.change(subject, 'annotation.field.stance', 'oppose');
    const wrong = page.change(subject, 'annotation.field.date', 'soon');
    page.change(subject, 'annotation.link.holder', 'ruritania', { how: 'add' });
    const row = '["holder","actor","ruritania"]';
    page.change(subject, 'annotation.link.holder', 'borduria', { row });
    const last = page.change(subject, 'annotation.attribute.hedged', 'true');
    const after = await page.form('all answers', (_, answered) => answered === last);
    assert.deepEqual(
      page.told.flatMap((message) => (message.type === 'refused' ? [message.change] : [])),
      [wrong],
    );
    assert.equal(valueOf(after, 'annotation.field.stance'), 'Oppose');
    const claim = await until('it on disk', async () => {
      const { annotations } = await storedSidecar(uri);
      return annotations.find((one) => one.id === id && one.attributes?.['hedged'] === true);
    });
    assert.deepEqual([claim.stance, claim.date], ['oppose', undefined]);
    assert.deepEqual(claim.links?.[1], { role: 'holder', actor: 'ruritania', for: 'borduria' });
    const alone = page.change(subject, 'annotation.link.holder', '', { row });
    const links = await page.form('nobody else', (_, answered) => answered === alone);
    assert.deepEqual(fieldOf(links, 'annotation.link.holder'), {
      ...{ kind: 'several', key: 'annotation.link.holder', label: 'Holder', grows: true },
      rows: [{ key: row, name: 'Ruritania', about: '', onBehalfOf: '' }],
    });
    for (let steps = 0; steps < 5; steps++) await page.parts.steps.undo(uri.toString());
    await page.form('it as it was', (now) => valueOf(now, 'annotation.field.stance') === '');
  });

  it('changes a topic of the codebook, as a step of the article', async () => {
    const { uri, id } = await withClaim(page);
    const { subject } = await page.form('the claim', ({ subject }) => subject.annotation === id);
    page.change(subject, 'topics.field.note', 'Asked about in March.');
    await page.form('the note', (form) => valueOf(form, 'topics.field.note') === 'Asked about in March.');
    const codebook = vscode.Uri.joinPath(uri, '../../policy-codebook.json');
    await until('it on disk', async () => (await read(codebook))?.includes('"note": "Asked about in March."\n'));
    assert.equal((await page.parts.steps.undo(uri.toString()))?.label, 'Edit The treaty is dead');
    await page.form('no note', (form) => valueOf(form, 'topics.field.note') === '');
  });

  it('shows what changes outside, and an article where no annotation is', async () => {
    const { uri, id } = await withClaim(page);
    const { subject } = await page.form('the claim', ({ subject }) => subject.annotation === id);
    const before = (await read(sidecarOf(uri))) ?? '';
    await write(sidecarOf(uri), before.replace('"topic":', '"summary": "From outside",\n      "topic":'));
    await page.form('it', (form) => valueOf(form, 'annotation.field.summary') === 'From outside');
    page.say({ type: 'show', subject: { article: subject.article } });
    const form = await page.form('the article', ({ subject: { annotation } }) => annotation === undefined);
    assert.equal(form.shown, 1);
    page.change(form.subject, 'article.field.title', 'On the treaty');
    page.change(form.subject, 'coding.field.note', 'Compare March.');
    const { coding } = await until('both on disk', async () => {
      const sidecar = await storedSidecar(uri);
      return sidecar.article.title === 'On the treaty' && sidecar.coding ? sidecar : undefined;
    });
    assert.deepEqual(
      coding?.map(({ status, note }) => [status, note]),
      [['doing', 'Compare March.']],
    );
  });

  it('is off where the sidecar can’t be read, and changes no article that it doesn’t show', async () => {
    const { uri, id } = await withClaim(page);
    const { subject } = await page.form('the claim', ({ subject }) => subject.annotation === id);
    const other = vscode.Uri.joinPath(root(), 'articles', 'first.txt').toString();
    page.change({ article: other }, 'article.field.title', 'Not mine');
    const answered = page.change(subject, 'annotation.field.note', 'Mine');
    await page.form('the note', (form, last) => last === answered && valueOf(form, 'annotation.field.note') === 'Mine');
    assert.equal((await page.parts.articles.get(vscode.Uri.parse(other))).metadata.title, undefined);
    await until('it on disk', async () => (await read(sidecarOf(uri)))?.includes('"Mine"'));
    await write(sidecarOf(uri), '{ broken');
    const form = await page.form('why', ({ notices }) => notices.some(({ isProblem }) => isProblem));
    assert.ok(form.sections.every(({ isOff, key }) => isOff || key.startsWith('topics.')));
    assert.equal(form.notices[0]?.action?.does, 'openSidecar');
  });
});
