import { foldedName } from '../../../model/lookup';
import { slug } from '../../../sidecar/ids';
import { InputError } from '../../inputError';
import type { DataType, Variable } from './variables';

/** What the values of a variable are here. */
export type Meaning =
  | { readonly is: 'speaker' | 'for' | 'topic' | 'stance' | 'note' | 'summary' | 'attribute' | 'ignore' }
  /** Actors whom a claim links in this role. */
  | { readonly is: 'role'; readonly role: string };

const words = ['speaker', 'for', 'topic', 'stance', 'note', 'summary', 'attribute', 'ignore'] as const;
type Word = (typeof words)[number];
const ROLE = 'role:';

/** Roles that need no `role:` before them. */
const knownRoles: readonly string[] = ['holder', 'addressee'];

/** What the data types of DNA allow. */
const fits: Readonly<Record<Word | 'role', readonly DataType[]>> = {
  speaker: ['short text', 'long text'],
  for: ['short text', 'long text'],
  role: ['short text', 'long text'],
  topic: ['short text', 'long text'],
  stance: ['boolean', 'integer', 'short text'],
  note: ['short text', 'long text'],
  summary: ['short text', 'long text'],
  attribute: ['boolean', 'integer', 'short text', 'long text'],
  ignore: ['boolean', 'integer', 'short text', 'long text'],
};

/** What people usually call their variables, DNA's own ones first. */
const usualNames: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...meant('speaker', ['person', 'narrator', 'speaker', 'actor', 'individual', 'politician']),
  ...meant('for', ['organization', 'organisation', 'institution', 'party']),
  ...meant('topic', ['concept', 'topic', 'theme', 'belief', 'policy solution']),
  ...meant('stance', ['agreement', 'stance']),
  ...meant('note', ['note', 'notes', 'comment']),
  ...meant('summary', ['summary']),
  ...['holder', 'addressee', 'victim', 'villain', 'hero', 'ally', 'opponent', 'beneficiary'].map(
    (role): [string, Meaning] => [role, { is: 'role', role }],
  ),
  ['target', { is: 'role', role: 'addressee' }],
]);

function meant(is: Word, names: readonly string[]): [string, Meaning][] {
  return names.map((name) => [name, { is }]);
}

/** Names of variables whose entities are actors, whatever role takes them (DNA 3.1). */
const actorVariables: ReadonlySet<string> = new Set(['person', 'organization', 'organisation', 'group', 'actor']);

/**
 * What each variable of a project is: as an option says, else by its name and its data type; what has no usual name is an
 * attribute.
 *
 * The option is a list such as `person=speaker, organization=for, target=addressee, "place, if any"=attribute`, by commas, semicolons or
 * line breaks. A name counts in every statement type that has it, without regard to case. Where a topic or a stance is chosen, what usually
 * is one isn't.
 * @param path of the file, for an {@link InputError} where the option can't be understood, or doesn't fit the project
 */
export function meaningsOf(
  option: string,
  variables: readonly Variable[],
  path: string,
): ReadonlyMap<Variable, Meaning> {
  const chosen = parsed(option, variables, path);
  const taken = new Set<string>();
  const key = ({ statementType }: Variable, { is }: Meaning): string => `${statementType} ${is}`;
  for (const variable of variables) {
    const meaning = chosen.get(folded(variable.name));
    if (meaning) taken.add(key(variable, meaning));
  }
  return new Map(
    variables.map((variable) => {
      const usual = usualMeaning(variable);
      const isTaken = (usual.is === 'topic' || usual.is === 'stance') && taken.has(key(variable, usual));
      return [variable, chosen.get(folded(variable.name)) ?? (isTaken ? { is: 'attribute' } : usual)];
    }),
  );
}

function usualMeaning({ name, nameOf, dataType }: Variable): Meaning {
  const meaning = usualNames.get(folded(name));
  // A short text "note" or a long text "person" are no such things: people use these types on purpose.
  const isUsual =
    meaning &&
    (meaning.is === 'note' || meaning.is === 'summary' ? dataType === 'long text' : dataType !== 'long text');
  if (
    meaning &&
    isUsual &&
    fits[meaning.is].includes(dataType) &&
    !(meaning.is === 'stance' && dataType === 'short text')
  ) {
    return meaning;
  }
  const isActor = dataType === 'short text' && actorVariables.has(folded(nameOf));
  return isActor ? { is: 'role', role: slug(name, new Set()) } : { is: 'attribute' };
}

function folded(name: string): string {
  return foldedName(name).toLowerCase();
}

function parsed(option: string, variables: readonly Variable[], path: string): Map<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const [n, part] of partsOf(option).entries()) {
    const fail = (problem: string): never => {
      throw new InputError(problem, { path, at: `mapping, entry ${n + 1}` });
    };
    const [, plain, inQuotes, word] = /^(?:([^"=]+)|"((?:[^"]|"")*)")\s*=\s*(.*)$/su.exec(part) ?? [];
    const name = (inQuotes?.replaceAll('""', '"') ?? plain ?? '').trim();
    if (word === undefined || name === '') return fail(`“${part}” isn’t a variable’s name, “=”, and what it is`);
    const own = variables.filter((variable) => folded(variable.name) === folded(name));
    if (own.length === 0) {
      const known = [...new Set(variables.map((variable) => variable.name))].join(', ');
      return fail(`The project has no variable “${name}”; it has ${known === '' ? 'none' : known}`);
    }
    if (found.has(folded(name))) return fail(`“${name}” is there twice`);
    const meaning = meaningOf(word.trim());
    if (!meaning) {
      const known = [...words.slice(0, 4), ...knownRoles, `${ROLE}NAME`, ...words.slice(4)].join(', ');
      return fail(`“${word.trim()}” is nothing that a variable can be; that is ${known}`);
    }
    const unfit = own.find(({ dataType }) => !fits[meaning.is].includes(dataType));
    if (unfit) return fail(`“${name}” is of the type ${unfit.dataType}, and can’t be ${word.trim()}`);
    found.set(folded(name), meaning);
  }
  return found;
}

/** The entries of the option; separators within double quotes are none. */
function partsOf(option: string): string[] {
  const parts = option.match(/(?:"(?:[^"]|"")*"|[^,;\n])+/gu) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function meaningOf(word: string): Meaning | undefined {
  const known = words.find((other) => other === word.toLowerCase());
  if (known) return { is: known };
  if (knownRoles.includes(word.toLowerCase())) return { is: 'role', role: word.toLowerCase() };
  const role = word.toLowerCase().startsWith(ROLE) ? word.slice(ROLE.length).trim() : '';
  return role === '' ? undefined : { is: 'role', role: slug(role, new Set()) };
}
