import { format } from 'node:util';

/** What VS Code's own parts say in the same stream as the tests. */
const ownWords = /^(%c|\[|Creating a socket|Resolv(ing|ed) connection token|Updating additional|Creation of workbench contribution)/;

/**
 * The console of the extension host: what the tests print is passed on at once. Errors are kept back and shown when the tests
 * fail, because a VS Code without a network has many that mean nothing.
 */
export class ExtensionHostConsole {
  readonly #errors: string[] = [];

  /** Takes a line as VS Code's test driver reports it. */
  add(type: string, args: readonly unknown[]): void {
    const text = format(...args);
    if (type === 'error' || type === 'warn') this.#errors.push(text);
    else if (!ownWords.test(text)) console.log(text);
  }

  /** Shows what was kept back. */
  showErrors(): void {
    if (this.#errors.length > 0) console.error(`\nErrors of the extension host:\n${this.#errors.join('\n')}`);
  }
}
