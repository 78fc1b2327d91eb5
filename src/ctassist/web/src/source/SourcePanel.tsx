import { useEffect, useRef } from "react";
import { original } from "../api/archive";
import { address } from "../api/call";
import type { NumberedSource } from "../api/types";
import { place } from "../chat/origin";
import { Quote } from "../chat/Quote";
import { Icon } from "../shell/Icon";
import { say } from "../texts";
import { DocumentView } from "./DocumentView";
import { useCitation } from "./useCitation";

interface Props {
  citations: NumberedSource[];
  n: number;
  onGo(n: number): void;
  onClose(): void;
}

/** One source of an answer or a list: where it is from, its words, and the page that they stand on. */
export function SourcePanel({ citations, n, onGo, onClose }: Props) {
  const at = citations.findIndex((known) => known.n === n);
  const { citation, known, fault } = useCitation(citations[at]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [n]);
  if (!citation) return null;
  const turn = (to: number, label: "source.previous" | "source.next") => (
    <button
      type="button"
      className="icon"
      aria-label={say(label)}
      title={say(label)}
      disabled={!citations[to]}
      onClick={() => onGo(citations[to]!.n)}
    >
      <Icon name={label === "source.next" ? "next" : "previous"} />
    </button>
  );
  return (
    <aside className="source" aria-label={say("source")} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <header>
        <div className="turning">
          {turn(at - 1, "source.previous")}
          <span className="quiet">{say("source.number", { n, all: citations.length })}</span>
          {turn(at + 1, "source.next")}
          <button type="button" className="icon close" aria-label={say("close")} title={say("close")} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <h2 ref={heading} tabIndex={-1} dir="auto">
          {citation.title}
        </h2>
        <p className="quiet" dir="auto">
          {place(citation)}
        </p>
        <Quote citation={citation} />
        <p className="ways">
          <a href={original(citation.document_id)} target="_blank" rel="noopener">
            <Icon name="open" />
            {say("source.open")}
          </a>
          <a href={address(citation.url)} target="_blank" rel="noopener">
            {say("source.text")}
          </a>
        </p>
      </header>
      {known ? (
        <DocumentView key={citation.document_id} citation={citation} unplaced={fault} />
      ) : (
        <p className="quiet loading">{say("source.loading")}</p>
      )}
    </aside>
  );
}
