import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed, type Work } from '../../../../src/anchoring/slices';
import { NearDuplicates, type NearDuplicate } from '../../../../src/exchange/articles/nearDuplicates';

function taken(texts: readonly string[]): NearDuplicates {
  const near = new NearDuplicates();
  for (const text of texts) completed(near.add(text));
  return near;
}

function pairs(texts: readonly string[], containment = 0.5, ofFirst?: number): NearDuplicate[] {
  return completed(taken(texts).pairs(containment, ofFirst));
}

/** Pairs of numbers alone. */
function numbers(texts: readonly string[], containment?: number): number[][] {
  return pairs(texts, containment).map(({ first, second }) => [first, second]);
}

/** A text of words that no other seed's has in this order: the same in each run. */
function article(seed: number, words: number): string {
  let state = seed * 2_654_435_761;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return Array.from({ length: words }, () => `w${next() % 5000}`).join(' ');
}

const wire = article(1, 300);

describe('Near-duplicates among articles', () => {
  it('are texts of the same words, however they are set', () => {
    const other = wire.toUpperCase().replaceAll(' ', ',\r\n').replaceAll('1', '１');
    assert.deepEqual(pairs([article(2, 300), wire, other, ` ${wire}!`]), [
      { first: 1, second: 2, resemblance: 1, containment: 1, shorter: 2 },
      { first: 1, second: 3, resemblance: 1, containment: 1, shorter: 3 },
    ]);
  });

  it('are wire copies with a lead, with their end cut, or with the beginning alone in common', () => {
    const words = wire.split(' ');
    const withLead = `${article(3, 60)} ${wire}`;
    const cut = words.slice(0, 120).join(' ');
    const begunAlike = `${words.slice(0, 200).join(' ')} ${article(4, 100)}`;
    const [lead, end, prefix, ...rest] = pairs([wire, withLead, cut, begunAlike], 0.6);
    assert.deepEqual({ ...lead, resemblance: 0 }, { first: 0, second: 1, resemblance: 0, containment: 1, shorter: 0 });
    assert.equal(lead?.resemblance, 296 / 356);
    assert.deepEqual([end?.second, end?.containment, end?.resemblance, end?.shorter], [2, 1, 116 / 296, 2]);
    assert.deepEqual([prefix?.second, prefix?.containment], [3, 196 / 296]);
    assert.deepEqual(
      rest.map(({ first, second, shorter }) => [first, second, shorter]),
      [
        [1, 2, 2],
        [1, 3, 3],
        [2, 3, 2],
      ],
    );
  });

  it('aren’t articles that share a paragraph, or a heading', () => {
    const quote = article(5, 60);
    const footer = 'Subscribe to our newsletter for more news like this';
    const near = [6, 7, 8].map((seed) => `${article(seed, 200)} ${quote} ${footer}`);
    assert.deepEqual(pairs([...near, footer, 'North Korea said']), []);
    assert.ok(pairs(near, 0.2).length === 3);
  });

  it('aren’t empty texts, or texts without a word', () => {
    assert.deepEqual(pairs(['', '', ' \n', '…', '😀', wire]), []);
    assert.deepEqual(numbers(['North Korea', 'south', 'north korea.']), [[0, 2]]);
    assert.deepEqual(pairs([]), []);
  });

  it('are found in writing from right to left, and without spaces', () => {
    const arabic = 'قالت كوريا الشمالية يوم الأربعاء إنها أجرت تجربة صاروخية جديدة ردا على مناورات مشتركة في المنطقة';
    const chinese = '朝鲜外务省星期三发表声明谴责美国和韩国举行联合军事演习并称将采取必要措施加以应对';
    const japanese = '北朝鮮は水曜日、新型ミサイルの発射実験に成功したと発表した。韓国政府は強く非難した。';
    const korean =
      '북한은 수요일 새로운 미사일 시험 발사에 성공했다고 발표했으며 한국 정부는 이를 강하게 비난했다 그리고 회의를 열었다';
    const thai = 'เกาหลีเหนือประกาศว่าประสบความสำเร็จในการทดสอบขีปนาวุธรุ่นใหม่เมื่อวันพุธ';
    const all = [arabic, chinese, japanese, korean, thai];
    assert.deepEqual(pairs(all), []);
    for (const text of all) {
      assert.deepEqual(numbers([text, `（共同）前文 خبر عاجل ${text}`, article(1, 20)], 0.9), [[0, 1]]);
      assert.deepEqual(numbers([text, [...text].slice(0, Math.ceil([...text].length * 0.9)).join('')], 0.8), [[0, 1]]);
    }
  });

  it('are what comparing each text with each other finds', () => {
    const unit = fc.constantFrom(...'abcde');
    const texts = fc.array(
      fc.oneof(
        fc.array(unit, { minLength: 12, maxLength: 30 }),
        fc.constant([...'abcdeabbcdeeadcbaecd']),
        fc.constant([...'eeabcdeabbcdeeadcbaecdaabbcc']),
      ),
      { maxLength: 12 },
    );
    const shingles = (words: readonly string[]): Set<string> =>
      new Set(words.slice(0, Math.max(1, words.length - 4)).map((_, n) => words.slice(n, n + 5).join(' ')));
    fc.assert(
      fc.property(texts, fc.constantFrom(0.1, 0.3, 0.5, 0.8, 1), (lists, containment) => {
        const first = (n: number): number => lists.findIndex((words) => words.join() === lists[n]?.join());
        const expected = lists.flatMap((words, second) =>
          lists.slice(0, second).flatMap((other, one) => {
            if (first(second) !== second || first(one) !== one)
              return first(second) === one ? [[one, second, 1, 1]] : [];
            const [a, b] = [shingles(other), shingles(words)];
            const common = [...a].filter((shingle) => b.has(shingle)).length;
            const fewest = Math.min(a.size, b.size);
            if (fewest < 8 || common < Math.ceil(containment * fewest)) return [];
            return [[one, second, common / (a.size + b.size - common), common / fewest]];
          }),
        );
        expected.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
        const near = taken(lists.map((words) => words.join(' ')));
        for (const ofFirst of [lists.length, lists.length >> 1, 1, 0]) {
          const found = completed(near.pairs(containment, ofFirst));
          assert.deepEqual(
            found.map((pair) => [pair.first, pair.second, pair.resemblance, pair.containment]),
            expected.filter(([one = 0]) => one < ofFirst),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are found in steps, which tell the share that is done', () => {
    const shares = (work: Work<unknown>): number[] => {
      const told: number[] = [];
      for (let step = work.next(); step.done !== true; step = work.next()) told.push(step.value as number);
      assert.ok(
        told.every((share, n) => share >= (told[n - 1] ?? 0) && share <= 1),
        told.join(),
      );
      return told;
    };
    const texts = Array.from({ length: 40 }, (_, n) => `${article(n >> 1, 100)} ${article(1000 + n, 20)}`);
    assert.ok(shares(taken(texts).pairs(0.5)).length > 1000);
    // One text of a book's length.
    assert.ok(shares(new NearDuplicates().add(article(1, 100_000))).length > 20);
  });

  it('of hundreds of versions are each in a pair, and not all with all', () => {
    const versions = Array.from({ length: 300 }, (_, n) => `${wire} ${article(100 + n, 5 + (n % 40))}`);
    const found = pairs(versions, 0.8);
    const named = new Set(found.flatMap(({ first, second }) => [first, second]));
    assert.equal(named.size, 300);
    assert.ok(found.length < 3000, `${found.length} pairs`);
  });
});
