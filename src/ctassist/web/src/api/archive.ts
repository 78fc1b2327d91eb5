import { Refusal, call, json } from "./call";
import type { DocumentRecord, Holdings } from "./types";

/** What the archive holds. */
export const holdings = () => json<Holdings>("v1/status");

/** Questions that the archive answers; none where the service offers none. */
export async function examples(held: Holdings): Promise<string[]> {
  try {
    return (await json<{ questions: string[] }>("v1/examples")).questions;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return held.examples;
    throw error;
  }
}

/** Keeps the key of a person in a cookie that no script can read. */
export const signIn = (key: string) => call("session", { body: { key } });

/** The record of a document. */
export const documentRecord = (id: string) => json<DocumentRecord>(`v1/documents/${encodeURIComponent(id)}`);

/** The canonical text of a document, in which offsets count code points. */
export async function documentText(id: string): Promise<string> {
  return (await call(`v1/documents/${encodeURIComponent(id)}/text`, { accept: "text/plain" })).text();
}
