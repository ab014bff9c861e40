import assert from 'node:assert/strict';
import { join } from 'node:path';
import { systemCacheFolder } from '../../../src/workspace/cache/cacheFolder';

type Case = readonly [platform: NodeJS.Platform, variables: Readonly<Record<string, string>>, folder: string | undefined];

const cases: readonly Case[] = [
  ['linux', { HOME: '/home/a' }, join('/home/a', '.cache', 'openward')],
  ['linux', { HOME: '/home/a', XDG_CACHE_HOME: '/var/x' }, join('/var/x', 'openward')],
  ['linux', { HOME: '/home/a', XDG_CACHE_HOME: 'x' }, join('/home/a', '.cache', 'openward')],
  ['linux', { HOME: '' }, undefined],
  ['linux', { HOME: 'not/absolute' }, undefined],
  ['linux', {}, undefined],
  ['darwin', { HOME: '/Users/a', XDG_CACHE_HOME: '/var/x' }, join('/Users/a', 'Library', 'Caches', 'openward')],
  ['darwin', {}, undefined],
  ['win32', { LOCALAPPDATA: '/local', HOME: '/home/a' }, join('/local', 'openward')],
  ['win32', { HOME: '/home/a' }, undefined],
];

describe('The folder for caches', () => {
  for (const [platform, variables, folder] of cases) {
    it(`on ${platform} with ${JSON.stringify(variables)} is ${folder ?? 'nowhere'}`, () => {
      assert.equal(systemCacheFolder(variables, platform), folder);
    });
  }
});
