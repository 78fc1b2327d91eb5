import { address, call, json } from "./call";
import type { DocumentRecord, Holdings, Source, Whereabouts } from "./types";

/** What the archive holds, and questions that it answers. */
export const holdings = () => json<Holdings>("v1/status");

/** Keeps the key of a person in a cookie that no script can read. */
export const signIn = (key: string) => call("session", { body: { key } });

interface DocumentPage {
  documents: DocumentRecord[];
  total: number;
  next: string | null;
}

/** One page of documents, the latest period first; `cursor` is `next` of the page before. */
export const documents = (filters: string, cursor: string | null, limit = 50) =>
  json<DocumentPage>(`v1/documents?limit=${limit}&${filters}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);

/** The record of a document. */
export const documentRecord = (id: string) => json<DocumentRecord>(`v1/documents/${encodeURIComponent(id)}`);

/** Where the words of a source stand on their pages. */
export const whereabouts = ({ document_id, start, end }: Source) =>
  json<Whereabouts>(`v1/documents/${encodeURIComponent(document_id)}/span?start=${start}&end=${end}`);

/** The address of a document as it was ingested. */
export const original = (id: string) => address(`v1/documents/${encodeURIComponent(id)}/file`);

/** The canonical text of a document, in which offsets count code points. */
export async function documentText(id: string): Promise<string> {
  return (await call(`v1/documents/${encodeURIComponent(id)}/text`, { accept: "text/plain" })).text();
}
