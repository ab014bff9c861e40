import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { modelItems, type ModelChoiceFacts } from '../../src/editor/modelItems';
import { settingsFor } from '../../src/editor/settings';
import { TargetChecks, type TargetCheck } from '../../src/editor/targetChecks';
import { targetItems, type TargetState } from '../../src/editor/targetItems';
import { loadCatalog } from '../../src/catalog';
import { siteOf } from './samples';
import { openward } from './support';

const catalog = loadCatalog();
const ollama = catalog.targets.get('ollama');
const groq = catalog.targets.get('groq');
assert.ok(ollama && groq);

const check: TargetCheck = { at: Date.UTC(2026, 10, 27), models: ['qwen3:32b', 'mystery:7b'], works: ['chat'] };

describe('the list of targets', () => {
  const states = new Map<string, TargetState>([
    ['ollama', { key: 'not-needed', check }],
    ['groq', { key: 'missing', check: undefined }],
    ['openrouter', { key: 'environment', check: { at: check.at, models: [], works: [], failure: 'x' } }],
  ]);
  const items = targetItems([...catalog.targets.values()], 'ollama', states);
  const of = (id: string): string => {
    const item = items.find(({ target }) => target?.id === id);
    return `${item?.label ?? ''} | ${item?.description ?? ''} | ${item?.detail ?? ''}`;
  };

  it('parts your own servers from hosted ones, and offers to describe another', () => {
    const headings = items.filter(({ kind }) => kind === vscode.QuickPickItemKind.Separator);
    assert.deepEqual(
      headings.map(({ label }) => label),
      ['Your own server', 'Open weights, hosted'],
    );
    const at = (id: string): number => items.findIndex(({ target }) => target?.id === id);
    const second = items.findIndex(({ label }) => label === 'Open weights, hosted');
    assert.ok(at('ollama') < second && at('groq') > second);
    assert.ok(items.some(({ describes }) => describes));
  });

  it('shows address, protocols, key, the last check and the choice', () => {
    assert.match(
      of('ollama'),
      /^\$\(check\) Ollama \| http:\/\/localhost:11434\/v1 · chosen now \| speaks OpenAI, Anthropic · needs no key · answered on .+ with 2 models$/,
    );
    assert.match(of('groq'), /^Groq \| https:\/\/api\.groq\.com\/openai\/v1 \| speaks OpenAI · no key yet \(GROQ_API_KEY\) · not checked$/);
    assert.match(of('openrouter'), /key in OPENROUTER_API_KEY · did not answer on/);
  });
});

describe('the list of models', () => {
  const facts: ModelChoiceFacts = {
    catalog,
    target: ollama,
    check: undefined,
    closed: [siteOf('/a.ts', '1')],
    memory: 24,
    current: undefined,
  };

  it('shows what the target served when it was checked, with what is known of it', () => {
    const items = modelItems({ ...facts, check });
    const served = items.filter(({ model }) => model !== undefined && model !== '');
    assert.deepEqual(
      served.map(({ label }) => label),
      ['qwen3:32b', 'mystery:7b'],
    );
    assert.match(served[0]?.description ?? '', /Apache-2\.0 · \d+ GB/);
    assert.equal(served[1]?.description, '');
  });

  it('shows the catalog’s alternatives to the models in the code where it was not, with licence, memory and evidence', () => {
    const items = modelItems(facts);
    assert.ok(items.some(({ label }) => label === 'In place of gpt-4o, by the catalog'));
    const first = items.find(({ model }) => model !== undefined && model !== '');
    assert.equal(first?.label, 'qwen3:32b');
    assert.match(first.description ?? '', /Apache-2\.0 · \d+ GB/);
    assert.match(first.detail ?? '', /points? (higher|lower)/);
  });

  it('marks the choice, and lets the catalog choose', () => {
    assert.equal(modelItems(facts)[0]?.label, '$(check) The catalog chooses');
    const chosen = modelItems({ ...facts, check, current: 'mystery:7b' });
    assert.deepEqual(
      chosen.filter(({ label }) => label.startsWith('$(check)')).map(({ model }) => model),
      ['mystery:7b'],
    );
  });
});

describe('choices', () => {
  const values = new Map<string, unknown>();
  const memory: vscode.Memento = {
    keys: () => [...values.keys()],
    get: (key: string): undefined => values.get(key) as undefined,
    update: (key, value) => Promise.resolve(void values.set(key, value)),
  };

  it('of target and model are kept with the workspace, and another target forgets the model', async () => {
    await openward();
    const scope = vscode.ConfigurationTarget.Workspace;
    try {
      await vscode.commands.executeCommand('openward.chooseTarget', 'vllm');
      await vscode.commands.executeCommand('openward.chooseModel', 'my/model');
      assert.deepEqual([settingsFor().target, settingsFor().targetModel], ['vllm', 'my/model']);
      assert.equal(vscode.workspace.getConfiguration('openward').inspect('targetModel')?.workspaceValue, 'my/model');
      await vscode.commands.executeCommand('openward.chooseTarget', 'ollama');
      assert.deepEqual([settingsFor().target, settingsFor().targetModel], ['ollama', undefined]);
    } finally {
      for (const name of ['target', 'targetModel']) await vscode.workspace.getConfiguration('openward').update(name, undefined, scope);
    }
  });

  it('see what a check found, at the address it was made at', async () => {
    const checks = new TargetChecks(memory);
    await checks.answered(groq, {
      target: 'groq',
      baseUrl: '',
      models: ['a'],
      checks: [{ id: 'chat', title: 'chat', state: 'works', model: 'a', detail: '' }],
    });
    assert.deepEqual([checks.get(groq)?.models, checks.get(groq)?.works], [['a'], ['chat']]);
    assert.equal(checks.get({ ...groq, baseUrls: { openai: 'http://localhost:1/v1' } }), undefined);
    await checks.failed(groq, 'gone');
    assert.deepEqual([checks.get(groq)?.models, checks.get(groq)?.failure], [[], 'gone']);
  });
});
