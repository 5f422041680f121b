import type { Database, SqlJsStatic, SqlValue } from 'sql.js';

/** Columns of the tables that a version of DNA makes (`CREATE TABLE` of its SqlConnection.java and Sql.java, without constraints), those of
 * texts with a `'` before the name. */
const common = {
  SETTINGS: "'Property 'Value",
  CODERS: "ID 'Name Red Green Blue 'Password",
  DOCUMENTS: "ID 'Title 'Text Coder 'Author 'Source 'Section 'Notes 'Type Date",
  STATEMENTTYPES: "ID 'Label Red Green Blue",
  REGEXES: "'Label Red Green Blue",
  CODERRELATIONS: 'ID Coder OtherCoder viewStatements editStatements viewDocuments editDocuments',
  STATEMENTS: 'ID StatementTypeId DocumentId Start Stop Coder',
};
const ofEntities = {
  ENTITIES: "ID VariableId 'Value Red Green Blue ChildOf",
  ATTRIBUTEVARIABLES: "ID VariableId 'AttributeVariable",
  ATTRIBUTEVALUES: "ID EntityId AttributeVariableId 'AttributeValue",
};
const layouts = {
  '2.0': {
    ...common,
    VARIABLES: "ID 'Variable 'DataType StatementTypeId",
    CODERPERMISSIONS: "ID Coder 'Type Permission",
    STATEMENTLINKS: 'ID SourceId TargetId',
    DATABOOLEAN: 'ID StatementId VariableId StatementTypeId Value',
    DATAINTEGER: 'ID StatementId VariableId StatementTypeId Value',
    DATASHORTTEXT: "ID StatementId VariableId StatementTypeId 'Value",
    DATALONGTEXT: "ID StatementId VariableId StatementTypeId 'Value",
    ATTRIBUTES: "ID VariableId 'Value Red Green Blue 'Type 'Alias 'Notes 'ChildOf",
  },
  '3.0': {
    ...common,
    ...ofEntities,
    VARIABLES: "ID 'Variable 'DataType StatementTypeId",
    VARIABLELINKS: 'ID SourceVariableId TargetVariableId',
    DATABOOLEAN: 'ID StatementId VariableId Value',
    DATAINTEGER: 'ID StatementId VariableId Value',
    DATASHORTTEXT: 'ID StatementId VariableId Entity',
    DATALONGTEXT: "ID StatementId VariableId 'Value",
  },
  '3.1': {
    ...common,
    ...ofEntities,
    VARIABLES: "ID 'Variable 'DataType",
    ROLES: "ID 'RoleName StatementTypeId Position NumMin NumMax NumDefault Red Green Blue DefaultVariableId",
    ROLEVARIABLELINKS: 'ID RoleId VariableId',
    DATABOOLEAN: 'ID StatementId RoleVariableLinkId Value',
    DATAINTEGER: 'ID StatementId RoleVariableLinkId Value',
    DATASHORTTEXT: 'ID StatementId RoleVariableLinkId Entity',
    DATALONGTEXT: "ID StatementId RoleVariableLinkId 'Value",
    DOCUMENTTAGS: "ID 'Tag DocumentId",
    ENTITYTAGS: "ID 'Tag EntityId",
  },
} as const;
export type Layout = keyof typeof layouts;

/** Rows by table, each in the order of the table's columns; columns at the end may be left out. */
export type Rows = Readonly<Record<string, readonly (readonly SqlValue[])[]>>;

/** A DNA project with these rows. `change` may do more to it. */
export function projectOf(
  { Database }: SqlJsStatic,
  layout: Layout,
  rows: Rows,
  { change, encoding = 'UTF-8' }: ProjectOptions = {},
): Uint8Array {
  const database = new Database();
  database.run(`PRAGMA encoding = '${encoding}'`);
  for (const [table, names] of Object.entries(layouts[layout])) {
    const columns = names
      .split(' ')
      .map((name) => (name.startsWith("'") ? `${name.slice(1)} TEXT` : `${name} INTEGER`));
    database.run(`CREATE TABLE ${table}(${columns.join(', ')})`);
    for (const row of rows[table] ?? []) {
      const all = [...row, ...columns.slice(row.length).map(() => null)];
      database.run(`INSERT INTO ${table} VALUES (${all.map(() => '?').join(', ')})`, all);
    }
  }
  change?.(database);
  const bytes = database.export();
  database.close();
  return bytes;
}

export interface ProjectOptions {
  readonly change?: ((database: Database) => void) | undefined;
  readonly encoding?: 'UTF-8' | 'UTF-16le' | 'UTF-16be';
}

/** The statement types, variables and attributes that a new project of DNA 3.0 begins with. */
export const beginning = {
  SETTINGS: [['version', '3.0.11']],
  CODERS: [
    [1, 'Admin', 255, 255, 0],
    [2, 'Ana María', 0, 0, 255],
  ],
  STATEMENTTYPES: [
    [1, 'DNA Statement', 239, 208, 51],
    [2, 'NPF Story Element', 100, 200, 190],
    [3, 'Annotation', 211, 211, 211],
  ],
  VARIABLES: [
    [1, 'person', 'short text', 1],
    [2, 'organization', 'short text', 1],
    [3, 'concept', 'short text', 1],
    [4, 'agreement', 'boolean', 1],
    [5, 'narrator', 'short text', 2],
    [6, 'victim', 'short text', 2],
    [7, 'villain', 'short text', 2],
    [8, 'plot', 'short text', 2],
    [11, 'note', 'long text', 3],
  ],
  ATTRIBUTEVARIABLES: [
    [1, 1, 'Type'],
    [2, 2, 'Type'],
    [3, 3, 'Type'],
    [4, 1, 'Alias'],
    [5, 2, 'Alias'],
    [7, 1, 'Notes'],
    [9, 3, 'Notes'],
  ],
} as const satisfies Rows;
