import type { HeldArticle, Library } from '../../../../src/exchange/importing/library';
import { nearestPath } from '../../../../src/exchange/importing/nearestPath';
import type { ImportPlan } from '../../../../src/exchange/importing/planning';
import { articleText, fileNameOf, type Sidecar } from '../../../../src/model/article';
import type { Codebook } from '../../../../src/model/codebook';
import { sha256 } from '../../../../src/sidecar/hash';
import { printCodebook, printSidecar } from '../../../../src/sidecar/print';
import { readCodebook, readSidecar } from '../../../../src/sidecar/read';

interface Entry {
  readonly text: string;
  readonly sidecar: Sidecar;
}

/** A folder in memory that an import goes to; what is written is read by the product's own checks. */
export class MemoryLibrary {
  readonly articles = new Map<string, Entry>();

  constructor(public codebook?: Codebook) {}

  async put(path: string, content: string, sidecar?: Partial<Sidecar>): Promise<Sidecar> {
    const text = articleText(content);
    const article = { file: fileNameOf(path), sha256: await sha256(text), length: text.length, ...sidecar?.article };
    const whole: Sidecar = { format: 'policy-annotations', version: 1, annotations: [], ...sidecar, article };
    this.articles.set(path, { text, sidecar: whole });
    return whole;
  }

  sidecar(path: string): Sidecar {
    const found = this.articles.get(path)?.sidecar;
    if (!found) throw new Error(`No ${path} among ${[...this.articles.keys()].join(', ')}`);
    return found;
  }

  library(): Library {
    const codebook = { key: 'codebook', content: this.codebook };
    const held = async (path: string | undefined): Promise<HeldArticle | undefined> => {
      const entry = path === undefined ? undefined : this.articles.get(path);
      if (path === undefined || !entry) return undefined;
      return { key: path, path, ...entry, sha256: await sha256(entry.text), codebook };
    };
    const paths = [...this.articles.keys()];
    const only = (found: readonly string[]): string | undefined => (found.length === 1 ? found[0] : undefined);
    return {
      byHash: async (hash, wanted) => {
        const alike: string[] = [];
        for (const path of paths) if ((await held(path))?.sha256 === hash) alike.push(path);
        return held(nearestPath(alike, wanted));
      },
      byPath: (path) =>
        held(this.articles.has(path) ? path : only(paths.filter((one) => fileNameOf(one) === fileNameOf(path)))),
      byUrl: (url) => held(only(paths.filter((path) => this.sidecar(path).article.url === url))),
      isTaken: async (path) => this.articles.has(path),
      codebook,
    };
  }

  apply({ articles, codebooks }: ImportPlan): void {
    for (const { path, text, sidecar } of articles) {
      const read = readSidecar(new TextEncoder().encode(printSidecar(sidecar)));
      if (!read.ok) throw new Error(`${path}: ${read.problem.message} (${read.problem.field})`);
      this.articles.set(path, { text, sidecar: read.value });
    }
    for (const { codebook } of codebooks) {
      const read = readCodebook(new TextEncoder().encode(printCodebook(codebook)));
      if (!read.ok) throw new Error(`codebook: ${read.problem.message} (${read.problem.field})`);
      this.codebook = read.value;
    }
  }
}
