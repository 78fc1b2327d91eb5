import { viewHash } from "../views/views";

/** What the address of the figures says: the indicator that is looked at, or words that narrow their list. */
export type Asked = Partial<Record<"label" | "q", string>>;

export function readAsked(query: string): Asked {
  const given = new URLSearchParams(query);
  const [label, q] = [given.get("label")?.trim(), given.get("q")?.trim()];
  return { ...(label && { label }), ...(q && { q }) };
}

/** The hash that leads to what is asked. */
export const figuresHash = (asked: Asked = {}) => viewHash("figures", new URLSearchParams(asked).toString());
