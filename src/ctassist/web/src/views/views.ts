import type { ComponentType, ReactNode } from "react";
import type { NumberedSource } from "../api/types";
import type { IconName } from "../shell/Icon";
import { FiguresView } from "../figures/FiguresView";
import { GroupsView } from "../groups/GroupsView";
import type { Key } from "../texts";
import { BriefingView } from "../briefing/BriefingView";
import { DocumentsView } from "../documents/DocumentsView";
import { TimelineView } from "../timeline/TimelineView";

/** What a view is given. */
export interface ViewProps {
  /** What its address says after the question mark: all that it depends on, so that a link leads to the same. */
  query: string;
  /** Says that the service is away. */
  notice: ReactNode;
  /** Changes when the service is back, or has been given a key. */
  returns: number;
  /** Is told that the service is away, or asks for a key. */
  onMissed(): void;
  onLocked(): void;
  /** Leads to the chat with a question in its field, to be changed or asked. */
  onDraft(question: string): void;
  /** Opens a source of a list beside the view. */
  onSource(sources: NumberedSource[], n: number): void;
}

interface View {
  title: Key;
  icon: IconName;
  Component: ComponentType<ViewProps>;
}

/** What stands beside the chat, in the order of the menu. A view is one folder beside this one and its line here. */
export const VIEWS = {
  timeline: { title: "timeline", icon: "timeline", Component: TimelineView },
  groups: { title: "groups", icon: "groups", Component: GroupsView },
  figures: { title: "figures", icon: "figures", Component: FiguresView },
  documents: { title: "documents", icon: "documents", Component: DocumentsView },
  briefing: { title: "briefing", icon: "briefing", Component: BriefingView },
} as const satisfies Record<string, View>;

export type ViewName = keyof typeof VIEWS;

export const isView = (name: string): name is ViewName => Object.hasOwn(VIEWS, name);

/** The hash that leads to a view. */
export const viewHash = (name: ViewName, query = "") => (query ? `#/${name}?${query}` : `#/${name}`);
