import { ask } from "../api/answers";
import { refusal } from "../api/call";
import { conversation, shared } from "../api/conversations";
import type { Answer, Claim, Stage, Turn } from "../api/types";
import { passing, read, write } from "../storage";
import { Store } from "../store";

/** One question with what became of it. It is being answered while `stage` is set. */
export interface Exchange {
  key: string;
  question: string;
  stage: Stage | null;
  claims: Claim[];
  answer: Answer | null;
  fault: { message: string; status: number; passing: boolean } | null;
  stopped: boolean;
}

/** `id` is null until the service has kept an answer; `shared` is the link that it was opened by. */
interface State {
  id: string | null;
  shared: string | null;
  exchanges: Exchange[];
}

const KEPT = "ctassist.conversation";
const FIRST: Stage = { stage: "understanding", coverage: null };
const NOTHING: State = { id: null, shared: null, exchanges: [] };

/** The conversation on the page. It survives a reload, and asks again what a reload cut short. */
export class Conversation extends Store<State> {
  private control: AbortController | null = null;

  constructor() {
    super(restored());
  }

  get running(): boolean {
    return this.state.exchanges.some((exchange) => exchange.stage !== null);
  }

  /** Asks a question; does nothing while another one is being answered. */
  async ask(question: string): Promise<void> {
    if (this.running) return;
    const exchange = { ...unasked(question), stage: FIRST };
    this.put({ ...this.state, exchanges: [...this.state.exchanges, exchange] });
    await this.run(exchange);
  }

  /** Asks the question of an exchange again, in its place. */
  async retry(exchange: Exchange): Promise<void> {
    if (!this.running) await this.run(exchange);
  }

  /** Asks again what failed because the service was away or asked for a key, or what a reload cut short. */
  async resume(): Promise<void> {
    const last = this.state.exchanges.at(-1);
    if (!last || last.answer || last.stopped) return;
    if (!last.fault || last.fault.passing || last.fault.status === 401) await this.retry(last);
  }

  stop(): void {
    this.control?.abort();
  }

  /** Shows a conversation that the service keeps. Throws a Refusal when there is none. */
  async open(id: string): Promise<void> {
    this.stop();
    this.put({ id, shared: null, exchanges: answered(await conversation(id)) });
  }

  /** Shows what somebody has shared; whoever asks on does so in a conversation of their own. */
  async openShared(token: string): Promise<void> {
    this.stop();
    this.put({ id: null, shared: token, exchanges: answered(await shared(token)) });
  }

  startAnew(): void {
    this.stop();
    this.put(NOTHING);
  }

  private async run({ key, question }: Exchange): Promise<void> {
    const control = (this.control = new AbortController());
    this.change(key, { ...unasked(question), key, stage: FIRST });
    try {
      const answer = await this.answer(key, question, control.signal);
      this.change(key, { stage: null, answer });
      if (this.holds(key)) this.put({ ...this.state, id: answer.conversation_id, shared: null });
    } catch (error) {
      if (control.signal.aborted) return this.change(key, { stage: null, stopped: true });
      const { message, status, passing } = refusal(error);
      this.change(key, { stage: null, fault: { message, status, passing } });
    }
  }

  private async answer(key: string, question: string, signal: AbortSignal): Promise<Answer> {
    const listener = {
      stage: (stage: Stage) => this.change(key, { stage }),
      claim: (claim: Claim) => this.change(key, { claims: [...(this.find(key)?.claims ?? []), claim] }),
    };
    const id = this.state.id;
    const history = this.history(key);
    if (!id) return ask(history.length ? { question, history } : { question }, listener, signal);
    try {
      return await ask({ question, conversation_id: id }, listener, signal);
    } catch (error) {
      if (refusal(error).status !== 404) throw error;
      // The conversation was deleted elsewhere: what is on the page takes its place.
      return ask({ question, history }, listener, signal);
    }
  }

  private history(until: string): Turn[] {
    const before = this.state.exchanges.slice(0, this.state.exchanges.findIndex((exchange) => exchange.key === until));
    return before.flatMap(({ question, answer }) =>
      answer ? [{ role: "user" as const, text: question }, { role: "assistant" as const, text: answer.answer }] : [],
    );
  }

  private find(key: string): Exchange | undefined {
    return this.state.exchanges.find((exchange) => exchange.key === key);
  }

  private holds(key: string): boolean {
    return this.find(key) !== undefined;
  }

  private change(key: string, part: Partial<Exchange>): void {
    if (!this.holds(key)) return;
    const exchanges = this.state.exchanges.map((known) => (known.key === key ? { ...known, ...part } : known));
    this.put({ ...this.state, exchanges });
  }

  private put(state: State): void {
    this.become(state);
    write(passing, KEPT, JSON.stringify(state));
  }
}

function unasked(question: string): Exchange {
  const key = crypto.getRandomValues(new Uint32Array(2)).join("-");
  return { key, question, stage: null, claims: [], answer: null, fault: null, stopped: false };
}

function answered(answers: Answer[]): Exchange[] {
  return answers.map((answer) => ({ ...unasked(answer.question), answer }));
}

function restored(): State {
  try {
    const state = JSON.parse(read(passing, KEPT) ?? "null") as State | null;
    if (!state) return NOTHING;
    return { ...state, exchanges: state.exchanges.map((exchange) => ({ ...exchange, stage: null })) };
  } catch {
    return NOTHING;
  }
}
