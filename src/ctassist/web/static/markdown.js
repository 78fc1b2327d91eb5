// Turns the Markdown of an answer into DOM nodes: paragraphs, lists, quotations, bold and [n] markers. Everything else
// stays text, so nothing that stands in a document can become part of the page.

const LIST = /^\s*(?:[-*]|(\d+)[.)])\s+/;
const INLINE = /\\([!-/:-@[-`{-~])|\*\*(.+?)\*\*|((?:\[\d+\])+)/gs;

/** Returns the nodes of `markdown`; `marker(n)` makes the node of a citation marker. */
export function render(markdown, marker) {
  const out = document.createDocumentFragment();
  let list = null;
  let quotation = null;
  for (const block of markdown.split(/\n{2,}/)) {
    for (const line of joined(block)) {
      const item = line.match(LIST);
      const quoted = line.startsWith(">");
      if (item) {
        const kind = item[1] ? "ol" : "ul";
        if (list?.localName !== kind) {
          list = document.createElement(kind);
          if (item[1]) list.start = Number(item[1]);
          out.append(list);
        }
        list.append(element("li", line.replace(LIST, ""), marker));
        quotation = null;
        continue;
      }
      list = null;
      if (quoted) {
        quotation ??= out.appendChild(document.createElement("blockquote"));
        quotation.append(element("p", line.replace(/^>\s?/, ""), marker));
        continue;
      }
      quotation = null;
      const heading = line.match(/^#{1,6}\s+(.*)/);
      out.append(heading ? element("h3", heading[1], marker) : element("p", line, marker));
    }
  }
  return out;
}

/** Joins the lines of a paragraph with line breaks, and keeps list items and quotations apart. */
function joined(block) {
  const lines = [];
  let open = false;
  for (const line of block.split("\n")) {
    const apart = LIST.test(line) || line.startsWith(">") || line.startsWith("#");
    if (!line.trim()) continue;
    if (apart || !open) lines.push(line);
    else lines[lines.length - 1] += "\n" + line.trim();
    open = !line.startsWith("#");
  }
  return lines;
}

function element(name, text, marker) {
  const node = document.createElement(name);
  inline(node, text, marker);
  return node;
}

function inline(node, text, marker) {
  let done = 0;
  for (const found of text.matchAll(INLINE)) {
    words(node, text.slice(done, found.index));
    done = found.index + found[0].length;
    if (found[1]) node.append(found[1]);
    else if (found[2]) inline(node.appendChild(document.createElement("strong")), found[2], marker);
    else for (const n of found[3].matchAll(/\d+/g)) node.append(marker(Number(n[0])));
  }
  words(node, text.slice(done));
}

function words(node, text) {
  text.split("\n").forEach((line, index) => {
    if (index) node.append(document.createElement("br"));
    node.append(line);
  });
}
