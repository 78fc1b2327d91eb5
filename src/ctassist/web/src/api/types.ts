// The shapes of the service's JSON, as far as the page uses them; /docs describes them whole.

export interface Period {
  start: string;
  end: string;
}

/** A rectangle in points (1/72 inch) from the top left corner of a page; pages count from 1. */
export interface Box {
  page: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Words that lead to an address; offsets count code points of the document's text. */
export interface Link {
  start: number;
  end: number;
  url: string;
}

/** A span of a document with its words. */
export interface Source {
  document_id: string;
  title: string;
  period: Period | null;
  section: string[];
  page: number | null;
  quote: string;
  start: number;
  end: number;
  url: string;
}

/** Where the words of a span stand on their pages, how sure OCR is of them, and where they lead. */
export interface Whereabouts {
  boxes: Box[];
  ocr_confidence: number | null;
  links: Link[];
}

export interface Citation extends Source, Whereabouts {
  n: number;
}

/** A citation of an answer, or a source of a list, whose whereabouts are asked for when it is opened. */
export type NumberedSource = Source & { n: number } & Partial<Whereabouts>;

export interface Claim {
  text: string;
  citations: number[];
}

export interface Coverage {
  from: string | null;
  to: string | null;
  documents: number;
  matched: number;
  shown: number;
}

/** How far an answer is; `coverage` says what was searched and found, once that is known. */
export interface Stage {
  stage: string;
  coverage: Coverage | null;
}

export interface Answer {
  id: string;
  conversation_id: string | null;
  question: string;
  resolved_question: string;
  status: "answered" | "partial" | "not_found" | "clarify";
  answer: string;
  claims: Claim[];
  citations: Citation[];
  coverage: Coverage;
  suggestions: string[];
  model: string | null;
  fallback: string | null;
}

/** One line of a briefing; `group` is the subheading that it stands under. */
export interface BriefLine extends Claim {
  group: string | null;
}

export interface BriefSection {
  heading: string;
  lines: BriefLine[];
}

/** A briefing, without sections where nothing was found; `searched` says what was searched for it. */
export interface Briefing {
  title: string;
  searched: string;
  markdown: string;
  sections: BriefSection[];
  citations: Citation[];
}

export interface Turn {
  role: "user" | "assistant";
  text: string;
}

export interface Holdings {
  documents: number;
  documents_with_warnings: number;
  period: Period | null;
  gaps: Period[];
  series: Series[];
  examples: string[];
}

/** A periodical, all the ways in which its issues write its name, and the periods of issues that seem to be missing. */
export interface Series {
  name: string;
  names: string[];
  language: string | null;
  issues: number;
  period: Period;
  missing: Period[];
}

/** Another version of the same issue, and what it says of its state: "draft". */
export interface Edition {
  document_id: string;
  name: string;
  version: string | null;
}

export interface DocumentRecord {
  document_id: string;
  name: string;
  title: string;
  period: Period | null;
  media_type: string;
  series: string | null;
  language: string | null;
  version: string | null;
  replaces: Edition[];
  pages: number | null;
  warnings: string[];
  ocr: { pages: number[]; confidence: number | null } | null;
  url: string;
}

export interface ConversationSummary {
  conversation_id: string;
  title: string;
  updated_at: string;
  turns: number;
}

export interface DatedInterval extends Period {
  precision: "day" | "range" | "month" | "season" | "year" | "issue";
}

export interface Activity {
  id: string;
  intervals: DatedInterval[];
  text: string;
  citation: Source;
  /** Where other documents tell the same. */
  repeats: Source[];
}

export interface MonthCount {
  month: string;
  activities: number;
}

export interface YearCount {
  year: number;
  activities: number;
}

export interface Choice {
  name: string;
  activities: number;
}

export interface Timeline {
  undated: number;
  months: MonthCount[];
  years: YearCount[];
  entities: Choice[];
  places: Choice[];
  sections: Choice[];
}

/** A day on which roles are stated; both `day` and `period` are null for pages without a period. */
export interface Stop {
  day: string | null;
  period: Period | null;
  beginning: boolean;
}

/** A holder of a role as one source writes it. */
export interface Holder {
  name: string;
  affiliation: string | null;
  citation: Source;
}

/** The time through which somebody holds a role, in numbers of stops; `until` is the one that names them no more. */
export interface Spell {
  since: number;
  last: number;
  until: number | null;
  first: Holder;
  latest: Holder;
}

export interface Post {
  role: string;
  label: string;
  stated: number[];
  changed: number[];
  disputed: number[];
  spells: Spell[];
}

export interface Body {
  name: string;
  spellings: string[];
  posts: Post[];
}

export interface RoleTimeline {
  stops: Stop[];
  bodies: Body[];
}

/** A figure of one issue; `change` is the difference to the one before, null where that cannot be told. */
export interface Point {
  figure: string;
  value: number | null;
  change: number | null;
  period: Period | null;
  citation: Source | null;
}

export interface IndicatorSeries {
  label: string;
  labels: string[];
  unit: string | null;
  periodical: string;
  heading: string | null;
  points: Point[];
}

export interface IndicatorPage {
  series: IndicatorSeries[];
  total: number;
  next: string | null;
}
