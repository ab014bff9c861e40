import type { TargetRow } from '../catalog/catalog';
import type { SdkDescription } from '../match/description';
import type { MatchedCall } from '../match/matcher';
import type { ClassExchange, RewriteRecipe } from '../match/rewriteRecipe';

type Rewritten = Pick<SdkDescription, 'rewrite'>;

/** How clients of an SDK move to a target: in another way where it does not speak their protocol, if there is one. */
export function recipeFor({ rewrite }: Rewritten, target: TargetRow): RewriteRecipe | undefined {
  const { otherwise } = rewrite ?? {};
  return rewrite && otherwise && target.baseUrls[rewrite.protocol] === undefined ? otherwise : rewrite;
}

/** The class that makes a client on a target in place of its own, if another one does. */
export function classExchangeOf({ operation, route }: MatchedCall, target: TargetRow): ClassExchange | undefined {
  return operation.exchange ?? recipeFor(route.sdk, target)?.classes;
}

/** The ways in which clients of an SDK can move: the other one counts as well where servers heed only a part of what is asked. */
export function waysOf({ rewrite }: Rewritten): readonly RewriteRecipe[] {
  if (!rewrite) return [];
  return rewrite.heeded && rewrite.otherwise ? [rewrite, rewrite.otherwise] : [rewrite];
}
