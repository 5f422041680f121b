import type { Losses } from '../../losses';
import type { SqliteFile } from '../../reading/sqlite';
import type { Entity } from './entities';
import { trimmed } from './rows';
import type { DataType, Variable } from './variables';

export interface Value {
  readonly variable: Variable;
  /** A number of a boolean or an integer, else a text that isn't empty. */
  readonly value: number | string;
}

/** All values, by statement. */
export function valuesOf(
  file: SqliteFile,
  variables: ReadonlyMap<number, Variable>,
  entities: ReadonlyMap<number, Entity>,
  losses: Losses,
): Map<number, Value[]> {
  const found = new Map<number, Value[]>();
  const add = (statement: number | undefined, id: number | undefined, value: number | string | undefined): void => {
    const variable = variables.get(id ?? 0);
    if (value === '') return;
    if (!variable || statement === undefined || !isOf(variable.dataType, value))
      return losses.add('values that can’t be read');
    const known = found.get(statement);
    if (known) known.push({ variable, value });
    else found.set(statement, [{ variable, value }]);
  };
  const keys = ['StatementId', 'VariableId', 'RoleVariableLinkId'] as const;
  const refersToEntity = file.has('DATASHORTTEXT', 'Entity');
  for (const row of file.rows('DATASHORTTEXT', { numbers: [...keys, 'Entity'], texts: ['Value'] })) {
    const value = refersToEntity ? entities.get(row.Entity ?? 0)?.name : trimmed(row.Value);
    add(row.StatementId, row.RoleVariableLinkId ?? row.VariableId, value);
  }
  for (const row of file.rows('DATALONGTEXT', { numbers: keys, texts: ['Value'] })) {
    add(row.StatementId, row.RoleVariableLinkId ?? row.VariableId, trimmed(row.Value).replace(/\r\n?/g, '\n'));
  }
  for (const table of ['DATABOOLEAN', 'DATAINTEGER']) {
    for (const row of file.rows(table, { numbers: [...keys, 'Value'] })) {
      add(row.StatementId, row.RoleVariableLinkId ?? row.VariableId, row.Value);
    }
  }
  return found;
}

function isOf(type: DataType, value: number | string | undefined): value is number | string {
  if (type === 'boolean') return value === 0 || value === 1;
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === 'string';
}
