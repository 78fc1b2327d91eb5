import { useSyncExternalStore } from "react";
import { type Filters, readFilters } from "./timeline/filters";

/** Where the address leads: a new conversation, one that is kept with an answer in it, one that is shared, a timeline. */
export interface Route {
  conversation: string | null;
  answer: string | null;
  shared: string | null;
  timeline: Filters | null;
}

const NOWHERE: Route = { conversation: null, answer: null, shared: null, timeline: null };

export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [view, name, answer] = path.split("/").map(decoded);
  if (view === "timeline") return { ...NOWHERE, timeline: readFilters(query) };
  if (view === "c") return { ...NOWHERE, conversation: name || null, answer: answer || null };
  if (view === "shared") return { ...NOWHERE, shared: name || null };
  return NOWHERE;
}

export function hash(conversation: string | null, answer: string | null = null): string {
  if (!conversation) return "#/";
  return `#/c/${encodeURIComponent(conversation)}${answer ? `/${encodeURIComponent(answer)}` : ""}`;
}

/** The hash of the address, with a component drawn again when the reader goes elsewhere. */
export function useHash(): string {
  return useSyncExternalStore(
    (listener) => {
      addEventListener("hashchange", listener);
      return () => removeEventListener("hashchange", listener);
    },
    () => location.hash,
  );
}

/** Writes a route into the address without going anywhere; a question that stood in it is done with. */
export function settle(conversation: string | null): void {
  history.replaceState(null, "", location.pathname + hash(conversation));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
