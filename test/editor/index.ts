import Mocha from 'mocha';

/** Runs the suite inside the VS Code that loaded it; rejects when a test fails. `OPENWARD_TEST_GREP` picks tests by name. */
export async function run(): Promise<void> {
  const grep = process.env['OPENWARD_TEST_GREP'];
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 2_000, color: false, ...(grep !== undefined && { grep }) });
  mocha.suite.emit('pre-require', globalThis, 'openward', mocha);
  await import('./manifest.test');
  await import('./findingStore.test');
  await import('./documentWatcher.test');
  await import('./convert.test');
  await import('./activation.test');
  await import('./diagnostics.test');
  await import('./retirement.test');
  await import('./hover.test');
  await import('./codeActions.test');
  await import('./accept.test');
  await import('./stale.test');
  await import('./tree.test');
  await import('./scan.test');
  await import('./configuration.test');
  await import('./ownCatalog.test');
  await import('./notebook.test');
  await import('./checkTarget.test');
  await import('./pickers.test');
  await import('./scopes.test');
  await import('./undo.test');
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
