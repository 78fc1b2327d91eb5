import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { address } from "../api/call";

pdfjs.GlobalWorkerOptions.workerSrc = worker;

export const { TextLayer, RenderingCancelledException } = pdfjs;
export type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";

let latest: { id: string; document: Promise<pdfjs.PDFDocumentProxy>; forget(): void } | null = null;

/** Opens the original of a document. The one opened last is kept, as its next citation is often asked for. */
export function open(id: string): Promise<pdfjs.PDFDocumentProxy> {
  if (latest?.id === id) return latest.document;
  latest?.forget();
  const task = pdfjs.getDocument({
    url: address(`v1/documents/${encodeURIComponent(id)}/file`),
    cMapUrl: address("pdf/cmaps/"),
    standardFontDataUrl: address("pdf/standard_fonts/"),
    wasmUrl: address("pdf/wasm/"),
    enableXfa: false,
    isEvalSupported: false,
  });
  latest = { id, document: task.promise, forget: () => void task.destroy() };
  // One that could not be opened is tried again the next time.
  task.promise.catch(() => (latest = latest?.id === id ? null : latest));
  return task.promise;
}
