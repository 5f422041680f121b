import type { Command } from './command';

export interface CommandEntry {
  readonly name: string;
  /** What stands behind the name in a call. */
  readonly usage: string;
  /** What it does, in a few words. */
  readonly about: string;
  /** Its module, evaluated when it is first asked for. */
  readonly load: () => Promise<Command>;
}

/** Every command, in the order in which `--help` lists them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'export',
    usage: '--format ID [--out PATH] [--scope SCOPE] [--option NAME=VALUE]… [--force] [--json] [PATH]…',
    about: 'writes annotations in another format',
    load: async () => (await import('./export')).exportCommand,
  },
  {
    name: 'import',
    usage: '--format ID SOURCE --into FOLDER [--option NAME=VALUE]… [--dry-run] [--json]',
    about: 'takes annotations in another format over',
    load: async () => (await import('./import')).importCommand,
  },
  {
    name: 'formats',
    usage: '[--json]',
    about: 'lists the formats and their options',
    load: async () => (await import('./formats')).formats,
  },
  {
    name: 'stats',
    usage: '[--what KIND] [--SETTING VALUE]… [--format FORMAT] [--top NUMBER] [--json] [PATH]…',
    about: 'counts what is annotated',
    load: async () => (await import('./stats')).stats,
  },
  {
    name: 'network',
    usage: '[--mode MODE] [--SETTING VALUE]… [--format FORMAT] [--out PATH] [--force] [PATH]…',
    about: 'makes discourse networks of claims',
    load: async () => (await import('./network')).networkCommand,
  },
  {
    name: 'agreement',
    usage:
      '[--creators LIST] [--by LIST] [--measures LIST] [--samples NUMBER] [--seed NUMBER] [--disagreements] [--format FORMAT] [--out PATH] [SETTING]… [PATH]…',
    about: 'says how far annotators agree',
    load: async () => (await import('./agreement')).agreement,
  },
  {
    name: 'concordance',
    usage: '[--actor TEXT | --search TEXT] [--SETTING VALUE]… [--format FORMAT] [--out PATH] [--force] [PATH]…',
    about: 'shows keywords in context',
    load: async () => (await import('./concordance')).concordance,
  },
  {
    name: 'plot',
    usage: 'KIND [--SETTING VALUE]… [--out PATH] [--force] [--width NUMBER] [--title TEXT] [PATH]…',
    about: 'draws pictures of what is annotated',
    load: async () => (await import('./plot')).plot,
  },
  {
    name: 'check',
    usage: '[--strict] [--json] [PATH]…',
    about: 'checks sidecars and codebooks',
    load: async () => (await import('./check')).check,
  },
  {
    name: 'reanchor',
    usage: '[--old OLD] [--sidecar FILE] [--encoding NAME] [--write] [--json] NEW',
    about: 'finds annotations again in a changed article',
    load: async () => (await import('./reanchor')).reanchor,
  },
  {
    name: 'merge',
    usage: '[--json] BASE OURS THEIRS [PATH]',
    about: 'merges sidecars or codebooks, as a merge driver of git',
    load: async () => (await import('./merge')).merge,
  },
];
