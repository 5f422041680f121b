import * as vscode from 'vscode';
import { newId } from '../../../sidecar/ids';
import { pageOf, type PictureKind } from './kinds';

/** What a page may load: its script and its style. */
export function pageRoots(extensionUri: vscode.Uri): readonly vscode.Uri[] {
  return [vscode.Uri.joinPath(extensionUri, 'dist', 'webview')];
}

/** The page of a picture: nothing but its script, which gets everything by messages. An image may only be of data that is in the page:
 * to save a PNG, it draws its own SVG. */
export function pageHtml(kind: PictureKind, title: string, webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
  const nonce = newId() + newId();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:;`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="${file(`${pageOf(kind)}.css`)}" />
  </head>
  <body>
    <script nonce="${nonce}" src="${file(`${pageOf(kind)}.js`)}"></script>
  </body>
</html>`;
}
