import type { CallSite, CallSiteKind } from '../callSite';

type Facts = Pick<CallSite, 'kind' | 'openness' | 'model' | 'portability' | 'portabilityReason' | 'inference' | 'endpoint'>;

const subjects: Readonly<Record<CallSiteKind, string>> = {
  client: 'This client sends to',
  'model-binding': 'This binds the program to',
  call: 'This call goes to',
  http: 'This request goes to',
};

/** One sentence or two for people: who receives the request, which model answers, and what to do. */
export function messageFor(facts: Facts, vendorName: string): string {
  const model = facts.model === null ? '' : ` (${facts.model})`;
  return `${subjects[facts.kind]} ${vendorName}${model}${whose(facts)}${read(facts)}. ${advice(facts)}`.trim();
}

function whose(facts: Facts): string {
  switch (facts.openness) {
    case 'closed':
      return facts.inference && facts.model !== null ? ', a closed model' : ', a closed vendor';
    case 'open-hosted':
      return ', which hosts open weights';
    case 'self-hosted':
      return ', on a server of your own';
    case 'unknown':
      return facts.endpoint.source === 'environment'
        ? ', at an address the environment decides'
        : '; the code does not decide whether its weights are open';
  }
}

/** Which variable of which environment file says so. */
function read({ endpoint: { variable, file } }: Facts): string {
  return variable === undefined || file === undefined
    ? ''
    : ` (${variable} in ${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)})`;
}

function advice(facts: Facts): string {
  switch (facts.portability) {
    case 'drop-in':
      return 'An open-weight endpoint can take its place: base URL, key and model change, the code stays.';
    case 'adapt':
      return `Moving it to open weights changes the code${facts.portabilityReason === undefined ? '' : `: ${facts.portabilityReason}`}.`;
    case 'locked':
      return `It cannot move as it is${facts.portabilityReason === undefined ? '' : `: ${facts.portabilityReason}`}.`;
    case 'none':
      return '';
  }
}
