import { address } from "../api/call";
import type { Answer } from "../api/types";
import { place } from "./origin";

/** An answer as text to paste into a briefing: its words with [n], then the numbered sources. */
export function transcript(answer: Answer): string {
  const sources = answer.citations.map((citation) => {
    const origin = [citation.title, place(citation)].filter(Boolean).join(" · ");
    return `[${citation.n}] ${origin}: “${citation.quote.replace(/\s+/g, " ")}” ${address(citation.url)}`;
  });
  const words = answer.answer.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("**", "");
  return [words, sources.join("\n")].filter(Boolean).join("\n\n");
}

/** Puts text on the clipboard, also on a page that is not served over TLS, where browsers offer an older way only. */
export async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
