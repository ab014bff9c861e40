import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './support';

/*
 * Tests of what follows changes on disk wait until VS Code has told of each change they make. It tells nothing of a file that is made and
 * deleted between two of its reports, and a report of an earlier test's file may be taken for one of a new file of the same name.
 */

/** Milliseconds after which a file is written again of which VS Code told nothing: it may begin to watch a folder after its first files. */
const patience = 1000;

/** Writes a file and waits until VS Code tells of it. */
export async function writeTold(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  const write = (): Thenable<void> => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const watcher = watcherOf(uri);
  const events = new vscode.EventEmitter<void>();
  let told = false;
  const tell = (): void => {
    told = true;
    events.fire();
  };
  const again = setInterval(() => void write(), patience);
  try {
    watcher.onDidCreate(tell);
    watcher.onDidChange(tell);
    await write();
    await until(`VS Code to tell that ${uri.fsPath} was written`, events.event, () => told);
  } finally {
    clearInterval(again);
    vscode.Disposable.from(watcher, events).dispose();
  }
  return uri;
}

/** Deletes a file or folder that VS Code has told of, and waits until it tells that it is gone. */
export async function deleteTold(uri: vscode.Uri): Promise<void> {
  const watcher = watcherOf(uri);
  const events = new vscode.EventEmitter<void>();
  let told = false;
  watcher.onDidDelete(() => {
    told = true;
    events.fire();
  });
  try {
    await vscode.workspace.fs.delete(uri, { recursive: true });
    await until(`VS Code to tell that ${uri.fsPath} was deleted`, events.event, () => told);
  } finally {
    vscode.Disposable.from(watcher, events).dispose();
  }
}

/** Makes a folder and waits until VS Code tells of files in it. */
export async function watched(folder: vscode.Uri): Promise<void> {
  await writeTold(vscode.Uri.joinPath(folder, 'probe.txt'), 'Is it told that this is here?');
}

function watcherOf(uri: vscode.Uri): vscode.FileSystemWatcher {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  assert.ok(folder);
  return vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, vscode.workspace.asRelativePath(uri, false)));
}
