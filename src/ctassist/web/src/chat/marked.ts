import type { Root, RootContent, Text } from "mdast";

/** Marks around the number of a citation while Markdown is parsed; no text of a document keeps them. */
const OPEN = "\uE000";
const SHUT = "\uE001";
const MARKER = new RegExp(`${OPEN}(\\d+)${SHUT}`);

/** The address of a marker's link, by which it is known after parsing. */
export const MARKER_LINK = "#source-";

/**
 * The Markdown of an answer with its markers marked and kept beside their words, and everything escaped that is not the service's own Markdown.
 *
 * The service writes paragraphs, lists, quotations, headings, bold and [n]; it escapes a [n] that stands in a document.
 * All else that looks like Markdown or HTML is a document's own letters, which are to be read as they are.
 */
export function prepared(markdown: string): string {
  return markdown
    .replaceAll(OPEN, "")
    .replaceAll(SHUT, "")
    .replace(/\\[!-/:-@[-`{-~]|\[(\d+)\]|\*\*|[\\`*_[\]<&~!|]/g, (found, number?: string) => {
      if (number) return OPEN + number + SHUT;
      return found.length > 1 ? found : `\\${found}`;
    })
    .replaceAll(` ${OPEN}`, `\u00a0${OPEN}`);
}

/** A remark plugin that makes links of the markers that `prepared` has marked. */
export function linkMarkers() {
  return (tree: Root): void => walk(tree);
}

function walk(node: { children: RootContent[] }): void {
  node.children = node.children.flatMap((child) => {
    if (child.type === "text") return split(child);
    if ("children" in child) walk(child as { children: RootContent[] });
    return [child];
  });
}

function split(text: Text): RootContent[] {
  // At odd places stand the numbers of markers.
  return text.value.split(MARKER).flatMap((part, place): RootContent[] => {
    if (place % 2 === 0) return part ? [{ type: "text", value: part }] : [];
    return [{ type: "link", url: MARKER_LINK + part, children: [{ type: "text", value: part }] }];
  });
}
