import { viewHash } from "../views/views";

/** What the address of the groups says: the day, words of a group or a holder, and the group whose history is shown. */
export type Asked = Partial<Record<"as_of" | "q" | "body", string>>;

export function readAsked(query: string): Asked {
  const given = new URLSearchParams(query);
  const asked: Asked = {};
  for (const name of ["as_of", "q", "body"] as const) {
    const value = given.get(name);
    if (value) asked[name] = value;
  }
  return asked;
}

/** The hash that leads to what is asked. */
export function groupsHash(asked: Asked): string {
  return viewHash("groups", new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString());
}

/** Goes to what is asked without a step back from it: a slider passes many days. */
export const passTo = (asked: Asked) => location.replace(groupsHash(asked));
