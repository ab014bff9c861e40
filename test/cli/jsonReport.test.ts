import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { JsonReport } from '../../src/cli/report/jsonReport';
import { callSiteKinds, opennessLevels, portabilityLevels } from '../../src/core/callSite';
import { configurationKinds } from '../../src/core/configuration/finding';
import { makeTree } from '../workspace/support/tree';
import { closedSource, openSource, run, unknownSource } from './support';

interface Schema {
  readonly definitions: {
    readonly openness: { readonly enum: readonly string[] };
    readonly callSite: { readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>> };
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>> };
  };
}

const docs = join(__dirname, '..', '..', 'docs');
const schema = JSON.parse(readFileSync(join(docs, 'report.schema.json'), 'utf8')) as Schema;
const isReport = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

async function reportOf(cwd: string, ...argv: readonly string[]): Promise<JsonReport> {
  const { code, stdout } = await run(['scan', ...argv, '--format', 'json'], { cwd });
  assert.equal(code, 0);
  return JSON.parse(stdout) as JsonReport;
}

describe('The JSON report', () => {
  const trees = {
    'of a tree with every openness': {
      'src/closed.ts': closedSource,
      'src/open.ts': openSource,
      'src/unknown.ts': unknownSource,
      'src/hosted.ts': openSource.replace('http://localhost:11434/v1', 'https://api.groq.com/openai/v1'),
      'lib/request.mjs': "fetch('https://api.anthropic.com/v1/messages', { method: 'POST' });\n",
      'app/page.vue': `<template><b/></template>\n<script setup lang="ts">\n${closedSource}</script>\n`,
    },
    'of a model that is retired': { 'a.ts': closedSource.replace("'gpt-4o'", "'gpt-5'") },
    'of nothing': { 'a.ts': 'export const a = 1;\n' },
    'with notes': { 'a.ts': closedSource, 'tsconfig.json': '{', 'large.js': 'openai;'.repeat(200_000) },
  };
  for (const [name, tree] of Object.entries(trees)) {
    it(`${name} is valid by its schema`, async () => {
      const report = await reportOf(makeTree(tree));
      assert.ok(isReport(report), JSON.stringify(isReport.errors, null, 2));
    });
  }

  it('has a schema that refuses other reports', async () => {
    const report = await reportOf(makeTree({ 'a.ts': closedSource }));
    const [finding] = report.findings;
    assert.ok(finding);
    const others: readonly object[] = [
      { ...report, version: 2 },
      { ...report, stats: undefined },
      { ...report, findings: [{ ...finding, line: 0 }] },
      { ...report, findings: [{ ...finding, file: 'src\\a.ts' }] },
      { ...report, findings: [{ ...finding, openness: 'open' }] },
      { ...report, findings: [{ ...finding, model: undefined }] },
      { ...report, findings: [{ ...finding, fingerprint: '1' }] },
    ];
    for (const other of others) assert.equal(isReport(JSON.parse(JSON.stringify(other))), false, JSON.stringify(other).slice(0, 200));
  });

  it('has a schema that knows the words of the engine', () => {
    const { openness, callSite, configuration } = schema.definitions;
    assert.deepEqual(openness.enum, opennessLevels);
    assert.deepEqual(callSite.properties.kind?.enum, callSiteKinds);
    assert.deepEqual(configuration.properties.kind?.enum, configurationKinds);
    assert.deepEqual(callSite.properties.portability?.enum, portabilityLevels);
  });

  it('is described field by field in docs/report.md', () => {
    const text = readFileSync(join(docs, 'report.md'), 'utf8');
    const { callSite, configuration } = schema.definitions;
    for (const field of Object.keys({ ...callSite.properties, ...configuration.properties }))
      assert.match(text, new RegExp(`[\`"]${field}[\`"]`), field);
  });

  it('tells what retires when, as of the day it is made', async () => {
    const cwd = makeTree({ 'a.ts': closedSource.replace("'gpt-4o'", "'gpt-5'"), 'b.ts': closedSource });
    const { stdout } = await run(['scan', '--format', 'json'], { cwd, today: '2026-12-01' });
    const { findings, exposure } = JSON.parse(stdout) as JsonReport;
    const facts = {
      announced: '2026-06-11',
      shutdown: '2026-12-11',
      replacement: 'gpt-5.6-sol',
      source: 'https://developers.openai.com/api/docs/deprecations',
      checked: '2026-07-30',
    };
    assert.deepEqual(
      findings.flatMap(({ file, retirement }) => (retirement ? [[file, retirement]] : [])),
      [['a.ts', { status: 'retiring', daysLeft: 10, ...facts }]],
    );
    assert.deepEqual(exposure.retirements, [
      { model: 'gpt-5', vendor: 'openai', retiredBy: 'openai', status: 'deprecated', ...facts, callSites: 1 },
    ]);
  });

  it('counts lines and columns from 1, over the callee', async () => {
    const text = [
      "import OpenAI from 'openai';",
      'const client = new OpenAI();',
      "const 𝔘 = 'ü'; client",
      '  .chat.completions',
      "  .create({ model: 'gpt-4o' });",
      '',
    ];
    const places = async (source: string): Promise<number[][]> => {
      const { findings } = await reportOf(makeTree({ 'a.ts': source }));
      return findings.map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn]);
    };
    const expected = [
      [2, 16, 2, 26],
      [3, 17, 5, 10],
    ];
    assert.deepEqual(await places(text.join('\n')), expected);
    assert.deepEqual(await places(text.join('\r\n')), expected);
    assert.deepEqual(await places(`\uFEFF${text.join('\n')}`), expected);
    assert.deepEqual(await places("\uFEFFimport OpenAI from 'openai'; new OpenAI();\n"), [[1, 30, 1, 40]]);
  });

  it('names files relative to the root, with forward slashes, in order', async () => {
    const cwd = makeTree({ 'b/ü x/[a].ts': closedSource, 'a.ts': closedSource, 'b.ts': openSource });
    const report = await reportOf(cwd);
    assert.equal(report.root, cwd);
    assert.deepEqual([...new Set(report.findings.map(({ file }) => file))], ['a.ts', 'b.ts', 'b/ü x/[a].ts']);
    const below = await reportOf(cwd, 'b');
    assert.equal(below.root, join(cwd, 'b'));
    assert.deepEqual([...new Set(below.findings.map(({ file }) => file))], ['ü x/[a].ts']);
    const single = await reportOf(cwd, 'b/ü x/[a].ts');
    assert.equal(single.root, join(cwd, 'b', 'ü x'));
    assert.deepEqual([...new Set(single.findings.map(({ file }) => file))], ['[a].ts']);
  });

  it('keeps fingerprints when the code around a call site changes', async () => {
    const twice = `${closedSource}export const again = () => client.chat.completions.create({ model: 'gpt-4o', messages: [] });\n`;
    const cwd = makeTree({ 'a.ts': twice, 'b.ts': twice });
    const before = (await reportOf(cwd)).findings.filter(({ file }) => file === 'a.ts');
    assert.equal(new Set(before.map(({ fingerprint }) => fingerprint)).size, 3);
    const [first = '', ...rest] = twice.split('\n');
    writeFileSync(join(cwd, 'a.ts'), ['// new', '', first, 'const other = 1;', ...rest, 'export const c = other;', ''].join('\r\n'));
    const after = (await reportOf(cwd)).findings.filter(({ file }) => file === 'a.ts');
    assert.deepEqual(
      after.map(({ fingerprint, line }) => [fingerprint, line]),
      before.map(({ fingerprint, line }) => [fingerprint, line + 3]),
    );
  });

  it('leaves accepted call sites out', async () => {
    const text = closedSource.replace('const client', '// openward-accept: agreed\nconst client');
    const { findings, exposure } = await reportOf(makeTree({ 'a.ts': text }));
    assert.deepEqual(
      findings.map(({ kind }) => kind),
      ['call'],
    );
    assert.equal(exposure.callSites, 1);
  });

  it('says nothing else on standard output, also when there are problems', async () => {
    const cwd = makeTree({ 'a.ts': closedSource, 'b.ts': Buffer.from([0, 255, 0]) });
    const { stdout, stderr } = await run(['scan', '--format', 'json'], { cwd });
    assert.doesNotThrow(() => JSON.parse(stdout) as unknown);
    assert.equal(stderr, 'openward: 1 note on files passed over or read in part; --verbose shows them\n');
  });
});
