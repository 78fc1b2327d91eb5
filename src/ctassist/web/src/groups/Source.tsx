import type { ReactNode } from "react";
import { address } from "../api/call";
import type { Holder, Source } from "../api/types";
import { place } from "../chat/origin";

interface Props {
  source: Source;
  onSource(source: Source): void;
  children: ReactNode;
}

/** A link to a source, which opens beside the view unless the reader wants it elsewhere. */
export function SourceLink({ source, onSource, children }: Props) {
  return (
    <a
      href={address(source.url)}
      title={`${source.title} · ${place(source)}`}
      dir="auto"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onSource(source);
      }}
    >
      {children}
    </a>
  );
}

/** A holder as a source writes it. */
export const holderWords = ({ name, affiliation }: Holder) => (affiliation ? `${name} (${affiliation})` : name);
