import type { Losses } from '../../losses';
import type { SqliteFile } from '../../reading/sqlite';
import { attributesOf, entitiesOf, type Entity } from './entities';
import { Ids, named, trimmed } from './rows';
import { valuesOf, type Value } from './values';
import { plainVariables, roleVariables, type Variable } from './variables';

export interface DnaDocument {
  readonly id: number;
  readonly title: string;
  /** As it is stored: with CRLF and a byte order mark. */
  readonly text: string;
  readonly author: string;
  readonly source: string;
  readonly section: string;
  readonly notes: string;
  readonly type: string;
  /** Milliseconds. */
  readonly time: number | undefined;
}

export interface Statement {
  readonly id: number;
  readonly type: number;
  readonly document: number;
  /** UTF-16 code units of the stored text, end exclusive; as the file has them, which may be anything. */
  readonly start: number | undefined;
  readonly stop: number | undefined;
  readonly coder: number | undefined;
  readonly values: readonly Value[];
}

/** A project, whatever version of DNA wrote it. */
export interface Project {
  readonly documents: readonly DnaDocument[];
  /** By document. */
  readonly statements: ReadonlyMap<number, readonly Statement[]>;
  /** Labels by id. */
  readonly statementTypes: ReadonlyMap<number, string>;
  readonly variables: readonly Variable[];
  readonly entities: readonly Entity[];
  /** Names by id. */
  readonly coders: ReadonlyMap<number, string>;
  /** Whether times are true ones, as in DNA 2. */
  readonly isTrueTime: boolean;
}

/** Tables that we have nothing for, in words. */
const unheld = {
  REGEXES: 'patterns that highlight words (regexes)',
  STATEMENTLINKS: 'links between statements',
  VARIABLELINKS: 'links between variables',
  CODERRELATIONS: 'permissions of coders',
  CODERPERMISSIONS: 'permissions of coders',
  DOCUMENTTAGS: 'tags of documents',
  ENTITYTAGS: 'tags of entities',
} as const;

/** Reads all tables. The layouts are told apart by their columns: entities stand in ENTITIES, and before DNA 3 their attributes beside them in
 * ATTRIBUTES; values refer to variables, in DNA 3.1 to roles that share them. Throws an {@link InputError}. */
export function projectOf(file: SqliteFile, path: string, losses: Losses): Project {
  for (const [table, columns] of Object.entries(demanded)) file.demand(table, columns, 'DNA project');
  const settings = new Map(
    [...file.rows('SETTINGS', { texts: ['Property', 'Value'] })].map((row) => [row.Property, row.Value]),
  );
  const isSecondVersion = settings.get('version')?.trim().startsWith('2') ?? !file.has('ENTITIES');
  const entities = file.has('ENTITIES') ? entitiesOf(file, path) : attributesOf(file, path);
  const variables = file.has('ROLEVARIABLELINKS') ? roleVariables(file, path) : plainVariables(file, path);
  const values = valuesOf(file, variables, entities, losses);
  for (const [table, words] of Object.entries(unheld)) losses.add(words, file.count(table));
  losses.add('colours of coders and statement types', file.count('CODERS') + file.count('STATEMENTTYPES'));
  losses.add('names of who added a document', file.count('DOCUMENTS'));
  return {
    documents: documentsOf(file, path, isSecondVersion ? 1 : 1000),
    statements: statementsOf(file, path, values),
    statementTypes: named(file, path, 'STATEMENTTYPES', 'Label'),
    variables: [...variables.values()],
    entities: [...entities.values()],
    coders: named(file, path, 'CODERS', 'Name'),
    isTrueTime: isSecondVersion,
  };
}

const demanded = {
  DOCUMENTS: ['ID', 'Text'],
  STATEMENTS: ['ID', 'StatementTypeId', 'DocumentId', 'Start', 'Stop'],
  STATEMENTTYPES: ['ID', 'Label'],
  VARIABLES: ['ID', 'Variable', 'DataType'],
  DATASHORTTEXT: ['StatementId'],
  DATALONGTEXT: ['StatementId', 'Value'],
  DATABOOLEAN: ['StatementId', 'Value'],
  DATAINTEGER: ['StatementId', 'Value'],
};

function documentsOf(file: SqliteFile, path: string, unit: 1 | 1000): DnaDocument[] {
  const ids = new Ids('DOCUMENTS', path);
  const texts = ['Title', 'Text', 'Author', 'Source', 'Section', 'Notes', 'Type'] as const;
  return [...file.rows('DOCUMENTS', { numbers: ['ID', 'Date'], texts })].map((row) => ({
    id: ids.next(row.ID),
    text: row.Text ?? '',
    ...{ title: trimmed(row.Title), author: trimmed(row.Author), source: trimmed(row.Source) },
    ...{ section: trimmed(row.Section), notes: trimmed(row.Notes), type: trimmed(row.Type) },
    time: row.Date === undefined ? undefined : row.Date * unit,
  }));
}

function statementsOf(
  file: SqliteFile,
  path: string,
  values: ReadonlyMap<number, readonly Value[]>,
): Map<number, Statement[]> {
  const ids = new Ids('STATEMENTS', path);
  const found = new Map<number, Statement[]>();
  const numbers = ['ID', 'StatementTypeId', 'DocumentId', 'Start', 'Stop', 'Coder'] as const;
  for (const row of file.rows('STATEMENTS', { numbers })) {
    const id = ids.next(row.ID);
    const document = row.DocumentId ?? 0;
    const place = { start: row.Start, stop: row.Stop };
    const statement = {
      id,
      type: row.StatementTypeId ?? 0,
      document,
      ...place,
      coder: row.Coder,
      values: values.get(id) ?? [],
    };
    const known = found.get(document);
    if (known) known.push(statement);
    else found.set(document, [statement]);
  }
  return found;
}
