import type { Framework } from '../classes';

const completions = ['invoke', 'ainvoke', 'stream', 'astream', 'batch', 'abatch', 'predict', 'apredict', 'generate', 'agenerate'];

/** What every model of LangChain can do. */
export const langchain: Framework = {
  sends: {
    chat: [...completions, 'predict_messages', 'apredict_messages', 'astream_events'],
    completions,
    embeddings: ['embed_query', 'embed_documents', 'aembed_query', 'aembed_documents'],
    rerank: ['rerank', 'compress_documents', 'acompress_documents'],
  },
  features: { tools: 'tools=', tool_choice: 'tool_choice=', json_schema: 'response_format=' },
  added: {
    bind: { tools: 'tools=', tool_choice: 'tool_choice=', json_schema: 'response_format=' },
    bind_tools: { tools: ['0', 'tools='], tool_choice: 'tool_choice=' },
    with_structured_output: { json_schema: ['0', 'schema='], named_tool_choice: 'method=' },
  },
  additions: ['bind', 'bind_tools', 'with_config', 'with_retry', 'with_fallbacks', 'with_structured_output'],
  makers: ['from_model_id'],
  callable: true,
  model: ['model=', 'model_name='],
};

/** Claude's answers have a structure by a function that must be called by its name (langchain-anthropic 1.7.10, chat_models.py). */
export const claude: Framework = {
  ...langchain,
  added: { ...langchain.added, with_structured_output: { json_schema: ['0', 'schema='], named_tool_choice: ['0', 'schema='] } },
};
