import { read, written } from "../views/filters";
import { viewHash } from "../views/views";

/** What the address of the figures says: the indicator that is looked at, or words that narrow their list. */
export type Asked = Partial<Record<"label" | "q", string>>;

export const readAsked = (query: string): Asked => read(query, ["label", "q"]);

/** The hash that leads to what is asked. */
export const figuresHash = (asked: Asked = {}) => viewHash("figures", written(asked));
