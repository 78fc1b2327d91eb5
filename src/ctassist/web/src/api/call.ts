import { say } from "../texts";

/** An error that a person can read. `status` is that of HTTP, 0 when the service did not answer. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }

  /** Whether the same call may well succeed a little later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** Any error as a Refusal. */
export function refusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(String(error), 0);
}

interface Options {
  method?: string;
  body?: unknown;
  accept?: string;
  signal?: AbortSignal;
}

/** The address of a path of the service, as seen from the page: it may lie under any path of a proxy. */
export function address(path: string): string {
  return new URL(path.replace(/^\/+/, ""), document.baseURI).href;
}

/** Calls the service and returns its response; throws a Refusal for everything but success. */
export async function call(path: string, { method, body, accept, signal }: Options = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: accept ?? "application/json" };
  const options: RequestInit = { method: method ?? (body === undefined ? "GET" : "POST"), headers };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  if (signal) options.signal = signal;
  let response: Response;
  try {
    response = await fetch(address(path), options);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(say("fault.silent"), 0);
  }
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    throw new Refusal(problem.detail || say("fault.status", { status: response.status }), response.status);
  }
  return response;
}

/** Calls the service and returns the JSON that it answers with. */
export async function json<T>(path: string, options: Options = {}): Promise<T> {
  return (await (await call(path, options)).json()) as T;
}
