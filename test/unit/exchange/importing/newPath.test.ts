import assert from 'node:assert/strict';
import { freePath, safePath } from '../../../../src/exchange/importing/newPath';
import { sidecarName } from '../../../../src/model/article';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

describe('The path of a new article', () => {
  it('leads nowhere but into the folder, and names a file on any disk', () => {
    for (const [path, safe] of [
      ['../../etc/passwd', 'etc/passwd'],
      ['C:\\texts\\a.txt', 'C_/texts/a.txt'],
      ['/a//b/./c.txt', 'a/b/c.txt'],
      ['nul', '_nul'],
      ['texts/Com¹.txt', 'texts/_Com¹.txt'],
      ['con .txt', '_con .txt'],
      ['controversy.txt', 'controversy.txt'],
      ['a\u0000b\u0085c.txt', 'a_b_c.txt'],
      ['half \ud83d.txt', 'half _.txt'],
      ['What now… really….txt', 'What now… really….txt'],
      ['.git/config', '_.git/config'],
      ['x.txt.annotations.json', '_x.txt.annotations.json'],
      ['policy-codebook.json', '_policy-codebook.json'],
      ['a. . ', 'a'],
      ['..', 'article.txt'],
      ['', 'article.txt'],
    ] as const) {
      assert.equal(safePath(path), safe, path);
    }
  });

  it('leaves room for the sidecar’s name and a number, whatever it is written in', async () => {
    for (const letter of ['a', 'ж', '朝', '😀', 'e\u0301']) {
      const path = await freePath(`${letter.repeat(300)}/${letter.repeat(300)}.txt`, async (one) => !/ 12\./.test(one));
      const names = path.split('/');
      assert.match(names[1] ?? '', / 12\.txt$/);
      for (const name of names) assert.ok(bytesOf(sidecarName(name)) <= 220, `${bytesOf(name)}`);
      assert.doesNotMatch(path, /\p{Cs}/u);
    }
  });
});
