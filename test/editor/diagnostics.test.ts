import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, closedFile, codeOf, diagnostics, openward, setText, show, textOf, withSettings } from './support';

describe('diagnostics', () => {
  before(openward);
  afterEach(closeAll);

  it('underline a closed call, and hint at its client', async () => {
    const { document } = await show(closedFile);
    const found = await diagnostics(document, 'two', (all) => all.length === 2);
    assert.deepEqual(
      found.map((diagnostic) => [textOf(document, diagnostic), codeOf(diagnostic), diagnostic.severity]),
      [
        ['new OpenAI', 'closed-client', vscode.DiagnosticSeverity.Hint],
        ['client.chat.completions.create', 'closed-call', vscode.DiagnosticSeverity.Information],
      ],
    );
    const message = found[1]?.message ?? '';
    assert.match(message, /OpenAI/);
    assert.match(message, /gpt-4o/);
    const code = found[1]?.code;
    assert.ok(typeof code === 'object');
    assert.match(code.target.toString(true), /^https:.*#closed-call$/);
  });

  it('go when the endpoint is open, and come back when it is not', async () => {
    const editor = await show(closedFile);
    await diagnostics(editor.document, 'two', (all) => all.length === 2);
    await setText(editor, closedFile.replace('new OpenAI()', 'new OpenAI({ baseURL: "http://localhost:11434/v1" })'));
    await diagnostics(editor.document, 'none', (all) => all.length === 0);
    await setText(editor, closedFile);
    await diagnostics(editor.document, 'two again', (all) => all.length === 2);
  });

  it('stay while the code is half typed', async () => {
    const editor = await show(closedFile);
    await diagnostics(editor.document, 'two', (all) => all.length === 2);
    await setText(editor, `${closedFile}\nawait client.chat.completions.create({ model: "gpt-4o-mini", `);
    const found = await diagnostics(editor.document, 'three', (all) => all.length === 3);
    assert.match(found[2]?.message ?? '', /gpt-4o-mini/);
  });

  it('go with the document', async () => {
    const { document } = await show(closedFile);
    await diagnostics(document, 'two', (all) => all.length === 2);
    await closeAll();
    await diagnostics(document, 'none', (all) => all.length === 0);
  });

  it('follow openward.severity at once', async () => {
    const { document } = await show(closedFile);
    await diagnostics(document, 'two', (all) => all.length === 2);
    await withSettings({ 'openward.severity': 'warning' }, async () => {
      const found = await diagnostics(document, 'a warning', (all) => all[1]?.severity === vscode.DiagnosticSeverity.Warning);
      assert.equal(found[0]?.severity, vscode.DiagnosticSeverity.Hint);
    });
    await withSettings({ 'openward.severity': 'off' }, async () => {
      await diagnostics(document, 'none', (all) => all.length === 0);
    });
    await diagnostics(document, 'two again', (all) => all.length === 2);
  });

  it('leave look-alikes and open calls alone', async () => {
    const { document: quiet } = await show(
      'const client = { chat: { completions: { create() {} } } };\nclient.chat.completions.create({ model: "gpt-4o" });\n',
    );
    const loud = await show(closedFile);
    // The second document was opened later: once its marks are there, the first one's would be too.
    await diagnostics(loud.document, 'two', (all) => all.length === 2);
    const { documents } = await openward();
    assert.deepEqual((await documents.current(quiet))?.callSites, []);
    // TypeScript has its own to say.
    const ours = vscode.languages.getDiagnostics(quiet.uri).filter(({ source }) => source === 'openward');
    assert.deepEqual(ours, []);
  });
});
