/** What names of files with kept results end in. */
export const keptScanEnding = '.scan';
