// One question with its answer, claims and sources as DOM nodes.

import { render } from "./markdown.js";

const STATUS = {
  partial: "Not everything is shown",
  not_found: "Not in the archive",
  clarify: "Please say which",
};
const SHOWN_SOURCES = 6;
let exchanges = 0;

/** Returns a node `<name class=…>text</name>`. */
export function node(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** An exchange: `root` is its node; it is filled claim by claim, then with the whole answer or with a fault. */
export class Exchange {
  constructor(question) {
    this.id = `x${++exchanges}`;
    this.root = node("article", "exchange");
    this.body = node("div", "answer");
    this.root.append(node("h2", "question", question), this.body);
  }

  /** Shows a claim that has been verified while the rest is still being made. */
  claim(claim) {
    this.body.classList.add("growing");
    this.body.append(node("p", "", claim.text));
  }

  /** Shows the whole answer; `ask(question)` is called for a suggestion. */
  show(answer, ask) {
    this.body.className = `answer ${answer.status}`;
    this.body.replaceChildren();
    if (STATUS[answer.status]) this.body.append(node("p", "status", STATUS[answer.status]));
    if (answer.resolved_question && !same(answer.resolved_question, answer.question)) {
      this.body.append(node("p", "quiet", `Understood as: ${answer.resolved_question}`));
    }
    const known = new Map(answer.citations.map((citation) => [citation.n, citation]));
    this.body.append(render(answer.answer, (n) => this.marker(n, known.get(n))));
    const worded = [answer.model && `Worded by ${answer.model}, and verified.`, answer.fallback].filter(Boolean).join(" ");
    if (worded) this.body.append(node("p", "quiet", worded));
    if (answer.citations.length) this.body.append(this.sources(answer.citations));
    if (answer.suggestions.length) this.body.append(choices(answer.suggestions, ask, "You could ask"));
  }

  /** Shows why there is no answer, with a button that asks again. */
  fail(message, again) {
    this.body.className = "answer failed";
    const button = node("button", "", "Try again");
    button.type = "button";
    button.addEventListener("click", again);
    const fault = node("p", "fault", message);
    fault.setAttribute("role", "alert");
    this.body.replaceChildren(fault, button);
  }

  marker(n, citation) {
    if (!citation) return document.createTextNode(`[${n}]`);
    const link = node("a", "marker", String(n));
    link.href = `#${this.id}-${n}`;
    link.title = `${citation.title}: ${citation.quote}`.slice(0, 300);
    link.setAttribute("aria-label", `Source ${n}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.reveal(n);
    });
    return link;
  }

  reveal(n) {
    const source = document.getElementById(`${this.id}-${n}`);
    source.closest("details").open = true;
    for (const lit of this.root.querySelectorAll(".lit")) lit.classList.remove("lit");
    source.classList.add("lit");
    source.scrollIntoView({ block: "center" });
    source.querySelector(":scope > a").focus({ preventScroll: true });
  }

  sources(citations) {
    const details = node("details", "sources");
    details.open = citations.length <= SHOWN_SOURCES;
    details.append(node("summary", "", citations.length === 1 ? "1 source" : `${citations.length} sources`));
    const list = node("ol");
    for (const citation of citations) {
      const item = node("li");
      item.id = `${this.id}-${citation.n}`;
      item.value = citation.n;
      const link = node("a", "", citation.title);
      link.href = citation.url;
      link.target = "_blank";
      link.rel = "noopener";
      const place = [months(citation.period), ...citation.section, citation.page && `page ${citation.page}`];
      if (citation.ocr_confidence !== null) place.push(`read by OCR, confidence ${citation.ocr_confidence.toFixed(2)}`);
      item.append(quoted(citation), link);
      item.append(node("span", "quiet", place.filter(Boolean).map((part) => ` · ${part}`).join("")));
      list.append(item);
    }
    details.append(list);
    return details;
  }
}

/** Returns the quote of a citation, in which the words that lead somewhere are links. */
function quoted(citation) {
  const quote = node("blockquote");
  // Offsets count code points, of which some are two characters of a string here.
  const letters = Array.from(citation.quote);
  let done = 0;
  for (const { start, end, url } of citation.links ?? []) {
    if (!/^(?:https?|mailto):/i.test(url)) continue;
    const link = node("a", "", letters.slice(start - citation.start, end - citation.start).join(""));
    link.href = url;
    link.target = "_blank";
    link.rel = "noopener noreferrer nofollow";
    quote.append(letters.slice(done, start - citation.start).join(""), link);
    done = end - citation.start;
  }
  quote.append(letters.slice(done).join(""));
  return quote;
}

/** Returns a list of questions that can be clicked. */
export function choices(questions, ask, label) {
  const list = node("ul", "choices");
  list.setAttribute("aria-label", label);
  for (const question of questions) {
    const button = node("button", "", question);
    button.type = "button";
    button.addEventListener("click", () => ask(question));
    const item = node("li");
    item.append(button);
    list.append(item);
  }
  return list;
}

/** Writes a period as words: "January to February 2024". */
export function months(period) {
  if (!period) return "";
  const start = words(period.start);
  const end = words(period.end);
  if (start === end) return start;
  const year = start.slice(-5);
  return `${end.endsWith(year) ? start.slice(0, -5) : start} to ${end}`;
}

function words(day) {
  const [year, month, date] = day.split("-").map(Number);
  const options = { month: "long", year: "numeric", timeZone: "UTC", ...(date && { day: "numeric" }) };
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(Date.UTC(year, month - 1, date || 1)));
}

function same(one, other) {
  const plain = (text) => text.toLowerCase().replace(/[\s?.!]+/g, " ").trim();
  return plain(one) === plain(other);
}
