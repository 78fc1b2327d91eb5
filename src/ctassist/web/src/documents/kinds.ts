import { language, say } from "../texts";

const KINDS: Record<string, string> = {
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
  "text/html": "HTML",
  "text/markdown": "Markdown",
};

/** What kind of file a document is, in the reader's words. */
export function kind(mediaType: string): string {
  if (mediaType === "text/plain") return say("documents.kind.text");
  if (mediaType === "message/rfc822") return say("documents.kind.mail");
  return KINDS[mediaType] ?? mediaType;
}

/** The name of a language in the reader's own. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(language.now, { type: "language" }).of(code) ?? code;
}
