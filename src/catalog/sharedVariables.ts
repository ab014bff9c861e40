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

/**
 * Vendors' environment variables that many programs use for other things than models: the vendor runs a cloud, a platform or a registry
 * whose general key or address it is. By itself such a name does not tell that a model is meant.
 */
export const sharedVariables: ReadonlySet<string> = new Set([
  'AWS_ENDPOINT_URL',
  'AZURE_API_KEY',
  'CLOUDFLARE_API_KEY',
  'CLOUDFLARE_API_TOKEN',
  'CF_API_TOKEN',
  'DATABRICKS_API_KEY',
  'DATABRICKS_HOST',
  'DATABRICKS_TOKEN',
  'DIGITALOCEAN_ACCESS_TOKEN',
  'GITHUB_API_BASE',
  'GITHUB_API_KEY',
  'GITHUB_TOKEN',
  'HF_ENDPOINT',
  'INFERENCE_API_KEY',
  'LAMBDA_API_KEY',
  'OVHCLOUD_API_KEY',
  'QINIU_API_KEY',
  'SCALEWAY_API_KEY',
  'SCW_SECRET_KEY',
  'SNOWFLAKE_API_BASE',
  'SNOWFLAKE_JWT',
  'STACKIT_API_KEY',
  'SYNTHETIC_API_KEY',
  'VERCEL_API_KEY',
  'VERCEL_OIDC_TOKEN',
  'VULTR_API_KEY',
  'WANDB_API_KEY',
]);

/**
 * Vendors' environment variables that hold for models and for other things of the vendor alike (maps, downloads). Such a name counts in
 * a file that tells of models in another way as well.
 */
export const doubtfulVariables: ReadonlySet<string> = new Set([
  'GOOGLE_API_KEY',
  'HF_TOKEN',
  'HUGGING_FACE_HUB_TOKEN',
  'LUMA_API_KEY',
  'NOVA_API_KEY',
]);
