import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CodeActions } from '../../src/editor/codeActions';
import {
  actionNamed,
  closeAll,
  codeActions,
  codeOf,
  diagnostics,
  openward,
  rangeOfText,
  setText,
  show,
  textOf,
  withSettings,
} from './support';

/** Whether a diagnostic tells of a retirement. */
function isRetirement(diagnostic: vscode.Diagnostic): boolean {
  return ['retired', 'retiring', 'deprecated'].includes(codeOf(diagnostic));
}

const typescript = `import OpenAI from "openai";
const MODEL = "gpt-5";
const client = new OpenAI();
await client.chat.completions.create({ model: MODEL, messages: [] });
await client.responses.create({ model: MODEL, input: "" });
`;

const python = `import openai
openai.OpenAI().responses.create(model="gpt-5", input="")
`;

describe('retirements', () => {
  before(openward);
  afterEach(async () => {
    (await openward()).calendar.pretend(undefined);
    await closeAll();
  });

  const days: readonly [day: string, code: string, severity: vscode.DiagnosticSeverity, message: RegExp][] = [
    ['2026-09-01', 'deprecated', vscode.DiagnosticSeverity.Hint, /^OpenAI retires gpt-5 on 2026-12-11, in 101 days\./],
    ['2026-11-25', 'retiring', vscode.DiagnosticSeverity.Warning, /in 16 days\. Its replacement: gpt-5\.6-sol\. As of 2026-07-30\.$/],
    ['2026-12-11', 'retired', vscode.DiagnosticSeverity.Error, /^OpenAI announced that it retires gpt-5 on 2026-12-11, which is today\./],
  ];
  for (const [day, code, severity, message] of days) {
    it(`are ${code} on ${day}, marked once where the id stands`, async () => {
      (await openward()).calendar.pretend(day);
      const { document } = await show(typescript);
      const found = (await diagnostics(document, code, (all) => all.some((each) => codeOf(each) === code))).filter(isRetirement);
      assert.deepEqual(
        found.map((each) => [textOf(document, each), codeOf(each), each.severity, each.tags]),
        [['"gpt-5"', code, severity, [vscode.DiagnosticTag.Deprecated]]],
      );
      assert.match(found[0]?.message ?? '', message);
      const link = found[0]?.code;
      assert.ok(typeof link === 'object');
      assert.equal(link.target.toString(true), 'https://developers.openai.com/api/docs/deprecations');
    });
  }

  it('follow the day', async () => {
    const { calendar } = await openward();
    calendar.pretend('2026-11-25');
    const { document } = await show(python, 'python');
    await diagnostics(document, 'a warning', (all) => all.some((each) => codeOf(each) === 'retiring'));
    calendar.pretend('2027-01-01');
    const found = await diagnostics(document, 'an error', (all) => all.some((each) => codeOf(each) === 'retired'));
    assert.deepEqual(
      found.filter(isRetirement).map((each) => textOf(document, each)),
      ['"gpt-5"'],
    );
  });

  it('go with the model, with acceptance and with the setting', async () => {
    (await openward()).calendar.pretend('2026-11-25');
    const editor = await show(python, 'python');
    const marked = (all: readonly vscode.Diagnostic[]): boolean => all.some(isRetirement);
    const unmarked = (all: readonly vscode.Diagnostic[]): boolean => !all.some(isRetirement);
    await diagnostics(editor.document, 'a retirement', marked);
    await setText(editor, python.replace('gpt-5', 'gpt-5.6-sol'));
    await diagnostics(editor.document, 'a model that stays', unmarked);
    await setText(editor, python);
    await diagnostics(editor.document, 'a retirement again', marked);
    await withSettings({ 'openward.retirements': false }, async () => {
      await diagnostics(editor.document, 'switched off', unmarked);
    });
    await diagnostics(editor.document, 'switched on', marked);
    await setText(editor, python.replace('openai.OpenAI()', '# openward-accept: contract\nopenai.OpenAI()'));
    await diagnostics(editor.document, 'accepted', unmarked);
  });

  it('are gone once the vendor’s replacement is named, in one step that undo takes back', async () => {
    (await openward()).calendar.pretend('2026-11-25');
    const languages: readonly (readonly [text: string, language: string, title: string])[] = [
      [typescript, 'typescript', 'Replace with gpt-5.6-sol (2 call sites)'],
      [python, 'python', 'Replace with gpt-5.6-sol'],
    ];
    for (const [text, language, title] of languages) {
      const { document } = await show(text, language);
      await diagnostics(document, 'a retirement', (all) => all.some(isRetirement));
      const action = actionNamed(await codeActions(document, rangeOfText(document, '"gpt-5"'), 'quickfix'), 'Replace with');
      assert.equal(action.title, title);
      assert.notEqual(action.isPreferred, true);
      assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
      assert.equal(document.getText(), text.replace('gpt-5', 'gpt-5.6-sol'));
      await diagnostics(document, 'none', (all) => !all.some(isRetirement));
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    }
  });

  it('offer an open alternative that the target serves, beside the model chosen for all rewrites', async () => {
    (await openward()).calendar.pretend('2026-11-25');
    await withSettings({ 'openward.target': 'vllm', 'openward.targetModel': 'my/model', 'openward.endpointStyle': 'literal' }, async () => {
      const { document } = await show(typescript);
      const actions = await codeActions(document, rangeOfText(document, '"gpt-5"'), 'quickfix');
      const titles = actions.map(({ title }) => title).filter((title) => title.startsWith('Rewrite to vLLM'));
      assert.equal(titles.length, 2, JSON.stringify(titles));
      const action = actionNamed(actions, titles[0] ?? '');
      assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
      assert.match(document.getText(), /baseURL: "http:\/\/localhost:8000\/v1"/);
      await diagnostics(document, 'none', (all) => all.length === 0);
    });
  });

  it('name the reason where the id can not be replaced', async () => {
    const text = typescript.replace('const MODEL = "gpt-5"', 'const MODEL: "gpt-5" | "gpt-4o" = "gpt-5"');
    const { document } = await show(text);
    // Asked directly: VS Code's command leaves disabled actions out.
    const actions = await new CodeActions(await openward()).provideCodeActions(
      document,
      rangeOfText(document, '= "gpt-5"'),
      { diagnostics: [], only: vscode.CodeActionKind.QuickFix, triggerKind: vscode.CodeActionTriggerKind.Invoke },
      new vscode.CancellationTokenSource().token,
    );
    assert.match(actionNamed(actions, 'Replace with').disabled?.reason ?? '', /declared type/);
  });

  it('take no part in fix all', async () => {
    // A call that no target takes, so that fix all has nothing else to change here.
    const { document } = await show(python.replace('input=""', 'input="", previous_response_id="r-1"'), 'python');
    const actions = await codeActions(document, rangeOfText(document, 'import'), 'source.fixAll');
    assert.deepEqual(
      actions.filter(({ title }) => title.startsWith('Replace')),
      [],
    );
    await vscode.commands.executeCommand('openward.fixFile');
    assert.ok(document.getText().includes('"gpt-5"'));
  });
});
