import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { csv } from '../../../../src/exchange/formats/csv';
import { xlsx } from '../../../../src/exchange/formats/xlsx';
import { said } from '../comparing';
import { readFiles } from '../reading';
import { annotation, article, at, codebook, sample, written, writtenFiles } from '../sample';
import { describeWith, output, working } from './programs';

/** Comma, double quote, UTF-8, from line 1, no formats, texts quoted, cells as they are. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

/** A file of ours after LibreOffice opened it and saved it as another kind. */
function saved(soffice: string, name: string, content: string | Uint8Array, as: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-annotator-office-'));
  try {
    writeFileSync(path.join(folder, name), content);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    output(soffice, [profile, '--headless', '--convert-to', as, '--outdir', `${folder}/out`, `${folder}/${name}`]);
    const [extension = ''] = as.split(':');
    return new Uint8Array(readFileSync(path.join(folder, 'out', name.replace(/\w+$/, extension))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function table(content: string | Uint8Array): readonly (readonly string[])[] {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return Papa.parse<string[]>(text.replace('\uFEFF', ''), { skipEmptyLines: true }).data;
}

describeWith('LibreOffice', working(['soffice', 'libreoffice'], ['--version']), (soffice) => {
  it('opens the workbook with the cells of csv, and what it saves is read back', async () => {
    const bytes = (await writtenFiles(xlsx, [sample])).files.get('') ?? new Uint8Array();
    const rows = table(saved(soffice, 'a.xlsx', bytes, AS_CSV));
    const expected = table(await written(csv, [sample]));
    const column = (all: readonly (readonly string[])[], name: string): readonly (string | undefined)[] =>
      all.slice(1).map((row) => row[all[0]?.indexOf(name) ?? -1]);
    for (const name of ['id', 'start', 'end', 'exact', 'speakers', 'attr_act', 'links']) {
      assert.deepEqual(column(rows, name), column(expected, name), name);
    }
    const again = saved(soffice, 'b.xlsx', bytes, 'xlsx');
    const { imported } = await readFiles(xlsx, [['', again]], { name: 'b.xlsx' });
    assert.deepEqual(
      imported.articles[0]?.annotations.map((one) => said(one, ['note'])),
      (await readFiles(xlsx, [['', bytes]], { name: 'a.xlsx' })).imported.articles[0]?.annotations.map((one) =>
        said(one, ['note']),
      ),
    );
  });

  it('takes no text of the table for a formula', async () => {
    const words = '=1+1 \n=2+3 and +4-5 @SUM(A1)';
    const target = at(words, words);
    const bad = annotation('a', 'claim', target, { note: '=1+1', summary: '+2', creator: '@x', reference: '-3+1' });
    const ours = await written(csv, [article('a.txt', words, [bad], codebook)]);
    const rows = table(saved(soffice, 'a.csv', ours, AS_CSV));
    const cell = (name: string): string => rows[1]?.[rows[0]?.indexOf(name) ?? -1] ?? '';
    assert.deepEqual(['note', 'summary', 'creator', 'reference', 'exact'].map(cell), [
      "'=1+1",
      "'+2",
      "'@x",
      "'-3+1",
      `'${words}`,
    ]);
  });
});
