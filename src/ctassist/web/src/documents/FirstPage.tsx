import { useEffect, useRef } from "react";
import { say } from "../texts";

/** The first page of a PDF, drawn once it comes near to what the reader sees. */
export function FirstPage({ id }: { id: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let near = false;
    let waiting = false;
    const draw = async () => {
      if (waiting || !near || canvas.current!.dataset.drawn !== undefined) return;
      waiting = true;
      try {
        const { drawFirstPage } = await import("./drawing");
        await drawFirstPage(id, canvas.current!, () => near);
      } catch {
        // pdf.js may be gone when the service was renewed, or the file be damaged: the page stays white.
      }
      waiting = false;
    };
    const observer = new IntersectionObserver(
      (entries) => {
        near = entries.at(-1)!.isIntersecting;
        void draw();
      },
      { rootMargin: "200px" },
    );
    observer.observe(canvas.current!);
    return () => {
      near = false;
      observer.disconnect();
    };
  }, [id]);
  return <canvas ref={canvas} className="first-page" role="img" aria-label={say("documents.first_page")} />;
}
