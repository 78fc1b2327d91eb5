import { LANGUAGES, language, say, type Key } from "../texts";
import { THEMES, theme } from "./theme";

/** Language and colours. */
export function Preferences() {
  return (
    <div className="preferences">
      <select aria-label={say("language")} value={language.use()} onChange={(event) => language.set(event.target.value)}>
        {Object.entries(LANGUAGES).map(([code, { name }]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      <select aria-label={say("theme")} value={theme.use()} onChange={(event) => theme.set(event.target.value)}>
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {say(`theme.${name}` as Key)}
          </option>
        ))}
      </select>
    </div>
  );
}
