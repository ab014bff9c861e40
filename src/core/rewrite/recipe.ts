import type { TargetRow } from '../catalog/catalog';
import type { SdkDescription } from '../match/description';
import type { RewriteRecipe } from '../match/rewriteRecipe';

/** How clients of an SDK move to a target: in another way where it does not speak their protocol, if there is one. */
export function recipeFor({ rewrite }: Pick<SdkDescription, 'rewrite'>, target: TargetRow): RewriteRecipe | undefined {
  const { otherwise } = rewrite ?? {};
  return rewrite && otherwise && target.baseUrls[rewrite.protocol] === undefined ? otherwise : rewrite;
}
