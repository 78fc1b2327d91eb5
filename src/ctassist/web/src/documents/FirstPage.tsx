import { useEffect, useRef } from "react";
import { say } from "../texts";

/** The first page of a PDF, drawn once it comes near to what the reader sees. */
export function FirstPage({ id }: { id: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        void import("./drawing").then(
          ({ drawFirstPage }) => drawFirstPage(id, canvas.current!, leaving.signal),
          // pdf.js may be gone when the service was renewed: the page stays white.
          () => undefined,
        );
      },
      { rootMargin: "200px" },
    );
    observer.observe(canvas.current!);
    return () => {
      observer.disconnect();
      leaving.abort();
    };
  }, [id]);
  return <canvas ref={canvas} className="first-page" role="img" aria-label={say("documents.first_page")} />;
}
