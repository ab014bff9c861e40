import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import type { CallSite } from '../../src/core/callSite';
import type { Engine } from '../../src/core/engine';
import type { ModuleFacts } from '../../src/core/facts/moduleFacts';
import { isEnvironmentFile } from '../../src/core/environment/files';
import { codeIn } from '../../src/core/frontend/codeIn';
import { javascriptFrontend } from '../../src/core/frontend/javascript';
import { pythonFrontend } from '../../src/core/frontend/python';
import type { RewritePlan, SiteName } from '../../src/core/rewrite/plan';
import { applyEdits } from '../../src/core/text/textEdit';
import { MemoryHost } from '../support/memoryHost';
import { readRewriteFixture, type RewriteFixture } from './rewriteFixture';

const folder = join(__dirname, '..', 'fixtures', 'rewrite');
const catalog = loadCatalog();
const frontends = [javascriptFrontend(), pythonFrontend()];

describe('rewrite fixtures', () => {
  for (const name of readdirSync(folder)) {
    const fixture = readRewriteFixture(join(folder, name));
    describe(`${name}: ${fixture.title}`, () => check(fixture));
  }
});

function check(fixture: RewriteFixture): void {
  const { before, request } = fixture;
  const files = Object.keys(before);
  const engine = createEngine(catalog, new MemoryHost(before));
  const plan = engine.plan(request);
  const rewritten = { ...before, ...applied(plan) };
  const again = createEngine(catalog, new MemoryHost(rewritten));
  const moves = Object.keys(fixture.after).length > 0;

  it('gives the expected text', () => assert.deepEqual(rewritten, { ...before, ...fixture.after }));

  it('warns of what it must, and of nothing else', () => {
    assertReasons(plan.warnings, fixture.warns);
    assert.equal(plan.changesResults, fixture.risky);
  });

  it('refuses what it must, and nothing else', () => assertReasons(plan.refused, fixture.refuses));

  for (const part of fixture.steps)
    it(`says: ${part}`, () =>
      assert.ok(
        plan.steps.some((step) => step.includes(part)),
        plan.steps.join('\n'),
      ));

  it('leaves out what it must, and nothing else', () => assertReasons(plan.left, fixture.leaves));

  it('answers for every closed call site', () => {
    const nameOf = ({ file, fingerprint }: SiteName): string => `${file} ${fingerprint}`;
    const asked = request.files.flatMap((file) => closed(engine, file)).map(nameOf);
    // What is left out is named by its reason: call sites that share a client with it go unsaid.
    if (plan.left.length > 0) return;
    const answered = new Set([...plan.moved, ...plan.refused].map(nameOf));
    assert.deepEqual(
      asked.filter((name) => !answered.has(name)),
      [],
    );
    assert.ok(asked.length > 0 || !moves, 'the fixture has no closed call site');
  });

  if (!moves) return;

  it('parses', () => {
    for (const [file, text] of Object.entries(rewritten)) {
      if (isPlain(file)) continue;
      if (file.endsWith('.json')) JSON.parse(text);
      else assert.deepEqual(lower(file, text).problems, [], file);
    }
  });

  it('leaves no moved call site closed', () => {
    const left = files.flatMap((file) => closed(again, file)).length;
    const stayed = files.flatMap((file) => closed(engine, file)).length - plan.moved.length;
    assert.equal(left, stayed);
  });

  it('has nothing to do a second time', () => {
    const second = again.plan(request);
    assert.deepEqual({ files: second.files, moved: second.moved }, { files: [], moved: [] });
  });

  it('keeps every comment', () => {
    for (const [file, text] of Object.entries(before)) {
      if (!isPlain(file) && !file.endsWith('.json')) assert.deepEqual(comments(file, rewritten[file] ?? ''), comments(file, text), file);
    }
  });

  it('keeps every line of an environment file, as it was or as a comment', () => {
    for (const [file, text] of Object.entries(before)) {
      const now = new Set((rewritten[file] ?? '').split(/\r?\n/));
      if (isEnvironmentFile(file))
        for (const line of text.split(/\r?\n/)) assert.ok(now.has(line) || now.has(`# ${line}`) || /=$/.test(line), line);
    }
  });

  it('has no edit that changes nothing', () => {
    for (const { before: text, edits } of plan.files)
      for (const { range, newText } of edits) assert.notEqual(text.slice(range.start, range.end), newText);
  });

  it('says what it does', () => assert.ok(plan.steps.length > 0 && /^(?:Rewrite|Move) to /.test(plan.title)));
}

/** Environment files, their examples and what starts programs: text that no frontend reads. */
function isPlain(file: string): boolean {
  return /(?:^|\/)(?:\.env[.\w]*|[\w.]+\.(?:toml|txt|yml)|Makefile)$/.test(file);
}

function applied(plan: RewritePlan): Record<string, string> {
  return Object.fromEntries(plan.files.map(({ file, before, edits }) => [file, applyEdits(before, edits)]));
}

function closed(engine: Engine, file: string): CallSite[] {
  return engine.analyze(file).callSites.filter(({ openness }) => openness === 'closed');
}

function lower(file: string, text: string): ModuleFacts {
  const part = codeIn(file, text)?.parts[0];
  const frontend = frontends.find(({ language }) => language === part?.language);
  assert.ok(frontend, file);
  return frontend.lower(file, part?.text ?? text);
}

function comments(file: string, text: string): string[] {
  return lower(file, text).comments.map((comment) => comment.text);
}

/** Each reason must contain the words expected of it, in order. */
function assertReasons(actual: readonly { readonly reason: string }[], expected: readonly string[]): void {
  const reasons = actual.map(({ reason }) => reason);
  assert.deepEqual(
    reasons.map((reason, index) => (expected[index] !== undefined && reason.includes(expected[index]) ? expected[index] : reason)),
    expected,
  );
}
