import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { loadCatalog } from '../../src/catalog';
import { customTarget } from '../../src/core/catalog/overrides';
import { commands, internalCommands } from '../../src/editor/commandIds';
import { supportedLanguages } from '../../src/editor/languages';
import { configurationPlaces, defaultTarget, severityNames } from '../../src/editor/settings';
import { extensionId } from './support';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly enum?: readonly string[]; readonly default?: unknown }>>;
    };
  };
}

describe('manifest', () => {
  const root = vscode.extensions.getExtension(extensionId)?.extensionPath ?? '';
  const text = readFileSync(path.join(root, 'package.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const properties = manifest.contributes.configuration.properties;

  it('offers the targets of the catalog', () => {
    assert.deepEqual(properties['openward.target']?.enum, [...loadCatalog().targets.keys(), customTarget]);
    assert.equal(properties['openward.target'].default, defaultTarget);
  });

  it('offers the severities that the code knows', () => {
    assert.deepEqual(properties['openward.severity']?.enum, [...severityNames]);
  });

  it('offers the places of configuration that the code knows', () => {
    assert.deepEqual(properties['openward.configuration']?.enum, [...configurationPlaces]);
  });

  it('declares every command', () => {
    const declared = manifest.contributes.commands.map(({ command }) => command).sort();
    const known = Object.values(commands).filter((command) => !internalCommands.has(command));
    assert.deepEqual(declared, known.sort());
  });

  it('activates by the languages that are analysed', () => {
    assert.deepEqual(
      manifest.activationEvents,
      Object.keys(supportedLanguages).map((language) => `onLanguage:${language}`),
    );
  });

  it('names every text in package.nls.json, and no other', () => {
    const used = new Set([...text.matchAll(/%([\w.]+)%/g)].map((match) => match[1]));
    const defined = Object.keys(JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as object);
    assert.deepEqual([...used].sort(), defined.sort());
  });

  it('links only to commands and files that exist', () => {
    const texts = readFileSync(path.join(root, 'package.nls.json'), 'utf8');
    const declared = new Set(manifest.contributes.commands.map(({ command }) => command));
    const linked = [...texts.matchAll(/command:(openward\.[\w.]+)/g)].map((match) => match[1] ?? '');
    for (const command of linked) assert.ok(declared.has(command) || command === 'openward.callSites.focus', command);
    for (const [, file] of text.matchAll(/"(media\/[^"]+)"/g)) assert.ok(readFileSync(path.join(root, file ?? '')).length > 0, file);
  });
});
