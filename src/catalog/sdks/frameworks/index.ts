import type { SdkDescription } from '../../../core/match/description';
import { langchainSdks } from './langchain';

/** Frameworks: model objects, agents and routers over the vendors' own SDKs. */
export const frameworkSdks: readonly SdkDescription[] = [...langchainSdks];
