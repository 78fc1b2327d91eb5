import type { Source, Whereabouts } from "../api/types";
import { period } from "../dates";
import { language, say } from "../texts";

/** Where a citation comes from besides its title: "January – February 2024 · Key events · page 2". */
export function place(citation: Source & Partial<Whereabouts>): string {
  const parts = [period(citation.period), ...citation.section];
  if (citation.page) parts.push(say("source.page", { page: citation.page }));
  if (typeof citation.ocr_confidence === "number") {
    const share = new Intl.NumberFormat(language.now, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    parts.push(say("source.ocr", { share: share.format(citation.ocr_confidence) }));
  }
  return parts.filter(Boolean).join(" · ");
}
