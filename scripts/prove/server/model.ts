import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes a model of half a megabyte in llama.cpp's format (GGUF, version 3) that says nothing sensible, but says it fast. All of its
 * weights are zero or one but those of the last step, so that every token has a fixed chance, whatever was asked: letters, spaces and
 * an end that comes soon; within a JSON schema closing quotes and brackets.
 * @param template file with the template by which messages become a text
 */
export function writeModel(file: string, template: string): void {
  const tokens = vocabulary();
  const size = { embedding: 64, feed: 128, heads: 4 };
  const tensors = tensorsOf(tokens, size);
  const metadata: readonly (readonly [string, Metadata])[] = [
    ['general.architecture', text('llama')],
    ['general.name', text('proof')],
    ['llama.context_length', number(8192)],
    ['llama.embedding_length', number(size.embedding)],
    ['llama.block_count', number(1)],
    ['llama.feed_forward_length', number(size.feed)],
    ['llama.attention.head_count', number(size.heads)],
    ['llama.attention.head_count_kv', number(size.heads)],
    ['llama.rope.dimension_count', number(size.embedding / size.heads)],
    ['llama.attention.layer_norm_rms_epsilon', float(1e-5)],
    ['tokenizer.ggml.model', text('llama')],
    [
      'tokenizer.ggml.tokens',
      list(
        text,
        tokens.map(({ piece }) => piece),
      ),
    ],
    [
      'tokenizer.ggml.scores',
      list(
        float,
        tokens.map(() => 0),
      ),
    ],
    [
      'tokenizer.ggml.token_type',
      list(
        signed,
        tokens.map(({ type }) => type),
      ),
    ],
    ['tokenizer.ggml.unknown_token_id', number(0)],
    ['tokenizer.ggml.bos_token_id', number(1)],
    ['tokenizer.ggml.eos_token_id', number(2)],
    ['tokenizer.ggml.add_space_prefix', { type: 7, bytes: Buffer.from([0]) }],
    ['tokenizer.chat_template', text(readFileSync(template, 'utf8'))],
  ];
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    number(3).bytes,
    long(tensors.length),
    long(metadata.length),
    ...metadata.flatMap(([key, { type, bytes }]) => [string(key), number(type).bytes, bytes]),
  ]);
  let offset = 0;
  const infos = tensors.map(({ name, shape, values }) => {
    const info = Buffer.concat([string(name), number(shape.length).bytes, ...shape.map(long), number(0).bytes, long(offset)]);
    offset += padded(values.byteLength);
    return info;
  });
  const front = Buffer.concat([head, ...infos]);
  const parts = [front, ...tensors.map(({ values }) => Buffer.from(values.buffer))];
  writeFileSync(file, Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(padded(part.byteLength) - part.byteLength)])));
}

interface Token {
  readonly piece: string;
  /** 1 ordinary, 2 unknown, 3 control, 6 a byte. */
  readonly type: number;
  /** The logarithm of its chance, up to what is the same for all. */
  readonly weight: number;
}

/** Bytes alone: texts of every sort are made of them. */
function vocabulary(): readonly Token[] {
  const control = [
    { piece: '<unk>', type: 2, weight: -30 },
    { piece: '<s>', type: 3, weight: -30 },
    { piece: '</s>', type: 3, weight: 5 },
  ];
  const bytes = Array.from({ length: 256 }, (_, byte): Token => {
    const hex = byte.toString(16).toUpperCase().padStart(2, '0');
    return { piece: `<0x${hex}>`, type: 6, weight: weightOf(String.fromCharCode(byte)) };
  });
  return [...control, ...bytes];
}

function weightOf(letter: string): number {
  if (letter === '"') return 4;
  if (/[}\]]/.test(letter)) return 2;
  if (/[a-z]/.test(letter)) return 1;
  if (/[ 0-9{[:,.-]/.test(letter)) return 0;
  return -30;
}

interface Tensor {
  readonly name: string;
  /** The length of a row first. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

function tensorsOf(
  tokens: readonly Token[],
  { embedding, feed }: { readonly embedding: number; readonly feed: number },
): readonly Tensor[] {
  const filled = (name: string, shape: readonly number[], value: number): Tensor => ({
    name,
    shape,
    values: new Float32Array(shape.reduce((product, each) => product * each, 1)).fill(value),
  });
  const square = [embedding, embedding];
  const last = filled('output.weight', [embedding, tokens.length], 0);
  tokens.forEach(({ weight }, index) => last.values.fill(weight / embedding, index * embedding, (index + 1) * embedding));
  return [
    filled('token_embd.weight', [embedding, tokens.length], 1),
    filled('output_norm.weight', [embedding], 1),
    last,
    filled('blk.0.attn_norm.weight', [embedding], 1),
    filled('blk.0.ffn_norm.weight', [embedding], 1),
    ...['q', 'k', 'v', 'output'].map((name) => filled(`blk.0.attn_${name}.weight`, square, 0)),
    filled('blk.0.ffn_gate.weight', [embedding, feed], 0),
    filled('blk.0.ffn_up.weight', [embedding, feed], 0),
    filled('blk.0.ffn_down.weight', [feed, embedding], 0),
  ];
}

interface Metadata {
  readonly type: number;
  readonly bytes: Buffer;
}

/** Parts of the file begin at multiples of this; bytes. */
const alignment = 32;
const padded = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function number(value: number): Metadata {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return { type: 4, bytes };
}

function signed(value: number): Metadata {
  return { type: 5, bytes: number(value).bytes };
}

function float(value: number): Metadata {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return { type: 6, bytes };
}

function string(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([long(bytes.length), bytes]);
}

function text(value: string): Metadata {
  return { type: 8, bytes: string(value) };
}

function list<T>(entry: (value: T) => Metadata, values: readonly T[]): Metadata {
  const entries = values.map(entry);
  const type = number(entries[0]?.type ?? 0).bytes;
  return { type: 9, bytes: Buffer.concat([type, long(entries.length), ...entries.map(({ bytes }) => bytes)]) };
}
