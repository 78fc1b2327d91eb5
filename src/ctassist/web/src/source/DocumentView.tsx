import { Suspense, lazy, useEffect, useState } from "react";
import { documentRecord } from "../api/archive";
import { refusal } from "../api/call";
import type { Citation, DocumentRecord } from "../api/types";
import { say } from "../texts";
import type { PdfSourceProps } from "./PdfSource";
import { TextSource } from "./TextSource";

// pdf.js is larger than the page: it comes when the first PDF is opened. It may be gone when the service was renewed.
const PdfSource = lazy(() => import("./PdfSource").catch(() => ({ default: NoViewer })));

function NoViewer({ onFail }: PdfSourceProps) {
  useEffect(() => onFail(say("source.reload")), [onFail]);
  return <></>;
}

interface Props {
  citation: Citation;
  /** Why it is not known where the words stand on their page. */
  unplaced: string;
}

/** The document of a citation: its page where it is a PDF that can be drawn, its text elsewhere. */
export function DocumentView({ citation, unplaced }: Props) {
  const id = citation.document_id;
  const [record, setRecord] = useState<DocumentRecord | null>(null);
  const [failed, setFault] = useState("");
  const fault = failed || unplaced;
  useEffect(() => {
    let wanted = true;
    documentRecord(id).then(
      (found) => wanted && setRecord(found),
      (error: unknown) => wanted && setFault(refusal(error).message),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  const told = fault && <p className="fault">{say("source.unread", { why: fault })}</p>;
  if (!record) return told || <p className="quiet loading">{say("source.loading")}</p>;
  if (record.media_type === "application/pdf" && citation.boxes.length && !fault) {
    return (
      <Suspense fallback={<p className="quiet loading">{say("source.loading")}</p>}>
        <PdfSource citation={citation} pages={record.pages ?? 1} onFail={setFault} />
      </Suspense>
    );
  }
  return (
    <>
      {told}
      <TextSource citation={citation} language={record.language} />
    </>
  );
}
