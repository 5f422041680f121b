import type { Link } from '../../../model/annotation';
import type { Json } from '../../../model/json';
import { linkKey } from '../../../model/links';
import type { ImportedAnnotation, ImportedRange } from '../../imported';
import type { Losses } from '../../losses';
import { kindOf } from './entityItems';
import type { Items } from './items';
import type { Meaning } from './mapping';
import type { Project, Statement } from './project';
import type { Value } from './values';
import type { Variable } from './variables';

/** Labels of the statement types that every project begins with, by what their statements are. */
const plainLabels: Readonly<Record<'claim' | 'passage', string>> = { claim: 'DNA Statement', passage: 'Annotation' };

/** Makes annotations of statements. */
export class Claims {
  readonly #types = new Map<number, 'claim' | 'passage'>();
  /** Variables of which a statement has several values (DNA 3.1). */
  readonly #several = new Set<Variable>();
  readonly #levels = new Map<Variable, Set<number>>();

  constructor(
    private readonly project: Project,
    private readonly meanings: ReadonlyMap<Variable, Meaning>,
    private readonly items: Items,
    private readonly losses: Losses,
  ) {
    for (const [{ statementType }, { is }] of meanings) {
      if (['speaker', 'for', 'stance', 'role'].includes(is)) this.#types.set(statementType, 'claim');
    }
    for (const { values } of [...project.statements.values()].flat()) {
      const seen = new Set<Variable>();
      for (const { variable, value } of values) {
        if (seen.has(variable)) this.#several.add(variable);
        seen.add(variable);
        if (typeof value !== 'number') continue;
        const levels = this.#levels.get(variable);
        if (levels) levels.add(value);
        else this.#levels.set(variable, new Set([value]));
      }
    }
  }

  /** One annotation, or where a statement has several topics (DNA 3.1) one for each, of which the later ones have ids such as `12.2`. */
  of(statement: Statement, range: ImportedRange): ImportedAnnotation[] {
    const type = this.#types.get(statement.type) ?? 'passage';
    const get = (is: Meaning['is']): readonly Value[] =>
      statement.values.filter(({ variable }) => (this.meanings.get(variable)?.is ?? 'ignore') === is);
    this.losses.add('values of variables that the mapping leaves out', get('ignore').length);
    const topics = [...new Set(get('topic').map(({ value }) => this.items.topic(String(value))))];
    const stance = this.#stance(get('stance'));
    const links = this.#links(get('speaker'), get('for'), get('role'));
    const attributes = this.#attributes(statement, type, get('attribute'));
    const coder = this.project.coders.get(statement.coder ?? 0) ?? '';
    if (coder === '' && statement.coder !== undefined) this.losses.add('coders who aren’t there');
    const fields = {
      ...(stance === undefined ? {} : { stance }),
      ...textOf('summary', get('summary')),
      ...(links.length > 0 ? { links } : {}),
      ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
      ...textOf('note', get('note')),
      ...(coder === '' ? {} : { creator: coder }),
    };
    return (topics.length > 0 ? topics : [undefined]).map((topic, n) => ({
      ...{ id: n === 0 ? String(statement.id) : `${statement.id}.${n + 1}`, type, target: [range] },
      ...(topic === undefined ? {} : { topic }),
      ...fields,
    }));
  }

  #stance([first, ...more]: readonly Value[]): string | undefined {
    this.losses.add('further stances of one statement', more.length);
    if (!first) return undefined;
    const { variable, value } = first;
    if (typeof value === 'string') return this.items.stanceOfName(value);
    if (variable.dataType === 'boolean') return this.items.stanceOfNumber(value === 0 ? -1 : 1, new Set([1, -1]));
    return this.items.stanceOfNumber(value, this.#levels.get(variable) ?? new Set([value]));
  }

  /** Persons speak for the organization, where there is one; where there are several, nobody knows who speaks for which. */
  #links(persons: readonly Value[], organizations: readonly Value[], others: readonly Value[]): Link[] {
    const actor = ({ variable, value }: Value, usual?: string): string => {
      const kind = kindOf(variable) ?? usual;
      return this.items.actor(String(value), kind === undefined ? {} : { kind });
    };
    const speakers = persons.map((value) => actor(value));
    const principals = [...new Set(organizations.map((value) => actor(value, 'organization')))];
    const [principal] = principals;
    const isForOne = speakers.length > 0 && principals.length === 1;
    const links = [
      ...speakers.map((speaker): Link => {
        const isFor = isForOne && principal !== undefined && principal !== speaker;
        return { ...this.items.link('speaker', speaker), ...(isFor ? { for: principal } : {}) };
      }),
      ...(isForOne ? [] : principals.map((speaker) => this.items.link('speaker', speaker))),
      ...others.flatMap((value): Link[] => {
        const meaning = this.meanings.get(value.variable);
        return meaning?.is === 'role' ? [this.items.link(meaning.role, actor(value))] : [];
      }),
    ];
    if (speakers.length > 0 && principals.length > 1)
      this.losses.add('statements of which nobody knows who speaks for which organization');
    return [...new Map(links.map((link) => [linkKey(link), link])).values()];
  }

  #attributes(
    { type: statementType }: Statement,
    type: 'claim' | 'passage',
    values: readonly Value[],
  ): [string, Json][] {
    const found: [string, Json][] = [];
    const label = this.project.statementTypes.get(statementType) ?? '';
    if (label !== '' && label !== plainLabels[type]) {
      found.push([this.items.attributes.id('Statement type', 'text', type), label]);
    }
    for (const variable of new Set(values.map((value) => value.variable))) {
      const own = values.filter((value) => value.variable === variable);
      const { dataType, name } = variable;
      const plain = own.map(({ value }): Json => (dataType === 'boolean' ? value !== 0 : value));
      const isList = this.#several.has(variable);
      const single = dataType === 'boolean' || dataType === 'integer' ? dataType : 'text';
      found.push([this.items.attributes.id(name, isList ? 'list' : single, type), isList ? plain : (plain[0] ?? null)]);
    }
    return found;
  }
}

function textOf(field: 'note' | 'summary', values: readonly Value[]): { readonly [K in typeof field]?: string } {
  return values.length === 0 ? {} : { [field]: values.map(({ value }) => value).join('\n') };
}
