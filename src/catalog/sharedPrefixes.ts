/**
 * First words of vendors' environment variables that many programs use for other things than models (`AWS_REGION`,
 * `GITHUB_API_URL`): a name that begins so does not tell that a model is meant.
 */
export const sharedVariablePrefixes: ReadonlySet<string> = new Set([
  'GOOGLE',
  'AWS',
  'AZURE',
  'GITHUB',
  'CLOUDFLARE',
  'META',
  'ORACLE',
  'NVIDIA',
  'VERCEL',
  'API',
]);
