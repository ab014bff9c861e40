import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, openward } from './support';

describe('activation', () => {
  it('registers every command it declares', async () => {
    await openward();
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) assert.ok(registered.has(command), command);
  });

  it('loads neither parser nor compiler into the extension host', async () => {
    await openward();
    const loaded = Object.keys(require.cache).filter((file) => /node_modules[\\/](typescript|@typescript-eslint)[\\/]/.test(file));
    assert.deepEqual(loaded, []);
  });
});
