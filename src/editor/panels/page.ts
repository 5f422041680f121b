import * as vscode from 'vscode';
import { newId } from '../../sidecar/ids';

/** Which page it is. */
export interface PageFiles {
  /** Of its script and its style in dist/webview, without their endings. */
  readonly name: string;
  /** As HTML, what a screen reader says of its frame; where it isn't given, the page says so itself. */
  readonly title?: string;
  /** Whether images may be of data that is in the page: to save a PNG, it draws its own SVG. */
  readonly drawsImages?: true;
}

/** What a page may load: its script and its style. */
export function pageRoots(extensionUri: vscode.Uri): readonly vscode.Uri[] {
  return [vscode.Uri.joinPath(extensionUri, 'dist', 'webview')];
}

/** A page: nothing but its script, which gets everything by messages. */
export function pageHtml(
  { name, title, drawsImages }: PageFiles,
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
): string {
  const file = (ending: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', `${name}.${ending}`)).toString();
  const nonce = newId() + newId();
  const images = drawsImages === true ? ' img-src data:;' : '';
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource};${images}`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />${title === undefined ? '' : `\n    <title>${title}</title>`}
    <link rel="stylesheet" href="${file('css')}" />
  </head>
  <body>
    <script nonce="${nonce}" src="${file('js')}"></script>
  </body>
</html>`;
}
