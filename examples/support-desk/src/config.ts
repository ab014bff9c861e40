/** Settings of the desk, read once from the environment. */
export const config = {
  port: Number(process.env['PORT'] ?? 8080),
  company: process.env['COMPANY_NAME'] ?? 'Northwind Outfitters',
  /** Where the nightly summaries are written. */
  summaryFolder: process.env['SUMMARY_FOLDER'] ?? 'summaries',
} as const;
