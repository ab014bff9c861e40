/** Who runs a cell that begins with a `%%` magic. */
export type CellRunner = 'own' | 'shell' | 'other';

/** Cell magics under which the notebook's own language runs: IPython's and those of widespread extensions. */
const own: ReadonlySet<string> = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'debug',
  'python',
  'python2',
  'python3',
  'pypy',
  'px',
  'memit',
  'mprun',
  'lprun',
  'heat',
  'scalene',
  'snakeviz',
  'pyinstrument',
  'ipytest',
  'run_pytest',
  'wandb',
  'notify',
  'chime',
]);
const shells: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'shell', 'sx', 'system', '!']);

/** The first line of a cell when it is a magic: `%%bash --out x`. */
const firstLine = /^\s*%%(!|[\w.]+)([^\r\n]*)/;

/** Reads a cell's magic; null where it has none. `end` is the offset at which its line ends. What is not known to run Python does not. */
export function cellMagic(text: string): { readonly runner: CellRunner; readonly end: number } | null {
  const match = firstLine.exec(text);
  if (!match) return null;
  const name = (match[1] ?? '').toLowerCase();
  // `%%script bash` names the program that runs the cell.
  const program = name === 'script' ? (/^\s*(?:--\S+\s+(?:\w+\s+)?)*(?:\S*\/)?([\w.]+)/.exec(match[2] ?? '')?.[1] ?? '') : name;
  const runner = own.has(program) || /^python[\d.]*$/.test(program) ? 'own' : shells.has(program) ? 'shell' : 'other';
  return { runner, end: match[0].length };
}
