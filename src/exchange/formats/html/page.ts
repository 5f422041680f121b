import { escaped } from './escape';
import { script } from './script';
import { style } from './style';

/** Contents longer than this are folded. */
const FEW_ARTICLES = 12;

const legend: readonly (readonly [type: string, name: string])[] = [
  ...([
    ['actor', 'Actor'],
    ['claim', 'Claim'],
    ['source', 'Source'],
    ['passage', 'Passage'],
    ['other', 'Other'],
  ] as const),
];

/** The page up to its articles. Nothing but its own style and script counts in it (Content Security Policy, by their hashes): no text can become
 * more, and nothing is fetched. */
export async function pageHead(title: string): Promise<string> {
  const policy = [
    `default-src 'none'`,
    `style-src '${await hash(style)}'`,
    `script-src '${await hash(script)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const types = legend.map(
    ([type, name]) =>
      `<label class="legend"><input type="checkbox" value="${type}" checked> ` +
      `<span class="sample ${type}">${name}</span> <span class="number"></span></label>`,
  );
  const selects = ['Actor', 'Topic', 'Stance'].map(
    (name) =>
      `<label class="needs-script">${name} <select name="${name.toLowerCase()}"><option value="">all</option></select></label>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Policy Annotator">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#text">To the text</a>
<div class="bar" role="region" aria-label="Legend and filters">
<form id="filters" autocomplete="off">
<fieldset aria-label="Types of annotations">
${types.join('\n')}
</fieldset>
${selects.join('\n')}
<button type="button" id="clear" hidden>Show all</button>
<output id="shown"></output>
</form>
</div>
<main id="text">
`;
}

/** An article in the table of contents. */
export interface Entry {
  readonly title: string;
  readonly about: string;
  readonly annotations: number;
}

/** The page after its articles; of several, with a table of contents, which is shown before them. */
export function pageTail(articles: readonly Entry[]): string {
  const none = articles.length === 0 ? '<p class="none">There are no articles.</p>\n' : '';
  return `${none}</main>
${articles.length > 1 ? contents(articles) : ''}<div class="peek" id="peek" tabindex="-1" role="note" aria-label="Annotations here" hidden></div>
<script>${script}</script>
</body>
</html>
`;
}

function contents(articles: readonly Entry[]): string {
  const entries = articles.map(({ title, about, annotations }, n) => {
    const number = `${annotations} ${annotations === 1 ? 'annotation' : 'annotations'}`;
    const details = [about, number].filter((part) => part !== '').join(' · ');
    return `<li><a href="#a${n + 1}"><bdi>${escaped(title)}</bdi></a> <span class="number">${escaped(details)}</span></li>`;
  });
  return `<nav class="contents" aria-label="Contents">
<h1>Annotated articles</h1>
<details${articles.length > FEW_ARTICLES ? '' : ' open'}><summary>${articles.length} articles</summary>
<ol>
${entries.join('\n')}
</ol></details>
</nav>
`;
}

/** As a Content Security Policy names an inline style or script. */
async function hash(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
