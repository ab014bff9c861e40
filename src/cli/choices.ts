/** Formats of `openward fix`. */
export const fixFormats = ['text', 'json'] as const;
/** How rewritten code comes by its endpoint. */
export const endpointStyles = ['environment', 'literal'] as const;
/** Formats of `openward probe`. */
export const probeFormats = ['text', 'json'] as const;
/** Formats of `openward catalog`. */
export const catalogFormats = ['text', 'json'] as const;
