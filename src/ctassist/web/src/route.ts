import { useSyncExternalStore } from "react";
import { isView, type ViewName } from "./views/views";

/** Where the address leads: a new conversation, one that is kept with an answer in it, one that is shared, a view. */
export interface Route {
  conversation: string | null;
  answer: string | null;
  shared: string | null;
  view: { name: ViewName; query: string } | null;
}

const NOWHERE: Route = { conversation: null, answer: null, shared: null, view: null };

export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [place = "", name, answer] = path.split("/").map(decoded);
  if (isView(place)) return { ...NOWHERE, view: { name: place, query } };
  if (place === "c") return { ...NOWHERE, conversation: name || null, answer: answer || null };
  if (place === "shared") return { ...NOWHERE, shared: name || null };
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
