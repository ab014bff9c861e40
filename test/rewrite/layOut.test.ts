import assert from 'node:assert/strict';
import { layOut, type LayoutPlace } from '../../src/core/rewrite/layout/layOut';

const place: LayoutPlace = { writing: { indent: '  ', lineBreak: '\n', padding: ' ', maxLine: 60 }, indent: '  ', column: 12, rest: 1 };

interface Case {
  readonly what: string;
  readonly code: string;
  /** The code itself where it is absent. */
  readonly laid?: string;
  readonly at?: Partial<LayoutPlace>;
}

const cases: readonly Case[] = [
  { what: 'leaves what fits', code: "[{ role: 'user', content: question }]" },
  {
    what: 'breaks a list that is too long',
    code: "[{ role: 'system', content: 'Be brief.' }, { role: 'user', content: question }]",
    laid: "[\n    { role: 'system', content: 'Be brief.' },\n    { role: 'user', content: question },\n  ]",
  },
  {
    what: 'indents lines by where they now stand, and what they hold',
    code: "[first, {\n            role: 'tool',\n            content: f(\n              a,\n            ),\n          }]",
    laid: "[\n    first,\n    {\n      role: 'tool',\n      content: f(\n        a,\n      ),\n    },\n  ]",
  },
  {
    what: 'takes the file’s own indent and line ends',
    code: '{ a, b: {\r\n\t\tc,\r\n\t} }',
    laid: '{\r\n\ta,\r\n\tb: {\r\n\t\tc,\r\n\t},\r\n}',
    at: { writing: { indent: '\t', lineBreak: '\r\n', padding: ' ', maxLine: 60 }, indent: '' },
  },
  {
    what: 'adds no comma at the end where the code has none',
    code: '{ a, b: {\n  c\n} }',
    laid: '{\n    a,\n    b: {\n      c\n    }\n  }',
  },
  {
    what: 'keeps comments before entries and behind commas',
    code: '{ f: {\n  // One.\n  a: 1, // Two.\n\n  /* Three. */\n  b,\n  // Four.\n} }',
    laid: '{\n    f: {\n      // One.\n      a: 1, // Two.\n\n      /* Three. */\n      b,\n      // Four.\n    },\n  }',
  },
  { what: 'only indents what would lose a comma in a comment', code: '{ a,\n  b // Two.\n}', laid: '{ a,\n    b // Two.\n  }' },
  {
    what: 'leaves lines of templates where they are',
    code: '{ a: `x\n y ${b({ c: "}" })}`,\n d }',
    laid: '{\n    a: `x\n y ${b({ c: "}" })}`,\n    d,\n  }',
  },
  { what: 'leaves patterns alone', code: '{ a: /[,{]/,\n b }' },
  { what: 'leaves what is not whole alone', code: '{ a,\n b' },
  {
    what: 'lays out entries that follow each other',
    code: 'temperature: 1,\n    stop: [\n"a", "b"],\n    n: 2',
    laid: 'temperature: 1,\n    stop: [\n      "a",\n      "b",\n    ],\n    n: 2',
    at: { indent: '    ', column: 4 },
  },
  {
    what: 'spreads a list that is spread',
    code: '...[\na, b]',
    laid: '...[\n    a,\n    b,\n  ]',
  },
  { what: 'does not break what has no entries', code: 'someFunction(that, is, called, with, a, lot, of, arguments)' },
  { what: 'keeps an empty list', code: '{ a: [],\n b: {} }', laid: '{\n    a: [],\n    b: {},\n  }' },
];

describe('layout of what a rewrite writes', () => {
  for (const { what, code, laid = code, at } of cases)
    it(what, () => {
      assert.equal(layOut(code, { ...place, ...at }), laid);
      assert.equal(layOut(laid, { ...place, ...at }), laid, 'a second time changes it');
    });
});
