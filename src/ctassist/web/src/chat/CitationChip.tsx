import { useEffect, useId, useLayoutEffect, useRef, useState, type MouseEvent } from "react";
import { address } from "../api/call";
import type { Citation } from "../api/types";
import { say } from "../texts";
import { place } from "./origin";

const LONGEST_PREVIEW = 320;
const PAUSE = 120;

interface Props {
  citation: Citation;
  onOpen(): void;
}

/** A number in the text: shows the words it stands for while pointed at or focused, and opens their document. */
export function CitationChip({ citation, onOpen }: Props) {
  const [shown, setShown] = useState(false);
  const timer = useRef(0);
  const chip = useRef<HTMLAnchorElement>(null);
  const id = useId();
  const show = (after: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(true), after);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setShown(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    hide();
    onOpen();
  };
  return (
    <span className="chip-place" onMouseEnter={() => show(PAUSE)} onMouseLeave={hide}>
      <a
        ref={chip}
        className="chip"
        href={address(citation.url)}
        aria-label={say("source.marker", { n: citation.n, title: citation.title })}
        aria-describedby={shown ? id : undefined}
        onClick={open}
        onFocus={() => chip.current?.matches(":focus-visible") && show(0)}
        onBlur={hide}
        onKeyDown={(event) => event.key === "Escape" && hide()}
      >
        {citation.n}
      </a>
      {shown && <Preview id={id} citation={citation} />}
    </span>
  );
}

function Preview({ id, citation }: { id: string; citation: Citation }) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const { style } = box.current!;
    const own = box.current!.getBoundingClientRect();
    const chip = box.current!.parentElement!.getBoundingClientRect();
    const left = Math.min(Math.max(8, chip.left + chip.width / 2 - own.width / 2), innerWidth - own.width - 8);
    style.left = `${left}px`;
    style.top = chip.top > own.height + 16 ? `${chip.top - own.height - 6}px` : `${chip.bottom + 6}px`;
  }, []);
  const letters = Array.from(citation.quote);
  const quote = letters.length > LONGEST_PREVIEW ? `${letters.slice(0, LONGEST_PREVIEW).join("")}…` : citation.quote;
  return (
    <span ref={box} id={id} role="tooltip" className="preview">
      <q dir="auto">{quote}</q>
      <strong dir="auto">{citation.title}</strong>
      <span className="quiet">{place(citation)}</span>
    </span>
  );
}
