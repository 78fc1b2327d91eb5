import { useEffect, useState } from "react";
import type { Citation } from "../api/types";
import { Icon } from "../shell/Icon";
import { say } from "../texts";
import { type PDFDocumentProxy, open } from "./pdf";
import { PdfPage } from "./PdfPage";

export interface PdfSourceProps {
  citation: Citation;
  pages: number;
  /** Is told why the PDF cannot be shown. */
  onFail(why: string): void;
}

/** The page of a PDF that a citation stands on, and the pages around it. */
export default function PdfSource({ citation, pages, onFail }: PdfSourceProps) {
  const id = citation.document_id;
  const first = citation.boxes[0]!.page;
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [number, setNumber] = useState(first);
  useEffect(() => setNumber(first), [citation]);
  useEffect(() => {
    let wanted = true;
    open(id).then(
      (document) => wanted && setPdf(document),
      (error: Error) => wanted && onFail(error.message),
    );
    return () => {
      wanted = false;
    };
  }, [id, onFail]);
  if (!pdf) return <p className="quiet loading">{say("source.loading")}</p>;
  const boxes = citation.boxes.filter(({ page }) => page === number);
  const turn = (by: number, label: "source.page_previous" | "source.page_next") => (
    <button
      type="button"
      className="icon"
      aria-label={say(label)}
      title={say(label)}
      disabled={number + by < 1 || number + by > pages}
      onClick={() => setNumber(number + by)}
    >
      <Icon name={by > 0 ? "next" : "previous"} />
    </button>
  );
  return (
    <>
      <div className="shown" tabIndex={0} role="region" aria-label={say("source.page_of", { page: number, all: pages })}>
        <PdfPage document={pdf} number={number} boxes={boxes} onFail={onFail} />
      </div>
      {pages > 1 && (
        <div className="turning pages">
          {turn(-1, "source.page_previous")}
          <span className="quiet">{say("source.page_of", { page: number, all: pages })}</span>
          {turn(1, "source.page_next")}
        </div>
      )}
    </>
  );
}
