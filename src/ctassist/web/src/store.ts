import { useSyncExternalStore } from "react";

/** Something whose state components show; each change makes a new state. */
export class Store<State> {
  private listeners = new Set<() => void>();

  constructor(protected state: State) {}

  get now(): State {
    return this.state;
  }

  /** The state, with a component drawn again when it changes. */
  use(): State {
    return useSyncExternalStore(this.subscribe, () => this.state);
  }

  protected become(state: State): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  private subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
