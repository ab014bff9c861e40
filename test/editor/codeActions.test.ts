import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CodeActions } from '../../src/editor/codeActions';
import {
  actionNamed,
  closeAll,
  closedFile,
  codeActions,
  diagnostics,
  openward,
  rangeOfText,
  runCommand,
  show,
  withSettings,
} from './support';

const literal = { 'openward.endpointStyle': 'literal' };

const rewritten = (baseUrl: string, model: string, key = 'ollama'): string => `import OpenAI from "openai";
const client = new OpenAI({ baseURL: "${baseUrl}", apiKey: "${key}" });
await client.chat.completions.create({ model: "${model}", messages: [] });
`;

describe('code actions', () => {
  before(openward);
  afterEach(closeAll);

  it('rewrite the call and its client to the target, and the finding goes', async () => {
    await withSettings(literal, async () => {
      const { document } = await show(closedFile);
      await diagnostics(document, 'two', (all) => all.length === 2);
      const action = actionNamed(await codeActions(document, rangeOfText(document, 'completions'), 'quickfix'), 'Rewrite to Ollama');
      assert.equal(action.title, 'Rewrite to Ollama (qwen3:32b)');
      assert.equal(action.isPreferred, true);
      assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
      assert.equal(document.getText(), rewritten('http://localhost:11434/v1', 'qwen3:32b'));
      await diagnostics(document, 'none', (all) => all.length === 0);
    });
  });

  it('have titles that fit into the menu, the important words first', async () => {
    const more = 'await client.chat.completions.create({ model: "gpt-4o", messages: [] });\n'.repeat(2);
    const { document } = await show(closedFile + more);
    const titles = (await codeActions(document, rangeOfText(document, 'completions'))).map((action) => action.title);
    const ours = titles.filter((title) => / to | dependency| view/.test(title));
    assert.equal(ours[0], 'Rewrite to Ollama (qwen3:32b), 2 more calls');
    for (const title of ours) assert.ok(title.length <= 60, title);
  });

  it('are one step for undo', async () => {
    const { document } = await show(closedFile);
    const action = actionNamed(await codeActions(document, rangeOfText(document, 'completions'), 'quickfix'), 'Rewrite to Ollama');
    assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
    assert.notEqual(document.getText(), closedFile);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), closedFile);
  });

  it('read the endpoint from the environment by default', async () => {
    const { document } = await show(closedFile);
    const action = actionNamed(await codeActions(document, rangeOfText(document, 'completions'), 'quickfix'), 'Rewrite to Ollama');
    assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
    assert.match(document.getText(), /process\.env\.OLLAMA_BASE_URL \?\? ["']http:\/\/localhost:11434\/v1["']/);
    await diagnostics(document, 'none', (all) => all.length === 0);
  });

  it('follow the target and the model of the settings', async () => {
    await withSettings({ ...literal, 'openward.target': 'vllm', 'openward.targetModel': 'my/model' }, async () => {
      const { document } = await show(closedFile);
      const action = actionNamed(
        await codeActions(document, rangeOfText(document, 'completions'), 'quickfix'),
        'Rewrite to vLLM (my/model)',
      );
      assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
      assert.match(document.getText(), /baseURL: "http:\/\/localhost:8000\/v1"/);
      assert.match(document.getText(), /model: "my\/model"/);
    });
  });

  it('move to an endpoint of the user’s own, once it is described', async () => {
    await withSettings({ ...literal, 'openward.target': 'custom' }, async () => {
      const { document } = await show(closedFile);
      const asked = async (): Promise<vscode.CodeAction[]> =>
        new CodeActions(await openward()).provideCodeActions(
          document,
          rangeOfText(document, 'completions'),
          { diagnostics: [], only: vscode.CodeActionKind.QuickFix, triggerKind: vscode.CodeActionTriggerKind.Invoke },
          new vscode.CancellationTokenSource().token,
        );
      assert.match(actionNamed(await asked(), 'Rewrite').disabled?.reason ?? '', /openward\.customTarget/);
      const { ownCatalog } = await openward();
      const changed = new Promise<void>((resolve) => {
        const listener = ownCatalog.onDidChange(() => {
          listener.dispose();
          resolve();
        });
      });
      await withSettings(
        { 'openward.customTarget': { baseUrl: 'http://gpu-box:9000/v1', model: 'house-7b', keyVariable: 'HOUSE_KEY' } },
        async () => {
          await changed;
          const actions = await codeActions(document, rangeOfText(document, 'completions'), 'quickfix');
          const action = actionNamed(actions, 'Rewrite to your own endpoint (house-7b)');
          assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
          assert.match(document.getText(), /baseURL: "http:\/\/gpu-box:9000\/v1",\s+apiKey: process\.env\.HOUSE_KEY/);
          assert.match(document.getText(), /model: "house-7b"/);
        },
      );
    });
  });

  it('rewrite to another target by command', async () => {
    await withSettings(literal, async () => {
      const { document } = await show(closedFile);
      const actions = await codeActions(document, rangeOfText(document, 'completions'), 'quickfix');
      const { command } = actionNamed(actions, 'Rewrite to another target');
      await runCommand(command, 'lmstudio');
      assert.match(document.getText(), /baseURL: "http:\/\/localhost:1234\/v1"/);
    });
  });

  it('name the reason when a call can not be moved', async () => {
    const { document } = await show(
      'import OpenAI from "openai";\nconst client = new OpenAI();\nawait client.images.generate({ model: "dall-e-3", prompt: "a door" });\n',
    );
    // Asked directly: the command that other tests use leaves disabled actions out.
    const actions = await new CodeActions(await openward()).provideCodeActions(
      document,
      rangeOfText(document, 'generate'),
      { diagnostics: [], only: vscode.CodeActionKind.QuickFix, triggerKind: vscode.CodeActionTriggerKind.Invoke },
      new vscode.CancellationTokenSource().token,
    );
    const action = actions.find((candidate) => candidate.disabled);
    assert.ok(action?.disabled, JSON.stringify(actions));
    assert.match(action.disabled.reason, /image/);
    assert.equal(action.edit, undefined);
  });

  it('fix all in the file as source.fixAll.openward', async () => {
    await withSettings(literal, async () => {
      const { document } = await show(closedFile + 'await client.chat.completions.create({ model: "gpt-4o-mini", messages: [] });\n');
      const [action] = await codeActions(document, rangeOfText(document, 'import'), 'source.fixAll.openward');
      assert.ok(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
      assert.equal(
        document.getText(),
        rewritten('http://localhost:11434/v1', 'qwen3:32b') +
          'await client.chat.completions.create({ model: "qwen3:32b", messages: [] });\n',
      );
    });
  });

  it('leave embeddings out of fix all', async () => {
    const text =
      'import OpenAI from "openai";\nconst client = new OpenAI();\nawait client.embeddings.create({ model: "text-embedding-3-small", input: "a" });\n';
    const { document } = await show(text);
    const [action] = await codeActions(document, rangeOfText(document, 'import'), 'source.fixAll.openward');
    assert.equal(action?.edit, undefined);
    await vscode.commands.executeCommand('openward.fixFile');
    assert.equal(document.getText(), text);
  });

  it('take no part in a general source.fixAll', async () => {
    const { document } = await show(closedFile);
    await diagnostics(document, 'two', (all) => all.length === 2);
    const actions = await codeActions(document, rangeOfText(document, 'import'), 'source.fixAll');
    assert.deepEqual(
      actions.filter((action) => action.title.includes('closed calls')),
      [],
    );
  });

  it('are silent where nothing is closed', async () => {
    const { document } = await show(closedFile.replace('new OpenAI()', 'new OpenAI({ baseURL: "http://localhost:11434/v1" })'));
    const actions = await codeActions(document, rangeOfText(document, 'completions'));
    assert.deepEqual(
      actions.filter((action) => action.kind?.value.includes('openward')),
      [],
    );
  });
});
