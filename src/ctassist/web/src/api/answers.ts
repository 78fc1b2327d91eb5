import { say } from "../texts";
import { Refusal, call } from "./call";
import { events } from "./events";
import type { Answer, Claim, Stage, Turn } from "./types";

export interface Asked {
  question: string;
  conversation_id?: string | undefined;
  history?: Turn[] | undefined;
}

export interface Listener {
  stage(stage: Stage): void;
  claim(claim: Claim): void;
}

/** Asks, tells `listener` what happens while the answer is made, and returns the whole answer. */
export async function ask(body: Asked, listener: Listener, signal: AbortSignal): Promise<Answer> {
  const response = await call("v1/answers", { body, accept: "text/event-stream", signal });
  try {
    for await (const [event, data] of events(response.body!)) {
      if (event === "answer") return data as Answer;
      if (event === "error") throw new Refusal((data as { detail: string }).detail, (data as { status: number }).status);
      if (event === "stage") listener.stage(data as Stage);
      if (event === "claim") listener.claim(data as Claim);
    }
  } catch (error) {
    if (signal.aborted || error instanceof Refusal) throw error;
  }
  throw new Refusal(say("fault.cut"), 0);
}

export type Rating = "up" | "down";

/** Tells the service what its reader thinks of an answer; null takes back what was said before. */
export async function rate(answer: Answer, rating: Rating | null, comment: string): Promise<void> {
  const conversation = answer.conversation_id ? { conversation_id: answer.conversation_id } : {};
  const said = comment ? { comment } : {};
  await call("v1/feedback", { body: { answer_id: answer.id, rating, ...conversation, ...said } });
}
