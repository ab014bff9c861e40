type Container = Record<string, unknown> | unknown[];

/**
 * What {@link encode} wrote. JavaScript engines parse JSON several times faster than code that makes the same, and most of a large
 * table is never asked for.
 */
export function decode(text: string): unknown {
  return new Nodes(text.split('\n')).at(0);
}

class Nodes {
  readonly #made: unknown[] = [];

  constructor(private readonly lines: readonly string[]) {}

  at(line: number): unknown {
    let node = this.#made[line];
    if (node === undefined) {
      const text = this.lines[line] ?? '';
      const isPlain = text.startsWith('=');
      node = this.#made[line] = JSON.parse(isPlain ? text.slice(1) : text) as unknown;
      if (!isPlain && isContainer(node)) this.#resolve(node);
    }
    return node;
  }

  /** Puts nodes where numbers refer to them. Hot: runs over all that is asked for when a program starts. */
  #resolve(container: Container): void {
    if (Array.isArray(container)) {
      for (let index = 0; index < container.length; index++) {
        const child = container[index];
        if (typeof child === 'number') container[index] = this.at(child);
        else if (isContainer(child)) this.#resolve(child);
      }
    } else {
      for (const key in container) {
        const child = container[key];
        if (typeof child === 'number') {
          if (child < 0) this.#putOff(container, key, -child);
          else container[key] = this.at(child);
        } else if (isContainer(child)) this.#resolve(child);
      }
    }
  }

  /** Makes a member when it is first asked for; it is an ordinary one then. */
  #putOff(container: Container, key: string, line: number): void {
    Object.defineProperty(container, key, {
      configurable: true,
      get: () => {
        const value = this.at(line);
        Object.defineProperty(container, key, { configurable: true, enumerable: true, writable: true, value });
        return value;
      },
    });
  }
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}
