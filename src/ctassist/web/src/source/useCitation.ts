import { useEffect, useState } from "react";
import { whereabouts } from "../api/archive";
import type { Citation, NumberedSource, Whereabouts } from "../api/types";

const NOWHERE: Whereabouts = { boxes: [], ocr_confidence: null, links: [] };

/** A source with where its words stand on their page, which lists leave out: `known` is false until it was fetched. */
export function useCitation(source: NumberedSource | undefined): { citation: Citation | null; known: boolean } {
  const [found, setFound] = useState<{ of: NumberedSource; at: Whereabouts } | null>(null);
  useEffect(() => {
    if (!source || source.boxes) return;
    let wanted = true;
    whereabouts(source).then(
      (at) => wanted && setFound({ of: source, at }),
      // The words are then marked in the text of the document, which says so itself if the service is away.
      () => wanted && setFound({ of: source, at: NOWHERE }),
    );
    return () => {
      wanted = false;
    };
  }, [source]);
  if (!source) return { citation: null, known: false };
  const at = found?.of === source ? found.at : null;
  return { citation: { ...NOWHERE, ...source, ...at }, known: Boolean(source.boxes || at) };
}
