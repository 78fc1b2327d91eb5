// The calls to the service: JSON, and answers as a stream of events.

/** An error that a person can read. `status` is that of HTTP, 0 when the service did not answer. */
export class Refusal extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** Calls the service and returns its response; throws a Refusal for everything but success. */
export async function call(path, body, accept = "application/json") {
  const options = { headers: { Accept: accept } };
  if (body) {
    options.method = "POST";
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refusal("The service does not answer. Is it still running?", 0);
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refusal(problem.detail || `The service answered with an error (${response.status}).`, response.status);
  }
  return response;
}

/** Asks, calls `listen(event, data)` as the answer is made, and returns the whole answer. */
export async function ask(body, listen) {
  const response = await call("/v1/answers", body, "text/event-stream");
  for await (const [event, data] of events(response.body)) {
    if (event === "answer") return data;
    if (event === "error") throw new Refusal(data.detail, data.status);
    listen(event, data);
  }
  throw new Refusal("The connection ended before the answer was complete.", 0);
}

async function* events(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (;;) {
    const { value, done } = await reader.read().catch(() => ({ done: true }));
    if (done) return;
    // A chunk may end between the two characters of a line end; what is unfinished waits for the next.
    buffer += value;
    const blocks = buffer.split(/\r\n\r\n|\n\n/);
    buffer = blocks.pop();
    for (const block of blocks) {
      const lines = block.split(/\r?\n/);
      const event = lines.find((line) => line.startsWith("event:"))?.slice(6).trim();
      const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).replace(/^ /, ""));
      if (event && data.length) yield [event, JSON.parse(data.join("\n"))];
    }
  }
}
