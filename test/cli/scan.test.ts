import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { withoutPrivilegesAsync } from '../workspace/support/privileges';
import { makeTree, type Tree } from '../workspace/support/tree';
import { closedSource, openSource, run, unknownSource } from './support';

describe('openward scan', () => {
  describe('in words', () => {
    it('lists call sites by file and adds them up', async () => {
      const cwd = makeTree({ 'src/a.ts': closedSource, 'src/b.ts': openSource, 'src/c.ts': 'export const c = 1;\n' });
      const { code, stdout, stderr } = await run(['scan'], { cwd });
      assert.equal(code, 0);
      assert.equal(stderr, '');
      const lines = stdout.split('\n');
      assert.equal(lines[0], 'src/a.ts');
      assert.match(lines[1] ?? '', /^ {2}3:16 {2}closed {2}openai {2}- {7}This client sends to OpenAI/);
      assert.match(lines[2] ?? '', /^ {2}4:26 {2}closed {2}openai {2}gpt-4o {2}This call goes to OpenAI \(gpt-4o\)/);
      assert.match(stdout, /\n\nsrc\/b\.ts\n {2}3:22 {2}self-hosted {2}ollama/);
      assert.match(stdout, /\n3 call sites in 2 files\n {2}Closed share {3}67 % \(2 of 3 decided\)\n/);
      assert.match(stdout, /\nScanned 3 files in [\d.]+ m?s\.\n$/);
    });

    it('tells what retires, the next first, with the page that says so', async () => {
      const source = closedSource.replace("'gpt-4o'", "'gpt-5'");
      const old = closedSource.replace("'gpt-4o'", "'gpt-4'");
      const { stdout } = await run(['scan'], { cwd: makeTree({ 'a.ts': source, 'b.ts': old }), today: '2026-11-25' });
      assert.match(stdout, /gpt-5 \(until 2026-12-11\)/);
      assert.match(stdout, /gpt-4 \(retired\)/);
      const retirements = stdout.split('\n').filter((line) => /^ {2}Reti/.test(line));
      assert.equal(retirements.length, 2);
      assert.match(
        retirements[0] ?? '',
        /^ {2}Retiring +OpenAI retires gpt-5 on 2026-12-11, in 16 days\..* As of 2026-07-30\. 1 call site\. https:\/\//,
      );
      assert.match(retirements[1] ?? '', /^ {2}Retired +OpenAI announced that it retires gpt-4 on 2026-10-23/);
    });

    it('says so when there is nothing', async () => {
      const { code, stdout } = await run(['scan', 'empty'], { cwd: makeTree({ 'empty/': '' }) });
      assert.equal(code, 0);
      assert.match(stdout, /^No call sites found\.\nScanned 0 files/);
    });

    it('takes a single file, named relative to its folder', async () => {
      const { code, stdout } = await run(['scan', 'src/a.ts'], { cwd: makeTree({ 'src/a.ts': closedSource, 'src/b.ts': openSource }) });
      assert.equal(code, 0);
      assert.match(stdout, /^a\.ts\n/);
      assert.doesNotMatch(stdout, /b\.ts/);
    });

    it('lets no control character of a file through to the terminal', async () => {
      const text = closedSource.replace("'gpt-4o'", "'gpt\\u001b[31m\\u202e4o'");
      const { stdout } = await run(['scan'], { cwd: makeTree({ 'a.ts': text }) });
      assert.match(stdout, /gpt\uFFFD\[31m\uFFFD4o/);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(stdout, /[\u001b\u202e]/);
    });

    const coloured: readonly (readonly [
      name: string,
      options: { isTTY: boolean; variables: Record<string, string>; argv?: string[] },
      colour: boolean,
    ])[] = [
      ['colours for a person', { isTTY: true, variables: {} }, true],
      ['no colours in a pipe', { isTTY: false, variables: {} }, false],
      ['no colours with NO_COLOR', { isTTY: true, variables: { NO_COLOR: '1' } }, false],
      ['colours with an empty NO_COLOR', { isTTY: true, variables: { NO_COLOR: '' } }, true],
      ['no colours on a dumb terminal', { isTTY: true, variables: { TERM: 'dumb' } }, false],
      ['colours in a pipe with FORCE_COLOR', { isTTY: false, variables: { FORCE_COLOR: '1' } }, true],
      ['no colours with --no-color', { isTTY: true, variables: { FORCE_COLOR: '1' }, argv: ['--no-color'] }, false],
    ];
    for (const [name, { argv = [], ...options }, colour] of coloured) {
      it(`writes ${name}`, async () => {
        const { stdout } = await run(['scan', ...argv], { cwd: makeTree({ 'a.ts': closedSource }), ...options });
        assert.equal(stdout.includes('\u001b['), colour);
      });
    }
  });

  describe('exit codes', () => {
    const retiring: Tree = { 'a.ts': closedSource.replace("'gpt-4o'", "'gpt-5'") };
    const retired: Tree = { 'a.ts': closedSource.replace("'gpt-4o'", "'gpt-4'") };
    const cases: readonly (readonly [name: string, tree: Tree, argv: readonly string[], code: number])[] = [
      ['a model that stays, --fail-on retiring', { 'a.ts': closedSource }, ['--fail-on', 'retiring'], 0],
      ['a model soon retired, --fail-on retired', retiring, ['--fail-on', 'retired'], 0],
      ['a model soon retired, --fail-on retiring', retiring, ['--fail-on', 'retiring'], 1],
      ['a retired model, --fail-on retired', retired, ['--fail-on', 'retired'], 1],
      ['a retired model, --fail-on retiring', retired, ['--fail-on', 'retiring'], 1],
      ['closed call sites, no threshold', { 'a.ts': closedSource }, [], 0],
      ['closed call sites, --fail-on none', { 'a.ts': closedSource }, ['--fail-on', 'none'], 0],
      ['closed call sites, --fail-on closed', { 'a.ts': closedSource }, ['--fail-on', 'closed'], 1],
      ['open call sites, --fail-on closed', { 'a.ts': openSource }, ['--fail-on', 'closed'], 0],
      ['undecided call sites, --fail-on closed', { 'a.ts': unknownSource }, ['--fail-on', 'closed'], 0],
      ['undecided call sites, --fail-on unknown', { 'a.ts': unknownSource }, ['--fail-on', 'unknown'], 1],
      ['open call sites, --fail-on unknown', { 'a.ts': openSource }, ['--fail-on', 'unknown'], 0],
      [
        'accepted call sites',
        { 'a.ts': "import OpenAI from 'openai';\n// openward-accept: reviewed in March\nexport const c = new OpenAI();\n" },
        ['--fail-on', 'closed'],
        0,
      ],
    ];
    for (const [name, tree, argv, code] of cases) {
      it(`${code} for ${name}`, async () => assert.equal((await run(['scan', ...argv], { cwd: makeTree(tree) })).code, code));
    }
  });

  describe('wrong use', () => {
    const cases: readonly (readonly [argv: readonly string[], line: RegExp])[] = [
      [['scan', 'gone'], /^openward: cannot read gone: no such file or folder$/],
      [['scan', 'notes.txt'], /^openward: cannot scan notes\.txt: not a kind of file that is analysed$/],
      [['scan', '--bogus'], /^openward: unknown option '--bogus'$/],
      [['scan', '--format', 'yaml'], /^openward: option '--format <name>' argument 'yaml' is invalid\. Allowed choices are text, json/],
      [
        ['scan', '--fail-on', 'open'],
        /^openward: option '--fail-on <what>' argument 'open' is invalid\. Allowed choices are none, closed, unknown/,
      ],
      [
        ['scan', '--max-file-size', 'huge'],
        /^openward: option '--max-file-size <size>' argument 'huge' is invalid\. Write a number of bytes/,
      ],
      [['scan', 'src', 'lib'], /^openward: too many arguments/],
      [['scna'], /^openward: unknown command 'scna'.*known: scan, fix, explain, catalog, probe$/],
      [['fix'], /^openward: required option '--target <name>' not specified$/],
      [['fix', '--target', 'nowhere'], /^openward: unknown target 'nowhere'; known: ollama, /],
      [['explain', 'src/a.ts'], /^openward: 'src\/a\.ts' names no line; write <file>:<line>$/],
      [['explain', 'src:3'], /^openward: src is a folder; write <file>:<line>$/],
      [['scan', '--output', 'no/such/folder/r.json'], /^openward: cannot write no\/such\/folder\/r\.json: /],
    ];
    for (const [argv, line] of cases) {
      it(`${argv.join(' ')} is one clear line and 2`, async () => {
        const { code, stdout, stderr } = await run(argv, { cwd: makeTree({ 'src/a.ts': closedSource, 'notes.txt': '' }) });
        assert.equal(code, 2);
        assert.equal(stdout, '');
        assert.match(stderr.trimEnd(), line);
        assert.equal(stderr.split('\n').length, 2);
      });
    }
  });

  describe('trees that are not as they should be', () => {
    const found = async (tree: Tree, prepare: (root: string) => void = () => undefined): Promise<{ stdout: string; stderr: string }> => {
      const cwd = makeTree(tree);
      prepare(cwd);
      const { code, stdout, stderr } = await run(['scan', '--verbose'], { cwd });
      assert.equal(code, 0);
      assert.match(stdout, /^a\.ts\n/);
      assert.match(stdout, /\n2 call sites in 1 file\n/);
      return { stdout, stderr };
    };

    it('a broken tsconfig.json is a note', async () => {
      const importing = `import { client } from '@/b';\n${closedSource}export const again = client;\n`;
      const { stderr } = await found({
        'a.ts': importing,
        'b.ts': 'export const client = 1;\n',
        'tsconfig.json': '{ "compilerOptions": { "paths": ',
      });
      assert.match(stderr, /^openward: tsconfig\.json: .+\n$/);
    });

    it('imports in a circle', async () => {
      await found({
        'a.ts': `import './b';\n${closedSource}`,
        'b.ts': "export * from './c';\n",
        'c.ts': "export * from './b';\nimport './a';\n",
      });
    });

    it('links in a circle', async () => {
      await found({ 'a.ts': closedSource, 'src/': '' }, (root) => {
        symlinkSync(root, join(root, 'src', 'up'));
        symlinkSync('self', join(root, 'self'));
        symlinkSync('self.ts', join(root, 'self.ts'));
        symlinkSync('a.ts', join(root, 'again.ts'));
      });
    });

    it('a minified file of five megabytes, a binary and half-typed code', async () => {
      const { stderr } = await found({
        'a.ts': closedSource,
        'large.js': `new OpenAI();import OpenAI from 'openai';${'a=1;'.repeat(1_310_720)}`,
        'binary.ts': Buffer.from([0, 1, 2, 3, 0, 255, 254]),
        'broken.ts': "import OpenAI from 'openai'; OpenAI; const = {",
      });
      assert.match(stderr, /openward: large\.js: passed over: \d+ bytes are more than the limit of 1048576\n/);
      assert.match(stderr, /openward: binary\.ts: passed over: not a text file\n/);
      assert.match(stderr, /openward: broken\.ts: /);
    });

    it('what .gitignore and --exclude leave out', async () => {
      const cwd = makeTree({
        '.git/': '',
        '.gitignore': 'generated/\n*.gen.ts\n!kept.gen.ts\n',
        'a.ts': closedSource,
        'generated/a.ts': closedSource,
        'lib/.gitignore': '/only-here.ts\n',
        'lib/only-here.ts': closedSource,
        'only-here.ts': closedSource,
        'x.gen.ts': closedSource,
        'kept.gen.ts': closedSource,
        'old/a.ts': closedSource,
        'deep/old/a.ts': closedSource,
      });
      const { stdout } = await run(['scan', '--exclude', 'old', '--format', 'json'], { cwd });
      const files = (JSON.parse(stdout) as { findings: { file: string }[] }).findings.map(({ file }) => file);
      assert.deepEqual([...new Set(files)], ['a.ts', 'kept.gen.ts', 'only-here.ts']);
    });

    it('a folder that was deleted before the scan', async () => {
      const cwd = makeTree({ 'src/a.ts': closedSource });
      const { code, stdout, stderr } = await run(['scan', 'src'], { cwd, onScan: () => rmSync(join(cwd, 'src'), { recursive: true }) });
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.equal(stderr, 'openward: cannot scan src: no such file or folder\n');
    });

    it('a folder and a file without permission are errors, and the rest is scanned', async function () {
      const cwd = makeTree({ 'a.ts': closedSource, 'locked/b.ts': closedSource, 'c.ts': closedSource });
      // Loads what a scan needs.
      await run(['scan'], { cwd });
      chmodSync(cwd, 0o755);
      chmodSync(join(cwd, 'c.ts'), 0);
      chmodSync(join(cwd, 'locked'), 0);
      const scanned = await withoutPrivilegesAsync(this, () => run(['scan', '--format', 'json'], { cwd }));
      const named = await withoutPrivilegesAsync(this, () => run(['scan', 'locked'], { cwd }));
      chmodSync(join(cwd, 'locked'), 0o755);
      const report = JSON.parse(scanned.stdout) as { findings: { file: string }[]; errors: { file: string; message: string }[] };
      assert.equal(scanned.code, 0);
      assert.deepEqual([...new Set(report.findings.map(({ file }) => file))], ['a.ts']);
      assert.deepEqual(report.errors, [
        { file: 'c.ts', message: 'permission denied' },
        { file: 'locked', message: 'permission denied' },
      ]);
      assert.equal(scanned.stderr, 'openward: c.ts: permission denied\nopenward: locked: permission denied\n');
      assert.deepEqual(named, { code: 2, stdout: '', stderr: 'openward: cannot scan locked: permission denied\n' });
    });

    it('a mode that hides nothing from its owner', async () => {
      const { stderr } = await found({ 'a.ts': closedSource }, (root) => chmodSync(join(root, 'a.ts'), 0o400));
      assert.equal(stderr, '');
    });
  });

  it('writes the report to a file when asked, and keeps the terminal for problems', async () => {
    const cwd = makeTree({ 'a.ts': closedSource });
    const { code, stdout } = await run(['scan', '--format', 'json', '--output', 'report.json'], { cwd });
    assert.equal(code, 0);
    assert.equal(stdout, '');
    assert.ok(existsSync(join(cwd, 'report.json')));
    assert.equal((JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')) as { findings: unknown[] }).findings.length, 2);
  });

  it('reports nothing of a scan that was interrupted', async () => {
    const controller = new AbortController();
    const { code, stdout, stderr } = await run(['scan'], {
      cwd: makeTree({ 'a.ts': closedSource }),
      signal: controller.signal,
      onScan: () => controller.abort(),
    });
    assert.equal(code, 130);
    assert.equal(stdout, '');
    assert.match(stderr, /^openward: interrupted after 0 files; nothing is reported of an incomplete scan\n$/);
  });

  it('prints help and version', async () => {
    const help = await run([], { cwd: makeTree({}) });
    assert.equal(help.code, 0);
    assert.match(help.stdout, /^Usage: openward [\s\S]*Exit codes: 0 nothing above the threshold/);
    const version = await run(['--version'], { cwd: makeTree({}) });
    assert.deepEqual(version, { code: 0, stdout: '0.0.0-test\n', stderr: '' });
  });
});
