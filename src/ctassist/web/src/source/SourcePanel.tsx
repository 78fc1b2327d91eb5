import { Suspense, lazy, useEffect, useRef, useState } from "react";
import { documentRecord } from "../api/archive";
import { address, refusal } from "../api/call";
import type { Citation, DocumentRecord } from "../api/types";
import { place } from "../chat/origin";
import { Quote } from "../chat/Quote";
import { Icon } from "../shell/Icon";
import { say } from "../texts";
import { TextSource } from "./TextSource";

// pdf.js is several times the size of the page: it comes when the first PDF is opened.
const PdfSource = lazy(() => import("./PdfSource"));

interface Props {
  citations: Citation[];
  n: number;
  onGo(n: number): void;
  onClose(): void;
}

/** One source of an answer: where it is from, its words, and the page that they stand on. */
export function SourcePanel({ citations, n, onGo, onClose }: Props) {
  const at = citations.findIndex((known) => known.n === n);
  const citation = citations[at];
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
          <a href={address(`v1/documents/${citation.document_id}/file`)} target="_blank" rel="noopener">
            <Icon name="open" />
            {say("source.open")}
          </a>
          <a href={address(citation.url)} target="_blank" rel="noopener">
            {say("source.text")}
          </a>
        </p>
      </header>
      <Shown citation={citation} />
    </aside>
  );
}

/** The document of a citation, as a page where it is a PDF, as text elsewhere. */
function Shown({ citation }: { citation: Citation }) {
  const id = citation.document_id;
  const [record, setRecord] = useState<DocumentRecord | null>(null);
  const [fault, setFault] = useState("");
  useEffect(() => {
    let wanted = true;
    setFault("");
    documentRecord(id).then(
      (found) => wanted && setRecord(found),
      (error: unknown) => wanted && setFault(refusal(error).message),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  if (fault) return <p className="fault">{say("source.unread", { why: fault })}</p>;
  if (record?.document_id !== id) return <p className="quiet loading">{say("source.loading")}</p>;
  if (record.media_type === "application/pdf" && citation.boxes.length) {
    return (
      <Suspense fallback={<p className="quiet loading">{say("source.loading")}</p>}>
        <PdfSource citation={citation} pages={record.pages ?? 1} />
      </Suspense>
    );
  }
  return <TextSource citation={citation} language={record.language} />;
}
