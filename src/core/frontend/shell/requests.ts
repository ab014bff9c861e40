import type { Command, Word } from './syntax';

/** What a command line says of the request it sends. */
export interface Request {
  /** The program's name, where it stands. */
  readonly program: Word;
  readonly name: string;
  readonly url: Word | null;
  /** Upper case; null where no option names it. */
  readonly method: string | null;
  readonly headers: readonly Word[];
  /** What is sent, as written. */
  readonly data: readonly Word[];
  /** Fields of a form. */
  readonly form: readonly Word[];
  /** True where the data go into the address. */
  readonly asQuery: boolean;
}

type Meaning = 'url' | 'method' | 'header' | 'data' | 'form' | 'value' | 'query';

/** The options of a program by what they mean; `value` is any that is followed by one and says nothing of the request. */
interface Program {
  readonly short: Readonly<Record<string, Meaning>>;
  readonly long: Readonly<Record<string, Meaning>>;
}

const meaning = (kind: Meaning, names: readonly string[]): Record<string, Meaning> => Object.fromEntries(names.map((name) => [name, kind]));
const words = (text: string): readonly string[] => text.split(' ');

/** Programs that send requests: curl 8.17 (https://curl.se/docs/manpage.html), Wget 1.25 (https://www.gnu.org/software/wget/manual/). */
const programs: Readonly<Record<string, Program>> = {
  curl: {
    short: {
      ...meaning('value', words('A b c C D e E K m o P Q r t u U w x y Y z')),
      ...meaning('data', ['d']),
      ...meaning('form', ['F']),
      ...meaning('header', ['H']),
      ...meaning('method', ['X']),
      ...meaning('query', ['G']),
      ...meaning('data', ['T']),
    },
    long: {
      ...meaning('url', ['url']),
      ...meaning('method', ['request']),
      ...meaning('header', ['header']),
      ...meaning('data', words('data data-ascii data-binary data-raw data-urlencode json upload-file')),
      ...meaning('form', ['form', 'form-string']),
      ...meaning('query', ['get']),
      ...meaning(
        'value',
        words(
          'aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to continue-at cookie cookie-jar dump-header interface key key-type limit-rate local-port max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir pass proxy proxy-header proxy-user range rate referer resolve retry retry-delay retry-max-time socks5 socks5-hostname speed-limit speed-time stderr tls-max trace trace-ascii unix-socket user user-agent variable write-out',
        ),
      ),
    },
  },
  wget: {
    short: meaning('value', words('a A B D e i l n o O P Q R t T U w X')),
    long: {
      ...meaning('method', ['method']),
      ...meaning('header', ['header']),
      ...meaning('data', ['post-data', 'body-data', 'post-file', 'body-file']),
      ...meaning(
        'value',
        words(
          'output-document output-file directory-prefix user password http-user http-password user-agent referer timeout tries wait limit-rate ca-certificate certificate private-key input-file',
        ),
      ),
    },
  },
};

/** Words before a command that leave it one: keywords, and programs that run another. */
const before: ReadonlySet<string> = new Set(words('if then else elif while until do ! { time exec'));
const runners: ReadonlySet<string> = new Set(words('sudo env nohup command timeout xargs watch nice eval docker podman kubectl'));
const assignment = /^\w+=/;

/** The request that a command sends; null for commands that send none. */
export function requestOf(command: Command): Request | null {
  const first = command.words.findIndex(({ text }) => !before.has(text) && !assignment.test(text));
  const leader = command.words[first];
  if (!leader) return null;
  const at = runners.has(leader.text) ? command.words.findIndex((word, index) => index > first && programNamed(word) !== null) : first;
  const program = command.words[at];
  const name = program && programNamed(program);
  const options = name === undefined || name === null ? undefined : programs[name];
  return program && options && name !== undefined && name !== null ? readOptions(command, at, program, name, options) : null;
}

function programNamed({ text }: Word): string | null {
  const name = text.slice(text.lastIndexOf('/') + 1);
  return Object.hasOwn(programs, name) ? name : null;
}

function readOptions(command: Command, at: number, program: Word, name: string, options: Program): Request {
  const found: Record<Meaning, Word[]> = { url: [], method: [], header: [], data: [], form: [], value: [], query: [] };
  const rest = command.words.slice(at + 1);
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index];
    if (!word) break;
    const { text } = word;
    const long = /^--([\w-]+)(=)?/.exec(text);
    if (long) {
      const kind = lookUp(options.long, long[1] ?? '');
      if (kind === undefined) continue;
      if (kind === 'query') found.query.push(word);
      else if (long[2] !== undefined) found[kind].push({ ...word, text: text.slice(long[0].length) });
      else take(kind, ++index);
    } else if (/^-[^\d-]/.test(text)) {
      for (let place = 1; place < text.length; place++) {
        const kind = lookUp(options.short, text.charAt(place));
        if (kind === undefined) continue;
        if (kind === 'query') {
          found.query.push(word);
          continue;
        }
        const attached = text.slice(place + 1);
        if (attached === '') take(kind, ++index);
        else found[kind].push({ ...word, text: attached });
        break;
      }
    } else if (text !== '-') found.url.push(word);
  }
  return {
    program,
    name,
    url: found.url[0] ?? null,
    method: found.method.at(-1)?.text.toUpperCase() ?? null,
    headers: found.header,
    data: found.data.map((word) => (word.text === '@-' ? (command.input ?? word) : word)),
    form: found.form,
    asQuery: found.query.length > 0,
  };

  function take(kind: Meaning, index: number): void {
    const value = rest[index];
    if (value) found[kind].push(value);
  }
}

function lookUp(table: Readonly<Record<string, Meaning>>, name: string): Meaning | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
