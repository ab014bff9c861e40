import type Anthropic from '@anthropic-ai/sdk';
import type { Content, GenerationConfig, SafetySetting, Tool, ToolConfig } from '@google/genai';
import type OpenAI from 'openai';

/** The bodies of requests, as the SDKs themselves type them; JSON schemas are generated from these names. */
export type ChatRequest = OpenAI.Chat.ChatCompletionCreateParams;
export type ResponsesRequest = OpenAI.Responses.ResponseCreateParams;
export type CompletionsRequest = OpenAI.CompletionCreateParams;
export type EmbeddingsRequest = OpenAI.EmbeddingCreateParams;
export type MessagesRequest = Anthropic.MessageCreateParams;
export type CountTokensRequest = Anthropic.MessageCountTokensParams;

/** Gemini's SDKs type what they are given, and send it in this form: https://ai.google.dev/api/generate-content. */
export interface GenerateContentRequest {
  contents: Content[];
  systemInstruction?: Content;
  generationConfig?: GenerationConfig;
  safetySettings?: SafetySetting[];
  tools?: Tool[];
  toolConfig?: ToolConfig;
}

export interface GeminiCountRequest {
  contents?: Content[];
  generateContentRequest?: GenerateContentRequest & { model: string };
}
