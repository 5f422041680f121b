import { isKeptOrphan, needsAttention, type PlacedAnnotation } from '../../model/annotation';
import { compareCodeUnits } from '../../model/codeUnits';
import { escapeMarkdown } from '../writing/escape';
import { described } from '../catalogue';
import type { ExportArticle, ExportChunk, ExportInput, Format, WriteContext } from '../format';
import { loseFields, loseOfArticle, loseOfCodebooks } from '../losing';
import type { Losses } from '../losses';
import { namesByCodebook, type Reference } from '../../model/names';
import { exactText, ResolvedArticle, sourceRoles, type LinkedActor } from '../resolvedArticle';

/** A report to read: each actor with the claims that it makes or holds, in the workspace's order, then claims without an actor,
 * sources, passages, and annotations of types that we don't know. Each stands with its quotation, its sources, and its article
 * and line (from 1); what isn't anchored says so in bold, and has no line. Everything that comes from files is escaped (see escapeMarkdown).
 *
 * As claims are gathered by actor over all articles, the report is held in memory (the texts aren't). No offsets. UTF-8, LF, no byte
 * order mark; a lone surrogate becomes U+FFFD. */
export const markdown: Format = {
  ...described('markdown'),
  write,
};

interface ActorSection {
  readonly name: string;
  readonly kind: string | undefined;
  mentions: number;
  readonly claims: string[];
}

async function* write({ codebooks, articles }: ExportInput, { losses }: WriteContext): AsyncIterable<ExportChunk> {
  loseOfCodebooks(codebooks, {}, losses);
  const report = new Report();
  const namesOf = namesByCodebook();
  for await (const article of articles) {
    loseOfReport(article, losses);
    report.add(new ResolvedArticle(article, namesOf(article.codebook)));
  }
  for (const chunk of report.sections()) yield { path: '', chunk };
}

const heldOfMention: ReadonlySet<string> = new Set(['actor', 'orphaned']);
const held: ReadonlySet<string> = new Set([
  ...[
    'topic',
    'stance',
    'attribution',
    'summary',
    'source',
    'kind',
    'reference',
    'url',
    'date',
    'links',
    'note',
    'orphaned',
  ],
]);
const heldRoles: ReadonlySet<string> = new Set(['speaker', 'holder', 'addressee', 'origin', ...sourceRoles]);

function loseOfReport(article: ExportArticle, losses: Losses): void {
  loseOfArticle(article, { info: article.annotations.length > 0 ? new Set(['title']) : new Set() }, losses);
  for (const annotation of article.annotations) {
    const isMention = annotation.type === 'actor';
    loseFields(annotation, isMention ? heldOfMention : held, losses);
    if (isMention) losses.add('places of mentions (they are counted)');
    else losses.add('links of other roles', annotation.links?.filter(({ role }) => !heldRoles.has(role)).length ?? 0);
  }
}

class Report {
  readonly #actors = new Map<string, ActorSection>();
  readonly #withoutActor: string[] = [];
  readonly #sources: string[] = [];
  readonly #passages: string[] = [];
  readonly #others: string[] = [];
  #articles = 0;
  #claims = 0;
  #unsure = 0;
  #kept = 0;

  add(resolved: ResolvedArticle): void {
    this.#articles += 1;
    for (const annotation of resolved.article.annotations) {
      if (needsAttention(annotation)) this.#unsure += 1;
      if (isKeptOrphan(annotation)) this.#kept += 1;
      if (annotation.type === 'actor') this.#addMention(resolved, annotation);
      else if (annotation.type === 'claim') this.#addClaim(resolved, annotation);
      else if (annotation.type === 'source') this.#sources.push(entry(resolved, annotation));
      else if (annotation.type === 'passage') this.#passages.push(entry(resolved, annotation));
      else this.#others.push(entry(resolved, annotation));
    }
  }

  #addMention({ names }: ResolvedArticle, { actor }: PlacedAnnotation): void {
    if (actor !== undefined) this.#section(names.actor(actor)).mentions += 1;
  }

  #addClaim(resolved: ResolvedArticle, claim: PlacedAnnotation): void {
    this.#claims += 1;
    const text = entry(resolved, claim);
    const actors = [...resolved.actors(claim, 'speaker'), ...resolved.actors(claim, 'holder')];
    for (const section of new Set(actors.map((actor) => this.#section(actor)))) section.claims.push(text);
    if (actors.length === 0) this.#withoutActor.push(text);
  }

  /** Codebooks may give one id to different actors: the name tells them apart. */
  #section({ id, name, item }: Reference<{ readonly kind?: string }>): ActorSection {
    const key = JSON.stringify([id, name]);
    const section = this.#actors.get(key) ?? { name, kind: item?.kind, mentions: 0, claims: [] };
    this.#actors.set(key, section);
    return section;
  }

  *sections(): Iterable<string> {
    yield `# Actors and their claims\n\nArticles: ${this.#articles}. Actors: ${this.#actors.size}. Claims: ${this.#claims}.\n`;
    if (this.#unsure > 0) yield `\n**Annotations whose place in the text is not sure: ${this.#unsure}.**\n`;
    if (this.#kept > 0) yield `\nAnnotations kept although their text is gone: ${this.#kept}.\n`;
    const actors = [...this.#actors.values()].sort((a, b) => compareCodeUnits(a.name, b.name));
    for (const { name, kind, mentions, claims } of actors) {
      const facts = [
        kind === undefined ? '' : `Kind: ${escapeMarkdown(kind)}. `,
        `Mentions: ${mentions}. Claims: ${claims.length}.`,
      ];
      yield `\n## ${escapeMarkdown(name)}\n\n${facts.join('')}\n${listed(claims)}`;
    }
    yield titled('Claims without an actor', this.#withoutActor);
    yield titled('Sources', this.#sources);
    yield titled('Passages', this.#passages);
    yield titled('Other annotations', this.#others);
  }
}

function titled(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `\n## ${title}\n${listed(entries)}`;
}

function listed(entries: readonly string[]): string {
  return entries.length === 0 ? '' : `\n${entries.join('\n')}`;
}

/** A list item: the quotation, then a nested item for each thing that is known. */
function entry(resolved: ResolvedArticle, annotation: PlacedAnnotation): string {
  const { names } = resolved;
  const { type, topic, stance, attribution, summary, kind, reference, url, note } = annotation;
  const actors = (role: string): string => resolved.actors(annotation, role).map(actorText).join(', ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Type', ['claim', 'source', 'passage'].includes(type) ? undefined : type],
    ['Summary', summary],
    ['Topic', topic === undefined ? undefined : names.topic(topic).name],
    ['Stance', stance === undefined ? undefined : names.stance(stance).name],
    ['Attribution', attribution],
    ['Speaker', actors('speaker')],
    ['Holder', actors('holder')],
    ['Addressee', actors('addressee')],
    [
      'Source',
      type === 'source' ? resolved.sourceName(annotation) : resolved.sources(annotation, ['source']).join('; '),
    ],
    ['Evidence', resolved.sources(annotation, ['evidence']).join('; ')],
    ['Counterevidence', resolved.sources(annotation, ['counterevidence']).join('; ')],
    ['Kind', kind],
    ['Reference', reference],
    ['Web address', url],
    ['Origin', actors('origin')],
    ['Note', note],
    ['Date', annotation.date],
  ];
  const lines = facts
    .map(([label, text]) => [label, escapeMarkdown(text ?? '')])
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `  - ${label}: ${text}\n`);
  const doubt = standingText(annotation);
  const standing = doubt === undefined ? '' : `  - **${doubt}**\n`;
  return `- “${escapeMarkdown(exactText(annotation))}”\n${standing}${lines.join('')}  - ${place(resolved, annotation)}\n`;
}

function actorText(actor: LinkedActor): string {
  return actor.for ? `${actor.name} (for ${actor.for.name})` : actor.name;
}

function place(resolved: ResolvedArticle, annotation: PlacedAnnotation): string {
  const { path, info } = resolved.article;
  const title = info.title === undefined ? '' : `${escapeMarkdown(info.title)}, `;
  const line = resolved.line(annotation.target[0]);
  return `Place: ${title}${escapeMarkdown(path)}${line === undefined ? '' : `, line ${line}`}`;
}

/** What is to be known of an annotation that isn't anchored; undefined where it is. */
function standingText({ standing, orphaned, target }: PlacedAnnotation): string | undefined {
  if (standing === 'anchored') return undefined;
  if (standing === 'orphaned')
    return orphaned === true ? 'Orphan, kept: its text is gone' : 'Orphaned: its text is gone';
  const [best] = target.flatMap(({ candidates = [] }) => candidates);
  const likely = best ? `; likeliest place: ${Math.round(best.confidence * 100)} %` : '';
  return `Uncertain: its place in the changed text is not sure${likely}`;
}
