import { json } from "./call";
import type { RoleTimeline } from "./types";

/** Who held which role in which body from when to when. */
export const roleTimeline = () => json<RoleTimeline>("v1/roles/timeline");
