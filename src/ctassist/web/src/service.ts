import { address } from "./api/call";
import { Store } from "./store";

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** `up`, `down` (nothing answers) or `unready` (it answers that it is not ready, and `detail` says why). */
interface State {
  name: "up" | "down" | "unready";
  detail: string;
}

/** Whether the service can answer. Once it was found missing, it is asked again and again until it is back. */
export class Service extends Store<State> {
  private watching = false;
  private wake: () => void = () => undefined;

  constructor(private readonly back: () => void) {
    super({ name: "up", detail: "" });
    addEventListener("online", () => this.wake());
    document.addEventListener("visibilitychange", () => this.wake());
  }

  /** Is told that a call failed because the service is away. */
  async missed(): Promise<void> {
    if (this.watching) return;
    this.watching = true;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      const found = await look();
      if (found.name !== this.now.name || found.detail !== this.now.detail) this.become(found);
      if (found.name === "up") break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.watching = false;
    this.back();
  }
}

async function look(): Promise<State> {
  try {
    const response = await fetch(address("readyz"), { cache: "no-store" });
    if (response.ok) return { name: "up", detail: "" };
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    return problem.detail ? { name: "unready", detail: problem.detail } : { name: "down", detail: "" };
  } catch {
    return { name: "down", detail: "" };
  }
}
