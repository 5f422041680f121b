import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { shownKey } from '../../../src/editor/annotateMode/shownKey';
import { catalogue } from '../../../src/exchange/catalogue';
import { sha256 } from '../../../src/sidecar/hash';
import { readCodebook, readSidecar } from '../../../src/sidecar/read';
import { sigils } from '../../../src/suggest/claimInput';

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when: string;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const readme = readFileSync('README.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const { commands, configuration } = manifest.contributes;
const inMode = (when: string): boolean => when.startsWith('policyAnnotator.annotateMode');
const keybindings = manifest.contributes.keybindings.filter(({ when }) => !inMode(when));
const modeKeys = manifest.contributes.keybindings.filter(({ when }) => inMode(when));

/** The cells of the table under a heading, without its head. */
function table(heading: string): readonly (readonly string[])[] {
  const section = readme.split(/^##+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What stands in code marks. */
function codes(cell: string | undefined): readonly string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}

/** As VS Code shows keys: `Shift+Alt+N`; on macOS `⌃⌥⇧N`, the signs in Apple's order. */
const pcKey = (key: string): string => key.replace(/[a-z]+/g, (part) => part.charAt(0).toUpperCase() + part.slice(1));
function macKey(key = ''): string {
  const signs = { ctrl: '⌃', alt: '⌥', shift: '⇧', cmd: '⌘' };
  const parts = key.split('+');
  const held = Object.entries(signs).map(([name, sign]) => (parts.includes(name) ? sign : ''));
  return held.join('') + (parts.at(-1) ?? '').toUpperCase();
}

/** Fenced blocks of a language. */
function blocks(language: string): readonly string[] {
  return [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, named, text]) =>
    named === language ? [text ?? ''] : [],
  );
}

describe('README.md', () => {
  it('lists every command that the palette shows, by its title and keys', () => {
    const shown = commands.filter(({ command }) => !command.startsWith('policyAnnotator.view.'));
    const expected = shown.map(({ command, title }) => {
      const keys = keybindings.filter((binding) => binding.command === command);
      return [
        words[title.replaceAll('%', '')],
        [...new Set(keys.map(({ key }) => pcKey(key)))].sort(),
        [...new Set(keys.map(({ mac }) => macKey(mac)))].sort(),
      ];
    });
    const listed = table('Commands and keys').map(([title, keys, mac]) => [
      title,
      [...codes(keys)].sort(),
      [...codes(mac)].sort(),
    ]);
    assert.deepEqual(listed, expected);
  });

  it('lists every key of annotate mode, which are single ones', () => {
    const listed = table('Annotate mode').flatMap(([keys]) => codes(keys));
    const expected = modeKeys.map(({ key }) => shownKey(key));
    assert.deepEqual(listed, [...new Set(expected)]);
    assert.deepEqual(
      listed.filter((key) => key.length > 1),
      [],
    );
  });

  it('lists the signs of the claim picker', () => {
    const signs = table('The claim picker').flatMap(([sign]) => codes(sign));
    assert.deepEqual([...signs].sort(), [...Object.keys(sigils), '+', '-', '0', '[', ']'].sort());
  });

  it('lists every setting, and every format with what it can', () => {
    assert.deepEqual(
      table('Settings').map(([id]) => codes(id)[0]),
      Object.keys(configuration.properties),
    );
    assert.deepEqual(
      table('Formats').map(([id, label, ending, ways]) => [codes(id)[0], label, codes(ending)[0], ways]),
      catalogue.map(({ id, label, extensions, writes, reads }) => {
        const ways = [...(writes ? ['write'] : []), ...(reads ? ['read'] : [])].join(', ');
        return [id, label, `.${extensions[0]}`, ways];
      }),
    );
  });

  it('shows a sidecar that can be read, of a text that it quotes', async () => {
    const [json = ''] = blocks('json').filter((block) => block.includes('policy-annotations'));
    const read = readSidecar(new TextEncoder().encode(json));
    assert.ok(read.ok);
    assert.ok(read.canonical);
    const [, line = ''] = /For the text “([^”]+)”/.exec(readme) ?? [];
    const text = `${line}\n`;
    const { article, annotations } = read.value;
    assert.equal(article.sha256, await sha256(text));
    assert.equal(article.length, text.length);
    for (const { start, end, exact, prefix, suffix } of annotations.flatMap(({ target }) => target)) {
      assert.equal(text.slice(start, end), exact);
      assert.equal(text.slice(0, start), prefix);
      assert.equal(text.slice(end), suffix);
    }
  });

  it('shows a codebook that can be read', () => {
    const [json = ''] = blocks('json').filter((block) => block.includes('policy-codebook'));
    const read = readCodebook(new TextEncoder().encode(json));
    assert.ok(read.ok);
    assert.ok(read.canonical);
  });

  it('names scripts, a package and a picture that there are', () => {
    for (const [, script = ''] of readme.matchAll(/`npm (?:run )?([\w:]+)/g))
      assert.ok(manifest.scripts[script], script);
    for (const [, version] of readme.matchAll(/policy-annotator-([\d.]+)\.vsix/g))
      assert.equal(version, manifest.version);
    const [, picture = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readme) ?? [];
    assert.ok(statSync(picture).size < 300_000);
  });
});
