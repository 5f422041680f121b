// A folder whose claims make a network of so many actors, with about ten times as many ties.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PER_ARTICLE = 50;

/**
 * Each actor takes sides on two topics, of a seventh as many as there are actors; who meets on both may agree on one and differ on the other,
 * which is no tie.
 * @param {string} folder is made
 * @param {number} actors none makes an article without claims
 */
export function writeNetwork(folder, actors) {
  mkdirSync(folder, { recursive: true });
  const topics = Math.max(1, Math.round(actors / 7));
  const numbers = (/** @type {number} */ count) => Array.from({ length: count }, (_, n) => n);
  const write = (/** @type {string} */ name, /** @type {object} */ value) =>
    writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  write('policy-codebook.json', {
    ...{ format: 'policy-codebook', version: 1 },
    actors: numbers(actors).map((n) => ({ id: `actor-${n}`, name: `Actor ${n}`, kind: n % 3 ? 'person' : 'state' })),
    topics: numbers(topics).map((n) => ({ id: `topic-${n}`, name: `Topic ${n}` })),
  });
  const claims = numbers(actors).flatMap((n) => [
    { actor: n, topic: n % topics },
    { actor: n, topic: (n * 7 + 3) % topics },
  ]);
  for (const nth of numbers(Math.max(1, Math.ceil(claims.length / PER_ARTICLE)))) {
    const some = claims.slice(nth * PER_ARTICLE, (nth + 1) * PER_ARTICLE);
    const sentences = some.map(({ actor, topic }) => `Actor ${actor} spoke of topic ${topic}. `);
    const text = sentences.join('') || 'Nobody said anything.';
    const file = `article-${nth}.txt`;
    writeFileSync(path.join(folder, file), text);
    let start = 0;
    const annotations = some.map(({ actor, topic }, n) => {
      const exact = (sentences[n] ?? '').trimEnd();
      const target = { start, end: start + exact.length, exact, prefix: '', suffix: '' };
      start += (sentences[n] ?? '').length;
      return {
        ...{
          id: `claim-${nth}-${String(n).padStart(2, '0')}`,
          type: 'claim',
          target: [target],
          topic: `topic-${topic}`,
        },
        ...{ stance: actor % 2 ? 'support' : 'oppose', attribution: 'reported' },
        ...{ links: [{ role: 'speaker', actor: `actor-${actor}` }], creator: 'lee' },
      };
    });
    const sha256 = createHash('sha256').update(text).digest('hex');
    const article = { file, sha256, length: text.length, date: '2024-03-09' };
    write(`${file}.annotations.json`, { format: 'policy-annotations', version: 1, article, annotations });
  }
}
