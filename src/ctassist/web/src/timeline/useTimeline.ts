import { useCallback, useEffect, useRef, useState } from "react";
import { activities, timeline } from "../api/activities";
import { type Refusal, refusal } from "../api/call";
import type { Activity, Timeline } from "../api/types";
import { readFilters } from "./filters";

interface State {
  counts: Timeline | null;
  rows: Activity[];
  total: number;
  next: string | null;
  busy: boolean;
  fault: Refusal | null;
}

const NOTHING: State = { counts: null, rows: [], total: 0, next: null, busy: true, fault: null };

/** What the service says for the filters of `query`; `more` fetches the next page, `again` begins anew. */
export function useTimeline(query: string): State & { more(): Promise<void>; again(): void } {
  const [state, setState] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(0);

  useEffect(() => {
    const own = ++latest.current;
    const filters = readFilters(query);
    setState((before) => ({ ...before, busy: true, fault: null }));
    Promise.all([timeline(filters), activities(filters, null)]).then(
      ([counts, { activities: rows, total, next }]) => {
        if (own === latest.current) setState({ counts, rows, total, next, busy: false, fault: null });
      },
      (error: unknown) => {
        // What was found for other filters must not pass for an answer to these.
        if (own === latest.current) setState({ ...NOTHING, busy: false, fault: refusal(error) });
      },
    );
    return () => {
      latest.current++;
    };
  }, [query, attempt]);

  const { next } = state;
  const more = useCallback(async () => {
    const own = latest.current;
    setState((before) => ({ ...before, busy: true, fault: null }));
    try {
      const page = await activities(readFilters(query), next);
      if (own !== latest.current) return;
      setState((before) => ({ ...before, rows: [...before.rows, ...page.activities], next: page.next, busy: false }));
    } catch (error) {
      if (own === latest.current) setState((before) => ({ ...before, busy: false, fault: refusal(error) }));
    }
  }, [query, next]);
  const again = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...state, more, again };
}
