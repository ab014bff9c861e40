import { dirname, join } from 'node:path';

/** The project's own folder. */
export const projectFolder = dirname(dirname(__dirname));

/** Where what the tests and `npm start` set up is kept between runs; it may be deleted at any time. */
export const cacheFolder = join(projectFolder, '.vscode-test');
