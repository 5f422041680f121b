// Reads the text of VS Code's "Developer: Startup Performance": Markdown with tables, and lists of performance marks.

/**
 * @typedef {object} Activation one extension's activation, in whole milliseconds as VS Code gives them
 * @property {string} extension its id, as vscode.git
 * @property {number} load from asking for its code to having it run
 * @property {number} call of the call of `activate` itself
 * @property {number} finish from its return until what it awaited was there
 * @property {string} event what activated it
 * @property {string} [host] the extension host that loaded it, as VS Code names it: remoteExtHost, workerExtHost …
 */

/**
 * The lines under a heading, up to the next heading.
 * @param {readonly string[]} lines
 * @param {string} heading
 * @returns {string[]}
 * @throws {Error} where there is no such heading
 */
function section(lines, heading) {
  const start = lines.indexOf(`## ${heading}`);
  if (start < 0) throw new Error(`VS Code's performance text has no "${heading}"`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return end < 0 ? rest : rest.slice(0, end);
}

/** @param {string} row of a table @returns {string[]} */
const cells = (row) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/**
 * Which extension host loaded which extension, by the marks that each host sends.
 * @param {readonly string[]} lines
 * @returns {Map<string, string>} by extension id
 */
function hosts(lines) {
  /** @type {Map<string, string>} */
  const found = new Map();
  let host = '';
  for (const line of lines) {
    if (line.startsWith('## ')) host = /^## Raw Perf Marks: (\S+)$/.exec(line)?.[1] ?? '';
    const loaded = /^code\/extHost\/didLoadExtensionCode\/(\S+)/.exec(line)?.[1];
    if (loaded !== undefined && host !== '') found.set(loaded, host);
  }
  return found;
}

/**
 * @param {string} text the whole text
 * @returns {Activation[]} in the order of the text; an extension without code has no row there
 * @throws {Error} where the text has no table of activations, or one of other columns
 */
export function readActivations(text) {
  const lines = text.split(/\r?\n/);
  const [head, , ...rows] = section(lines, 'Extension Activation Stats').filter((line) => line.startsWith('|'));
  const names = head === undefined ? [] : cells(head);
  const column = (/** @type {string} */ name) => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`VS Code's table of activations has no column "${name}"`);
    return index;
  };
  const [extension, load, call, finish, event] = /** @type {[number, number, number, number, number]} */ (
    ['Extension', 'Load Code', 'Call Activate', 'Finish Activate', 'Event'].map(column)
  );
  const hostOf = hosts(lines);
  return rows.map((row) => {
    const fields = cells(row);
    const id = fields[extension] ?? '';
    const milliseconds = (/** @type {number} */ index) => {
      const value = fields[index];
      if (value === undefined || !/^\d+(\.\d+)?$/.test(value)) {
        throw new Error(`VS Code's table of activations has "${value}" for a time of ${id}`);
      }
      return Number(value);
    };
    const host = hostOf.get(id);
    return {
      extension: id,
      load: milliseconds(load),
      call: milliseconds(call),
      finish: milliseconds(finish),
      event: fields[event] ?? '',
      ...(host === undefined ? {} : { host }),
    };
  });
}

/**
 * @param {string} text the whole text
 * @returns {string} which VS Code it is from, as "code-server: 1.139.1"
 */
export function readVersion(text) {
  const [first] = section(text.split(/\r?\n/), 'System Info').filter((line) => line.startsWith('* '));
  return first?.replace(/^\* /, '').replace(/ \([0-9a-f]{40}\)$/, '') ?? 'unknown';
}
