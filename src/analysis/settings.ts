/** A setting of an analysis: a flag of the command line, a field of a settings file, a control of a picture. */
export interface SettingSpec {
  /** As a flag without its hyphens, and in a settings file. */
  readonly name: string;
  readonly takes: SettingType;
  /** Of a `choice`: all that it can be. */
  readonly choices?: readonly string[];
  /** What counts where nothing is given; undefined for nothing. */
  readonly usual?: string;
  /** In a few words, for whoever asks for help. */
  readonly about: string;
}

/** `flag` is there or not; `pairs` are texts VARIABLE=VALUE, any number of them; `variable` is what parseVariable reads. */
export type SettingType = 'choice' | 'flag' | 'variable' | 'date' | 'number' | 'text' | 'pairs';

/** What somebody chose, by the settings' names, as flags, a settings file or the controls of a picture say it. */
export type Given = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** A setting can't be what it was given, or doesn't go with another. The message is one sentence or two that say what, and what to do. */
export class SettingsError extends Error {
  /** @param setting the name of the one to look at first */
  constructor(
    readonly setting: string,
    message: string,
  ) {
    super(message);
  }
}
