import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../../src/catalog';
import { createEngine } from '../../../src/core/createEngine';
import type { Engine } from '../../../src/core/engine';
import type { ModuleHost } from '../../../src/core/moduleHost';
import type { ChannelFactory } from '../../../src/workspace/service/channel';
import { EngineClient, type EngineServiceOptions } from '../../../src/workspace/service/client';
import type { EngineService, ScanProgress, ScanResult } from '../../../src/workspace/service/engineService';
import { inProcessChannels } from '../../../src/workspace/service/inProcess';
import { makeTree, type Tree } from '../support/tree';

const catalog = loadCatalog();
const closed = "import OpenAI from 'openai';\nexport const client = new OpenAI();\n";
const open = "import OpenAI from 'openai';\nexport const client = new OpenAI({ baseURL: 'http://localhost:11434/v1' });\n";
const using = "import { client } from './client';\nclient.chat.completions.create({ model: 'gpt-4o', messages: [] });\n";
/** What a file does when it is analysed, by its path. */
const onAnalyze = new Map<string, () => void>();
/** A file whose analysis brings its worker down. */
const fatalName = 'fatal.ts';

interface Rig {
  readonly service: EngineService;
  readonly lines: string[];
  /** Workers started, by purpose. */
  readonly started: string[];
}

const services: EngineService[] = [];

/** A service over workers in this thread; `fatal.ts` ends the worker that analyses it, unless it is a rescuer and `rescues`. */
function rig(options: EngineServiceOptions & { readonly rescues?: boolean } = {}): Rig {
  const lines: string[] = [];
  const started: string[] = [];
  const channels: ChannelFactory = (purpose, events) => {
    started.push(purpose);
    let die = (): void => undefined;
    const channel = inProcessChannels((host) =>
      fragile(host, () => (purpose === 'rescue' && options.rescues === true ? undefined : die())),
    )(purpose, events);
    die = () => void channel.terminate();
    return channel;
  };
  const service = new EngineClient(channels, { ...options, log: (line) => lines.push(line) });
  services.push(service);
  return { service, lines, started };
}

function fragile(host: ModuleHost, onFatal: () => void): Engine {
  const engine = createEngine(catalog, host);
  return {
    ...engine,
    analyze: (file) => {
      onAnalyze.get(file)?.();
      if (file.endsWith(fatalName)) onFatal();
      return engine.analyze(file);
    },
  };
}

async function scan(
  service: EngineService,
  root: string,
  signal = new AbortController().signal,
  onProgress: (progress: ScanProgress) => void = () => undefined,
): Promise<ScanResult> {
  return service.scan({ roots: [root], excludes: [], maxFileBytes: 1 << 20 }, onProgress, signal);
}

const names = (result: ScanResult, root: string): string[] => result.files.map(({ file }) => file.slice(root.length + 1));
const manyFiles = (count: number): Tree =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${String(index).padStart(4, '0')}.ts`, closed]));

describe('The engine service', () => {
  afterEach(async () => {
    await Promise.all(services.splice(0).map((service) => service.dispose()));
  });

  describe('scans', () => {
    it('all files of a tree, in order, and counts them', async () => {
      const root = makeTree({ ...manyFiles(150), 'none.ts': 'export {};\n' });
      const { service } = rig({ scanWorkers: 2 });
      const result = await scan(service, root);
      assert.equal(result.cancelled, false);
      assert.deepEqual(names(result, root), Object.keys(manyFiles(150)));
      assert.deepEqual([result.stats.files, result.stats.parsed, result.errors], [151, 150, []]);
    });

    it('with one worker or two, to the same result', async () => {
      const root = makeTree({ ...manyFiles(150), 'z/client.ts': open, 'z/use.ts': using });
      const [one, two] = await Promise.all([rig({ scanWorkers: 1 }), rig({ scanWorkers: 2 })].map(({ service }) => scan(service, root)));
      assert.deepEqual(one?.files, two?.files);
      assert.equal(one?.files.at(-1)?.callSites[0]?.vendor, 'ollama');
    });

    it('tells of its progress, never backwards', async () => {
      const seen: ScanProgress[] = [];
      const { service } = rig();
      await scan(service, makeTree(manyFiles(300)), undefined, (progress) => seen.push(progress));
      assert.notEqual(seen.length, 0);
      for (const [index, { files, total, callSites }] of seen.entries()) {
        const before = seen[index - 1] ?? { files: 0, total: 0, callSites: 0 };
        assert.ok(files >= before.files && total >= before.total && callSites >= before.callSites && files <= total);
      }
    });

    it('with the texts of open documents over those of the disk', async () => {
      const root = makeTree({ 'client.ts': closed, 'use.ts': using });
      const { service } = rig();
      service.setDocument(join(root, 'client.ts'), open, 1);
      const vendors = (result: ScanResult): string[] => result.files.flatMap(({ callSites }) => callSites.map(({ vendor }) => vendor));
      assert.deepEqual(vendors(await scan(service, root)), ['ollama', 'ollama']);
      service.closeDocument(join(root, 'client.ts'));
      assert.deepEqual(vendors(await scan(service, root)), ['openai', 'openai']);
    });

    it('again after files changed, appeared and vanished', async () => {
      const root = makeTree({ 'client.ts': closed, 'use.ts': using });
      const { service } = rig();
      await scan(service, root);
      writeFileSync(join(root, 'client.ts'), open);
      writeFileSync(join(root, 'new.ts'), closed);
      rmSync(join(root, 'use.ts'));
      const result = await scan(service, root);
      assert.deepEqual(
        result.files.map(({ callSites }) => callSites[0]?.vendor),
        ['ollama', 'openai'],
      );
    });

    it('without files that vanish on the way', async () => {
      const root = makeTree(manyFiles(8));
      // The first files are analysed before the last ones are looked at.
      onAnalyze.set(join(root, 'f0000.ts'), () => rmSync(join(root, 'f0007.ts')));
      const result = await scan(rig({ scanWorkers: 1 }).service, root);
      assert.deepEqual(names(result, root), Object.keys(manyFiles(7)));
      assert.deepEqual([result.errors, result.notes], [[], []]);
    });

    it('with a line for a file whose analysis fails', async () => {
      const root = makeTree(manyFiles(3));
      onAnalyze.set(join(root, 'f0001.ts'), () => {
        throw new Error('a bug');
      });
      const result = await scan(rig().service, root);
      assert.deepEqual(names(result, root), ['f0000.ts', 'f0002.ts']);
      assert.deepEqual(result.errors, [{ file: join(root, 'f0001.ts'), message: 'could not be analysed: a bug' }]);
    });

    it('nothing when cancelled before it begins', async () => {
      const { service, started } = rig();
      const result = await scan(service, makeTree(manyFiles(3)), AbortSignal.abort());
      assert.deepEqual([result.cancelled, result.files, started], [true, [], []]);
    });

    it('no further when cancelled on its way, and the next scan is whole', async () => {
      const root = makeTree(manyFiles(400));
      const { service } = rig();
      const controller = new AbortController();
      const result = await scan(service, root, controller.signal, () => controller.abort());
      assert.equal(result.cancelled, true);
      assert.ok(result.stats.files < 400);
      assert.equal((await scan(service, root)).files.length, 400);
    });

    it('one after the other', async () => {
      const root = makeTree(manyFiles(100));
      const { service, started } = rig({ scanWorkers: 1 });
      const results = await Promise.all([scan(service, root), scan(service, root), scan(service, root)]);
      assert.deepEqual(
        results.map(({ files }) => files.length),
        [100, 100, 100],
      );
      assert.deepEqual(started, ['scout', 'scan']);
    });
  });

  describe('when a file brings a worker down', () => {
    it('gives it a worker of its own and analyses it there', async () => {
      const root = makeTree({ ...manyFiles(30), [fatalName]: closed });
      const { service, started } = rig({ rescues: true });
      const result = await scan(service, root);
      assert.deepEqual([result.files.length, result.errors], [31, []]);
      assert.ok(started.includes('rescue'));
    });

    it('loses that file, says so, and finishes', async () => {
      const root = makeTree({ ...manyFiles(30), [fatalName]: closed });
      const { service } = rig();
      const result = await scan(service, root);
      assert.deepEqual(names(result, root), Object.keys(manyFiles(30)));
      assert.deepEqual(
        result.errors.map(({ file }) => file),
        [join(root, fatalName)],
      );
      assert.match(result.errors[0]?.message ?? '', /^could not be analysed: /);
      assert.equal(result.stats.files, 31);
    });

    it('rejects the question about an open document, logs it, and answers the next', async () => {
      const { service, lines, started } = rig();
      service.setDocument('/x/fatal.ts', closed, 1);
      service.setDocument('/x/a.ts', closed, 1);
      await assert.rejects(service.analyze('/x/fatal.ts'), Error);
      assert.equal((await service.analyze('/x/a.ts'))?.analysis.callSites.length, 1);
      assert.deepEqual(started, ['interactive', 'interactive']);
      assert.notEqual(lines.length, 0);
    });
  });

  describe('open documents', () => {
    it('are analysed in the version that was set last', async () => {
      const { service } = rig();
      service.setDocument('/x/a.ts', closed, 1);
      const first = service.analyze('/x/a.ts');
      service.setDocument('/x/a.ts', open, 2);
      const second = await service.analyze('/x/a.ts');
      assert.equal(await first, undefined);
      assert.deepEqual([second?.version, second?.analysis.callSites[0]?.vendor], [2, 'ollama']);
    });

    it('are analysed anew when opened again, although their versions repeat', async () => {
      const { service } = rig();
      service.setDocument('/x/a.ts', closed, 1);
      void service.analyze('/x/a.ts');
      service.closeDocument('/x/a.ts');
      service.setDocument('/x/a.ts', open, 1);
      assert.equal((await service.analyze('/x/a.ts'))?.analysis.callSites[0]?.vendor, 'ollama');
    });

    it('have no analysis once closed', async () => {
      const { service } = rig();
      service.setDocument('/x/a.ts', closed, 1);
      const pending = service.analyze('/x/a.ts');
      service.closeDocument('/x/a.ts');
      assert.equal(await pending, undefined);
      assert.equal(await service.analyze('/x/a.ts'), undefined);
    });

    it('are stale when what they import changes on disk, and only then', async () => {
      const root = makeTree({ 'client.ts': closed, 'other.ts': 'export {};\n' });
      const { service } = rig();
      const use = join(root, 'use.ts');
      service.setDocument(use, using, 1);
      assert.equal((await service.analyze(use))?.analysis.callSites[0]?.vendor, 'openai');
      writeFileSync(join(root, 'other.ts'), 'export const a = 1;\n');
      assert.deepEqual(await service.fileChanged(join(root, 'other.ts')), []);
      writeFileSync(join(root, 'client.ts'), open);
      assert.deepEqual(await service.fileChanged(join(root, 'client.ts')), [use]);
      assert.equal((await service.analyze(use))?.analysis.callSites[0]?.vendor, 'ollama');
    });

    it('are stale when an environment file appears, changes and goes', async () => {
      const root = makeTree({});
      const { service } = rig();
      const file = join(root, 'a.ts');
      const environment = join(root, '.env');
      const vendor = async (): Promise<string | undefined> => (await service.analyze(file))?.analysis.callSites[0]?.vendor;
      service.setDocument(file, closed, 1);
      assert.equal(await vendor(), 'openai');
      writeFileSync(environment, 'OPENAI_BASE_URL=http://localhost:11434/v1\n');
      assert.deepEqual(await service.fileChanged(environment), [file]);
      assert.equal(await vendor(), 'ollama');
      writeFileSync(environment, 'OPENAI_BASE_URL=https://api.groq.com/openai/v1\n');
      assert.deepEqual(await service.fileChanged(environment), [file]);
      assert.equal(await vendor(), 'groq');
      service.setDocument(environment, 'OPENAI_BASE_URL=https://api.mistral.ai/v1\n', 1);
      assert.equal(await vendor(), 'mistral');
      service.closeDocument(environment);
      assert.equal(await vendor(), 'groq');
      rmSync(environment);
      assert.deepEqual(await service.fileChanged(environment), [file]);
      assert.equal(await vendor(), 'openai');
    });

    it('are stale when an import they could not find appears', async () => {
      const root = makeTree({});
      const { service } = rig();
      const use = join(root, 'use.ts');
      service.setDocument(use, using, 1);
      assert.deepEqual((await service.analyze(use))?.analysis.callSites, []);
      writeFileSync(join(root, 'client.ts'), closed);
      assert.deepEqual(await service.fileChanged(join(root, 'client.ts')), [use]);
      assert.equal((await service.analyze(use))?.analysis.callSites.length, 1);
    });
  });

  it('answers nothing after it was closed', async () => {
    const { service } = rig();
    service.setDocument('/x/a.ts', closed, 1);
    await service.analyze('/x/a.ts');
    await service.dispose();
    await assert.rejects(service.plan({ files: [], target: 'ollama', style: 'environment' }), Error);
    assert.equal((await scan(service, makeTree(manyFiles(2)))).cancelled, true);
  });
});
