import { rowAfterKey } from '../rowKeys';

/** Moves the focus among the rows of a list, which are one stop of the tab key. For a listener at the list, `row` selects their buttons. */
export function moveBetweenRows(event: KeyboardEvent, row: string): void {
  const list = event.currentTarget as HTMLElement;
  const buttons = [...list.querySelectorAll<HTMLButtonElement>(row)];
  const target = rowAfterKey(event.key, buttons.indexOf(event.target as HTMLButtonElement), buttons.length);
  if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  buttons[target]?.focus();
}
