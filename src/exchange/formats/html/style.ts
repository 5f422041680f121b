/** The page's style. Types are told apart by the kind of their line as well as by colour: actor solid, claim dashed, source dotted,
 * passage double. It takes nothing from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #faf9f6; --sheet: #ffffff; --ink: #1c1d21; --soft: #5a5d66; --rule: #dedbd3; --link: #0a58b0; --focus: #0a58b0;
  --lit: #ffdf6b; --lit-ink: #1c1d21; --shadow: rgb(20 20 40 / 16%);
  --actor: #0a66c2; --claim: #8a6100; --source: #1a7f4b; --passage: #7a3ff2; --other: #6b6b6b;
  --actor-tint: rgb(142 194 255 / 34%); --claim-tint: rgb(255 207 77 / 20%); --source-tint: rgb(95 214 154 / 22%);
  --passage-tint: rgb(122 63 242 / 6%); --other-tint: rgb(107 107 128 / 9%);
  --for: #17693f; --against: #b3261e; --even: #5a5d66;
  --ui: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --reading: Charter, 'Bitstream Charter', 'Iowan Old Style', Georgia, 'Noto Serif', serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #17181c; --sheet: #1f2126; --ink: #e7e5df; --soft: #a4a7b0; --rule: #363941; --link: #86b9ff; --focus: #86b9ff;
    --lit: #6a5510; --lit-ink: #fff6da; --shadow: rgb(0 0 0 / 55%);
    --actor: #5aa9ff; --claim: #dda94a; --source: #4ec98f; --passage: #bb90ff; --other: #a0a0a0;
    --actor-tint: rgb(10 92 214 / 34%); --claim-tint: rgb(150 100 0 / 24%); --source-tint: rgb(0 125 70 / 24%);
    --passage-tint: rgb(144 100 255 / 11%); --other-tint: rgb(150 150 170 / 13%);
    --for: #6fd6a2; --against: #ff9d94; --even: #a4a7b0;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 7rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 0.9375rem/1.5 var(--ui); display: flex; flex-direction: column; min-height: 100vh; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: fixed; left: 0.5rem; top: 0.5rem; z-index: 9; background: var(--sheet); padding: 0.5rem 1rem; }

/* The bar: what the lines mean, and what is shown. */
.bar { position: sticky; top: 0; z-index: 5; order: -2; background: var(--page); border-bottom: 1px solid var(--rule); padding: 0.55rem 1.5rem; }
.bar form { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.9rem; max-width: 88rem; margin: 0 auto; }
.bar fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; border: 0; margin: 0; padding: 0; min-width: 0; }
.legend { display: inline-flex; align-items: center; gap: 0.4rem; padding: 0.15rem 0; }
.js .legend { cursor: pointer; }
.legend input { accent-color: var(--focus); margin: 0; display: none; }
.js .legend input { display: inline-block; }
.legend .number, .bar output { color: var(--soft); font-variant-numeric: tabular-nums; }
.bar select, .bar button { font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--rule); border-radius: 6px; padding: 0.2rem 0.5rem; }
.bar select { max-width: 8.5rem; }
.bar button { cursor: pointer; }
.bar output { margin-inline-start: auto; }
.needs-script { display: none; }
.js .needs-script { display: inline-flex; align-items: center; gap: 0.35rem; color: var(--soft); }
.js .needs-script select { color: var(--ink); }
[hidden] { display: none !important; }

/* Contents, where there are several articles. */
.contents { order: -1; width: 100%; max-width: 88rem; margin: 0 auto; padding: 1.75rem 1.5rem 0; }
.contents h1 { font: 600 1.5rem/1.25 var(--reading); margin: 0 0 0.5rem; }
.contents ol { margin: 0.5rem 0 0; padding-inline-start: 1.6rem; columns: 24rem; column-gap: 3rem; }
.contents li { break-inside: avoid; margin-bottom: 0.35rem; }
.contents summary { cursor: pointer; color: var(--soft); }
.contents .number { color: var(--soft); }

main { width: 100%; max-width: 88rem; margin: 0 auto; padding: 0 1.5rem 4rem; }
article { padding-top: 2rem; }
article + article { margin-top: 3rem; border-top: 1px solid var(--rule); }
article > header { max-width: 42rem; margin-bottom: 1.25rem; }
article h1, article h2 { font: 600 1.9rem/1.2 var(--reading); letter-spacing: -0.01em; margin: 0 0 0.4rem; text-wrap: balance; }
.byline { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
article details { margin-top: 0.4rem; color: var(--soft); }
article summary { cursor: pointer; }
article details ul { margin: 0.3rem 0; padding-inline-start: 1.2rem; }
.columns { display: grid; grid-template-columns: minmax(0, 42rem) minmax(17rem, 1fr); gap: 3rem; align-items: start; }

/* The text. Lines of nested marks run below one another: the nearer to the text, the smaller the thing. */
.text { font: 1.0625rem/1.95 var(--reading); white-space: pre-wrap; overflow-wrap: break-word; unicode-bidi: plaintext; hyphens: manual; }
.m { color: inherit; text-decoration: none; cursor: pointer; border-radius: 2px; scroll-margin-top: 35vh; }
.m .actor, .m .claim, .m .source, .m .passage, .m .other, .legend .sample { border-bottom: 2px solid; }
.m .actor, .legend .actor { border-color: var(--actor); background: var(--actor-tint); padding-bottom: 0; }
.m .source, .legend .source { border-color: var(--source); border-bottom-style: dotted; background: var(--source-tint); padding-bottom: 3px; }
.m .claim, .legend .claim { border-color: var(--claim); border-bottom-style: dashed; background: var(--claim-tint); padding-bottom: 6px; }
.m .other, .legend .other { border-color: var(--other); border-bottom-style: dotted; border-bottom-width: 1px; background: var(--other-tint); padding-bottom: 8px; }
.m .passage, .legend .passage { border-color: var(--passage); border-bottom-style: double; border-bottom-width: 3px; background: var(--passage-tint); padding-bottom: 9px; }
.m .many { border-bottom-width: 3px; }
.m .off { border-bottom-color: transparent; background: none; }
.m.off { cursor: auto; }
.legend .sample { padding-bottom: 1px; padding-inline: 0.15rem; }
.m.lit, .m.lit span { background: var(--lit); color: var(--lit-ink); }
.m:target { outline: 2px solid var(--focus); outline-offset: 3px; }
.excluded { color: var(--soft); font-style: italic; }

/* The cards. */
aside { position: sticky; top: 4.25rem; max-height: calc(100vh - 5rem); overflow: auto; overscroll-behavior: contain; padding: 2px 6px 2px 2px; scrollbar-width: thin; }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.6rem; }
.card { background: var(--sheet); border: 1px solid var(--rule); border-inline-start: 4px solid var(--other); border-radius: 6px; padding: 0.6rem 0.8rem; content-visibility: auto; contain-intrinsic-size: auto 7rem; scroll-margin: 6rem 0.5rem; min-width: 0; overflow-wrap: anywhere; }
.card.actor { border-inline-start-color: var(--actor); border-inline-start-style: solid; }
.card.claim { border-inline-start-color: var(--claim); border-inline-start-style: dashed; }
.card.source { border-inline-start-color: var(--source); border-inline-start-style: dotted; }
.card.passage { border-inline-start-color: var(--passage); border-inline-start-style: double; border-inline-start-width: 5px; }
.card.on, .card:target { outline: 2px solid var(--focus); outline-offset: 0; }
.card p, .card blockquote, .card dl { margin: 0; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.15rem 0.5rem; }
.kind { font-size: 0.75rem; letter-spacing: 0.02em; color: var(--other); }
.kind.actor { color: var(--actor); } .kind.claim { color: var(--claim); } .kind.source { color: var(--source); } .kind.passage { color: var(--passage); }
.head strong { font-weight: 600; }
.stance { font-size: 0.8125rem; border: 1px solid; border-radius: 99px; padding: 0 0.5rem; color: var(--even); white-space: nowrap; }
.stance.for { color: var(--for); } .stance.against { color: var(--against); }
.card blockquote { margin-top: 0.2rem; font-family: var(--reading); line-height: 1.45; }
.card blockquote a { color: inherit; text-decoration: none; }
.card blockquote a:hover { text-decoration: underline; }
.card.actor blockquote { color: var(--soft); }
.card dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.1rem 0.7rem; margin-top: 0.4rem; font-size: 0.8438rem; }
.card dt { color: var(--soft); grid-column: 1; max-width: 9rem; }
.card dd { margin: 0; grid-column: 2; white-space: pre-line; }
.card .made { margin-top: 0.35rem; font-size: 0.75rem; color: var(--soft); }
.card .standing { margin-top: 0.2rem; font-size: 0.8125rem; color: var(--against); }
.none { color: var(--soft); margin: 0; }

/* What a hover or the focus shows. */
.peek { position: fixed; z-index: 8; width: min(25rem, calc(100vw - 1.5rem)); max-height: min(24rem, 55vh); overflow: auto; overscroll-behavior: contain; display: grid; gap: 0.5rem; padding: 0.5rem; background: var(--page); border: 1px solid var(--rule); border-radius: 10px; box-shadow: 0 8px 30px var(--shadow); }
.peek .card { content-visibility: visible; }
.peek .more { margin: 0 0.3rem; color: var(--soft); font-size: 0.8125rem; }

@media (max-width: 60rem) {
  .bar { padding: 0.5rem 1rem; position: static; }
  html { scroll-padding-top: 1rem; }
  main, .contents { padding-left: 1rem; padding-right: 1rem; }
  article h1, article h2 { font-size: 1.55rem; }
  .columns { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
  aside { position: static; max-height: none; overflow: visible; }
  .bar output { margin-inline-start: 0; }
  .bar .needs-script { flex: 1 1 9rem; }
  .bar select { flex: 1; max-width: none; min-width: 0; }
  .peek { left: 0.75rem !important; right: 0.75rem; top: auto !important; bottom: 0.75rem; width: auto; max-height: 45vh; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) {
  .m.lit, .m.lit span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .m .actor, .m .claim, .m .source, .m .passage, .m .other { border-bottom-color: LinkText; }
  .m .off { border-bottom-color: Canvas; }
}
@media print {
  :root { --page: #fff; --sheet: #fff; --ink: #000; --soft: #444; --rule: #bbb; }
  body { display: block; font-size: 9.5pt; }
  .bar { position: static; border: 0; padding: 0 0 6pt; }
  .js .needs-script, .js .legend input, .bar output, .peek, .skip { display: none; }
  main, .contents { max-width: none; padding: 0; }
  .columns { display: block; }
  .text { font-size: 10.5pt; margin-bottom: 14pt; }
  .m .actor, .m .claim, .m .source, .m .passage, .m .other { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  aside { position: static; max-height: none; overflow: visible; }
  .cards { display: block; columns: 2; column-gap: 14pt; }
  .card { break-inside: avoid; margin-bottom: 6pt; content-visibility: visible; }
  article + article { break-before: page; border: 0; }
}
`;
