import * as vscode from 'vscode';
import { usualTarget } from '../exchange/importing';
import type { Parts } from '../parts';
import { articleSources, type ArticleSource } from './articleSources';
import { bringIn } from './importArticles';

/** Brings in the files that were dropped on a view. VS Code gives uris of what is in its explorer or on the disk, else the content. */
export async function dropArticles(parts: Parts, data: vscode.DataTransfer): Promise<void> {
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const uris = list
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => vscode.Uri.parse(line.trim(), true));
  const sources = uris.length > 0 ? await articleSources(uris) : droppedFiles(data);
  if (sources.length > 0) await bringIn(parts, sources, usualTarget());
}

/** Files that have no uri here, as those of another machine's desktop in a browser. */
function droppedFiles(data: vscode.DataTransfer): readonly ArticleSource[] {
  return [...data].flatMap(([, item]): ArticleSource[] => {
    const file = item.asFile();
    return file ? [{ path: file.name, bytes: () => file.data() }] : [];
  });
}
