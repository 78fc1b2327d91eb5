import { useEffect, useState } from "react";

/**
 * What a field holds until the address has taken it over, and a way to change it.
 *
 * Addresses change a moment later than fields do; back, forward or another link change what is asked for as well.
 */
export function useDraft<T>(asked: T): [T, (draft: T) => void] {
  const [draft, setDraft] = useState(asked);
  useEffect(() => setDraft(asked), [asked]);
  return [draft, setDraft];
}
