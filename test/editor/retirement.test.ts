import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnostics, openward, setText, show, textOf, withSettings } from './support';

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
});
