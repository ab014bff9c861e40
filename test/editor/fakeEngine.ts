import type { FileAnalysis } from '../../src/core/callSite';
import type { PlanRequest, RewritePlan } from '../../src/core/rewrite/plan';
import type { DocumentAnalysis, EngineService, ScanProgress, ScanRequest, ScanResult } from '../../src/workspace/service/engineService';
import { analysisOf, siteOf } from './samples';

/** An engine whose answers a test gives by hand, to see what the editor does when they come late or not at all. */
export class FakeEngine implements EngineService {
  readonly texts = new Map<string, { text: string; version: number }>();
  readonly asked: string[] = [];
  /** Dependencies reported by file. */
  readonly dependencies = new Map<string, readonly string[]>();
  plans: RewritePlan[] = [];
  #gate: Promise<void> = Promise.resolve();

  /** Holds every analysis back until the returned function is called. */
  hold(): () => void {
    let open: () => void = () => undefined;
    this.#gate = new Promise((resolve) => (open = resolve));
    return open;
  }

  setDocument(file: string, text: string, version: number): void {
    this.texts.set(file, { text, version });
  }

  closeDocument(file: string): void {
    this.texts.delete(file);
  }

  fileChanged(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  async analyze(file: string): Promise<DocumentAnalysis | undefined> {
    const asked = this.texts.get(file);
    this.asked.push(file);
    await this.#gate;
    if (!asked || this.texts.get(file) !== asked) return undefined;
    return { version: asked.version, analysis: this.#analysis(file, asked.text) };
  }

  plan(request: PlanRequest): Promise<RewritePlan> {
    const plan = this.plans.shift();
    return plan ? Promise.resolve(plan) : Promise.reject(new Error(`no plan for ${JSON.stringify(request)}`));
  }

  setOverrides(): void {
    this.texts.clear();
  }

  scan(request: ScanRequest, onProgress: (progress: ScanProgress) => void): Promise<ScanResult> {
    onProgress({ files: request.roots.length, total: request.roots.length, callSites: 0 });
    return Promise.resolve({ files: [], errors: [], stats: { files: 0, parsed: 0, bytes: 0, milliseconds: 0 }, cancelled: false });
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  /** Every word `call` is a call site. */
  #analysis(file: string, text: string): FileAnalysis {
    const sites = [...text.matchAll(/\bcall\b/g)].map((match, index) =>
      siteOf(file, String(index), { range: { start: match.index, end: match.index + match[0].length } }),
    );
    return { ...analysisOf(file, sites), dependencies: this.dependencies.get(file) ?? [] };
  }
}
