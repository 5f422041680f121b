import { InputError } from '../../inputError';
import type { SqliteFile } from '../../reading/sqlite';
import { Ids, trimmed } from './rows';

export const dataTypes = ['boolean', 'integer', 'short text', 'long text'] as const;
export type DataType = (typeof dataTypes)[number];

/** A variable of a statement type; in DNA 3.1, what a role of a statement type takes. */
export interface Variable {
  /** What values refer to. */
  readonly id: number;
  readonly name: string;
  readonly dataType: DataType;
  readonly statementType: number;
  /** The variable that entities belong to, which several roles may share. */
  readonly of: number;
  readonly nameOf: string;
}

/** The variables of DNA 2 and 3.0, by id. */
export function plainVariables(file: SqliteFile, path: string): Map<number, Variable> {
  const ids = new Ids('VARIABLES', path);
  const columns = { numbers: ['ID', 'StatementTypeId'], texts: ['Variable', 'DataType'] } as const;
  const variables = [...file.rows('VARIABLES', columns)].map((row): Variable => {
    const id = ids.next(row.ID);
    const name = trimmed(row.Variable);
    const dataType = dataTypeOf(row.DataType, path, `VARIABLES, ID ${id}`);
    return { id, name, dataType, statementType: row.StatementTypeId ?? 0, of: id, nameOf: name };
  });
  return new Map(variables.map((variable) => [variable.id, variable]));
}

/** Those of DNA 3.1, where the roles of a statement type take one or more variables. */
export function roleVariables(file: SqliteFile, path: string): Map<number, Variable> {
  const shared = plainVariables(file, path);
  const roleIds = new Ids('ROLES', path);
  const columns = { numbers: ['ID', 'StatementTypeId'], texts: ['RoleName'] } as const;
  const roles = new Map([...file.rows('ROLES', columns)].map((row) => [roleIds.next(row.ID), row]));
  const ids = new Ids('ROLEVARIABLELINKS', path);
  const links = [...file.rows('ROLEVARIABLELINKS', { numbers: ['ID', 'RoleId', 'VariableId'] })];
  const variables = links.flatMap((link): Variable[] => {
    const id = ids.next(link.ID);
    const role = roles.get(link.RoleId ?? 0);
    const variable = shared.get(link.VariableId ?? 0);
    if (!role || !variable) return [];
    return [{ ...variable, id, name: trimmed(role.RoleName), statementType: role.StatementTypeId ?? 0 }];
  });
  return new Map(variables.map((variable) => [variable.id, variable]));
}

function dataTypeOf(text: string | undefined, path: string, at: string): DataType {
  const found = dataTypes.find((type) => type === text?.trim().toLowerCase());
  if (!found) throw new InputError(`“${text ?? ''}” is no data type of DNA`, { path, at });
  return found;
}
