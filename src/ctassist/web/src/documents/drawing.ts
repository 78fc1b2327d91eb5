import { type PDFWorker, newWorker, opening } from "../source/pdf";

// One page after the other, by one worker: drawing all that are seen at once would hold up the list.
let last: Promise<void> = Promise.resolve();
let worker: PDFWorker | null = null;

/** Draws the first page of a document as wide as its canvas, if it is still `wanted` when its turn comes. */
export function drawFirstPage(id: string, canvas: HTMLCanvasElement, wanted: () => boolean): Promise<void> {
  const drawn = last.then(() => draw(id, canvas, wanted));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw(id: string, canvas: HTMLCanvasElement, wanted: () => boolean): Promise<void> {
  if (!wanted()) return;
  worker ??= newWorker();
  // Only what the first page needs is fetched of a long document.
  const task = opening(id, { worker, disableAutoFetch: true, disableStream: true });
  try {
    const page = await (await task.promise).getPage(1);
    const { width } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (canvas.clientWidth * Math.min(devicePixelRatio, 3)) / width });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    await page.render({ canvas, viewport }).promise;
    canvas.dataset.drawn = "";
  } finally {
    await task.destroy();
  }
}
