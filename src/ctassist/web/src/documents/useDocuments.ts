import { documents, holdings } from "../api/archive";
import type { DocumentRecord, Holdings } from "../api/types";
import { useLoaded } from "../views/useLoaded";

interface Found {
  held: Holdings;
  rows: DocumentRecord[];
  total: number;
  next: string | null;
}

/** What the service holds of what `query` asks for; `more` fetches the next page, `again` begins anew. */
export function useDocuments(query: string) {
  const loaded = useLoaded(query, load);
  const more = () =>
    loaded.extend(async (found) => {
      const { documents: rows, next } = await documents(query, found.next);
      return { ...found, rows: [...found.rows, ...rows], next };
    });
  return { ...loaded, more };
}

async function load(query: string): Promise<Found> {
  const [held, { documents: rows, total, next }] = await Promise.all([holdings(), documents(query, null)]);
  return { held, rows, total, next };
}
