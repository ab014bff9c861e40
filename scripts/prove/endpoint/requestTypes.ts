import type Anthropic from '@anthropic-ai/sdk';
import type OpenAI from 'openai';

/** The bodies of requests, as the SDKs themselves type them; JSON schemas are generated from these names. */
export type ChatRequest = OpenAI.Chat.ChatCompletionCreateParams;
export type ResponsesRequest = OpenAI.Responses.ResponseCreateParams;
export type CompletionsRequest = OpenAI.CompletionCreateParams;
export type EmbeddingsRequest = OpenAI.EmbeddingCreateParams;
export type MessagesRequest = Anthropic.MessageCreateParams;
export type CountTokensRequest = Anthropic.MessageCountTokensParams;
