import { ask } from "../api/answers";
import { refusal } from "../api/call";
import { conversation, copyShared, shared } from "../api/conversations";
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

/** `id` is null until the service has kept an answer; `shared` is the link that it was opened by, until more is asked. */
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
  /** Counts what the reader has gone on to: what was fetched for an earlier step comes too late. */
  private step = 0;

  constructor() {
    super(restored());
  }

  get running(): boolean {
    return this.state.exchanges.some((exchange) => exchange.stage !== null);
  }

  /** Asks a question, unless another one is being answered; tells whether it did. */
  async ask(question: string): Promise<boolean> {
    if (this.running) return false;
    this.step++;
    const exchange = { ...unasked(question), stage: FIRST };
    this.put({ ...this.state, exchanges: [...this.state.exchanges, exchange] });
    await this.run(exchange);
    return true;
  }

  /** Asks the question of an exchange again, in its place; tells whether it did. */
  async retry(exchange: Exchange): Promise<boolean> {
    if (this.running) return false;
    await this.run(exchange);
    return true;
  }

  /** Asks again what failed because the service was away or asked for a key, or what a reload cut short. */
  async resume(): Promise<boolean> {
    const last = this.state.exchanges.at(-1);
    if (!last || last.answer || last.stopped) return false;
    const passing = !last.fault || last.fault.passing || last.fault.status === 401;
    return passing && this.retry(last);
  }

  stop(): void {
    this.control?.abort();
  }

  /** Shows a conversation that the service keeps. Throws a Refusal when there is none. */
  async open(id: string): Promise<void> {
    await this.show({ id, shared: null }, () => conversation(id));
  }

  /** Shows what somebody has shared; whoever asks on does so in a conversation of their own. */
  async openShared(token: string): Promise<void> {
    await this.show({ id: null, shared: token }, () => shared(token));
  }

  startAnew(): void {
    this.step++;
    this.stop();
    this.put(NOTHING);
  }

  private async show(what: Pick<State, "id" | "shared">, fetched: () => Promise<Answer[]>): Promise<void> {
    const own = ++this.step;
    this.stop();
    const exchanges = answered(await fetched());
    if (own === this.step) this.put({ ...what, exchanges });
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
    try {
      const id = this.state.id ?? (await this.copied(key));
      if (id) return await ask({ question, conversation_id: id }, listener, signal);
    } catch (error) {
      // The conversation may have been deleted elsewhere, or the link withdrawn: what is on the page takes its place.
      if (refusal(error).status !== 404) throw error;
    }
    const history = this.history(key);
    return ask(history.length ? { question, history } : { question }, listener, signal);
  }

  /** The id of a conversation of the reader's own that goes on with a shared one. */
  private async copied(key: string): Promise<string | null> {
    const token = this.state.shared;
    if (!token) return null;
    const id = await copyShared(token);
    if (this.holds(key)) this.put({ ...this.state, id });
    return id;
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
