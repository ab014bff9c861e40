import type { SdkDescription } from '../match/description';
import { shapeOf } from '../match/sdkIndex';
import type { ImportClause } from './importClause';

/** Tells from the names that a text brings in from an SDK whether the text can hold a call site of it. */
export type UseTest = (text: string, clause: ImportClause) => boolean;

/**
 * A name that makes a client or sends is enough. What only stands for one, as types do (`client: OpenAI`), makes a call site where a
 * member is called; names that the description does not know make none.
 */
export function sdkInUse(sdk: SdkDescription): UseTest {
  const members = new RegExp(`\\.(?:${[...lastNames(sdk)].join('|')})\\b`);
  const isCalledItself = Object.values(sdk.shapes).some(({ call }) => call?.site !== undefined);
  return (text, { values, types }) => {
    if (values === null) return true;
    const known = values.filter((name) => sdk.exports[name] !== undefined);
    if (known.some((name) => !isStandIn(sdk, name))) return true;
    const isTyped = types === null || types.some((name) => sdk.exports[name] !== undefined);
    return (known.length > 0 || isTyped) && (isCalledItself || members.test(text));
  };
}

/** Whether an export is a class whose instances come from elsewhere: what is called on them is known, who answers is not. */
function isStandIn(sdk: SdkDescription, name: string): boolean {
  const { construct, call, members } = shapeOf(sdk, sdk.exports[name] ?? '');
  if (construct?.returns === undefined || construct.site || call || members) return false;
  return shapeOf(sdk, construct.returns).abstract === true;
}

function lastNames(sdk: SdkDescription): ReadonlySet<string> {
  const paths = Object.values(sdk.shapes).flatMap(({ members }) => Object.keys(members ?? {}));
  return new Set(paths.map((path) => path.slice(path.lastIndexOf('.') + 1)));
}
