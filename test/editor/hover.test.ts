import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, closedFile, openward, rangeOfText, show, withSettings } from './support';

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const position = rangeOfText(document, text).start;
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content))).join('\n');
}

/** The hover over the call, with plain spaces and hyphens for those that do not break. */
async function hoverText(document: vscode.TextDocument): Promise<string> {
  return (await hoverAt(document, 'completions')).replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
}

describe('hover', () => {
  before(openward);
  afterEach(closeAll);

  it('tells vendor, endpoint, model, openness and portability of a closed call', async () => {
    const { document } = await show(closedFile);
    const text = await hoverAt(document, 'completions');
    assert.match(text, /\*\*OpenAI\*\*/);
    assert.match(text, /Closed: the weights/);
    assert.match(text, /Endpoint: `https:\/\/api\.openai\.com\/v1`, the SDK’s default/);
    assert.match(text, /Model: `gpt-4o`, closed weights/);
    assert.match(text, /Easy to move/);
    assert.match(text, /\[Rewrite to Ollama\]\(command:openward\.rewrite\?/);
    assert.match(text, /command:openward\.accept\?/);
  });

  it('offers no way out of an open call', async () => {
    const { document } = await show(closedFile.replace('new OpenAI()', 'new OpenAI({ baseURL: "http://localhost:11434/v1" })'));
    const text = await hoverAt(document, 'completions');
    assert.match(text, /Self-hosted/);
    assert.match(text, /written in the code/);
    assert.doesNotMatch(text, /command:/);
  });

  it('shows the reason of an accepted call', async () => {
    const { document } = await show(closedFile.replace('await client', '// openward-accept: contract *until* June\nawait client'));
    const text = await hoverAt(document, 'completions');
    assert.match(text, /Accepted: contract \\\*until\\\* June/);
    assert.doesNotMatch(text, /command:/);
  });

  it('sets the closed model beside open ones that fit, with evidence, links and the data’s day', async () => {
    const { document } = await show(closedFile);
    const lines = (await hoverText(document)).split('\n').filter((line) => line.startsWith('|'));
    assert.match(
      lines[0] ?? '',
      /^\| Model&nbsp;&nbsp; \| Licence&nbsp;&nbsp; \| Context&nbsp;&nbsp; \| \$\/1M in \/ out&nbsp;&nbsp; \| Memory&nbsp;&nbsp; \| Benchmark/,
    );
    assert.match(lines[2] ?? '', /^\| \*\*GPT-4o\*\*&nbsp;&nbsp; \| closed&nbsp;&nbsp; \| 128k&nbsp;&nbsp; \| 2\.5 \/ 10&nbsp;&nbsp; \|/);
    const open = lines.slice(3);
    assert.equal(open.length, 3);
    for (const line of open) {
      assert.match(line, /\d+ GB/);
      assert.match(line, /no public comparison|\]\(https:[^)]+\) [\d.]+ \/ [\d.]+ \(([+−][\d.]+|equal)\)/);
      assert.ok(Number(/(\d+) GB/.exec(line)?.[1]) <= 24, line);
    }
    assert.match(await hoverAt(document, 'completions'), /As of \d{4}-\d\d-\d\d · .*docs\/alternatives\.md/);
  });

  it('weighs what the call uses: tools, images', async () => {
    await withSettings({ 'openward.memory': 0 }, async () => {
      const image = '[{ role: "user", content: [{ type: "image_url", image_url: { url: "data:image/png;base64," } }] }]';
      const { document } = await show(
        closedFile.replace('messages: []', `tools: [{ type: "function", function: { name: "f" } }], messages: ${image}`),
      );
      const text = await hoverText(document);
      assert.match(text, /for a call that uses tools, images/);
      const catalog = await (await openward()).catalog();
      const able = catalog.alternatives('gpt-4o', { tools: true, vision: true }, 'openai').slice(0, 3);
      assert.equal(able.length, 3);
      for (const { details } of able) assert.ok(text.includes(details.name ?? details.id ?? '?'), details.id ?? '');
      const { document: plain } = await show(closedFile);
      assert.doesNotMatch(await hoverAt(plain, 'completions'), /for a call that uses/);
    });
  });

  it('proposes larger models where the memory allows it, and by how much they score lower', async () => {
    await withSettings({ 'openward.memory': 0 }, async () => {
      const { document } = await show(closedFile.replace('gpt-4o', 'gpt-5'));
      assert.match(await hoverText(document), /\[[^\]]+\]\(https:[^)]+\) [\d.]+ \/ [\d.]+ \(−[\d.]+\)/);
    });
  });

  it('tells of a retirement with its source, on the model’s id too', async () => {
    const { calendar } = await openward();
    calendar.pretend('2026-11-25');
    try {
      const { document } = await show(closedFile.replace('gpt-4o', 'gpt-5'));
      for (const place of ['completions', '"gpt-5"']) {
        const text = await hoverAt(document, place);
        assert.match(text, /OpenAI retires gpt-5 on 2026-12-11, in 16 days\. Its replacement: gpt-5\.6-sol\. As of 2026-07-30\./);
        assert.match(text, /\[Source\]\(https:\/\/developers\.openai\.com\/api\/docs\/deprecations\)/);
      }
    } finally {
      calendar.pretend(undefined);
    }
  });

  it('says nothing elsewhere', async () => {
    const { document } = await show(closedFile);
    // VS Code's own hover may tell the property's type there.
    assert.doesNotMatch(await hoverAt(document, 'messages'), /OpenAI\*\*|Endpoint:|command:/);
  });

  it('does not let a model id become markup', async () => {
    const { document } = await show(closedFile.replace('"gpt-4o"', '"a`b [x](command:workbench.action.quit)"'));
    assert.match(await hoverAt(document, 'completions'), /Model: `` a`b \[x\]\(command:workbench\.action\.quit\) ``/);
  });
});
