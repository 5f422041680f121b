import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { checkDefaults } from '../../../src/editor/checks/checkNames';

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category?: string }[];
    readonly keybindings: readonly { command: string; key: string; mac: string; when?: string }[];
    readonly menus: Readonly<
      Record<string, readonly { command?: string; submenu?: string; when?: string; group?: string }[]>
    >;
    readonly submenus: readonly { id: string }[];
    readonly colors: readonly { id: string; defaults: Record<string, string> }[];
    readonly jsonValidation: readonly { url: string }[];
    readonly grammars: readonly { path: string }[];
    readonly languages: readonly { configuration?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly walkthroughs: readonly { steps: readonly { media: { markdown: string } }[] }[];
  };
}

const source = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(source) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { commands, keybindings, menus, submenus, colors, jsonValidation, grammars, languages, walkthroughs } =
  manifest.contributes;

/** The commands of the contract that this version has. */
const contract = [
  ...['tagActor', 'tagClaim', 'tagSource', 'tagPassage'],
  ...['removeAnnotation', 'editAnnotation', 'resizeAnnotation', 'extendAnnotation', 'link', 'unlink'],
  ...['exclude', 'setCodingStatus', 'nextMention', 'previousMention', 'nextAnnotation', 'previousAnnotation'],
  ...['goToActor', 'undo', 'redo', 'export'],
];

describe('package.json', () => {
  it('takes every text from package.nls.json, which has no others', () => {
    const used = new Set([...source.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? ''));
    assert.deepEqual(
      [...used].filter((key) => words[key] === undefined),
      [],
    );
    assert.deepEqual(
      Object.keys(words).filter((key) => !used.has(key)),
      [],
    );
    for (const { title } of commands) assert.match(title, /^%.+%$/);
  });

  it('contributes every command of the contract, under one category', () => {
    const ids = new Set(commands.map(({ command }) => command));
    assert.deepEqual(
      contract.filter((id) => !ids.has(`policyAnnotator.${id}`)),
      [],
    );
    for (const { command, category } of commands) assert.equal(category, 'Policy Annotator', command);
  });

  it('has menus and keys only for commands that it contributes', () => {
    const known = new Set([...commands.map(({ command }) => command), ...submenus.map(({ id }) => id)]);
    const named = [...Object.values(menus).flat(), ...keybindings].map((item) =>
      'submenu' in item && item.submenu ? item.submenu : (item.command ?? ''),
    );
    assert.deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
  });

  it('has every button of a row in its menu too, where keys reach it', () => {
    const items = menus['view/item/context'] ?? [];
    const isInline = (group = ''): boolean => group.startsWith('inline');
    const name = ({ command = '', when = '' }: { command?: string; when?: string }): string =>
      `${command} ${when.split(' && ')[0]}`;
    const inMenus = new Set(items.filter(({ group }) => !isInline(group)).map(name));
    const buttons = items.filter(({ group }) => isInline(group)).map(name);
    assert.deepEqual(
      buttons.filter((button) => !inMenus.has(button)),
      [],
    );
  });

  it('binds no key without a condition, and none that types a letter with AltGr', () => {
    for (const { key, when, command } of keybindings) {
      assert.ok(when, command);
      assert.doesNotMatch(key, /ctrl\+alt\+[a-z]$/, command);
    }
  });

  it('gives each colour for dark, light and both high contrasts', () => {
    for (const { id, defaults } of colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
    }
  });

  it('has a setting for every check, on or off as the check is by default', () => {
    const { properties } = manifest.contributes.configuration;
    for (const [name, isOn] of Object.entries(checkDefaults)) {
      assert.equal(properties[`policyAnnotator.diagnostics.${name}`]?.default, isOn, name);
    }
  });

  it('names only files that are there', () => {
    const files = [
      manifest.icon,
      ...jsonValidation.map(({ url }) => url),
      ...grammars.map(({ path }) => path),
      ...languages.flatMap(({ configuration }) => configuration ?? []),
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });
});
