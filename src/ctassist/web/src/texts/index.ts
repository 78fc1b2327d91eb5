// What the page says, in the reader's language. A language is one file beside this one and its line in LANGUAGES.

import { useEffect } from "react";
import { Setting } from "../setting";
import en from "./en.json";
import fr from "./fr.json";

export type Key = keyof typeof en;

interface Language {
  name: string;
  texts: Record<Key, string>;
  direction: "ltr" | "rtl";
}

export const LANGUAGES: Record<string, Language> = {
  en: { name: "English", texts: en, direction: "ltr" },
  fr: { name: "Français", texts: fr, direction: "ltr" },
};

/** The language of the page: the one chosen, else the first that the browser's reader prefers and that there is. */
export const language = new Setting(
  "ctassist.language",
  navigator.languages.map((tag) => tag.split("-")[0]!).find((tag) => tag in LANGUAGES) ?? "en",
  (code) => code in LANGUAGES,
);

/** How the reader writes dates: as in the first preferred region where the page's language is spoken. */
export const region = () => navigator.languages.find((tag) => tag.split("-")[0] === language.now) ?? language.now;

/** Gives the page the reader's language, and draws it again when another is chosen. */
export function useLanguage(): void {
  const code = language.use();
  useEffect(() => {
    document.documentElement.lang = code;
    document.documentElement.dir = LANGUAGES[code]!.direction;
  }, [code]);
}

/** The text `key`, with `values` in the places that it names in braces. */
export function say(key: Key, values: Record<string, string | number> = {}): string {
  const text = LANGUAGES[language.now]!.texts[key];
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A text of which there is one for each form that numbers take: "sources.one", "sources.other". */
type Counted = Key extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;

/** The text for a number of things, in the form that the language has for it. */
export function count(key: Counted, n: number): string {
  const texts = LANGUAGES[language.now]!.texts;
  const form = `${key}.${new Intl.PluralRules(language.now).select(n)}`;
  const n_ = new Intl.NumberFormat(language.now).format(n);
  return say(form in texts ? (form as Key) : `${key}.other`, { n: n_ });
}
