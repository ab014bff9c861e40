import type * as vscode from 'vscode';
import type { TargetRow } from '../core/catalog/catalog';

/**
 * Keys of targets in VS Code's secret storage. A key belongs to a target at an address: were the address another, it would have to
 * be given anew, so that nothing can lead a key elsewhere.
 */
export class TargetKeys {
  constructor(private readonly secrets: vscode.SecretStorage) {}

  /** The key that was set; undefined for none. */
  get(target: TargetRow): Thenable<string | undefined> {
    return this.secrets.get(nameOf(target));
  }

  /** Keeps a key, or forgets it where it is empty. */
  async set(target: TargetRow, key: string): Promise<void> {
    if (key === '') await this.secrets.delete(nameOf(target));
    else await this.secrets.store(nameOf(target), key);
  }
}

function nameOf({ id, baseUrls }: TargetRow): string {
  return `openward.key ${id} ${baseUrls.openai ?? ''}`;
}
