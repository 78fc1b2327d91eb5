// What the browser keeps for the page. One that may not store throws already when its storage is asked for; the page
// works all the same, and forgets when the tab is closed.

type Place = () => Storage;

/** Outlasts the visit. */
export const lasting: Place = () => localStorage;

/** Is kept until the tab is closed. */
export const passing: Place = () => sessionStorage;

export function read(place: Place, name: string): string | null {
  try {
    return place().getItem(name);
  } catch {
    return null;
  }
}

export function write(place: Place, name: string, value: string): void {
  try {
    place().setItem(name, value);
  } catch {
    // See above.
  }
}
