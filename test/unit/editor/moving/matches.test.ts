import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { certain, type Match } from '../../../../src/editor/moving/matches';

const uri = (path: string): vscode.Uri => ({ path, toString: () => `file://${path}` }) as vscode.Uri;

function match(sidecar: string, ...files: readonly string[]): Match {
  return { stray: { sidecar: uri(sidecar), article: uri('/gone'), says: undefined }, files: files.map(uri) };
}

const sure = (...matches: readonly Match[]): readonly string[] =>
  certain(matches).map(({ stray, file }) => `${stray.sidecar.path} ${file.path}`);

describe('Matches of sidecars and files', () => {
  it('are certain where there is one of each', () => {
    assert.deepEqual(sure(match('/a', '/x'), match('/b', '/y')), ['/a /x', '/b /y']);
  });

  it('are not where several files have the text, or several sidecars describe it', () => {
    assert.deepEqual(sure(match('/a', '/x', '/y'), match('/b', '/z')), ['/b /z']);
    assert.deepEqual(sure(match('/a', '/x'), match('/b', '/x')), []);
    assert.deepEqual(sure(match('/a')), []);
  });
});
