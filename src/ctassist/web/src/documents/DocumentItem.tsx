import type { ReactNode } from "react";
import { original } from "../api/archive";
import { address } from "../api/call";
import type { DocumentRecord } from "../api/types";
import { period } from "../dates";
import { Icon } from "../shell/Icon";
import { count, language, say } from "../texts";
import { timelineHash } from "../timeline/filters";
import { kind, languageName } from "./kinds";

interface Props {
  document: DocumentRecord;
  onDraft(question: string): void;
}

// Of the picture of a first page, in pixels: twice as many as it takes up, for screens that have them.
const WIDTH = 192;

export const itemId = (document: DocumentRecord) => `document-${document.document_id}`;

/** A document: what it is, what looks wrong with it, and where to go from it. */
export function DocumentItem({ document, onDraft }: Props) {
  const { document_id: id, title, media_type: type, period: covered } = document;
  const heading = `${itemId(document)}-title`;
  const outside = (href: string, text: string): ReactNode => (
    <a href={href} target="_blank" rel="noopener" aria-describedby={heading}>
      {text}
    </a>
  );
  return (
    <li id={itemId(document)} tabIndex={-1} className="document">
      {type === "application/pdf" ? (
        <img
          className="first-page"
          src={address(`v1/documents/${encodeURIComponent(id)}/pages/1.png?width=${WIDTH}`)}
          alt={say("documents.first_page")}
          loading="lazy"
          decoding="async"
        />
      ) : (
        <span className="first-page">
          <Icon name="documents" />
        </span>
      )}
      <div>
        <h3 id={heading} dir="auto">
          {title}
        </h3>
        <p className="quiet">{facts(document)}</p>
        <Remarks document={document} />
        <p className="ways">
          {outside(original(id), say("source.open"))}
          {outside(address(document.url), say("source.text"))}
          {covered && (
            <>
              <a href={timelineHash({ from: covered.start, to: covered.end })} aria-describedby={heading}>
                {say("documents.happened")}
              </a>
              <button
                type="button"
                className="link"
                aria-describedby={heading}
                onClick={() => onDraft(say("documents.question", { period: period(covered) }))}
              >
                {say("documents.ask")}
              </button>
            </>
          )}
        </p>
      </div>
    </li>
  );
}

/** "January – February 2024 · 2 pages · English · PDF · final". */
function facts({ period: covered, pages, language: code, media_type, version }: DocumentRecord): string {
  const told = [period(covered), pages && count("documents.pages", pages), code && languageName(code), kind(media_type)];
  return [...told, version].filter(Boolean).join(" · ");
}

/** Which versions it stands in for, how its pages were read, and what looked wrong when it was. */
function Remarks({ document: { replaces, ocr, pages, warnings } }: { document: DocumentRecord }) {
  const share = new Intl.NumberFormat(language.now, { style: "percent" });
  return (
    <ul className="remarks">
      {replaces.map((older) => (
        <li key={older.document_id}>
          {say("documents.replaces")}{" "}
          <a href={address(`documents/${older.document_id}`)} target="_blank" rel="noopener" dir="auto">
            {older.version ? `${older.name} (${older.version})` : older.name}
          </a>
        </li>
      ))}
      {ocr !== null && ocr.confidence !== null && (
        <li>
          {say("documents.ocr", {
            n: ocr.pages.length,
            all: pages ?? ocr.pages.length,
            share: share.format(ocr.confidence),
          })}
        </li>
      )}
      {warnings.map((warning) => (
        <li key={warning} className="warning" lang="en" dir="auto">
          {warning}
        </li>
      ))}
    </ul>
  );
}
