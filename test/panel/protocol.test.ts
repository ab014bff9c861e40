import assert from 'node:assert/strict';
import { protocolVersion, readToExtension, readToPanel } from '../../src/panel/protocol';
import { SequenceGate } from '../../src/panel/sequenceGate';
import { readSaved } from '../../src/panel/storage';
import { initialView } from '../../src/panel/view';
import { never, results } from './harness/states';

describe('panel: protocol', () => {
  for (const type of ['ready', 'scan', 'cancelScan', 'openFolder', 'chooseTarget', 'showLog']) {
    it(`reads ${type}`, () => assert.deepEqual(readToExtension({ type, more: 1 }), { type }));
  }

  it('reads openFile with its file', () =>
    assert.deepEqual(readToExtension({ type: 'openFile', file: '/a' }), { type: 'openFile', file: '/a' }));

  it('reads openRetirement with its id', () =>
    assert.deepEqual(readToExtension({ type: 'openRetirement', id: 'a' }), { type: 'openRetirement', id: 'a' }));

  for (const value of [
    null,
    undefined,
    'scan',
    7,
    [],
    {},
    { type: 1 },
    { type: 'delete' },
    { type: 'openFile' },
    { type: 'openFile', file: 3 },
    { type: 'openRetirement' },
    { type: 'openRetirement', id: {} },
  ]) {
    it(`turns ${JSON.stringify(value)} away`, () => assert.equal(readToExtension(value), undefined));
  }

  for (const value of [
    null,
    {},
    { type: 'state' },
    { type: 'state', sequence: '1', state: never },
    { type: 'state', sequence: 1, state: null },
  ]) {
    it(`the panel turns ${JSON.stringify(value).slice(0, 60)} away`, () => assert.equal(readToPanel(value), undefined));
  }

  it('the panel reads a state', () => assert.equal(readToPanel({ type: 'state', sequence: 0, state: never })?.state, never));

  it('lets only newer states through', () => {
    const gate = new SequenceGate();
    const passed = [0, 1, 1, 5, 3, 6].filter((sequence) => gate.accepts({ type: 'state', sequence, state: never }));
    assert.deepEqual(passed, [0, 1, 5, 6]);
  });
});

describe('panel: what is kept while it is hidden', () => {
  const saved = { version: protocolVersion, state: results, view: { ...initialView, allModels: true }, scrollTop: 40 };

  it('comes back', () => assert.deepEqual(readSaved(JSON.parse(JSON.stringify(saved))), saved));
  it('is dropped when another version saved it', () => assert.equal(readSaved({ ...saved, version: protocolVersion - 1 }), undefined));

  for (const value of [undefined, null, 'x', {}, { ...saved, view: undefined }, { ...saved, state: undefined }]) {
    it(`is dropped when it is ${JSON.stringify(value)}`, () => assert.equal(readSaved(value), undefined));
  }

  it('fills in what an older view lacks', () => assert.deepEqual(readSaved({ ...saved, view: { allModels: true } })?.view, saved.view));

  it('forgets a column that is gone', () => {
    const view = { ...initialView, sort: { column: 'gone', descending: true } };
    assert.deepEqual(readSaved({ ...saved, view })?.view, initialView);
  });
});
