import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, closedFile, openward, rangeOfText, show } from './support';

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const position = rangeOfText(document, text).start;
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content))).join('\n');
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
