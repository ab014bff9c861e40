import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { NpmVsCode } from './npmVsCode';

/** Only this machine reaches the server. */
const host = '127.0.0.1';

/** How a VS Code server is started. */
export interface ServerOptions {
  /** Where settings, state and installed extensions are kept. */
  readonly dataFolder: string;
  /** The port that is taken if it is free; any free one otherwise. */
  readonly port?: number;
  /** What the server and the extension host find in their environment beside ours. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a page of the workbench opens. */
export interface WorkbenchTarget {
  /** A folder, or a `.code-workspace` file. */
  readonly workspace: string;
  /** A file to show. */
  readonly openFile?: string;
  /** The extension to load from its sources. */
  readonly extensionDevelopmentPath?: string;
  /** The script whose `run` the extension host calls before it ends. */
  readonly extensionTestsPath?: string;
}

/** A running VS Code server on this machine's loopback, on a port that was free. */
export class VsCodeServer {
  readonly #process: ChildProcess;
  readonly #port: number;
  readonly #token: string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;

  private constructor(process: ChildProcess, port: number, token: string) {
    this.#process = process;
    this.#port = port;
    this.#token = token;
    this.ended = once(process, 'exit').then(() => undefined);
  }

  /** Starts a server; rejects with what it printed when it does not come up. */
  static async start({ node, main }: NpmVsCode, { dataFolder, port: wanted = 0, env = {} }: ServerOptions): Promise<VsCodeServer> {
    const token = randomBytes(16).toString('hex');
    const port = (await isFree(wanted)) ? wanted : 0;
    const args = ['--host', host, '--port', String(port), '--connection-token', token, '--server-data-dir', dataFolder, ...settled];
    const child = spawn(node, [main, ...args], {
      env: { ...withoutOurOwn(process.env), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl+C reaches us, and we end the server with everything it started.
      detached: process.platform !== 'win32',
    });
    return new VsCodeServer(child, await portOf(child), token);
  }

  /** The address of a workbench page; it holds the token that lets the page in. */
  url({ workspace, openFile, extensionDevelopmentPath, extensionTestsPath }: WorkbenchTarget): string {
    const authority = `${host}:${String(this.#port)}`;
    const remote = (path: string): string => `vscode-remote://${authority}${urlPath(path)}`;
    const payload = [['skipWelcome', 'true']];
    if (openFile !== undefined) payload.push(['openFile', remote(openFile)]);
    if (extensionDevelopmentPath !== undefined) payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
    if (extensionTestsPath !== undefined) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
    const query = new URLSearchParams({ tkn: this.#token, payload: JSON.stringify(payload) });
    query.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', urlPath(workspace));
    return `http://${authority}/?${query.toString()}`;
  }

  /** Ends the server and everything it started. */
  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) {
      this.#kill('SIGTERM');
      const timer = setTimeout(() => this.#kill('SIGKILL'), 5_000);
      await this.ended;
      clearTimeout(timer);
    }
    // The extension host may outlive the server for a moment.
    this.#kill('SIGKILL');
  }

  #kill(signal: NodeJS.Signals): void {
    const { pid } = this.#process;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, signal);
    } catch {
      // It has ended.
    }
  }
}

/** What never changes: nothing leaves this machine, nobody is asked anything. */
const settled = [
  '--accept-server-license-terms',
  '--disable-workspace-trust',
  '--telemetry-level',
  'off',
  // Without it a built VS Code passes over the extension that is to be loaded from its sources.
  '--enable-smoke-test-driver',
];

/** A VS Code that we were started from must not be taken for the parent of this one. */
function withoutOurOwn(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)));
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (line: string): void => {
      printed += `${line}\n`;
      const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    // Reading goes on after the port is known, so that the server never waits for us.
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on('line', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`VS Code's server did not start:\n${printed}`)));
  });
}

/** A path as URLs have it: forward slashes, and one before a drive letter. */
function urlPath(path: string): string {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
