import type { AnalysedArticle } from '../../../analysis/analysedArticle';
import type { ArticleText } from '../../../analysis/articleText';
import type { Given, SettingSpec } from '../../../analysis/settings';
import type { Work } from '../../../anchoring/slices';
import type { Chosen } from '../../../model/picture';

/** A claim, or another annotation, by its article (uri as text) and its id. */
export interface Behind {
  readonly article: string;
  readonly id: string;
}

/** What lies behind a thing of a picture, under a name for people. */
export interface ClaimsBehind {
  readonly name: string;
  readonly claims: readonly Behind[];
}

/** A form in which a picture can be saved. */
export interface PictureFormat {
  /** Also the file's ending. */
  readonly id: string;
  readonly label: string;
  /** Whether the page draws it; else {@link Computed.file} makes it. */
  readonly isDrawn?: true;
  /** How the command line tool makes the same: the words before the folder, those behind it, and the settings that it takes. */
  readonly command: {
    readonly words: readonly string[];
    readonly more: readonly string[];
    readonly settings: readonly SettingSpec[];
  };
}

/** Articles to be gone through once. */
export interface Articles extends Iterable<AnalysedArticle> {
  readonly count: number;
}

/** An article as it stands in its text; without a text where that can't be read. */
export interface ReadArticle {
  readonly article: AnalysedArticle;
  readonly text: ArticleText | undefined;
}

/** What reads texts: in the order of the articles, some ahead. */
export interface TextReading {
  of(articles: Iterable<AnalysedArticle>): AsyncIterable<ReadArticle>;
}

/** As `Work`, where files have to be read. */
export type AsyncWork<R> = AsyncGenerator<number, R>;

/** A kind of picture: what it can be asked, and what it makes of articles. */
export interface Picture {
  readonly title: string;
  /** What its controls are drawn from. */
  readonly settings: readonly SettingSpec[];
  /** What it begins with, where that isn't what is usual in the tool. */
  readonly begins: Chosen;
  /** Names of the settings that are seen at once. */
  readonly first: readonly string[];
  readonly formats: readonly PictureFormat[];
  /** Labels of settings and, under SETTING.CHOICE, of choices that no other kind has. */
  readonly labels: Readonly<Record<string, string>>;
  /** What its page says beside what all pages say. */
  readonly words: Readonly<Record<string, string>>;
  /** Whether its own choice of days is the others' filter, and not one for itself. */
  readonly choosesDays?: true;
  /** Settings that offer names while one types, and what of. */
  readonly offers?: Readonly<Record<string, 'actors'>>;
  /** Settings of which one takes another's place, by the one that is chosen. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
  /** By name, why a setting has no effect as the others are. */
  readonly off?: (given: Given) => Readonly<Record<string, string>>;
  /** Throws a `SettingsError` where it can't be asked so. */
  readonly check: (given: Given) => void;
  /** @param articles in the workspace's order
   * @throws SettingsError where it can't be asked so, or of these articles */
  readonly compute: (given: Given, articles: Articles, texts: TextReading) => Work<Computed> | AsyncWork<Computed>;
}

/** What was made of the articles. */
export interface Computed {
  /** What the page draws: plain data. Undefined where there is nothing. */
  readonly data?: unknown;
  /** What is missing and what to do, where there is nothing or less than one expects. */
  readonly missing?: string;
  /** What was counted and left out, in sentences. */
  readonly counted: readonly string[];
  /** What lies behind a thing, by the key that the data gives it. */
  readonly behind: (key: string) => ClaimsBehind | undefined;
  /** Makes a file of a format that the page doesn't draw. */
  readonly file: (format: string) => string | Uint8Array;
}
