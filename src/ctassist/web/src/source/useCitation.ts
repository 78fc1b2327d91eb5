import { useEffect, useState } from "react";
import { whereabouts } from "../api/archive";
import { refusal } from "../api/call";
import type { Citation, NumberedSource, Whereabouts } from "../api/types";

const NOWHERE: Whereabouts = { boxes: [], ocr_confidence: null, links: [] };

interface Found {
  of: NumberedSource;
  at: Whereabouts;
  fault: string;
}

interface Known {
  citation: Citation | null;
  /** False until it was fetched where the words stand on their page, which lists leave out. */
  known: boolean;
  /** Why that could not be fetched. */
  fault: string;
}

/** A source with where its words stand on their page. */
export function useCitation(source: NumberedSource | undefined): Known {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!source || source.boxes) return;
    let wanted = true;
    whereabouts(source).then(
      (at) => wanted && setFound({ of: source, at, fault: "" }),
      // The words are then marked in the text of the document.
      (error: unknown) => wanted && setFound({ of: source, at: NOWHERE, fault: refusal(error).message }),
    );
    return () => {
      wanted = false;
    };
  }, [source]);
  if (!source) return { citation: null, known: false, fault: "" };
  const own = found?.of === source ? found : null;
  const citation = { ...NOWHERE, ...source, ...own?.at };
  return { citation, known: Boolean(source.boxes || own), fault: own?.fault ?? "" };
}
