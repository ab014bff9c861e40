/** Text of the workspace's code, or of the catalog, must not become markup. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()~<>|$&]/g, '\\$&');
}

/** An inline code span that holds any text. Line ends are shown as spaces. */
export function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return flat.includes('`') ? `${fence} ${flat} ${fence}` : `\`${flat}\``;
}

/** A link to a page; the text alone where the address is none. */
export function link(title: string, address: string): string {
  return /^https?:\/\/[^\s()<>]+$/.test(address) ? `[${plain(title)}](${address})` : plain(title);
}
