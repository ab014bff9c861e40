import type { Expression } from '../../facts/expression';
import type { SameTurns, TranslatedCall } from '../../match/translation';
import type { TextEdit } from '../../text/textEdit';
import { Untranslatable, type RequestText } from './requestText';

/** Edits of turns that stay as they are written: none but those of their pictures. Others than turns of texts and pictures throw. */
export function sameTurnEdits(
  request: RequestText,
  turns: Expression,
  { messages, roles }: TranslatedCall,
  { image }: SameTurns,
): TextEdit[] {
  const what = `its \`${messages}\``;
  if (turns.kind !== 'array') throw new Untranslatable(`${what} are not written out in the call`);
  return turns.elements.flatMap((turn) => {
    if (turn.kind !== 'object') throw new Untranslatable(`${what} are not turns that say who speaks`);
    const entries = request.entries(turn, what);
    const [role, content] = [entries.get('role')?.value, entries.get('content')?.value];
    const known = role !== undefined && roles[request.constant(role) ?? ''] !== undefined;
    if (!known || !content || entries.size > 2) throw new Untranslatable(`${what} are more than turns`);
    if (content.kind !== 'array') {
      request.text(content, messages);
      return [];
    }
    return content.elements.flatMap((part) => partEdits(request, part, what, image));
  });
}

function partEdits(request: RequestText, part: Expression, what: string, image: string): TextEdit[] {
  const refused = new Untranslatable(`${what} are more than texts and pictures that are written out`);
  if (part.kind !== 'object') throw refused;
  const entries = request.entries(part, what);
  const type = entries.get('type')?.value;
  const kind = type ? request.constant(type) : null;
  const [said, picture] = [entries.get('text'), entries.get(image)];
  if (entries.size !== 2) throw refused;
  if (kind === 'text' && said) {
    request.text(said.value, what);
    return [];
  }
  if (kind !== 'image_url' || !picture) throw refused;
  request.refuseComments([picture.range]);
  const code = request.code(picture.value);
  if (picture.value.kind !== 'object') request.text(picture.value, what);
  return [{ range: picture.range, newText: `image_url: ${picture.value.kind === 'object' ? code : `{ url: ${code} }`}` }];
}
