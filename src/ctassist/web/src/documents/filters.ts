import { viewHash } from "../views/views";

/** What a list of documents is limited to, as its address and the service write it. */
export interface Filters {
  q?: string;
  warned?: "true";
}

export function readFilters(query: string): Filters {
  const given = new URLSearchParams(query);
  const q = given.get("q")?.trim();
  return { ...(q && { q }), ...(given.get("warned") === "true" && { warned: "true" }) };
}

/** Writes filters as they stand in an address. */
export function written(filters: Filters): string {
  return new URLSearchParams(Object.entries(filters)).toString();
}

/** The hash that leads to a list of documents. */
export const documentsHash = (filters: Filters = {}) => viewHash("documents", written(filters));
