import * as vscode from 'vscode';
import type { PolicyAnnotatorApi } from '../api';
import { catalogue } from '../exchange/catalogue';
import type { Parts } from './parts';

/** The API over the parts. */
export function makeApi(parts: Parts): PolicyAnnotatorApi & vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const subscription = parts.articles.onDidChange((event) => {
    if (event.kind === 'shown') return;
    if (event.kind !== 'text' || event.touched || event.article.annotated) changed.fire(event.article.uri);
  });
  return {
    apiVersion: 1,
    annotations: async (uri) => {
      const article = await parts.articles.get(uri);
      article.assertReadable();
      return structuredClone([...(await article.annotationsWithTexts())]);
    },
    codebook: async (uri) => {
      const codebook = await parts.codebooks.of(uri);
      codebook.assertReadable();
      return structuredClone(codebook.content);
    },
    formats: catalogue.map(({ id, label, writes, reads }) => ({ id, label, writes, reads })),
    export: async (formatId, articles) => (await parts.exchange.get()).exportBytes(parts, formatId, articles),
    onDidChangeAnnotations: changed.event,
    dispose: () => vscode.Disposable.from(subscription, changed).dispose(),
  };
}
