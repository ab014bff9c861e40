/** Ids of the commands, as the manifest declares them; a test compares both. */
export const commands = {
  scan: 'openward.scan',
  cancelScan: 'openward.cancelScan',
  rewrite: 'openward.rewrite',
  rewriteTo: 'openward.rewriteTo',
  fixFile: 'openward.fixFile',
  rewriteFolder: 'openward.rewriteFolder',
  rewriteWorkspace: 'openward.rewriteWorkspace',
  rewriteVendor: 'openward.rewriteVendor',
  chooseTarget: 'openward.chooseTarget',
  chooseModel: 'openward.chooseModel',
  checkTarget: 'openward.checkTarget',
  setTargetKey: 'openward.setTargetKey',
  accept: 'openward.accept',
  reveal: 'openward.reveal',
  showInPanel: 'openward.showInPanel',
  copyFingerprint: 'openward.copyFingerprint',
  showLog: 'openward.showLog',
  openSettings: 'openward.openSettings',
  refresh: 'openward.refresh',
} as const;

/** Commands that only other parts of the extension run; they are not in the manifest. */
export const internalCommands: ReadonlySet<string> = new Set([commands.reveal]);
