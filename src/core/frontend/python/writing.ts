import type { Writing } from '../../facts/moduleFacts';

/** How Python is written. Call sites of Python are not rewritten yet; what is asked of this is asked for messages only. */
export const pythonWriting: Writing = {
  text: (value) => quoted(value, '"'),
  textLike: (original, value) => quoted(value, original.startsWith("'") ? "'" : '"'),
  variable: (name, fallback) => `os.environ.get("${name}"${fallback === null ? '' : `, ${fallback}`})`,
  variableStyle: null,
  usualVariableStyle: { source: 'process', brackets: true, prefix: '' },
  property: (name, value) => `${name}=${value}`,
  indent: '    ',
  lineBreak: '\n',
};

function quoted(value: string, quote: string): string {
  return quote + value.replace(quote === '"' ? /["\\]/g : /['\\]/g, '\\$&') + quote;
}
