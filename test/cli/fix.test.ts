import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTree, type Tree } from '../workspace/support/tree';
import { closedSource, run, type Outcome } from './support';

const git = (cwd: string, ...argv: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.autocrlf=false', ...argv], {
    cwd,
    encoding: 'utf8',
  });

/** A committed repository with these files. */
function repository(tree: Tree): string {
  const root = makeTree(tree);
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'start');
  return root;
}

const fix = (cwd: string, ...argv: readonly string[]): Promise<Outcome> => run(['fix', '--target', 'ollama', ...argv], { cwd });
const text = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

const movedSource = closedSource
  .replace(
    'new OpenAI()',
    "new OpenAI({\n  baseURL: process.env.OLLAMA_BASE_URL ?? 'http://localhost:11434/v1',\n  apiKey: process.env.OLLAMA_API_KEY ?? 'ollama',\n})",
  )
  .replace('gpt-4o', 'qwen3:32b');

describe('openward fix', () => {
  it('moves closed call sites, says so, and leaves nothing closed behind', async () => {
    const root = repository({ 'src/a.ts': closedSource });
    const { code, stdout, stderr } = await fix(root);
    assert.equal(code, 0);
    assert.equal(stderr, '');
    assert.match(stdout, /^Moved 2 call sites in 1 file\.\n/);
    assert.equal(text(root, 'src/a.ts'), movedSource);
    assert.equal((await run(['scan', '--fail-on', 'unknown'], { cwd: root })).code, 0);
    assert.deepEqual(readdirSync(join(root, 'src')), ['a.ts']);
  });

  it('has nothing to do the second time', async () => {
    const root = repository({ 'a.ts': movedSource });
    assert.deepEqual(await fix(root), { code: 0, stdout: 'Nothing was rewritten.\n', stderr: '' });
    assert.equal(text(root, 'a.ts'), movedSource);
  });

  it('writes another model and literals when asked', async () => {
    const root = repository({ 'a.ts': closedSource });
    await fix(root, '--model', 'llama3.3:70b', '--style', 'literal');
    assert.match(text(root, 'a.ts'), /baseURL: 'http:\/\/localhost:11434\/v1'/);
    assert.match(text(root, 'a.ts'), /model: 'llama3\.3:70b'/);
  });

  describe('through the environment file', () => {
    const loaded = `import 'dotenv/config';\n${closedSource}`;
    const secret = 'sk-live-0123456789';

    it('leaves the client alone, keeps what was set as comments, and shows no value of the user’s', async () => {
      const root = repository({ 'src/a.ts': loaded, '.env': `OPENAI_API_KEY=${secret}\nOTHER_TOKEN=t0ps3cret\n`, 'package.json': '{}' });
      const dry = await fix(root, '--style', 'env-file', '--dry-run');
      assert.match(dry.stdout, /^\+OPENAI_BASE_URL=http:\/\/localhost:11434\/v1$/m);
      assert.match(dry.stdout, /^-OPENAI_API_KEY=…$/m);
      assert.match(dry.stdout, /^--- \/dev\/null$/m);
      const json = await fix(root, '--style', 'env-file', '--dry-run', '--format', 'json');
      assert.equal(text(root, 'src/a.ts'), loaded);
      const { code, stdout, stderr } = await fix(root, '--style', 'env-file');
      assert.equal(code, 0, stderr);
      assert.match(stdout, /^Moved 2 call sites in 3 files\.\n/);
      for (const shown of [dry.stdout, dry.stderr, json.stdout, stdout, stderr]) assert.doesNotMatch(shown, /sk-live|t0ps3cret/);
      assert.equal(
        text(root, '.env'),
        `# OPENAI_API_KEY=${secret}\nOPENAI_API_KEY=ollama\nOTHER_TOKEN=t0ps3cret\nOPENAI_BASE_URL=http://localhost:11434/v1\n`,
      );
      assert.equal(text(root, '.env.example'), 'OPENAI_BASE_URL=http://localhost:11434/v1\nOPENAI_API_KEY=ollama\n');
      assert.equal(text(root, 'src/a.ts'), loaded.replace('gpt-4o', 'qwen3:32b'));
      assert.equal((await run(['scan', '--fail-on', 'unknown'], { cwd: root })).code, 0);
      assert.equal((await fix(root, '--style', 'env-file', '--force')).stdout, 'Nothing was rewritten.\n');
    });

    it('makes the file where there is none, for its owner alone', async () => {
      const root = repository({ 'a.ts': loaded, 'package.json': '{}' });
      assert.equal((await fix(root, '--style', 'env-file')).code, 0);
      assert.equal(text(root, '.env'), 'OPENAI_BASE_URL=http://localhost:11434/v1\nOPENAI_API_KEY=ollama\n');
      if (process.platform !== 'win32') assert.equal(statSync(join(root, '.env')).mode & 0o777, 0o600);
      assert.equal((await run(['scan', '--fail-on', 'unknown'], { cwd: root })).code, 0);
    });
  });

  it('takes the alternative that fits the machine, and says on what evidence', async () => {
    const root = repository({ 'a.ts': closedSource });
    const { stderr } = await fix(root, '--dry-run', '--memory', '8');
    assert.match(stderr, /qwen3:8b for gpt-4o: no public comparison/);
    const { stderr: larger } = await fix(root, '--dry-run');
    assert.match(larger, /qwen3:32b for gpt-4o: .+ points? (higher|lower)/);
  });

  it('moves to an endpoint that its options describe', async () => {
    const root = repository({ 'a.ts': closedSource });
    const custom = [
      'fix',
      '--target',
      'custom',
      '--base-url',
      'http://gpu-box:9000/v1',
      '--key-variable',
      'HOUSE_KEY',
      '--model',
      'house-7b',
    ];
    assert.equal((await run(custom, { cwd: root })).code, 0);
    assert.match(text(root, 'a.ts'), /baseURL: process\.env\.CUSTOM_BASE_URL \?\? 'http:\/\/gpu-box:9000\/v1'/);
    assert.match(text(root, 'a.ts'), /apiKey: process\.env\.HOUSE_KEY/);
    assert.match(text(root, 'a.ts'), /model: 'house-7b'/);
  });

  const wrong: readonly (readonly [title: string, argv: readonly string[], reason: RegExp])[] = [
    ['a custom target that is not described', ['--target', 'custom'], /'custom' is yours to describe: --base-url URL --model ID/],
    ['a custom target without a model', ['--target', 'custom', '--base-url', 'http://gpu-box/v1'], /'custom': it needs a model/],
    [
      'a custom target at a closed vendor',
      ['--target', 'custom', '--base-url', 'https://api.openai.com/v1', '--model', 'm'],
      /OpenAI answers there/,
    ],
    [
      'an address for another target',
      ['--target', 'ollama', '--base-url', 'http://gpu-box/v1'],
      /describe the target 'custom', not 'ollama'/,
    ],
  ];
  for (const [title, argv, reason] of wrong) {
    it(`refuses ${title}`, async () => {
      const root = repository({ 'a.ts': closedSource });
      const { code, stderr } = await run(['fix', ...argv], { cwd: root });
      assert.equal(code, 2);
      assert.match(stderr, reason);
      assert.equal(text(root, 'a.ts'), closedSource);
    });
  }

  const pythonCell = 'from openai import OpenAI\n\nclient = OpenAI()\n';
  const pythonCall = 'client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "hé"}])\n';

  it('moves Python', async () => {
    const root = repository({ 'a.py': pythonCell + pythonCall });
    assert.match((await fix(root)).stdout, /^Moved 2 call sites in 1 file\.\n/);
    assert.match(text(root, 'a.py'), /base_url=os\.environ\.get\("OLLAMA_BASE_URL", "http:\/\/localhost:11434\/v1"\)/);
    assert.equal((await run(['scan', '--fail-on', 'unknown'], { cwd: root })).code, 0);
  });

  it("moves a notebook's cells and keeps everything else of it", async () => {
    const cell = (source: string, outputs: readonly unknown[]): unknown => ({ cell_type: 'code', metadata: {}, outputs, source: [source] });
    const output = { output_type: 'stream', name: 'stdout', text: ['OpenAI() gpt-4o'] };
    const notebook = {
      cells: [{ cell_type: 'markdown', metadata: {}, source: ['gpt-4o'] }, cell(pythonCell, []), cell(pythonCall, [output])],
      metadata: { kernelspec: { language: 'python', name: 'python3' } },
      nbformat: 4,
      nbformat_minor: 5,
    };
    const root = repository({ 'a.ipynb': JSON.stringify(notebook) });
    assert.match((await fix(root)).stdout, /^Moved 2 call sites in 1 file\.\n/);
    const after = JSON.parse(text(root, 'a.ipynb')) as { cells: { source: string[] }[] };
    const [, first, second] = after.cells.map(({ source }) => source.join(''));
    assert.match(first ?? '', /base_url=os\.environ\.get\(/);
    assert.equal(second, pythonCall.replace('gpt-4o', 'qwen3:32b'));
    const sources = (each: { cells: readonly unknown[] }): unknown => ({
      ...each,
      cells: each.cells.map((one, index) => ({ ...(one as object), ...(index > 0 && { source: [] }) })),
    });
    assert.deepEqual(sources(after), sources(notebook));
    assert.equal((await run(['scan', '--fail-on', 'unknown'], { cwd: root })).code, 0);
  });

  describe('--dry-run', () => {
    const trees: Readonly<Record<string, Tree>> = {
      'two files': { 'src/a.ts': closedSource, 'lib/b.ts': closedSource.replaceAll('client', 'api') },
      'line ends of Windows': { 'a.ts': closedSource.replaceAll('\n', '\r\n') },
      'a byte order mark': { 'a.ts': `\uFEFF${closedSource}` },
      'no line end at the end': { 'a.ts': closedSource.trimEnd() },
      'names with spaces and umlauts': { 'my files/ä b.ts': closedSource },
    };
    for (const [name, tree] of Object.entries(trees)) {
      it(`prints a diff of ${name} that git applies, and changes nothing`, async () => {
        const root = repository(tree);
        const { code, stdout } = await fix(root, '--dry-run', '--quiet');
        assert.equal(code, 0);
        assert.equal(git(root, 'status', '--porcelain'), '');
        writeFileSync(join(root, '.git', 'patch'), stdout);
        git(root, 'apply', '--whitespace=nowarn', join('.git', 'patch'));
        const patched = Object.keys(tree).map((file) => text(root, file));
        git(root, 'checkout', '-q', '.');
        await fix(root);
        assert.deepEqual(
          patched,
          Object.keys(tree).map((file) => text(root, file)),
        );
        assert.notDeepEqual(patched, Object.values(tree));
      });
    }

    it('does not mind uncommitted changes', async () => {
      const root = repository({ 'a.ts': closedSource });
      writeFileSync(join(root, 'a.ts'), `// mine\n${closedSource}`);
      const { code, stdout, stderr } = await fix(root, '--dry-run');
      assert.equal(code, 0);
      assert.match(stdout, /^--- a\/a\.ts\n\+\+\+ b\/a\.ts\n@@ /);
      assert.match(stderr, /^Would move 2 call sites in 1 file\.\n/);
    });
  });

  describe('keeps', () => {
    it('line ends of Windows', async () => {
      const root = repository({ 'a.ts': closedSource.replaceAll('\n', '\r\n') });
      await fix(root);
      assert.equal(text(root, 'a.ts'), movedSource.replaceAll('\n', '\r\n'));
    });

    it('a byte order mark', async () => {
      const root = repository({ 'a.ts': `\uFEFF${closedSource}` });
      await fix(root);
      assert.equal(text(root, 'a.ts'), `\uFEFF${movedSource}`);
    });

    it('the mode', async () => {
      const root = makeTree({ 'a.ts': closedSource });
      chmodSync(join(root, 'a.ts'), 0o755);
      await fix(root);
      assert.equal(text(root, 'a.ts'), movedSource);
      assert.equal(statSync(join(root, 'a.ts')).mode & 0o777, 0o755);
    });

    it('a link a link, when it is named', async () => {
      const root = makeTree({ 'real/a.ts': closedSource });
      symlinkSync(join('real', 'a.ts'), join(root, 'link.ts'));
      await fix(root, 'link.ts');
      assert.ok(lstatSync(join(root, 'link.ts')).isSymbolicLink());
      assert.equal(text(root, 'real/a.ts'), movedSource);
    });
  });

  describe('version control', () => {
    it('refuses files with uncommitted changes, and takes them with --force', async () => {
      const root = repository({ 'src/a.ts': closedSource, 'b.ts': closedSource });
      writeFileSync(join(root, 'src/a.ts'), `// mine\n${closedSource}`);
      const refused = await fix(root);
      assert.deepEqual(refused, {
        code: 2,
        stdout: '',
        stderr: 'openward: uncommitted changes in src/a.ts; commit or stash them first, or use --force\n',
      });
      assert.equal(text(root, 'src/a.ts'), `// mine\n${closedSource}`);
      assert.equal(text(root, 'b.ts'), closedSource);
      assert.equal((await fix(root, '--force')).code, 0);
      assert.equal(text(root, 'src/a.ts'), `// mine\n${movedSource}`);
    });

    it('refuses new and staged files', async () => {
      const root = repository({ 'c.txt': '' });
      writeFileSync(join(root, 'a.ts'), closedSource);
      assert.match((await fix(root)).stderr, /^openward: uncommitted changes in a\.ts;/);
      git(root, 'add', 'a.ts');
      assert.match((await fix(root)).stderr, /^openward: uncommitted changes in a\.ts;/);
    });

    it('does not mind changes in files that stay', async () => {
      const root = repository({ 'a.ts': closedSource, 'other.ts': '' });
      writeFileSync(join(root, 'other.ts'), 'export const mine = 1;\n');
      assert.equal((await fix(root)).code, 0);
      assert.equal(text(root, 'a.ts'), movedSource);
    });

    it('says when git could not take a part of it back', async () => {
      const code = "import 'dotenv/config';\n" + closedSource;
      const root = repository({ 'a.ts': code, 'package.json': '{}', '.gitignore': '.env\n' });
      writeFileSync(join(root, '.env'), 'OPENAI_API_KEY=sk-1\n');
      const outcome = await fix(root, '--style', 'env-file');
      assert.equal(outcome.code, 0);
      assert.equal(outcome.stderr, 'openward: note: git ignores .env, so it cannot take back what changes there\n');
    });

    it('says when git could not take it back', async () => {
      const root = makeTree({ 'a.ts': closedSource });
      const { code, stderr } = await fix(root);
      assert.equal(code, 0);
      assert.equal(stderr, 'openward: note: these files are not in a git repository, so git cannot take the rewrite back\n');
    });
  });

  it('writes no file when one of them cannot be written', async () => {
    const bytes = Buffer.concat([Buffer.from(closedSource), Buffer.from('// \xff\n', 'latin1')]);
    const root = makeTree({ 'a.ts': closedSource, 'b.ts': bytes });
    const { code, stderr } = await fix(root);
    assert.equal(code, 2);
    assert.match(stderr, /^openward: cannot rewrite b\.ts: it is not valid UTF-8 and would lose bytes; nothing was rewritten\n$/);
    assert.equal(text(root, 'a.ts'), closedSource);
    assert.deepEqual(readFileSync(join(root, 'b.ts')), bytes);
    assert.deepEqual(readdirSync(root).sort(), ['a.ts', 'b.ts']);
  });

  it('leaves call sites alone whose results could change, says why, and moves them when asked', async () => {
    const source =
      "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nexport const embed = () => client.embeddings.create({ model: 'text-embedding-3-small', input: '' });\n";
    const root = repository({ 'a.ts': source });
    const { code, stdout } = await fix(root);
    assert.equal(code, 1);
    assert.match(stdout, /^Nothing was rewritten\.\n/);
    assert.match(stdout, /Left alone, because results can change; --include-risky moves them:\n {2}a\.ts:4 {2}/);
    assert.equal(text(root, 'a.ts'), source);
    assert.match((await fix(root, '--include-risky')).stdout, /^Moved 2 call sites in 1 file\.\n/);
    assert.notEqual(text(root, 'a.ts'), source);
  });

  it('tells programs what it did', async () => {
    const root = repository({ 'a.ts': closedSource });
    const { code, stdout } = await fix(root, '--dry-run', '--format', 'json');
    assert.equal(code, 0);
    const report = JSON.parse(stdout) as { version: number; applied: boolean; changes: { file: string; diff: string }[]; moved: string[] };
    assert.deepEqual([report.version, report.applied, report.moved.length], [1, false, 2]);
    assert.deepEqual(
      report.changes.map(({ file }) => file),
      ['a.ts'],
    );
    assert.match(report.changes[0]?.diff ?? '', /^--- a\/a\.ts\n/);
  });

  it('names the file of everything it tells programs: equal calls have equal fingerprints', async () => {
    const audio =
      "import OpenAI from 'openai';\n\nexport const speak = () => new OpenAI().audio.speech.create({ model: 'tts-1', voice: 'ash', input: '' });\n";
    const embed =
      "import OpenAI from 'openai';\n\nexport const embed = () => new OpenAI().embeddings.create({ model: 'text-embedding-3-small', input: '' });\n";
    const root = repository({ 'a.ts': closedSource, 'b.ts': closedSource, 'c.ts': audio, 'd.ts': audio, 'e.ts': embed });
    interface Row {
      readonly file: string;
      readonly line: number;
      readonly fingerprint: string;
    }
    type Report = Record<'moved', string[]> & Record<'movedSites' | 'refused' | 'left' | 'warnings', Row[]>;
    const report = JSON.parse((await fix(root, '--dry-run', '--format', 'json')).stdout) as Report;
    assert.deepEqual(
      report.movedSites.map(({ fingerprint }) => fingerprint),
      report.moved,
    );
    assert.equal(new Set(report.moved).size, report.moved.length / 2);
    const places = (rows: readonly Row[]): readonly string[] => [...new Set(rows.map(({ file, line }) => `${file}:${line}`))];
    assert.deepEqual(places(report.movedSites), ['a.ts:3', 'a.ts:4', 'b.ts:3', 'b.ts:4']);
    assert.deepEqual(places(report.refused), ['c.ts:3', 'd.ts:3']);
    assert.deepEqual(places(report.left), ['e.ts:3']);
  });
});
