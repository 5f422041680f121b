import { rangeProblem, splitsSurrogatePair } from '../../model/range';
import { described, optionValue } from '../catalogue';
import type { Format, ImportSource, ReadContext } from '../format';
import type { Imported, ImportedArticle, ImportedRange } from '../imported';
import { InputError } from '../inputError';
import type { Losses } from '../losses';
import { SQLITE_RESOURCE, SqliteFile } from '../reading/sqlite';
import { Claims } from './dna/claims';
import { daysOf } from './dna/dates';
import { addEntities } from './dna/entityItems';
import { Items } from './dna/items';
import { meaningsOf } from './dna/mapping';
import { projectOf, type DnaDocument, type Statement } from './dna/project';
import { breaksCount, StoredText } from './dna/storedText';

/**
 * A project of the Discourse Network Analyzer: the SQLite file of DNA 2.0, 3.0 and 3.1, by what its tables have.
 * Specification: the `CREATE TABLE` statements of https://github.com/leifeld/dna, `DNA/src/dna/SqlConnection.java` (2.0 beta 25),
 * `dna/src/main/java/sql/Sql.java` (3.0.11), and the same on its branch `multistatement0223` (3.1).
 *
 * Offsets: UTF-16 code units of a document's text as Java has it, end exclusive, a byte order mark counted. Newlines: what
 * CRLF counts is told from the project, or chosen (see `breaksCount`); articles are LF.
 *
 * Documents become articles: title, author, source (the publisher), section and date are metadata, type and notes attributes of
 * the article. Statements become annotations with the statement's number as id: claims where the statement type has a variable for
 * who speaks, for other actors or for a stance, else passages. What each variable is, is told by its name or chosen
 * (see `meaningsOf`); a statement type that isn't one of DNA's own stays as an attribute.
 *
 * Lost, and counted: who added a document, and what time it was; colours of concepts, coders and statement types, aliases and attributes of
 * concepts; regexes, links between statements or variables, permissions, tags; statements that stand outside of their document.
 */
export const dna: Format = { ...described('dna'), read };

async function read(source: ImportSource, context: ReadContext): Promise<Imported> {
  const { losses, options, progress } = context;
  const [path = source.name, ...more] = source.paths;
  if (more.length > 0) throw new InputError('A project is one file; choose that alone', { path: source.name });
  progress(path);
  const bytes = await source.bytes(path);
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '<?xml') {
    throw new InputError('A project of DNA 1 (XML) isn’t read: import it into DNA 2 first', { path });
  }
  const file = await SqliteFile.open(bytes, path, await context.resource(SQLITE_RESOURCE));
  try {
    const project = projectOf(file, path, losses);
    const meanings = meaningsOf(optionValue('dna', options, 'mapping'), project.variables, path);
    const items = new Items(losses);
    addEntities(project.entities, meanings, items, losses);
    const claims = new Claims(project, meanings, items, losses);

    const texts = new Map(project.documents.map(({ id, text }) => [id, new StoredText(text)]));
    const chosen = optionValue('dna', options, 'line-breaks');
    const crlf = chosen === 'detect' ? breaksCount(placesOf(project.statements, texts)) : chosen === 'one' ? 1 : 2;
    const days = daysOf(
      project.documents.map(({ time }) => time),
      project.isTrueTime,
      losses,
    );
    const articles = project.documents.map((document, n): ImportedArticle => {
      const name = nameOf(document);
      progress(name);
      const stored = texts.get(document.id) ?? new StoredText('');
      const statements = [...(project.statements.get(document.id) ?? [])].sort(inOrder);
      const annotations = statements.flatMap((statement) => {
        const range = placeOf(statement, stored, crlf, losses);
        return range ? claims.of(statement, range) : [];
      });
      return {
        key: String(document.id),
        path: name,
        text: stored.text,
        info: infoOf(document, days[n], items),
        annotations,
      };
    });
    for (const [document, statements] of project.statements) {
      if (!texts.has(document)) losses.leaveOut('statements of documents that aren’t there', statements.length);
    }
    return { codebook: items.codebook(), articles };
  } finally {
    file.close();
  }
}

function inOrder(a: Statement, b: Statement): number {
  return (a.start ?? 0) - (b.start ?? 0) || (b.stop ?? 0) - (a.stop ?? 0) || a.id - b.id;
}

function* placesOf(
  statements: ReadonlyMap<number, readonly Statement[]>,
  texts: ReadonlyMap<number, StoredText>,
): Iterable<{ readonly document: StoredText; readonly range: ImportedRange }> {
  for (const [id, own] of statements) {
    const document = texts.get(id);
    for (const { start = 0, stop = 0 } of document?.hasDoubleBreaks ? own : []) {
      if (document) yield { document, range: { start, end: stop } };
    }
  }
}

/** Where a statement stands in the article. DNA checks nothing: one that ends behind the document ends with it, and a character
 * of two code units is taken whole; undefined where nothing is left that could be marked. */
function placeOf(
  { start, stop }: Statement,
  stored: StoredText,
  crlf: 1 | 2,
  losses: Losses,
): ImportedRange | undefined {
  const { text } = stored;
  const range = stored.range({ start: start ?? -1, end: stop ?? -1 }, crlf);
  const isBegun =
    Number.isInteger(range.start) && range.start >= 0 && range.start < text.length && range.end > range.start;
  if (!isBegun || !Number.isInteger(range.end)) {
    losses.leaveOut('statements whose place lies outside of their document');
    return undefined;
  }
  const end = Math.min(range.end, text.length);
  const whole = {
    start: splitsSurrogatePair(text, range.start) ? range.start - 1 : range.start,
    end: splitsSurrogatePair(text, end) ? end + 1 : end,
  };
  if (rangeProblem(text, whole) !== undefined) {
    losses.leaveOut('statements that mark white space alone');
    return undefined;
  }
  if (end < range.end) losses.add('statements that ended behind their document (now with it)');
  if (whole.start !== range.start || whole.end !== end) losses.add('statements that cut a character (now whole)');
  return whole;
}

/** What a new file is called. */
function nameOf({ id, title }: DnaDocument): string {
  return `${title.replace(/[/\\\s]+/gu, ' ').trim() || `document ${id}`}.txt`;
}

function infoOf(document: DnaDocument, date: string | undefined, items: Items): NonNullable<ImportedArticle['info']> {
  const { title, author, source, section, type, notes } = document;
  const fields = { title, author, publisher: source, section, date };
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  const attributes = Object.entries({ Type: type, Notes: notes })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [items.attributes.id(name, 'text', 'article'), value]);
  return {
    ...Object.fromEntries(known),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
  };
}
