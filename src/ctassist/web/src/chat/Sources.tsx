import { useState } from "react";
import { address } from "../api/call";
import type { Citation } from "../api/types";
import { count } from "../texts";
import { place } from "./origin";
import { Quote } from "./Quote";

interface Props {
  citations: Citation[];
  onSource(n: number): void;
}

/** The numbered sources of an answer with their words; drawn when they are unfolded. */
export function Sources({ citations, onSource }: Props) {
  const [open, setOpen] = useState(false);
  if (!citations.length) return null;
  return (
    <details className="sources" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{count("sources", citations.length)}</summary>
      {open && <SourceList citations={citations} onSource={onSource} />}
    </details>
  );
}

/** Numbered sources with their words, each leading to its document. */
export function SourceList({ citations, onSource }: Props) {
  return (
    <ol>
      {citations.map((citation) => (
        <li key={citation.n} value={citation.n}>
          <Quote citation={citation} />
          <a
            href={address(citation.url)}
            dir="auto"
            onClick={(event) => {
              event.preventDefault();
              onSource(citation.n);
            }}
          >
            {citation.title}
          </a>
          <span className="quiet"> · {place(citation)}</span>
        </li>
      ))}
    </ol>
  );
}
