import { useEffect, useRef, useState } from "react";
import type { Box } from "../api/types";
import { type PDFDocumentProxy, type PDFPageProxy, RenderingCancelledException, TextLayer } from "./pdf";

interface Props {
  document: PDFDocumentProxy;
  number: number;
  boxes: Box[];
  /** Is told why the page cannot be drawn. */
  onFail(why: string): void;
}

interface Size {
  width: number;
  height: number;
}

/** One page of a PDF as wide as there is room, with rectangles over the cited words and its text to select. */
export function PdfPage({ document, number, boxes, onFail }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [size, setSize] = useState<Size | null>(null);

  useEffect(() => {
    if (!width) return;
    let cancel = () => undefined as void;
    let wanted = true;
    const show = async () => {
      const page = await document.getPage(number);
      if (!wanted) return;
      const whole = page.getViewport({ scale: 1 });
      setSize({ width: whole.width, height: whole.height });
      cancel = draw(page, width / whole.width, canvas.current!, text.current!, (why) => wanted && onFail(why));
    };
    show().catch((error: Error) => wanted && onFail(error.message));
    return () => {
      wanted = false;
      cancel();
    };
  }, [document, number, width, onFail]);

  return (
    <div className="sheet" ref={frame} style={size ? { aspectRatio: `${size.width} / ${size.height}` } : {}}>
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className="letters" />
      <div className="marks">
        {size && boxes.map((box, at) => <Highlight key={at} box={box} size={size} first={at === 0} />)}
      </div>
    </div>
  );
}

/** A rectangle over cited words; the first is brought into view. */
function Highlight({ box, size, first }: { box: Box; size: Size; first: boolean }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first) mark.current?.scrollIntoView({ block: "center" });
  }, [first, box, size]);
  const share = (length: number, of: number) => `${(100 * length) / of}%`;
  return (
    <div
      ref={mark}
      className="highlight"
      style={{
        left: share(box.x0, size.width),
        top: share(box.y0, size.height),
        width: share(box.x1 - box.x0, size.width),
        height: share(box.y1 - box.y0, size.height),
      }}
    />
  );
}

/** Draws a page and lays its text over it; returns what stops that. */
function draw(
  page: PDFPageProxy,
  scale: number,
  canvas: HTMLCanvasElement,
  text: HTMLElement,
  failed: (why: string) => void,
): () => void {
  const sharp = page.getViewport({ scale: scale * Math.min(devicePixelRatio, 3) });
  canvas.width = Math.floor(sharp.width);
  canvas.height = Math.floor(sharp.height);
  const drawing = page.render({ canvas, viewport: sharp });
  text.replaceChildren();
  text.style.setProperty("--total-scale-factor", String(scale));
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: text,
    viewport: page.getViewport({ scale }),
  });
  for (const work of [drawing.promise, layer.render()]) {
    work.catch((error: Error) => {
      if (!(error instanceof RenderingCancelledException) && error.name !== "AbortException") failed(error.message);
    });
  }
  return () => {
    drawing.cancel();
    layer.cancel();
  };
}

/** The width of an element in pixels, 0 before it is known. */
function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
