import { isElement, walked, type HtmlElement, type HtmlNode } from './htmlTree';
import { TextFlow } from './textFlow';

const unread: ReadonlySet<string> = new Set([
  ...[
    'head',
    'script',
    'style',
    'noscript',
    'template',
    'svg',
    'iframe',
    'object',
    'embed',
    'canvas',
    'audio',
    'video',
  ],
  ...['button', 'select', 'input', 'textarea', 'datalist', 'dialog', 'map'],
  // How a word is pronounced, above it.
  ...['rt', 'rp', 'rtc'],
]);

const blocks: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'center', 'details', 'div', 'dl', 'fieldset', 'figcaption'],
  ...[
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hgroup',
    'hr',
    'legend',
    'main',
    'menu',
    'nav',
  ],
  ...['ol', 'p', 'pre', 'section', 'summary', 'table', 'ul', 'caption'],
]);

const lines: ReadonlySet<string> = new Set(['br', 'dt', 'dd', 'tr', 'thead', 'tbody', 'tfoot']);

/** Longer cells make a table that only lays out the page. */
const MAX_CELL = 500;

/** An element's text as a person sees it: paragraphs apart by a blank line, list items with "-" or their number, the cells of a table's
 * row in one line with "|" between. Scripts, pronunciations over words, form controls, embedded media and what is hidden are left out. */
export function plainTextOf(root: HtmlNode): string {
  const flow = new TextFlow();
  const open = new OpenElements();
  for (const { node, isLeft } of walked(root, isUnread)) {
    if (!isElement(node)) {
      if (node.nodeType !== 3 && node.nodeType !== 4) continue;
      const text = node.textContent ?? '';
      if (open.preformatted > 0) flow.verbatim(text);
      else flow.words(text);
    } else if (isLeft) {
      leave(node, flow, open);
    } else {
      enter(node, flow, open);
    }
  }
  return flow.text.trim();
}

function isUnread(element: HtmlElement): boolean {
  if (unread.has(element.localName) || element.getAttribute('hidden') !== null) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '');
}

/** What is open around the place that is read. */
class OpenElements {
  preformatted = 0;
  readonly lists: { isOrdered: boolean; next: number }[] = [];
  readonly tables: { isData: boolean; cells: number }[] = [];

  /** Whether the place is in a cell of a table of data, where all is one line. */
  get isInCell(): boolean {
    const table = this.tables.at(-1);
    return table?.isData === true && table.cells > 0;
  }
}

function enter(element: HtmlElement, flow: TextFlow, open: OpenElements): void {
  const name = element.localName;
  breakAt(name, flow, open);
  if (name === 'pre') open.preformatted += 1;
  if (name === 'table') open.tables.push({ isData: isDataTable(element), cells: 0 });
  const table = open.tables.at(-1);
  if (name === 'tr' && table) table.cells = 0;
  if (name === 'td' || name === 'th') {
    if (!table?.isData) flow.block();
    else if (table.cells++ > 0) flow.words(' | ');
  }
  if (open.isInCell) return;
  if (name === 'ul' || name === 'ol' || name === 'menu') {
    const start = Number(element.getAttribute('start') ?? 1);
    open.lists.push({ isOrdered: name === 'ol', next: Number.isSafeInteger(start) ? start : 1 });
  }
  if (name === 'li') {
    const list = open.lists.at(-1);
    flow.openItem(list?.isOrdered ? `${list.next++}. ` : '- ');
  }
}

function leave(element: HtmlElement, flow: TextFlow, open: OpenElements): void {
  const name = element.localName;
  if (name === 'pre') open.preformatted -= 1;
  if (!open.isInCell) {
    if (name === 'ul' || name === 'ol' || name === 'menu') open.lists.pop();
    if (name === 'li') flow.closeItem();
  }
  if (name === 'table') open.tables.pop();
  const table = open.tables.at(-1);
  if (name === 'tr' && table) table.cells = 0;
  if (name !== 'br' && name !== 'hr') breakAt(name, flow, open);
}

function breakAt(name: string, flow: TextFlow, open: OpenElements): void {
  const isBlock = blocks.has(name);
  if (!isBlock && !lines.has(name)) return;
  if (open.isInCell && name !== 'tr') flow.space();
  else if (!isBlock || (open.lists.length > 0 && (name === 'ul' || name === 'ol' || name === 'menu'))) flow.line();
  else flow.block();
}

/** Whether a table holds data, and not the page's parts. */
function isDataTable(table: HtmlElement): boolean {
  let length = 0;
  for (const { node, isLeft } of walked(table)) {
    if (isLeft) continue;
    if (!isElement(node)) length += node.textContent?.trim().length ?? 0;
    else if (node !== table && /^(?:table|ul|ol|h[1-6]|article|form)$/.test(node.localName)) return false;
    else if (node.localName === 'td' || node.localName === 'th') length = 0;
    if (length > MAX_CELL) return false;
  }
  return true;
}
