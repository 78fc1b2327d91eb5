import { useEffect } from "react";
import { Setting } from "../setting";

export const THEMES = ["system", "light", "dark"] as const;

/** The colours of the page: the system's, unless the reader has chosen. */
export const theme = new Setting("ctassist.theme", "system", (value) => THEMES.some((known) => known === value));

/** Gives the page the colours that are chosen, and follows the system where it is to. */
export function useTheme(): void {
  const chosen = theme.use();
  useEffect(() => {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const paint = () => {
      const system = dark.matches ? "dark" : "light";
      document.documentElement.dataset.theme = chosen === "system" ? system : chosen;
    };
    paint();
    dark.addEventListener("change", paint);
    return () => dark.removeEventListener("change", paint);
  }, [chosen]);
}
