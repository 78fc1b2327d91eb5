import { address, call, json } from "./call";
import type { Answer, ConversationSummary } from "./types";

const path = (id: string) => `v1/conversations/${encodeURIComponent(id)}`;

/** The caller's conversations, the latest first; with `words`, those that hold them. */
export async function conversations(words: string): Promise<ConversationSummary[]> {
  const query = new URLSearchParams({ limit: "100", ...(words && { q: words }) });
  return (await json<{ conversations: ConversationSummary[] }>(`v1/conversations?${query}`)).conversations;
}

/** The answers of one conversation, the oldest first. */
export async function conversation(id: string): Promise<Answer[]> {
  return (await json<{ turns: { answer: Answer }[] }>(path(id))).turns.map((turn) => turn.answer);
}

/** The address of a conversation as Markdown, to be kept. */
export const exported = (id: string) => address(`${path(id)}?format=md`);

/** Makes a link to a conversation and returns its hash. */
export const share = async (id: string) => (await json<{ url: string }>(`${path(id)}/share`, { method: "PUT" })).url;

/** The answers of a conversation that somebody has shared, the oldest first. */
export async function shared(token: string): Promise<Answer[]> {
  const found = await json<{ turns: { answer: Answer }[] }>(`v1/shared/${encodeURIComponent(token)}`);
  return found.turns.map((turn) => turn.answer);
}

/** Copies a shared conversation into one of the reader's own, and returns its id. */
export async function copyShared(token: string): Promise<string> {
  const path = `v1/shared/${encodeURIComponent(token)}/copy`;
  return (await json<{ conversation_id: string }>(path, { method: "POST" })).conversation_id;
}

export const rename = (id: string, title: string) => call(path(id), { method: "PATCH", body: { title } });

export const forget = (id: string) => call(path(id), { method: "DELETE" });
