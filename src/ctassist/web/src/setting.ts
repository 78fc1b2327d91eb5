import { lasting, read, write } from "./storage";
import { Store } from "./store";

/** A choice of the reader that outlasts the visit. */
export class Setting extends Store<string> {
  constructor(
    private readonly name: string,
    standard: string,
    valid: (value: string) => boolean,
  ) {
    const kept = read(lasting, name);
    super(kept !== null && valid(kept) ? kept : standard);
  }

  set(value: string): void {
    write(lasting, this.name, value);
    this.become(value);
  }
}
