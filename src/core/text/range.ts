/** A half-open span `[start, end)` of UTF-16 offsets into a file's text, 0-based. A byte order mark counts as one. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in one file. `file` is the opaque id under which the host knows the file (an absolute path for files on disk). */
export interface Location {
  readonly file: string;
  readonly range: TextRange;
}

/** True when `inner` lies within `outer`; equal ranges contain each other. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
