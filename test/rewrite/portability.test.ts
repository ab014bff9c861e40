import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import type { Portability } from '../../src/core/callSite';
import { createEngine } from '../../src/core/createEngine';
import { isOffered } from '../../src/core/rewrite/obstacles/obstacles';
import { MemoryHost } from '../support/memoryHost';
import { readRewriteFixture } from './rewriteFixture';

const folder = join(__dirname, '..', 'fixtures', 'rewrite');
const catalog = loadCatalog();
const targets = [...catalog.targets.keys()];

/**
 * Why a call site that is `drop-in` by what it asks for can still stay: something about its client, its neighbours or the way
 * the code is written. Everything else must show in its portability.
 */
const aboutTheCode: readonly RegExp[] = [
  /, and it (?:shares its client with this call|goes through this client)$/,
  /, and (?:it can build on what is answered here|this model can be asked there|its answers are among the messages here)$/,
  /^its client is made out of sight, and with it the base URL$/,
  /^its base URL comes from elsewhere and is not decided here$/,
  /^its base URL can come from elsewhere as well$/,
  /^its base URL is given apart from the client$/,
  /^the client is handed to `.+`, whose requests are not seen here \(.+\)$/,
  /^it signs in by `\w+`, which only the vendor knows$/,
  /^its `(?:defaultHeaders|default_headers)` carry a key in `.+`$/,
  /^its `\w+` is not an object literal in sight$/,
  /^what is spread into its options can hold `\w+` as well$/,
  /^`\w+` is in one of several mappings that are spread into its options$/,
  /^not all of its options are given by name$/,
  /^its options are used elsewhere too \(.+\)$/,
  /^its options stand in .+\.json, where no code can stand$/,
  /^`\w+` is assigned after the options were made$/,
  /^`.+` has no known counterpart elsewhere \(.+\)$/,
  /^.+ has a syntax error, and edits around it could go wrong$/,
  /^`.+` is sent to models of different kinds$/,
  /^the declared type of its model `.+` \(.+\) may not take another id$/,
  /^its option `\w+` is not known to mean the same to other (?:providers' )?models$/,
  /^its model `.+` \(.+\) is used elsewhere too \(.+\)$/,
  /^its model, whose name says who is asked, can come from elsewhere$/,
  /^options are spread into its model, and nothing shows which$/,
  /^calls can choose its model by names that `\w+` makes$/,
  /^a call chooses another provider than the model has$/,
  /^it is given neither a model nor options$/,
  /^its model `.+` is the SDK's own choice, or named in a way that is not rewritten$/,
];

/** What became of a call site, whatever the target. */
interface Fate {
  readonly where: string;
  readonly portability: Portability;
  readonly surface: string | null;
  readonly moves: boolean;
  /** One refusal for each target that it does not move to. */
  readonly reasons: readonly string[];
}

const fates = readdirSync(folder).flatMap((name) => fatesOf(name, readRewriteFixture(join(folder, name)).before));
/** Those of the fixtures of all descriptions: every SDK with every surface it has. */
const described = ['sdks', 'python', 'frameworks'].flatMap((each) =>
  readdirSync(join(folder, '..', each))
    .filter((name) => /\.\w+$/.test(name))
    .flatMap((name) => fatesOf(`${each}/${name}`, { [name]: readFileSync(join(folder, '..', each, name), 'utf8') })),
);

function fatesOf(name: string, before: Readonly<Record<string, string>>): Fate[] {
  const engine = createEngine(catalog, new MemoryHost(before));
  const files = Object.keys(before);
  const plans = targets.map((target) => engine.plan({ files, related: [], target, style: 'environment' }));
  return files.flatMap((file) =>
    engine
      .analyze(file)
      .callSites.filter(({ openness }) => openness === 'closed')
      .map(({ fingerprint, portability, message, surface }) => ({
        where: `${name} ${file}: ${message}`,
        portability,
        surface,
        moves: plans.some(({ moved }) => moved.some((each) => each.file === file && each.fingerprint === fingerprint)),
        reasons: plans
          .flatMap(({ refused }) => refused.filter((each) => each.file === file && each.fingerprint === fingerprint))
          .map(({ reason }) => reason),
      })),
  );
}

describe('portability is what the planner does', () => {
  it('drop-in: moves to a target, or stays for what the code around it is', () => {
    const wrong = fates.filter(
      ({ portability, moves, reasons }) =>
        portability === 'drop-in' && !moves && !reasons.some((reason) => aboutTheCode.some((form) => form.test(reason))),
    );
    assert.deepEqual(wrong, []);
  });

  it('adapt: moves to a target, or each says why', () => {
    const own = fates.filter(({ portability }) => portability === 'adapt');
    const wrong = own.filter(({ moves, reasons }) => !moves && reasons.length !== targets.length);
    assert.deepEqual(wrong, []);
    assert.ok(own.some(({ moves }) => moves) && own.some(({ moves }) => !moves));
  });

  it('locked: moves to no target, and each says why', () => {
    const own = fates.filter(({ portability }) => portability === 'locked');
    const wrong = own.filter(({ moves, reasons }) => moves || reasons.length !== targets.length);
    assert.deepEqual(wrong, []);
    assert.ok(own.length > 0, 'no fixture is locked');
  });

  it('every reason to stay in spite of it is met with', () => {
    const reasons = fates.filter(({ portability }) => portability === 'drop-in').flatMap((fate) => fate.reasons);
    assert.deepEqual(
      aboutTheCode.filter((form) => !reasons.some((reason) => form.test(reason))),
      [],
    );
  });

  describe('of every description', () => {
    it('locked: moves to no target', () => {
      assert.deepEqual(
        described.filter(({ portability, moves }) => portability === 'locked' && moves),
        [],
      );
    });

    it('adapt: moves to a target, or each says why and some target has what code could be led to by hand', () => {
      const own = described.filter(({ portability, moves }) => portability === 'adapt' && !moves);
      assert.deepEqual(
        own.filter(({ reasons, surface }) => reasons.length < targets.length || (surface !== null && !isOffered(catalog, surface))),
        [],
      );
      assert.ok(own.length > 100);
    });

    it('drop-in: moves to a target, or stays for what the code around it is', () => {
      const own = described.filter(({ portability }) => portability === 'drop-in');
      // These files hold every way to write a thing, and some of what stays keeps the rest of its file from being proven.
      const forms = [
        ...aboutTheCode,
        /^its provider is not imported by name in this file$/,
        /^reading the code again after the edit does not show it going to the target$/,
      ];
      assert.deepEqual(
        own.filter(({ moves, reasons }) => !moves && !reasons.some((reason) => forms.some((form) => form.test(reason)))),
        [],
      );
      assert.ok(own.length > 20);
    });
  });
});
