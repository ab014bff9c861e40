/** Gemini's own tools, by the member of a tool that asks for each: `Tool` of `@google/genai` 2.32.0. */
export const geminiTools = [
  'googleSearch',
  'googleSearchRetrieval',
  'googleMaps',
  'codeExecution',
  'urlContext',
  'retrieval',
  'computerUse',
  'fileSearch',
] as const;
