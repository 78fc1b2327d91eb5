import { useSyncExternalStore } from "react";

/** Where the address leads: a new conversation, or one that is kept, and an answer in it. */
export interface Route {
  conversation: string | null;
  answer: string | null;
}

export function parse(hash: string): Route {
  const [view, conversation, answer] = hash.replace(/^#\/?/, "").split("/").map(decoded);
  return view === "c" ? { conversation: conversation || null, answer: answer || null } : { conversation: null, answer: null };
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
