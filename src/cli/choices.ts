/** Formats of `openward fix`. */
export const fixFormats = ['text', 'json'] as const;
/** Formats of `openward probe`. */
export const probeFormats = ['text', 'json'] as const;
/** Formats of `openward catalog`. */
export const catalogFormats = ['text', 'json'] as const;
