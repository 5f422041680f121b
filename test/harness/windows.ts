import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Workbench } from './workbench';

/** The themes to look at, by their names in the picker: their names in settings, which differ, and the files that their CSS
 * classes are named after. */
const THEMES = {
  'Light Modern': { setting: 'Default Light Modern', file: 'light_modern' },
  'Dark Modern': { setting: 'Default Dark Modern', file: 'dark_modern' },
  'Dark High Contrast': { setting: 'Default High Contrast', file: 'hc_black' },
  'Light High Contrast': { setting: 'Default High Contrast Light', file: 'hc_light' },
} as const;

export interface WindowOptions {
  /** The folder that is copied and opened, from the project's root; the host tests' fixture where none is named. */
  folder?: string;
  /** A colour theme; VS Code's default where none is named. */
  theme?: keyof typeof THEMES;
  /** Further settings of the workspace. */
  settings?: Record<string, unknown>;
  /** In CSS pixels; 1440 × 900 where not given. */
  viewport?: { width: number; height: number };
  /** Puts files into the folder's copy before the window opens: a search for files may miss what comes later. */
  prepare?: (folder: string) => void | Promise<void>;
  /** Whether the extension runs in the web worker extension host. */
  webHost?: boolean;
  /** A window on whose folder this one is opened too, as it is: neither copied nor prepared. */
  beside?: Workbench;
}

/** What test/harness/ui-tests.mjs has started for the tests. */
interface Services {
  browser: string;
  windows: string;
  webHostWindows: string;
  userData: string;
  root: string;
  failures: string;
}

function services(): Services {
  const given = process.env['POLICY_ANNOTATOR_UI'];
  if (given === undefined) throw new Error('UI tests are run by `npm run test:ui`, which starts VS Code for them');
  return JSON.parse(given) as Services;
}

/** Gives the person keys of their own, in all windows of Node's extension host; an empty list takes them away. */
export function setKeybindings(bindings: readonly object[]): void {
  writeFileSync(path.join(services().userData, 'keybindings.json'), JSON.stringify(bindings));
}

function writeWorkspaceSettings(folder: string, settings: Record<string, unknown>): void {
  const file = path.join(folder, '.vscode', 'settings.json');
  let own: Record<string, unknown> = {};
  try {
    own = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    // The folder brings no settings.
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...own, ...settings }, null, 2));
}

/** A window and how to close it: the copy of the folder goes with it. */
export interface OpenWindow {
  workbench: Workbench;
  close(): Promise<void>;
}

/** Opens a window on a copy of a folder, with the extension loaded. For several tests in one window; see {@link uiTest}. */
export async function openWindow(options: WindowOptions = {}): Promise<OpenWindow> {
  const { browser: address, windows, webHostWindows, root } = services();
  const theme = options.theme && THEMES[options.theme];
  const area = options.beside ? undefined : mkdtempSync(path.join(realpathSync(tmpdir()), 'policy-annotator-ui-'));
  const folder = options.beside?.folder ?? path.join(area ?? '', path.basename(options.folder ?? 'fixture'));
  if (!options.beside) {
    cpSync(path.join(root, options.folder ?? 'test/host/fixture'), folder, { recursive: true });
    if (theme || options.settings) {
      writeWorkspaceSettings(folder, {
        ...(theme ? { 'workbench.colorTheme': theme.setting } : {}),
        ...options.settings,
      });
    }
    await options.prepare?.(folder);
  }
  const browser = await chromium.connect(address);
  const close = async () => {
    await browser.close();
    if (area !== undefined) rmSync(area, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  try {
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1440, height: 900 } });
    page.setDefaultTimeout(20_000);
    page.on('dialog', (dialog) => void dialog.accept());
    const start = options.webHost === true ? webHostWindows : windows;
    await page.goto(`${start}&folder=${encodeURIComponent(folder)}`);
    const workbench = new Workbench(page, folder);
    await workbench.ready();
    if (theme) await page.locator(`.monaco-workbench[class*="themes-${theme.file}-json"]`).waitFor();
    return { workbench, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A test in a window of its own. Where it fails, a picture of the window is left in dist-tests/ui-failures.
 * @param title of the test
 */
export function uiTest(title: string, options: WindowOptions, act: (workbench: Workbench) => Promise<void>): void {
  it(title, async () => {
    const { workbench, close } = await openWindow(options);
    try {
      await pictured(title, workbench, act);
    } finally {
      await close();
    }
  });
}

/**
 * Tests that share a window and its folder: what one leaves behind the next one finds. After a test that failed the window is
 * closed, and the next test has a new one. To be called inside a `describe`.
 * @param define is given a function that makes a test
 */
export function inOneWindow(
  options: WindowOptions,
  define: (test: (title: string, act: (workbench: Workbench) => Promise<void>) => void) => void,
): void {
  let shared: OpenWindow | undefined;
  after(async () => shared?.close());
  define((title, act) => {
    it(title, async () => {
      const window = (shared ??= await openWindow(options));
      try {
        await pictured(title, window.workbench, act);
      } catch (error) {
        shared = undefined;
        await window.close();
        throw error;
      }
    });
  });
}

async function pictured(
  title: string,
  workbench: Workbench,
  act: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  try {
    await act(workbench);
  } catch (error) {
    const picture = path.join(services().failures, `${title.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`);
    await workbench.screenshot(picture).catch(() => undefined);
    throw error;
  }
}
