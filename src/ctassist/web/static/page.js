// The page: one conversation, kept for as long as the tab is open.

import { Exchange, choices, months } from "./answer.js";
import { ask, call } from "./service.js";

const STAGES = {
  understanding: "Reading the question…",
  searching: "Searching the archive…",
  composing: "Composing the answer…",
  verifying: "Checking every source…",
};
const KEPT = "ctassist.answers";
const at = (id) => document.getElementById(id);
let answers = [];
let running = false;

async function send(question) {
  if (running) return;
  const exchange = open(question);
  exchange.root.scrollIntoView({ block: "start" });
  busy(true);
  try {
    const body = { question, conversation_id: answers.at(-1)?.conversation_id || undefined };
    const answer = await ask(body, (event, data) => {
      if (event === "stage") at("progress").textContent = STAGES[data.stage] || "";
      if (event === "claim") exchange.claim(data);
    });
    exchange.show(answer, send);
    keep(answer);
  } catch (error) {
    if (error.status === 401) signIn();
    if (error.status === 404) answers = [];
    exchange.fail(error.message, () => {
      exchange.root.remove();
      send(question);
    });
  } finally {
    busy(false);
    exchange.root.scrollIntoView({ block: "start" });
  }
}

function open(question) {
  at("welcome").hidden = true;
  at("anew").hidden = false;
  const exchange = new Exchange(question);
  at("conversation").append(exchange.root);
  return exchange;
}

function busy(state) {
  running = state;
  at("send").disabled = state;
  at("progress").textContent = state ? STAGES.understanding : "";
}

function keep(answer) {
  answers.push(answer);
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(answers));
  } catch {
    // A tab that may not store anything still holds its conversation until it is closed.
  }
}

function restore() {
  try {
    answers = JSON.parse(sessionStorage.getItem(KEPT)) || [];
  } catch {
    answers = [];
  }
  for (const answer of answers) open(answer.question).show(answer, send);
}

function forget() {
  answers = [];
  try {
    sessionStorage.removeItem(KEPT);
  } catch {
    // See keep().
  }
}

function startAnew() {
  forget();
  history.replaceState(null, "", "/");
  at("conversation").replaceChildren();
  at("anew").hidden = true;
  welcome();
  at("question").focus();
}

/** Asks what the address asks, as in /?q=Who+chairs+…; a page that is reloaded shows its conversation instead. */
function begin() {
  const question = new URLSearchParams(location.search).get("q")?.trim();
  const visited = performance.getEntriesByType("navigation")[0]?.type ?? "navigate";
  if (!question || visited === "reload" || visited === "back_forward") return restore();
  forget();
  send(question);
}

async function welcome() {
  try {
    const held = await (await call("/v1/status")).json();
    const documents = held.documents === 1 ? "1 document" : `${held.documents} documents`;
    at("holdings").textContent = [documents, months(held.period)].filter(Boolean).join(", ");
    at("introduction").textContent = held.documents
      ? "Every answer names its sources; a number in the text leads to the very words."
      : "Nothing is indexed yet. Add documents with: ctassist ingest FOLDER";
    at("examples").replaceWith(Object.assign(choices(held.examples, send, "Example questions"), { id: "examples" }));
  } catch (error) {
    if (error.status === 401) return signIn();
    at("introduction").textContent = error.message;
    if (error.status === 503 || error.status === 0) setTimeout(() => answers.length || welcome(), 3000);
  }
  at("welcome").hidden = answers.length > 0 || running;
}

function signIn() {
  at("signin").hidden = false;
  at("key").focus();
}

at("signin").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await call("/session", { key: at("key").value.trim() });
    at("signin").hidden = true;
    at("refused").textContent = "";
    welcome();
  } catch (error) {
    at("refused").textContent = error.message;
  }
});
at("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  const question = at("question").value.trim();
  if (!question || running) return;
  at("question").value = "";
  send(question);
});
at("question").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    at("ask").requestSubmit();
  }
});
at("anew").addEventListener("click", startAnew);

begin();
welcome();
