import type { Filters } from "../briefing/filters";
import { call, json } from "./call";
import type { Briefing } from "./types";

const PATH = "v1/briefs";

export type Form = "markdown" | "docx";

/** A briefing on a period. */
export const brief = (filters: Filters) => json<Briefing>(PATH, { body: filters });

/** The same as a file. */
export async function briefFile(filters: Filters, format: Form): Promise<File> {
  const response = await call(PATH, { body: { ...filters, format }, accept: "*/*" });
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  return new File([await response.blob()], name ?? "briefing");
}
