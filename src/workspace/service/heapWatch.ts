import { constants, PerformanceObserver, type NodeGCPerformanceDetail, type PerformanceEntry } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

/** The share of the heap's limit, young generation included, that what is alive may take, and that all may take with garbage. */
const fullOfLife = 0.45;
const full = 0.65;

/** Below this share what is alive is not looked at: it can't be too much, and what tells of collections brings much of Node with it. */
const worthWatching = 0.3;

let alive = 0;
let observer: PerformanceObserver | undefined;

/**
 * Whether what is alive takes more of this thread's heap than is good. Known from the last full collection: what came since is
 * garbage for the most part, unless the heap nears its limit.
 */
export function isHeapFull(): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  if (used > limit * worthWatching) observer ??= watch();
  return alive > limit * fullOfLife || used > limit * full;
}

/** Forgets what was alive: most of it was let go of just now. */
export function heapWasFreed(): void {
  alive = 0;
}

function watch(): PerformanceObserver {
  const watching = new PerformanceObserver((list) => {
    if (list.getEntries().some(isFull)) alive = getHeapStatistics().used_heap_size;
  });
  watching.observe({ entryTypes: ['gc'] });
  return watching;
}

function isFull(entry: PerformanceEntry & { readonly detail?: unknown }): boolean {
  return (entry.detail as NodeGCPerformanceDetail | undefined)?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}
