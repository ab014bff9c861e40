import { ProbeError, type Answer } from './answer';

/** Where and how an endpoint is asked. */
export interface ProbeEndpoint {
  /** Of the OpenAI protocol, with `/v1`. */
  readonly baseUrl: string;
  readonly key: string | null;
  /** Milliseconds after which a request counts as not answered. */
  readonly timeout: number;
  /** Aborts what is under way; the reason is thrown. */
  readonly signal: AbortSignal;
}

/** Sends one request. Throws a {@link ProbeError} that names why there is no answer, or the signal's reason. */
export async function ask(endpoint: ProbeEndpoint, path: string, body: unknown): Promise<Answer> {
  const { baseUrl, key, timeout, signal } = endpoint;
  const url = `${baseUrl.replace(/\/+$/, '')}/${path}`;
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json, text/event-stream',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A key is for the address that was named, not for where that one leads to.
      redirect: 'manual',
      signal: AbortSignal.any([signal, limit]),
    });
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type')?.toLowerCase() ?? '', text, json: parsed(text) };
  } catch (error) {
    signal.throwIfAborted();
    throw new ProbeError(limit.aborted ? `${url} did not answer within ${timeout / 1000} s` : unreached(url, error));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Why nothing was reached, by the code that the system gives. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused; is the server running?',
  ENOTFOUND: 'no host of that name is known',
  EAI_AGAIN: 'the name of the host could not be looked up; is there a network?',
  ECONNRESET: 'the connection was closed before an answer came',
  UND_ERR_SOCKET: 'the connection was closed before an answer came',
  EHOSTUNREACH: 'the host can not be reached',
  ENETUNREACH: 'the host can not be reached',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an authority that is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority that is not known here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak https; is its address http://?',
};

function unreached(url: string, error: unknown): string {
  const code = codeOf(error);
  // The codes of the reader of HTTP, each of which names a rule.
  if (code?.startsWith('HPE_') === true) return `${url}: what answers does not speak HTTP`;
  return `${url}: ${(code === undefined ? undefined : reasons[code]) ?? `the request failed${code === undefined ? '' : ` (${code})`}`}`;
}

/** The system's code of a failed request: of its cause, or of the first of several tries. */
function codeOf(error: unknown): string | undefined {
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: readonly unknown[] };
  if (typeof code === 'string' && code !== '') return code;
  if (cause !== undefined && cause !== null) return codeOf(cause);
  return errors?.[0] === undefined ? undefined : codeOf(errors[0]);
}
