import type { ReactNode } from "react";
import type { Citation } from "../api/types";

/** The quote of a citation, in which the words that lead somewhere are links. */
export function Quote({ citation }: { citation: Citation }) {
  // Offsets count code points, of which some are two characters of a string here.
  const letters = Array.from(citation.quote);
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { start, end, url } of citation.links) {
    if (!/^(?:https?|mailto):/i.test(url)) continue;
    parts.push(letters.slice(done, start - citation.start).join(""));
    parts.push(
      <a key={start} href={url} target="_blank" rel="noopener noreferrer nofollow">
        {letters.slice(start - citation.start, end - citation.start).join("")}
      </a>,
    );
    done = end - citation.start;
  }
  parts.push(letters.slice(done).join(""));
  return <blockquote dir="auto">{parts}</blockquote>;
}
