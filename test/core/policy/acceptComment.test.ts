import * as assert from 'node:assert/strict';
import { Acceptances } from '../../../src/core/policy/acceptance';
import { acceptComment, type CommentSyntax } from '../../../src/core/policy/acceptComment';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { applyEdits } from '../../../src/core/text/textEdit';

interface Case {
  readonly name: string;
  /** `§` marks where the call site starts. */
  readonly text: string;
  readonly syntax: CommentSyntax;
  readonly after: string;
  readonly reason?: string;
}

const cases: readonly Case[] = [
  { name: 'a line above', text: 'a;\n§f();\n', syntax: 'script', after: 'a;\n// openward-accept: why\nf();\n' },
  {
    name: 'the indentation of the line',
    text: 'if (a) {\n\t  x = §f();\n}',
    syntax: 'script',
    after: 'if (a) {\n\t  // openward-accept: why\n\t  x = f();\n}',
  },
  { name: 'the first line', text: '§f()', syntax: 'script', after: '// openward-accept: why\nf()' },
  { name: 'a byte order mark', text: '\uFEFF§f()', syntax: 'script', after: '\uFEFF// openward-accept: why\nf()' },
  { name: 'CRLF', text: 'a;\r\n  §f();\r\n', syntax: 'script', after: 'a;\r\n  // openward-accept: why\r\n  f();\r\n' },
  { name: 'no reason', text: '§f()', syntax: 'script', after: '// openward-accept:\nf()', reason: ' ' },
  { name: 'a reason of several lines', text: '§f()', syntax: 'script', after: '// openward-accept: a b\nf()', reason: 'a\n\tb ' },
  { name: 'an open template literal', text: 'x = `\n  ${§f()}`', syntax: 'script', after: 'x = `\n  ${/* openward-accept: why */ f()}`' },
  {
    name: 'a nested template literal',
    text: 'x = `a ${y({ z: `b` })} \n ${§f()}`',
    syntax: 'script',
    after: 'x = `a ${y({ z: `b` })} \n ${/* openward-accept: why */ f()}`',
  },
  {
    name: 'a closed template literal',
    text: 'x = `${{ a: 1 }.a}`;\n§f()',
    syntax: 'script',
    after: 'x = `${{ a: 1 }.a}`;\n// openward-accept: why\nf()',
  },
  { name: 'a backtick in a string', text: 'x = "`";\n§f()', syntax: 'script', after: 'x = "`";\n// openward-accept: why\nf()' },
  { name: 'a backtick in a comment', text: '// `\n/* ` */\n§f()', syntax: 'script', after: '// `\n/* ` */\n// openward-accept: why\nf()' },
  {
    name: 'a backtick in a regular expression',
    text: 'x = /[`/]`/;\n§f()',
    syntax: 'script',
    after: 'x = /[`/]`/;\n// openward-accept: why\nf()',
  },
  {
    name: 'a directive for the next line',
    text: '// @ts-expect-error\nx = §f()',
    syntax: 'script',
    after: '// @ts-expect-error\nx = /* openward-accept: why */ f()',
  },
  {
    name: 'a reason that ends a comment',
    text: 'x = `${§f()}`',
    syntax: 'script-with-jsx',
    after: 'x = `${/* openward-accept: a * / b */ f()}`',
    reason: 'a */ b',
  },
  {
    name: 'JSX children',
    text: '<p>\n  {await §f()}\n</p>',
    syntax: 'script-with-jsx',
    after: '<p>\n  {await /* openward-accept: why */ f()}\n</p>',
  },
  {
    name: 'plain code in a JSX file',
    text: 'const x = await §f();',
    syntax: 'script-with-jsx',
    after: '// openward-accept: why\nconst x = await f();',
  },
  {
    name: 'a script block',
    text: '<script>\n§f()\n</script>',
    syntax: 'markup',
    after: '<script>\n// openward-accept: why\nf()\n</script>',
  },
  {
    name: 'a template',
    text: '<script>a</script>\n<b @click="x = §f()">',
    syntax: 'markup',
    after: '<script>a</script>\n<b @click="x = /* openward-accept: why */ f()">',
  },
  {
    name: 'an Astro fence',
    text: '---\nconst x = §f();\n---\n<p>',
    syntax: 'markup',
    after: '---\n// openward-accept: why\nconst x = f();\n---\n<p>',
  },
  {
    name: 'below an Astro fence',
    text: '---\na;\n---\n<p>{x = §f()}',
    syntax: 'markup',
    after: '---\na;\n---\n<p>{x = /* openward-accept: why */ f()}',
  },
  { name: 'Python', text: 'def f():\n    §g()\n', syntax: 'hash', after: 'def f():\n    # openward-accept: why\n    g()\n' },
];

describe('accept comment', () => {
  for (const { name, text, syntax, after, reason = 'why' } of cases) {
    it(name, () => {
      const offset = text.indexOf('§');
      const before = text.replace('§', '');
      const result = applyEdits(before, [acceptComment(before, offset, syntax, reason)]);
      assert.equal(result, after);
      // What is written is what the analysis reads.
      const lines = new LineIndex(result);
      const comment = /(?:\/\/|\/\*|#)( openward-accept:[^\r\n]*?)(?: \*\/|(?=[\r\n]|$))/.exec(result);
      assert.ok(comment);
      const range = { start: comment.index, end: comment.index + comment[0].length };
      const line = lines.at(/\b(f|g)\(\)(?![^]*\b(f|g)\(\))/.exec(result)?.index ?? 0).line;
      const acceptances = new Acceptances([{ text: comment[1] ?? '', range }], result, lines);
      assert.notEqual(acceptances.reasonFor(line, line), null);
    });
  }
});
