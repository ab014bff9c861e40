/** A text of the same length and the same lines that says nothing. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
