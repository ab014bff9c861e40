import assert from 'node:assert/strict';
import { SitePacker, unpackSite, type PackedSite, type Said } from '../../../src/workspace/cache/packedSites';

const said = { vendor: 'openai', message: 'A call.', endpoint: { url: null, source: 'unknown' } };
const cell = { index: 2, line: 3, range: { start: 4, end: 9 } };
const at = (file: string, start: number): { readonly file: string; readonly range: { readonly start: number; readonly end: number } } => ({
  file,
  range: { start, end: start + 5 },
});

const sites = [
  { ...said, ...at('/a.ts', 10), fingerprint: '1' },
  { ...said, ...at('/a.ts', 20), fingerprint: '2', modelAt: at('/a.ts', 30) },
  { ...said, ...at('/a.ts', 40), fingerprint: '3', modelAt: at('/b.ts', 50), cell },
  { ...said, ...at('/a.ts', 60), fingerprint: '4', modelAt: { ...at('/b.ts', 70), cell } },
  { ...said, ...at('/a.ts', 80), fingerprint: '5', cell, vendor: 'groq', reason: 'reviewed' },
];

describe('Findings that are kept', () => {
  it('are the same when they are read back, and what is said of several is kept once', () => {
    const paths: string[] = [];
    const packer = new SitePacker((path) => (paths.includes(path) ? paths.indexOf(path) : paths.push(path) - 1));
    const packed = sites.map((site) => packer.pack(site));
    const kept = JSON.stringify({ packed, said: packer.said });
    const read = JSON.parse(kept) as { readonly packed: readonly PackedSite<(typeof sites)[number]>[]; readonly said: Said };
    assert.deepEqual(
      read.packed.map((each) => unpackSite('/a.ts', each, read.said, (number) => paths[number] ?? '')),
      sites,
    );
    assert.equal(read.said.length, 2);
  });
});
