import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { settingNames, type Operation, type SdkDescription, type Shape, type Slot } from '../../src/core/match/description';
import { parseSlot } from '../../src/core/match/slots';
import { sdkPage } from '../../scripts/docs/sdks';
import { expectedIn, fixtureName, foundIn } from './sdkFixture';

const root = join(__dirname, '..', 'fixtures');
const folders = ['sdks', 'frameworks', 'python', 'shell'].filter((folder) => readdirSync(root).includes(folder));
const fixtures = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => ({ name, path: join(root, folder, name) })));
const catalog = loadCatalog();
const { sdks } = catalog;
/** The endings of fixtures by language. */
const endings: Readonly<Record<SdkDescription['language'], RegExp>> = { javascript: /^\.(?!py|sh)/, python: /^\.py$/, shell: /^\.sh$/ };

describe('SDK fixtures', () => {
  for (const { name, path } of fixtures) {
    it(`finds exactly the call sites that ${name} names`, () => {
      const text = readFileSync(path, 'utf8');
      const expected = expectedIn(text);
      assert.ok(expected.size > 0, 'the fixture expects nothing');
      assert.deepEqual([...foundIn(catalog, `/fixture/${name}`, text)], [...expected]);
    });
  }
});

describe('SDK descriptions', () => {
  it('have ids of their own', () => {
    const ids = catalog.sdks.map((sdk) => `${sdk.language} ${sdk.id}`);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });

  it('have a row in docs/sdks.md', () => {
    assert.equal(readFileSync(join(__dirname, '..', '..', 'docs', 'sdks.md'), 'utf8'), sdkPage(catalog), 'run `npm run docs`');
  });

  for (const sdk of sdks) {
    describe(`${sdk.language} ${sdk.id}`, () => {
      it('has a fixture', () => {
        const wanted = fixtureName(sdk.id);
        assert.ok(
          fixtures.some(({ name }) => name.slice(0, -extname(name).length) === wanted && endings[sdk.language].test(extname(name))),
          `the ${sdk.language} fixture ${wanted} is missing`,
        );
      });

      it('names shapes that exist', () => {
        assert.deepEqual(
          [...namedShapes(sdk)].filter((name) => !(name in sdk.shapes)),
          [],
        );
      });

      it('has no shape that nothing leads to', () => {
        const named = namedShapes(sdk);
        assert.deepEqual(
          Object.keys(sdk.shapes).filter((name) => !named.has(name)),
          [],
        );
      });

      it('has slots that can be read', () => {
        for (const slot of operationsOf(sdk).flatMap(slotsOf)) assert.doesNotThrow(() => parseSlot(slot));
      });

      it('names settings that exist', () => {
        const known: readonly string[] = settingNames;
        assert.deepEqual(
          operationsOf(sdk)
            .flatMap((operation) => Object.keys(operation.settings ?? {}))
            .filter((name) => !known.includes(name)),
          [],
        );
      });

      it('names vendors of the catalog', () => {
        const named = [
          sdk.vendor,
          ...operationsOf(sdk).flatMap((operation) => [
            operation.vendor,
            operation.defaultVendor,
            ...(operation.variants ?? []).map((variant) => variant.vendor),
          ]),
          ...Object.values(sdk.routing?.vendors ?? {}),
        ];
        assert.deepEqual(
          named.filter((vendor) => vendor !== null && vendor !== undefined && !catalog.vendors.has(vendor)),
          [],
        );
      });

      it('says where its facts come from', () => {
        assert.match(sdk.source, /^https:\/\/\S+$/);
        assert.notEqual(sdk.versions, '');
        assert.notEqual(sdk.packages.length + Object.keys(sdk.globals ?? {}).length + Number(sdk.unnamed !== undefined), 0);
      });
    });
  }
});

function shapesOf(sdk: SdkDescription): readonly Shape[] {
  return Object.values(sdk.shapes);
}

function operationsOf(sdk: SdkDescription): readonly Operation[] {
  return shapesOf(sdk)
    .flatMap((shape) => [shape.construct ?? [], shape.call ?? [], Object.values(shape.members ?? {})].flat())
    .flatMap((operation) => [operation, ...Object.values(operation.cases?.operations ?? {})]);
}

function namedShapes(sdk: SdkDescription): ReadonlySet<string> {
  const operations = operationsOf(sdk);
  return new Set([
    ...Object.values(sdk.exports),
    ...Object.values(sdk.globals ?? {}),
    ...shapesOf(sdk).flatMap((shape) => Object.values(shape.properties ?? {})),
    ...[...operations.map((operation) => operation.returns), ...operations.map((operation) => operation.requires)].flatMap((name) =>
      name === undefined || name.startsWith('@') ? [] : [name],
    ),
  ]);
}

function slotsOf(operation: Operation): readonly string[] {
  const slots: readonly (Slot | undefined)[] = [
    ...Object.values(operation.settings ?? {}),
    ...Object.values(operation.features ?? {}),
    operation.from,
    operation.pick?.name,
    operation.cases?.slot,
    ...(operation.variants ?? []).map((variant) => variant.present),
  ];
  return slots.flatMap((slot) => slot ?? []);
}
