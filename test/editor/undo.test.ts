import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentIdOf } from '../../src/editor/convert';
import { actionNamed, applying, closeAll, codeActions, openward, rangeOfText, warmUpPreview, withSettings } from './support';

/** A folder of its own for each test: VS Code keeps texts of files that were there before. */
let run = 0;
const encoder = new TextEncoder();
const chat =
  'import "dotenv/config";\nimport OpenAI from "openai";\nconst client = new OpenAI();\nexport const ask = () => client.chat.completions.create({ model: "gpt-4o", messages: [] });\n';
const text =
  'import { generateText } from "ai";\nimport { google } from "@ai-sdk/google";\nexport const ask = () => generateText({ model: google("gemini-2.5-flash"), prompt: "Hi" });\n';
const manifest = (dependencies: string): string => `{\n  "name": "desk",\n  "dependencies": {\n${dependencies}\n  }\n}\n`;

function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, `openward-undo-${run}`, path);
}

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) await vscode.workspace.fs.writeFile(uriOf(path), encoder.encode(content));
}

/** The text of a file as the editor has it; undefined where there is none, also while the editor still has the text of one that was there. */
async function now(path: string): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.stat(uriOf(path));
    return (await vscode.workspace.openTextDocument(uriOf(path))).getText();
  } catch {
    return undefined;
  }
}

async function all(paths: readonly string[]): Promise<Record<string, string | undefined>> {
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await now(path)] as const)));
}

/** Waits for files to be gone, for a while: the command is through before the last of them is. */
async function gone(paths: readonly string[]): Promise<void> {
  const isThere = async (path: string): Promise<boolean> =>
    vscode.workspace.fs.stat(uriOf(path)).then(
      () => true,
      () => false,
    );
  for (let tries = 0; tries < 100; tries++) {
    if (!(await Promise.all(paths.map(isThere))).includes(true)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Applies the action at a call, looks at what came of it, and undoes it once. */
async function appliedAndUndone(
  files: Readonly<Record<string, string>>,
  title: string,
  made: readonly string[],
): Promise<Record<string, string | undefined>> {
  await write(files);
  const editor = await vscode.window.showTextDocument(uriOf('src/a.ts'));
  const [start] = [rangeOfText(editor.document, 'export const')];
  const call = rangeOfText(editor.document, editor.document.getText().includes('completions') ? 'completions' : 'google("');
  const action = actionNamed(await codeActions(editor.document, call, 'quickfix'), title);
  assert.ok(action.edit);
  const { edit } = action;
  await applying(() => vscode.workspace.applyEdit(edit, { isRefactoring: true }));
  const rewritten = await all([...Object.keys(files), ...made]);
  await vscode.window.showTextDocument(editor.document, { selection: start });
  await vscode.commands.executeCommand('undo');
  await gone(made);
  assert.deepEqual(await all([...Object.keys(files), ...made]), { ...files, ...Object.fromEntries(made.map((path) => [path, undefined])) });
  return rewritten;
}

describe('undo takes back a whole rewrite', () => {
  before(async () => {
    await openward();
    await warmUpPreview();
  });
  beforeEach(() => {
    run++;
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uriOf(''), { recursive: true }).then(undefined, () => undefined);
  });

  it('through an environment file that was there', async () => {
    const files = { 'src/a.ts': chat, 'package.json': manifest('    "openai": "^6.0.0"'), '.env': 'OPENAI_API_KEY=sk-live-1\n' };
    const rewritten = await appliedAndUndone(files, 'Move to Ollama via .env (qwen3:32b), preview', ['.env.example']);
    assert.deepEqual(rewritten, {
      ...files,
      'src/a.ts': chat.replace('gpt-4o', 'qwen3:32b'),
      '.env': '# OPENAI_API_KEY=sk-live-1\nOPENAI_API_KEY=ollama\nOPENAI_BASE_URL=http://localhost:11434/v1\n',
      '.env.example': 'OPENAI_BASE_URL=http://localhost:11434/v1\nOPENAI_API_KEY=ollama\n',
    });
  });

  it('through an environment file that it made', async () => {
    const files = { 'src/a.ts': chat, 'package.json': manifest('    "openai": "^6.0.0"') };
    const rewritten = await appliedAndUndone(files, 'Move to Ollama via .env (qwen3:32b), preview', ['.env', '.env.example']);
    assert.equal(rewritten['.env'], 'OPENAI_BASE_URL=http://localhost:11434/v1\nOPENAI_API_KEY=ollama\n');
    assert.equal(rewritten['src/a.ts'], chat.replace('gpt-4o', 'qwen3:32b'));
  });

  it('and makes no environment file that is not ticked, not even an empty one', async () => {
    const embed = 'export const embed = () => client.embeddings.create({ model: "text-embedding-3-small", input: "a" });\n';
    const files = { 'src/a.ts': chat + embed, 'package.json': manifest('    "openai": "^6.0.0"') };
    await write(files);
    const { document } = await vscode.window.showTextDocument(uriOf('src/a.ts'));
    const { rewriter } = await openward();
    const request = rewriter.requestForFiles([documentIdOf(document)]);
    assert.ok(request);
    const { plan, edit } = await rewriter.prepare({ ...request, style: 'env-file' });
    assert.equal(plan.files.filter(({ creates }) => creates).length, 2);
    assert.ok(edit && plan.changesResults);
    await applying(() => vscode.workspace.applyEdit(edit));
    assert.deepEqual(await all([...Object.keys(files), '.env', '.env.example']), {
      ...files,
      '.env': undefined,
      '.env.example': undefined,
    });
  });

  it('of code and of the manifest', async () => {
    await withSettings({ 'openward.endpointStyle': 'literal' }, async () => {
      const files = { 'src/a.ts': text, 'package.json': manifest('    "@ai-sdk/google": "^3.0.0",\n    "ai": "^6.0.0"') };
      const rewritten = await appliedAndUndone(files, 'Rewrite to Ollama', []);
      assert.match(rewritten['src/a.ts'] ?? '', /createOpenAICompatible/);
      assert.match(rewritten['package.json'] ?? '', /"@ai-sdk\/openai-compatible": "\^?2\./);
    });
  });
});
