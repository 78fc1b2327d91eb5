import { read, written } from "../views/filters";
import { viewHash } from "../views/views";

/** What a list of documents is limited to, as its address and the service write it. */
export type Filters = Partial<Record<"q" | "warned", string>>;

export const readFilters = (query: string): Filters => read(query, ["q", "warned"]);

/** The hash that leads to a list of documents. */
export const documentsHash = (filters: Filters = {}) => viewHash("documents", written(filters));
