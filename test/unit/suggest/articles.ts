import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { articleText } from '../../../src/model/article';

const FOLDER = '../shared/articles';

/** The real articles by file name, where this machine has them. */
export const articles: ReadonlyMap<string, string> = new Map(
  existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => [name, articleText(readFileSync(`${FOLDER}/${name}`, 'utf8'))])
    : [],
);
