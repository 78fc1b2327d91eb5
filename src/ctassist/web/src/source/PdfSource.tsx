import { useEffect, useState } from "react";
import type { Citation } from "../api/types";
import { Icon } from "../shell/Icon";
import { say } from "../texts";
import { type PDFDocumentProxy, open } from "./pdf";
import { PdfPage } from "./PdfPage";

interface Props {
  citation: Citation;
  pages: number;
}

/** The page of a PDF that a citation stands on, and the pages around it. */
export default function PdfSource({ citation, pages }: Props) {
  const id = citation.document_id;
  const first = citation.boxes[0]!.page;
  const [pdf, setPdf] = useState<{ id: string; document: PDFDocumentProxy } | null>(null);
  const [fault, setFault] = useState("");
  const [number, setNumber] = useState(first);
  useEffect(() => setNumber(first), [citation]);
  useEffect(() => {
    let wanted = true;
    setFault("");
    open(id).then(
      (document) => wanted && setPdf({ id, document }),
      (error: unknown) => wanted && setFault(String((error as Error).message)),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  if (fault) return <p className="fault">{say("source.unread", { why: fault })}</p>;
  if (pdf?.id !== id) return <p className="quiet loading">{say("source.loading")}</p>;
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
        <PdfPage document={pdf.document} number={number} boxes={citation.boxes.filter(({ page }) => page === number)} />
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
