import { findBrowser } from './browser';
import { npmVsCode } from './npmVsCode';

/** Sets up what the tests need, so that they start at once: both VS Codes from npm and a browser. */
async function main(): Promise<void> {
  for (const engine of ['newest', 'minimum'] as const) {
    const { version, node } = await npmVsCode(engine);
    console.log(`VS Code ${version} from npm, run by ${node}`);
  }
  console.log(`Browser: ${(await findBrowser()).executablePath}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
