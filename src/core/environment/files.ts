import { nameIn } from '../text/paths';

/**
 * Environment files that say where requests go while somebody works on the program, in the order in which tools read them: what a
 * later one sets counts. Examples say what could be, and are none.
 */
export const environmentFileNames = ['.env', '.env.local', '.env.development'] as const;

/** Names of files that show which variables a program reads; the usual one first. */
export const exampleFileNames = ['.env.example', '.env.sample', '.env.template', '.env.dist'] as const;

/** Whether a file is one that says where requests go, wherever it is. */
export function isEnvironmentFile(file: string): boolean {
  return (environmentFileNames as readonly string[]).includes(nameIn(file));
}
