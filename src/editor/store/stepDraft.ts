import type { Actor, CodebookList, CodebookSource, Topic } from '../../model/codebook';
import type { Article } from './article';
import type { CodebookFile } from './codebookFile';
import type { ArticleFields, Change, CodebookChange, CodebookItem, Entry, Spot, Step } from './step';
import type { Coding } from '../../model/article';

interface Lists {
  actors: Actor;
  topics: Topic;
  sources: CodebookSource;
}

/** Gathers what one command changes. What was gathered is seen by what is gathered next; nothing happens before the
 * step is applied. */
export class StepDraft {
  private readonly changes = new Map<string, Change>();

  /** The annotation as it will be; undefined where there is none. */
  entry(article: Article, id: string): Entry | undefined {
    const change = this.changes.get(`annotation ${article.key} ${id}`);
    return change?.on === 'annotation' ? change.after : article.entry(id);
  }

  /** Makes, replaces or (undefined) removes an annotation. */
  setEntry(article: Article, id: string, after: Entry | undefined): void {
    this.put(`annotation ${article.key} ${id}`, {
      on: 'annotation',
      article: article.key,
      id,
      before: article.entry(id),
      after,
    });
  }

  setExcluded(article: Article, after: readonly Spot[]): void {
    this.put(`excluded ${article.key}`, { on: 'excluded', article: article.key, before: article.excluded, after });
  }

  setMetadata(article: Article, after: ArticleFields): void {
    this.put(`article ${article.key}`, { on: 'article', article: article.key, before: article.metadata, after });
  }

  setCoding(article: Article, after: readonly Coding[]): void {
    this.put(`coding ${article.key}`, { on: 'coding', article: article.key, before: article.coding, after });
  }

  /** A list of the codebook as it will be. */
  items<L extends keyof Lists>(codebook: CodebookFile, list: L): readonly Lists[L][] {
    const items = new Map<string, CodebookItem>(codebook.lists[list].map((item) => [item.id, item]));
    for (const change of this.changes.values()) {
      if (change.on !== 'codebook' || change.list !== list || change.codebook !== codebook.key) continue;
      if (change.after) items.set(change.id, change.after);
      else items.delete(change.id);
    }
    return [...items.values()] as unknown as readonly Lists[L][];
  }

  /** Makes or replaces an item of the codebook. */
  setItem<L extends keyof Lists>(codebook: CodebookFile, list: L, after: Lists[L]): void {
    this.putItem(codebook, list, after.id, after);
  }

  /** Makes, replaces or removes items of any list of the codebook. */
  changeItems(codebook: CodebookFile, changes: readonly Pick<CodebookChange, 'list' | 'id' | 'after'>[]): void {
    for (const { list, id, after } of changes) this.putItem(codebook, list, id, after);
  }

  removeItem(codebook: CodebookFile, list: keyof Lists, id: string): void {
    this.putItem(codebook, list, id, undefined);
  }

  /** The step; undefined where nothing changes. */
  step(label: string): Step | undefined {
    const changes = [...this.changes.values()].filter((change) => change.before !== change.after);
    return changes.length > 0 ? { label, changes } : undefined;
  }

  /** As {@link step}, written with a journal where it changes several files. */
  bulkStep(label: string): Step | undefined {
    const step = this.step(label);
    const files = new Set(step?.changes.map((change) => (change.on === 'codebook' ? change.codebook : change.article)));
    return step && files.size > 1 ? { ...step, bulk: true } : step;
  }

  private putItem(codebook: CodebookFile, list: CodebookList, id: string, after: CodebookItem | undefined): void {
    const before = (codebook.content[list] as readonly CodebookItem[] | undefined)?.find((item) => item.id === id);
    this.put(`codebook ${codebook.key} ${list} ${id}`, {
      on: 'codebook',
      codebook: codebook.key,
      list,
      id,
      before,
      after,
    });
  }

  private put(key: string, change: Change): void {
    this.changes.set(key, change);
  }
}
