import type { ReactNode } from "react";
import { address } from "../api/call";
import type { Source } from "../api/types";
import { place } from "../chat/origin";
import type { ViewProps } from "./views";

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

/** Opens one of the sources of a view, with the way from each to the next in the order in which they are shown. */
export const opening = (sources: Source[], onSource: ViewProps["onSource"]) => (source: Source) =>
  onSource(
    sources.map((one, at) => ({ ...one, n: at + 1 })),
    sources.indexOf(source) + 1,
  );
