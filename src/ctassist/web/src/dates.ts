import type { Period } from "./api/types";
import { region } from "./texts";

/** A period in the reader's words: "January – February 2024"; with short names of months "Jan – Feb 2024". */
export function period(value: Period | null, month: "long" | "short" = "long"): string {
  if (!value) return "";
  const [start, end] = [day(value.start), day(value.end)];
  const whole = value.start.length > 7 || value.end.length > 7;
  const form = new Intl.DateTimeFormat(region(), {
    month,
    year: "numeric",
    timeZone: "UTC",
    ...(whole && { day: "numeric" }),
  });
  return form.formatRange(start, end);
}

function day(written: string): Date {
  const [year, month, date] = written.split("-").map(Number);
  return new Date(Date.UTC(year!, (month ?? 1) - 1, date ?? 1));
}
