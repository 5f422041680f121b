import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { quote } from '../../../src/anchoring/quoting';
import type { Annotation } from '../../../src/model/annotation';
import { attributions, forms } from '../../../src/model/annotation';
import { SIDECAR_SUFFIX, articleText, codingStatuses, type ArticleInfo, type Sidecar } from '../../../src/model/article';
import { actorKinds, effectiveCodebook, type EffectiveCodebook } from '../../../src/model/codebook';
import { overlaps, rangeProblem } from '../../../src/model/range';
import { sha256 } from '../../../src/sidecar/hash';
import { readCodebook, readSidecar, type ReadResult } from '../../../src/sidecar/read';

/** Tests run in the project's root. */
const samples = path.resolve('samples');
const folder = path.join(samples, 'articles');
const files = readdirSync(folder);
const articles = files.filter((file) => !file.endsWith(SIDECAR_SUFFIX));
const sidecars = files.filter((file) => file.endsWith(SIDECAR_SUFFIX));

function valueOf<T>(result: ReadResult<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  assert.ok(result.canonical, 'not in canonical form');
  assert.equal(result.readOnly, undefined);
  return result.value;
}

const codebookFile = () => valueOf(readCodebook(readFileSync(path.join(samples, 'policy-codebook.json'))));
const sidecarOf = (file: string) => valueOf(readSidecar(readFileSync(path.join(folder, file))));
const textOf = (file: string) => articleText(readFileSync(path.join(folder, file), 'utf8'));
const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));

function assertKnown(known: { has(id: string): boolean }, id: string | undefined, what: string): void {
  if (id !== undefined) assert.ok(known.has(id), `${what} ${id}`);
}

describe('samples: articles', () => {
  it('are at least four, and one has no sidecar yet', () => {
    assert.ok(articles.length >= 4);
    assert.equal(sidecars.length, articles.length - 1);
  });

  for (const file of articles)
    it(`${file} has 400 to 900 words, LF, and no byte order mark`, () => {
      const content = readFileSync(path.join(folder, file), 'utf8');
      const words = content.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      assert.ok(words >= 400 && words <= 900, `${words} words`);
      assert.equal(articleText(content), content);
      assert.ok(content.endsWith('\n'));
    });
});

describe('samples: codebook', () => {
  it('refers to nothing that it does not hold', () => {
    const { actors, topics, sources, sourceKinds, attributes } = effectiveCodebook(codebookFile());
    const actorIds = ids(actors);
    for (const actor of actors) {
      assert.ok(actorKinds.some((kind) => kind === actor.kind), actor.id);
      for (const id of [actor.parent, ...(actor.members ?? [])]) assertKnown(actorIds, id, actor.id);
      for (const id of actor.formerIds ?? []) assert.ok(!actorIds.has(id), id);
      for (const id of Object.keys(actor.attributes ?? {})) assertKnown(ids(attributes), id, actor.id);
    }
    for (const topic of topics) assertKnown(ids(topics), topic.parent, topic.id);
    for (const source of sources) {
      assertKnown(ids(sourceKinds), source.kind, source.id);
      assertKnown(actorIds, source.origin, source.id);
    }
  });

  it('gives no two actors one name', () => {
    const names = codebookFile().actors?.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]) ?? [];
    assert.deepEqual(names, [...new Set(names)]);
  });
});

describe('samples: sidecars', () => {
  let codebook: EffectiveCodebook;
  let actors: ReadonlySet<string>;
  let sources: ReadonlySet<string>;
  before(() => {
    codebook = effectiveCodebook(codebookFile());
    actors = ids(codebook.actors);
    sources = ids(codebook.sources);
  });

  for (const file of sidecars)
    describe(file, () => {
      let sidecar: Sidecar;
      let article: ArticleInfo;
      let annotations: readonly Annotation[];
      let text: string;
      before(() => {
        sidecar = sidecarOf(file);
        ({ article, annotations } = sidecar);
        text = textOf(article.file);
      });

      it('describes the article beside it, and marks at least 25 things', async () => {
        assert.equal(article.file + SIDECAR_SUFFIX, file);
        assert.equal(article.length, text.length);
        assert.equal(article.sha256, await sha256(text));
        assert.ok(annotations.length >= 25);
      });

      it('quotes what stands there, with context that is unique', () => {
        for (const target of [...(article.excluded ?? []), ...annotations.flatMap((annotation) => annotation.target)]) {
          assert.equal(rangeProblem(text, target), undefined, target.exact);
          assert.deepEqual(target, quote(text, target));
        }
      });

      it('marks nothing in the boilerplate', () => {
        for (const { target } of annotations)
          for (const range of target) assert.ok(!article.excluded?.some((one) => overlaps(one, range)), range.exact);
      });

      it('refers to nothing that is not there', () => {
        for (const annotation of annotations) checkAnnotation(annotation, sidecar);
      });

      it('links with roles that fit', () => {
        for (const { type, links } of annotations)
          for (const link of links ?? []) {
            const role = codebook.roles.find(({ id }) => id === link.role);
            assert.ok(role !== undefined, link.role);
            assert.ok(role.appliesTo.includes(type), link.role);
            const to = annotations.find(({ id }) => id === link.annotation);
            const takes = link.actor !== undefined ? 'actor' : link.source !== undefined ? 'source' : to?.type;
            assert.ok(role.takes.includes(takes ?? ''), `${link.role} takes no ${takes}`);
            if (link.actor !== undefined && to !== undefined) assert.equal(to.actor, link.actor);
          }
      });

      it('says who has coded how far', () => {
        for (const { status } of sidecar.coding ?? []) assert.ok(codingStatuses.some((one) => one === status));
        const coders = new Set(sidecar.coding?.map(({ creator }) => creator));
        for (const { creator } of annotations) assertKnown(coders, creator, 'creator');
      });
    });

  function checkAnnotation(annotation: Annotation, { annotations }: Sidecar): void {
    const { id, type, actor, form, topic, stance, attribution, source, kind, links, attributes } = annotation;
    const own = ids(annotations);
    assertKnown(actors, actor, id);
    assertKnown(ids(codebook.topics), topic, id);
    assertKnown(ids(codebook.stances), stance, id);
    assertKnown(sources, source, id);
    assertKnown(ids(codebook.sourceKinds), kind, id);
    assertKnown(new Set<string>(forms), form, id);
    assertKnown(new Set<string>(attributions), attribution, id);
    assert.equal(type === 'actor', actor !== undefined && form !== undefined);
    for (const link of links ?? []) {
      assertKnown(actors, link.actor, id);
      assertKnown(actors, link.for, id);
      assertKnown(sources, link.source, id);
      assertKnown(own, link.annotation, id);
    }
    for (const other of annotation.supersedes ?? []) assertKnown(own, other, id);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      const definition = codebook.attributes.find((one) => one.id === name);
      assert.ok(definition !== undefined, name);
      assert.ok(definition.appliesTo.includes(type), name);
      if (definition.type === 'choice') assertKnown(ids(definition.options ?? []), String(value), name);
      if (definition.type === 'boolean') assert.equal(typeof value, 'boolean', name);
    }
  }

  it('show every attribution, stance, form, role, and what else there is to show', () => {
    const all = sidecars.flatMap((file) => sidecarOf(file).annotations);
    const values = (of: (annotation: Annotation) => string | undefined) => new Set(all.map(of));
    const shown = (want: readonly string[], have: ReadonlySet<string | undefined>) =>
      assert.deepEqual(want.filter((one) => !have.has(one)), []);
    shown(attributions, values(({ attribution }) => attribution));
    shown(forms, values(({ form }) => form));
    shown([...ids(codebook.stances)], values(({ stance }) => stance));
    shown(['actor', 'claim', 'source', 'passage'], values(({ type }) => type));
    const roles = new Set(all.flatMap(({ links }) => links?.map(({ role }) => role) ?? []));
    shown([...ids(codebook.roles)], roles);
    assert.ok(values(({ creator }) => creator).size >= 2);
    assert.ok(all.some(({ target }) => target.length > 1));
    assert.ok(all.some(({ supersedes }) => supersedes !== undefined));
    assert.ok(codebook.actors.some(({ members }) => members !== undefined));
    assert.ok(sidecars.every((file) => (sidecarOf(file).article.excluded?.length ?? 0) > 0));
  });
});
