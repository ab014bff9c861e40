import assert from 'node:assert/strict';
import { searchedSource } from '../../../src/workspace/files/sourceText';

const texts: readonly (readonly [title: string, bytes: Buffer])[] = [
  ['beyond ASCII', Buffer.from('é a 漢 b 😀 c d')],
  ['with a byte order mark', Buffer.from('\uFEFFa é b')],
  ['with bytes that are no UTF-8', Buffer.from([0x61, 0xe6, 0x62, 0xff, 0x63, 0xf0, 0x9f, 0x64, 0x80, 0x65])],
  ['of ASCII', Buffer.from('a b')],
];

describe('A text that is searched as bytes', () => {
  for (const [title, bytes] of texts) {
    it(`${title} tells where its letters stand, in whatever order they are asked for`, () => {
      const searched = searchedSource(bytes);
      assert.ok(searched);
      const text = searched.text();
      const letters = [...bytes.entries()].filter(([, byte]) => byte >= 0x61 && byte <= 0x7a).map(([at]) => at);
      for (const at of [...letters, ...letters.toReversed(), ...letters])
        assert.equal(text.charAt(searched.startOf?.(at) ?? at), String.fromCharCode(bytes[at] ?? 0));
    });
  }
});
