/** Anything that is owned and must be let go. */
export interface Owned {
  dispose(): unknown;
}

/** Lets go of everything, last first. */
export function disposeAll(owned: readonly Owned[]): void {
  for (const item of [...owned].reverse()) item.dispose();
}
