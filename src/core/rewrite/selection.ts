import { type Client, type ClientGroup, type SiteRef } from './clients';
import type { PlanContext } from './context';
import { withSameEnvironment } from './environment/otherReaders';
import { planHttp, type PlannedRequest } from './http/httpPlan';
import { companionObstacle } from './obstacles/companions';
import { groupObstacle, siteObstacle, type Refusal } from './obstacles/groupObstacle';

/** What a request asks to move, sorted by what is known before anything is planned. */
export class Selection {
  /** The closed call sites that are asked for. */
  readonly refs: readonly SiteRef[];
  /** The clients behind them that nothing is known to keep from moving. */
  readonly groups: readonly ClientGroup[];
  /** The raw requests among the groups, each a group of its own, as they would be alone. */
  readonly requests = new Map<ClientGroup, PlannedRequest>();
  /** Why call sites stay; what is planned later adds to it. */
  readonly refused = new Map<SiteRef, string>();

  constructor(private readonly context: PlanContext) {
    const { request, clients } = context;
    for (const file of [...request.files, ...(request.related ?? [])]) clients.sitesOf(file);
    const asked = [...new Set(request.files)].flatMap((file) => clients.sitesOf(file)).filter((ref) => this.#isSelected(ref));
    this.refs = request.style === 'env-file' ? withSameEnvironment(context, asked) : asked;
    this.groups = this.#groups();
  }

  /** Keeps a client and all its call sites from moving. */
  refuse(group: ClientGroup, refusal: Refusal): void {
    for (const ref of group.sites) this.refused.set(ref, refusal(ref));
  }

  #isSelected({ callSite, accepted }: SiteRef): boolean {
    const { sites } = this.context.request;
    const isNamed = sites?.some(({ file, fingerprint }) => file === callSite.file && fingerprint === callSite.fingerprint) ?? true;
    return callSite.openness === 'closed' && !accepted && isNamed;
  }

  #groups(): ClientGroup[] {
    const { clients } = this.context;
    const done = new Set<Client>();
    return this.refs.flatMap((ref): ClientGroup[] => {
      const own = clients.clientsOf(ref);
      if (ref.callSite.kind === 'http') return this.#requestGroup(ref);
      if (own.length === 0) {
        this.refused.set(ref, siteObstacle(this.context, ref, null) ?? 'its client is made out of sight, and with it the base URL');
        return [];
      }
      if (own.some((client) => done.has(client))) return [];
      const group = clients.groupOf(ref);
      for (const client of group.clients) done.add(client);
      const obstacle = groupObstacle(this.context, group) ?? companionObstacle(this.context, group);
      if (!obstacle) return [group];
      this.refuse(group, obstacle);
      return [];
    });
  }

  /** A raw request, which has no client and moves by itself. */
  #requestGroup(ref: SiteRef): ClientGroup[] {
    const isCode = this.context.request.style !== 'env-file';
    const planned = isCode ? planHttp(this.context, ref) : { obstacle: 'a raw request reads its address from no environment' };
    if ('obstacle' in planned) {
      this.refused.set(ref, planned.obstacle);
      return [];
    }
    const group: ClientGroup = { clients: [], sites: [ref] };
    this.requests.set(group, planned);
    return [group];
  }
}
