import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentIdOf, fileIdOf, uriOf, withoutByteOrderMark } from '../../src/editor/convert';

describe('conversion', () => {
  it('gives documents without an ending that of their language', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: '' });
    const id = documentIdOf(document);
    assert.match(id, /^untitled:.*#\.ts$/);
    assert.equal(uriOf(id).toString(), document.uri.toString());
  });

  it('names files by path and everything else by URI, both ways', () => {
    const uris = [
      vscode.Uri.file('/w/a b#c.ts'),
      vscode.Uri.parse('untitled:Untitled-1'),
      vscode.Uri.parse('vscode-vfs://github/o/r/a.ts'),
    ];
    for (const uri of uris) assert.equal(uriOf(fileIdOf(uri)).toString(), uri.toString());
    assert.equal(fileIdOf(vscode.Uri.file('/w/a.ts')), '/w/a.ts');
  });

  it('takes a drive letter for a path', () => {
    assert.equal(uriOf('c:\\w\\a.ts').scheme, 'file');
  });

  it('takes the byte order mark off a text and its edits', () => {
    const edits = [{ range: { start: 1, end: 3 }, newText: 'x' }];
    assert.deepEqual(withoutByteOrderMark('\uFEFFab', edits), { text: 'ab', edits: [{ range: { start: 0, end: 2 }, newText: 'x' }] });
    assert.deepEqual(withoutByteOrderMark('ab', edits), { text: 'ab', edits });
  });
});
