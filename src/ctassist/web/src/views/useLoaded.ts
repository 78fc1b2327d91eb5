import { useCallback, useEffect, useRef, useState } from "react";
import { type Refusal, refusal } from "../api/call";

interface Loaded<T> {
  /** What was loaded; what came for an earlier `query` stays until there is something newer. */
  found: T | null;
  busy: boolean;
  fault: Refusal | null;
  again(): void;
  /** Loads more for the same query, from what there is now. */
  extend(load: (found: T) => Promise<T>): Promise<void>;
}

/** What `load` brings for a query. What comes late for an earlier query is dropped; `again` tries once more. */
export function useLoaded<T>(query: string, load: (query: string) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, "again" | "extend">>({ found: null, busy: true, fault: null });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(0);

  useEffect(() => {
    const own = ++latest.current;
    setState((before) => ({ ...before, busy: true, fault: null }));
    load(query).then(
      (found) => own === latest.current && setState({ found, busy: false, fault: null }),
      // What was found for another query must not pass for an answer to this one.
      (error: unknown) => own === latest.current && setState({ found: null, busy: false, fault: refusal(error) }),
    );
    return () => {
      latest.current++;
    };
  }, [query, attempt, load]);

  const { found } = state;
  const extend = useCallback(
    async (more: (found: T) => Promise<T>) => {
      if (!found) return;
      const own = latest.current;
      setState((before) => ({ ...before, busy: true, fault: null }));
      try {
        const extended = await more(found);
        if (own === latest.current) setState({ found: extended, busy: false, fault: null });
      } catch (error) {
        if (own === latest.current) setState((before) => ({ ...before, busy: false, fault: refusal(error) }));
      }
    },
    [found],
  );
  const again = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...state, again, extend };
}
