import type * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { EngineService } from '../workspace/service/engineService';
import type { Calendar } from './calendar';
import type { DocumentWatcher } from './documentWatcher';
import type { FindingStore } from './findingStore';
import type { OwnCatalog } from './ownCatalog';
import type { Rewriter } from './rewriter';
import type { Scanner } from './scanner';
import type { TargetChecks } from './targetChecks';
import type { TargetKeys } from './targetKeys';
import type { CallSiteTree } from './tree';

/** What every surface of the editor is built from. */
export interface EditorServices {
  readonly engine: EngineService;
  readonly store: FindingStore;
  readonly documents: DocumentWatcher;
  readonly scanner: Scanner;
  readonly rewriter: Rewriter;
  readonly calendar: Calendar;
  /** The catalog, loaded at the first use: activation does not wait for it. */
  readonly catalog: () => Promise<Catalog>;
  /** Keys of targets, which only a check of a target reads. */
  readonly keys: TargetKeys;
  /** What the last checks of targets said. */
  readonly checks: TargetChecks;
  readonly log: vscode.LogOutputChannel;
}

/** What `activate` returns: the services and what no surface asks, for tests and for nothing else. */
export interface OpenwardApi extends EditorServices {
  readonly tree: CallSiteTree;
  readonly ownCatalog: OwnCatalog;
}
