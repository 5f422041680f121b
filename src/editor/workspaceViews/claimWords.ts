import type { Annotation } from '../../model/annotation';
import type { ClaimWords } from './claimFields';
import type { FullAnnotations } from './fullAnnotations';
import type { Parts } from '../parts';

interface Kept {
  readonly state: object | undefined;
  readonly words: ReadonlyMap<string, ClaimWords>;
}

/** The words of all claims, while a filter looks for words: read once, and anew where an article was changed. */
export class AllClaimWords {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly parts: Pick<Parts, 'corpus'>,
    private readonly full: FullAnnotations,
  ) {}

  /** Reads the claims of articles (uri as text, ids), as far as they aren't known. Gives up where `isOver` says so. */
  async read(
    claims: ReadonlyMap<string, readonly string[]>,
    progress: (share: number) => void,
    isOver: () => boolean,
  ): Promise<void> {
    const index = this.parts.corpus.shown();
    const missing = [...claims].filter(
      ([uri]) => this.kept.get(uri)?.state !== index.rowsOf(uri) || !this.kept.has(uri),
    );
    for (let at = 0; at < missing.length && !isOver(); at += AT_ONCE) {
      progress(at / missing.length);
      await Promise.all(missing.slice(at, at + AT_ONCE).map(([uri, ids]) => this.readOne(uri, ids)));
    }
  }

  of(uri: string, id: string): ClaimWords | undefined {
    return this.kept.get(uri)?.words.get(id);
  }

  /** Nobody looks for words any more. */
  forget(): void {
    this.kept.clear();
  }

  private async readOne(uri: string, ids: readonly string[]): Promise<void> {
    const state = this.parts.corpus.shown().rowsOf(uri);
    const lookup = await this.full.in(uri);
    const words = new Map(
      ids.flatMap((id) => {
        const full = lookup(id);
        return full ? [[id, wordsOf(full.annotation)] as const] : [];
      }),
    );
    this.kept.set(uri, { state, words });
  }
}

/** Files that are read between two looks at whether the filter is another by now. */
const AT_ONCE = 64;

function wordsOf({ target, summary = '' }: Pick<Annotation, 'target' | 'summary'>): ClaimWords {
  return { quotation: target.map(({ exact }) => exact).join(' '), summary };
}
