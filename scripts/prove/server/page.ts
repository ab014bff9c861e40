import type { Proof } from '../proof';

/** `docs/proof-engine.md`. How often a program asks hangs on what the engine says, so it is not told. */
export function enginePage(proofs: readonly Proof[]): string {
  const proven = proofs.filter(({ refusal, faults }) => refusal === null && faults.length === 0).length;
  const refused = proofs.filter(({ refusal }) => refusal !== null).length;
  const rows = proofs.map(({ program, refusal, faults }) => {
    const what = refusal !== null ? `refused: ${refusal}` : faults.length > 0 ? 'FAILED' : 'answered';
    return `| ${program.id.replace(/, plain$/, '')} | ${what} |`;
  });
  return `# Rewrites against a real engine

<!-- Made by \`npm run prove:server\`. Do not edit. -->

The plain programs of \`test/fixtures/prove\` (see [proof.md](proof.md)), rewritten to llama.cpp and run against its own \`llama-server\`, with
every other connection denied and a model of half a megabyte that says nothing sensible. Answered means: the server took every request,
the SDK understood every answer, and what the program printed has the shape that it should have. Programs with pictures, or with a tool
that must be called, are left out: they need a model that can.

${proofs.length} programs: ${proven} answered, ${refused} refused, ${proofs.length - proven - refused} failed.

| Program | llama.cpp server |
| --- | --- |
${rows.join('\n')}
`;
}
