import { useEffect, useRef, useState } from "react";
import { documentText } from "../api/archive";
import { refusal } from "../api/call";
import type { Citation } from "../api/types";
import { say } from "../texts";

interface Props {
  citation: Citation;
  language: string | null;
}

/** The text of a document with the cited words marked. */
export function TextSource({ citation, language }: Props) {
  const { document_id: id, start, end } = citation;
  const [letters, setLetters] = useState<string[] | null>(null);
  const [fault, setFault] = useState("");
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    let wanted = true;
    documentText(id).then(
      // Offsets count code points, of which some are two characters of a string here.
      (words) => wanted && setLetters(Array.from(words)),
      (error: unknown) => wanted && setFault(refusal(error).message),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: "center" });
  }, [letters, start, end]);
  if (fault) return <p className="fault">{say("source.unread", { why: fault })}</p>;
  if (!letters) return <p className="quiet loading">{say("source.loading")}</p>;
  const part = (from: number, to?: number) => letters.slice(from, to).join("");
  return (
    <div className="shown words" dir="auto" lang={language ?? undefined} tabIndex={0} role="region" aria-label={citation.title}>
      {part(0, start)}
      <mark ref={mark}>{part(start, end)}</mark>
      {part(end)}
    </div>
  );
}
