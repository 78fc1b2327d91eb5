import { useCallback, useEffect, useState } from "react";
import { holdings } from "../api/archive";
import { refusal } from "../api/call";
import type { Holdings } from "../api/types";
import { period } from "../dates";
import { count } from "../texts";

interface Held {
  held: Holdings | null;
  questions: string[];
  /** Whether the service asks for a key before it says anything. */
  locked: boolean;
  fault: string;
}

/** What the archive holds and can be asked; `missed` is called when the service is away, `again` asks it anew. */
export function useHoldings(missed: () => void): Held & { again(): Promise<void> } {
  const [state, setState] = useState<Held>({ held: null, questions: [], locked: false, fault: "" });
  const again = useCallback(async () => {
    try {
      const held = await holdings();
      setState({ held, questions: held.examples, locked: false, fault: "" });
    } catch (error) {
      const { status, passing, message } = refusal(error);
      if (passing) missed();
      setState((before) => ({ ...before, locked: status === 401, fault: passing || status === 401 ? "" : message }));
    }
  }, [missed]);
  useEffect(() => void again(), [again]);
  return { ...state, again };
}

/** "12 documents, January 2023 – December 2024". */
export function holdingsWords(held: Holdings | null): string {
  if (!held) return "";
  return [count("holdings.documents", held.documents), period(held.period)].filter(Boolean).join(", ");
}
