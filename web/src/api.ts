// Written by `make docs` from the API's OpenAPI description. Changes made here are lost.

/** A channel speaks to an audience. */
export type ADDRESSES = {
  type: "ADDRESSES";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** An actor is linked to another one in a way the document leaves open. */
export type AFFILIATED_WITH = {
  type: "AFFILIATED_WITH";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** Two actors are allies by treaty or by their own word. */
export type ALLIED_WITH = {
  type: "ALLIED_WITH";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** A channel carries on what another one published before, by forwards or by posts that come after. It may have it from elsewhere; the significance says whether chance would do the same. */
export type AMPLIFIES = {
  type: "AMPLIFIES";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id of the edge. */
  id: string;
  /** Named rule or measure, with its version. */
  method: string;
  /** Its parameters, as JSON. */
  parameters: string;
  /** What it looked at, as JSON: how many posts or nodes, of how many channels, from when to when. */
  coverage: string;
  /** Ids of documents behind it, at most a hundred. */
  documents: string[];
  /** Strength under the method. */
  score: number | null;
  /** Id of the run that wrote it. */
  run: string;
  /** What was carried on, such as forward, link or near-text. */
  object: string | null;
  /** How many of its posts carry on something of the other. */
  weight: number;
  /** How many posts of the source are behind it in all; the documents are some of them, each with one of the target. */
  posts: number;
  /** The first post that counts. */
  first: string;
  /** The last post that counts. */
  last: string;
  /** How likely chance gives such a weight, adjusted for all pairs of channels; the null model is among the parameters. */
  significance: number | null;
};

/** An actor declared a territory its own. */
export type ANNEXED = {
  type: "ANNEXED";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** An actor attacked another one or a place. */
export type ATTACKED = {
  type: "ATTACKED";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** Two actors are at war. */
export type AT_WAR_WITH = {
  type: "AT_WAR_WITH";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** How a network was made. */
export type About = {
  seeds: string[];
  /** The method that placed the nodes, with its seed. */
  layout: string;
  /** The method behind `community`. */
  communities: string | null;
  /** The method behind each centrality. */
  centralities: Record<string, string>;
  /** Whether a limit left nodes or edges out. */
  truncated: boolean;
};

/** Troops, units or forces named as a group, such as a brigade or the soldiers of a state. */
export type ArmedGroup = {
  type: "ArmedGroup";
  /** Deterministic id that begins with the type's prefix, as in `state:KP`. */
  id: string;
  /** The name to show; where documents differ, the first in alphabetical order that is not all capitals. */
  name: string;
  /** Every other name by which a document calls it, kept with its original spelling. */
  aliases: string[];
  /** Its usual name in English. */
  name_en: string | null;
  /** Its usual name in Ukrainian. */
  name_uk: string | null;
  /** Its usual name in Russian. */
  name_ru: string | null;
  /** Its Wikidata item, where one is known. */
  wikidata: string | null;
  /** ISO 3166 code of the state whose group it is. */
  country: string | null;
};

/** A document written as an article, statement or report. */
export type Article = {
  type: "Article";
  /** Deterministic id from the normalised text. */
  id: string;
  /** The whole text. */
  text: string;
  /** Hash of the text in UTF-8. */
  sha256: string;
  /** Hash of the bytes as they were read. */
  raw_sha256: string;
  /** The reader that produced the text. */
  reader: string;
  /** The file or address it was read from. */
  source: string;
  /** Headline. */
  title: string | null;
  /** Language of the text, ISO 639-1. */
  lang: string | null;
  /** Address where it was published. */
  url: string | null;
  /** Who published it. */
  outlet: string | null;
  /** Bylines. */
  authors: string[];
  /** ISO 8601 date or date-time of publication, as far as it is known. */
  published_at: string | null;
  /** When it was first read. */
  fetched_at: string | null;
};

/** How often a claim was told to an audience with one stance. */
export type AudienceCell = {
  /** Null where no document names the audience. */
  audience: string | null;
  stance: string;
  sentences: number;
  /** Ids of the channels that told it. */
  channels: string[];
  /** Ids of up to ten citations. */
  citations: string[];
};

/** Several states spoken of as one actor, with or without a treaty behind it. */
export type Bloc = {
  type: "Bloc";
  /** Deterministic id that begins with the type's prefix, as in `state:KP`. */
  id: string;
  /** The name to show; where documents differ, the first in alphabetical order that is not all capitals. */
  name: string;
  /** Every other name by which a document calls it, kept with its original spelling. */
  aliases: string[];
  /** Its usual name in English. */
  name_en: string | null;
  /** Its usual name in Ukrainian. */
  name_uk: string | null;
  /** Its usual name in Russian. */
  name_ru: string | null;
  /** Its Wikidata item, where one is known. */
  wikidata: string | null;
};

export type Body_files_v1_files_post = {
  /** Articles in any format Sayso reads. */
  files: string[];
};

/** An actor took a place or took somebody prisoner. */
export type CAPTURED = {
  type: "CAPTURED";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** A post carries a claim, in whatever words and whoever is made to say it. */
export type CARRIES = {
  type: "CARRIES";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** Two claims cannot both hold. */
export type CONTRADICTS = {
  type: "CONTRADICTS";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
  /** How plain the link is. */
  level: "strong" | "medium" | null;
  /** Rule that found it, with its version. */
  method: string | null;
};

/** Two actors work together, short of an alliance. */
export type COOPERATES_WITH = {
  type: "COOPERATES_WITH";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** A channel shared the same things as another one within the same window of time. The weight counts its own posts, so the edge back may differ; under the rule CooRTweet it counts pairs, and there is one edge for both. */
export type CO_SHARED = {
  type: "CO_SHARED";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id of the edge. */
  id: string;
  /** Named rule or measure, with its version. */
  method: string;
  /** Its parameters, as JSON. */
  parameters: string;
  /** What it looked at, as JSON: how many posts or nodes, of how many channels, from when to when. */
  coverage: string;
  /** Ids of documents behind it, at most a hundred. */
  documents: string[];
  /** Strength under the method. */
  score: number | null;
  /** Id of the run that wrote it. */
  run: string;
  /** What was shared, such as forward, link or near-text. */
  object: string | null;
  /** How often, as the method counts it. */
  weight: number;
  /** How many posts of the source are behind it in all; the documents are some of them, each with one of the target. */
  posts: number;
  /** The first post that counts. */
  first: string;
  /** The last post that counts. */
  last: string;
  /** How likely chance gives such a weight, adjusted for all pairs of channels; the null model is among the parameters. */
  significance: number | null;
  /** Posts behind it of the channel with fewer, over those of the one with more; CooRTweet. */
  symmetry: number | null;
  /** Posts of the source behind it; CooRTweet. */
  source_posts: number | null;
  /** Posts of the target behind it; CooRTweet. */
  target_posts: number | null;
  /** Seconds between the two shares of a pair on average; CooRTweet. */
  seconds_apart: number | null;
  /** True where the weight exceeds the percentile among the parameters; CooRTweet. */
  strong: boolean | null;
  /** Pairs within the narrower window among the parameters, where there is one; CooRTweet. */
  weight_fast: number | null;
};

/** How central an entity is. */
export type Centrality = "degree" | "betweenness" | "closeness";

/** A chain of cited ties from one entity to another. */
export type Chain = {
  steps: Step[];
};

/** Anything that publishes under one name or account, media outlets and bloggers included; anonymous channels are known by a description. */
export type Channel = {
  type: "Channel";
  /** Deterministic id that begins with the type's prefix, as in `state:KP`. */
  id: string;
  /** The name to show; where documents differ, the first in alphabetical order that is not all capitals. */
  name: string;
  /** Every other name by which a document calls it, kept with its original spelling. */
  aliases: string[];
  /** Its usual name in English. */
  name_en: string | null;
  /** Its usual name in Ukrainian. */
  name_uk: string | null;
  /** Its usual name in Russian. */
  name_ru: string | null;
  /** Its Wikidata item, where one is known. */
  wikidata: string | null;
  /** Where it publishes, in lower case (telegram, x, youtube, tv, site). */
  platform: string | null;
  /** Its account name on the platform, without @ or address. */
  handle: string | null;
  /** Its address. */
  url: string | null;
  /** What it is called: channel, blogger, outlet, agency, newspaper, ... */
  kind: string | null;
  /** True where no document names it. */
  anonymous: boolean | null;
  /** How documents describe it. */
  description: string[];
  /** Whom it speaks to, as documents put it. */
  audience: string[];
  /** Id of the person or body that a document says runs it. */
  owner: string | null;
};

/** A channel: what it is, how large it was, who carries it on, and where it turned. */
export type ChannelPage = {
  channel: Channel;
  /** By date. */
  subscribers: SizeObservation[];
  /** The strongest first. */
  amplification: DerivedTie[];
  flips: Flip[];
};

/** A cited relationship with its document, the words around the quote, and the check. */
export type Citation = {
  relationship: ADDRESSES | AFFILIATED_WITH | ALLIED_WITH | ANNEXED | ATTACKED | AT_WAR_WITH | CAPTURED | CARRIES | CONTRADICTS | COOPERATES_WITH | DEPLOYED_TO | FAMILY_OF | FOUGHT_AT | HAS_SUBSCRIBERS | HOLDS_OFFICE | LOCATED_IN | MEMBER_OF | MET_WITH | OWNS | PARTICIPATED_IN | PART_OF | PART_OF_NARRATIVE | QUOTED | REPEATS | RUNS | SAID | SANCTIONS | SIGNED | STATES | SUPPLIES | SUPPORTS | VISITED;
  source: End;
  target: End;
  /** Id of the document. */
  document: string;
  title: string | null;
  url: string | null;
  /** Up to 200 characters before the quote. */
  before: string;
  /** Up to 200 characters after it. */
  after: string;
  verification: Verification;
};

/** What somebody says to be so, apart from who says it and whether it is true. */
export type Claim = {
  type: "Claim";
  /** Deterministic id from what is claimed. */
  id: string;
  /** The claim in the words it was found in. */
  text: string;
  /** Language of the text, ISO 639-1. */
  lang: string | null;
  /** What it is about, where a topic was assigned. */
  topic: string | null;
};

/** A claim, who carries it and when, what stands against it, and to whom it was told. */
export type ClaimPage = {
  claim: Claim;
  /** By publication, the first of them first. */
  carriers: RelationshipCard[];
  /** Contradictions, repetitions, narratives. */
  related: RelationshipCard[];
  audiences: AudienceCell[];
};

/** A claim and how much it was said. */
export type ClaimSummary = {
  id: string;
  text: string;
  lang: string | null;
  topic: string | null;
  sentences: number;
  speakers: number;
  /** When it was first published. */
  first: string | null;
  /** When it was last published. */
  latest: string | null;
};

/** One column of a query's answer. */
export type Column = {
  name: string;
  type: "string" | "integer" | "float" | "boolean" | "date" | "strings";
  meaning: string;
};

/** How groups of closely tied entities are found. */
export type Communities = "louvain" | "greedy-modularity" | "label-propagation";

/** What Cytoscape.js reads. */
export type Cytoscape = {
  data: About;
  elements: CytoscapeElements;
};

/** An edge of Cytoscape.js. */
export type CytoscapeEdge = {
  data: Record<string, unknown>;
};

/** The elements of a network. */
export type CytoscapeElements = {
  nodes: CytoscapeNode[];
  edges: CytoscapeEdge[];
};

/** A node of Cytoscape.js. */
export type CytoscapeNode = {
  data: Record<string, unknown>;
  position: Position;
};

/** Troops or an actor's forces were sent to a place or state. */
export type DEPLOYED_TO = {
  type: "DEPLOYED_TO";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** A computed tie of two channels; its `documents` are ids of posts behind it. */
export type DerivedTie = {
  relationship: AMPLIFIES | CO_SHARED;
  source: End;
  target: End;
  /** What the rule was told. */
  parameters: Record<string, unknown>;
  /** What the rule looked at. */
  coverage: Record<string, unknown>;
};

/** A computed relationship type that ties two channels. */
export type DerivedType = "AMPLIFIES" | "CO_SHARED";

/** A document with its text, the places where it names entities, and what it says. */
export type DocumentPage = {
  document: Article | Post | Profile;
  mentions: Mention[];
  /** In the order of the text. */
  assertions: RelationshipCard[];
  /** Whether a limit of the server cut a list short. */
  truncated: boolean;
};

/** A document without its text. */
export type DocumentSummary = {
  id: string;
  title: string | null;
  url: string | null;
  outlet: string | null;
  lang: string | null;
  published_at: string | null;
  /** Length of the text in characters. */
  length: number;
};

/** A relationship type that is exported. */
export type EdgeType = "ADDRESSES" | "AFFILIATED_WITH" | "ALLIED_WITH" | "AMPLIFIES" | "ANNEXED" | "ATTACKED" | "AT_WAR_WITH" | "CAPTURED" | "CARRIES" | "CONTRADICTS" | "COOPERATES_WITH" | "CO_SHARED" | "DEPLOYED_TO" | "FAMILY_OF" | "FOUGHT_AT" | "HAS_SUBSCRIBERS" | "HOLDS_OFFICE" | "LOCATED_IN" | "MEMBER_OF" | "MET_WITH" | "OWNS" | "PARTICIPATED_IN" | "PART_OF" | "PART_OF_NARRATIVE" | "POSSIBLY_SAME_AS" | "QUOTED" | "REPEATS" | "RUNS" | "SAID" | "SANCTIONS" | "SIGNED" | "STATES" | "SUPPLIES" | "SUPPORTS" | "VISITED";

/** One end of a relationship. */
export type End = {
  id: string;
  /** Its name or title, or the beginning of its text. */
  name: string | null;
};

/** An entity, how documents write its name, and how much they say of it. */
export type EntityProfile = {
  entity: ArmedGroup | Bloc | Channel | Event | Organization | Person | Place | State | Treaty;
  /** Number of cited relationships with other entities. */
  relationships: number;
  /** Number of documents that speak of it. */
  documents: number;
  /** The usual spellings first, fifty at most. */
  names: NameUse[];
  /** What is said of it, by type and modality. */
  ties: TieCount[];
};

/** Something named that happened, such as a summit, a battle, an election or an exercise. */
export type Event = {
  type: "Event";
  /** Deterministic id that begins with the type's prefix, as in `state:KP`. */
  id: string;
  /** The name to show; where documents differ, the first in alphabetical order that is not all capitals. */
  name: string;
  /** Every other name by which a document calls it, kept with its original spelling. */
  aliases: string[];
  /** Its usual name in English. */
  name_en: string | null;
  /** Its usual name in Ukrainian. */
  name_uk: string | null;
  /** Its usual name in Russian. */
  name_ru: string | null;
  /** Its Wikidata item, where one is known. */
  wikidata: string | null;
  /** summit, battle, election, exercise, ... */
  kind: string | null;
  /** When it took place. */
  date: string | null;
};

/** Two people are relatives. */
export type FAMILY_OF = {
  type: "FAMILY_OF";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
  /** What the source is to the target, where the document says. */
  kinship: string | null;
};

/** An actor took part in fighting at a place or in a battle. */
export type FOUGHT_AT = {
  type: "FOUGHT_AT";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** One part of a request that does not fit. */
export type Fault = {
  /** The parameter or field. */
  where: string;
  /** What is wrong with it. */
  what: string;
};

/** A channel that stood one way to a claim and then another, or said what contradicts itself. */
export type Flip = {
  before: string;
  before_stance: string;
  before_date: string | null;
  before_citation: string;
  after: string;
  after_stance: string;
  after_date: string | null;
  after_citation: string;
};

/** Whose JSON a network is sent as. */
export type Form = "graphology" | "cytoscape" | "node-link";

export type FormatName = "gexf" | "graphml" | "csv" | "node-link" | "cytoscape" | "stix" | "ftm" | "jsonld" | "case";

/** A node type that full-text search finds. */
export type FoundType = "Actor" | "ArmedGroup" | "Article" | "Audience" | "Bloc" | "Channel" | "Claim" | "Document" | "Entity" | "Event" | "Narrative" | "Organization" | "Person" | "Place" | "Post" | "Profile" | "State" | "Treaty";

/** What `Graph.from` of graphology reads. */
export type Graphology = {
  options: GraphologyOptions;
  attributes: About;
  nodes: GraphologyNode[];
  edges: GraphologyEdge[];
};

/** An edge for all sentences of one type between two nodes. */
export type GraphologyEdge = {
  key: string;
  attributes: Record<string, unknown>;
  source: string;
  target: string;
};

/** A node; x, y, label, type and measures are among its attributes. */
export type GraphologyNode = {
  key: string;
  attributes: Record<string, unknown>;
};

/** What kind of graph it is. */
export type GraphologyOptions = {
  type: "directed";
  multi: true;
  allowSelfLoops: true;
};

/** A document gives a channel's number of subscribers. */
export type HAS_SUBSCRIBERS = {
  type: "HAS_SUBSCRIBERS";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** A person holds an office of a state, place or body. */
export type HOLDS_OFFICE = {
  type: "HOLDS_OFFICE";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
  /** The office, as the document words it. */
  title: string | null;
};

/** Whether the server and its store answer. */
export type Health = {
  /** `ok`. */
  status: string;
  /** Version of Sayso. */
  version: string;
  /** The store's name and version. */
  store: string;
};

/** Something whose words were found. */
export type Hit = {
  /** Its type in the vocabulary. */
  type: string;
  id: string;
  /** Its name or title, or the beginning of its text. */
  name: string;
  /** How well it fits; comparable within one search alone. */
  score: number;
  /** The text around the first word found, where it has one. */
  excerpt: string;
  /** The words found in the excerpt. */
  highlights: Span[];
  published_at: string | null;
};

/** A job as it stands. */
export type JobCard = {
  id: string;
  kind: "documents" | "files" | "urls" | "export";
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  created: string;
  started: string | null;
  finished: string | null;
  /** Documents read, refused, written, and in all. */
  progress: Record<string, number>;
  /** Ids of documents it read, the first thousand. */
  documents: string[];
  /** What was set aside, the first thousand. */
  refused: Refusal[];
  /** What it brought into the store. */
  counts: Record<string, number>;
  /** Address of the file it made. */
  result: string | null;
  /** Why it failed, or what it waits for. */
  problem: string | null;
};

/** A judgement as it is kept. */
export type JudgementCard = {
  id: string;
  verdict: "same" | "different" | "unsure" | "accept" | "reject";
  a: string;
  b: string | null;
  who: string;
  why: string;
  made_at: string;
  undone_at: string | null;
  undone_by: string | null;
  undone_why: string | null;
};

/** An entity lies or is based in a place or state. */
export type LOCATED_IN = {
  type: "LOCATED_IN";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** An actor belongs to an organization, bloc or group as a member. */
export type MEMBER_OF = {
  type: "MEMBER_OF";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** Two actors met, called each other or held talks. */
export type MET_WITH = {
  type: "MET_WITH";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
  /** How they met, where the document says. */
  medium: "in_person" | "call" | "video" | "letter" | "unknown" | null;
};

/** A place where a document names an entity. */
export type Mention = {
  start: number;
  end: number;
  /** Id of the entity. */
  entity: string;
  name: string;
  type: string;
  /** How it is meant: name, metonym, demonym, nominal or coref. */
  kind: string;
};

/** A spelling of a name and how usual it is. */
export type NameUse = {
  name: string;
  /** How often it is written so. */
  mentions: number;
  /** In how many documents. */
  documents: number;
};

/** Pages to fetch and read. */
export type NewAddresses = {
  urls: string[];
};

/** A text with what is known about it. */
export type NewDocument = {
  text: string;
  title?: string | null;
  url?: string | null;
  outlet?: string | null;
  authors?: string[];
  published?: string | null;
  lang?: string | null;
};

/** Documents to read. */
export type NewDocuments = {
  documents: NewDocument[];
};

/** An export to make. */
export type NewExport = {
  format: FormatName;
  seeds?: string[];
  hops?: number;
  query?: string | null;
  parameters?: Record<string, unknown>;
  types?: string[];
};

/** A decision to record. */
export type NewJudgement = {
  /** What is decided. */
  verdict: "same" | "different" | "unsure" | "accept" | "reject";
  /** Id of an entity, claim or cited relationship. */
  a: string;
  /** Id of the other node. */
  b?: string | null;
  /** Who decides; with a key it is the key's name. */
  who?: string | null;
  /** Why. */
  why: string;
};

/** What to watch: an entity, or a question of the catalogue with its parameters. */
export type NewWatchlist = {
  name: string;
  /** Id, name or alias of an entity. */
  entity?: string | null;
  query?: string | null;
  parameters?: Record<string, unknown>;
  /** A public https address to tell. */
  webhook?: string | null;
};

/** A watchlist just made, with the secret that its webhook is signed with, shown this once. */
export type NewWatchlistCard = {
  id: string;
  name: string;
  /** `seeds`, or `query` and its `parameters`. */
  watched: Record<string, unknown>;
  webhook: string | null;
  created: string;
  /** Address of the feed; its token stands for a key. */
  feed: string;
  /** Whether something has not reached the webhook yet. */
  waiting: boolean;
  /** Why the last delivery or the last look failed. */
  problem: string | null;
  secret: string;
};

/** What `networkx.node_link_graph(data, edges="edges")` and D3 read. */
export type NodeLink = {
  directed: true;
  multigraph: true;
  graph: About;
  nodes: Record<string, unknown>[];
  edges: Record<string, unknown>[];
};

/** An actor owns a channel, body or site. */
export type OWNS = {
  type: "OWNS";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** An agency, company, party, non-governmental or intergovernmental organization, or a military institution. */
export type Organization = {
  type: "Organization";
  /** Deterministic id that begins with the type's prefix, as in `state:KP`. */
  id: string;
  /** The name to show; where documents differ, the first in alphabetical order that is not all capitals. */
  name: string;
  /** Every other name by which a document calls it, kept with its original spelling. */
  aliases: string[];
  /** Its usual name in English. */
  name_en: string | null;
  /** Its usual name in Ukrainian. */
  name_uk: string | null;
  /** Its usual name in Russian. */
  name_ru: string | null;
  /** Its Wikidata item, where one is known. */
  wikidata: string | null;
  /** What sort of organization it is. */
  kind: "agency" | "company" | "party" | "ngo" | "igo" | "military" | "other" | null;
  /** ISO 3166 code of the state it belongs to or is based in. */
  country: string | null;
};

/** An actor took part in an event. */
export type PARTICIPATED_IN = {
  type: "PARTICIPATED_IN";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** One entity is a part of another one. */
export type PART_OF = {
  type: "PART_OF";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** A claim serves a narrative. */
export type PART_OF_NARRATIVE = {
  type: "PART_OF_NARRATIVE";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
  /** Rule that found it, with its version. */
  method: string | null;
};

export type Page_ClaimSummary_ = {
  items: ClaimSummary[];
  /** Address of what follows; null at the end. */
  next: string | null;
};

export type Page_DerivedTie_ = {
  items: DerivedTie[];
  /** Address of what follows; null at the end. */
  next: string | null;
};

export type Page_DocumentSummary_ = {
  items: DocumentSummary[];
  /** Address of what follows; null at the end. */
  next: string | null;
};

export type Page_Hit_ = {
  items: Hit[];
  /** Address of what follows; null at the end. */
  next: string | null;
};

export type Page_JobCard_ = {
  items: JobCard[];
  /** Address of what follows; null at the end. */
  next: string | null;
};

export type Page_JudgementCard_ = {
  items: JudgementCard[];
  /** Address of what follows; null at the end. */
  next: string | null;
};

export type Page_RankedChannel_ = {
  items: RankedChannel[];
  /** Address of what follows; null at the end. */
  next: string | null;
};

export type Page_RelationshipCard_ = {
  items: RelationshipCard[];
  /** Address of what follows; null at the end. */
  next: string | null;
};

export type Page_TimelineEntry_ = {
  items: TimelineEntry[];
  /** Address of what follows; null at the end. */
  next: string | null;
};

/** One value a query takes. `maximum` is the largest integer, the longest string in characters or the longest list in items; integers count something and start at 1. Where there are `values`, a string is one of them and a list holds nothing else. */
export type Parameter = {
  name: string;
  type: "string" | "integer" | "date" | "strings";
  required: boolean;
  default?: string | number | string[] | null;
  maximum: number;
  values?: string[];
  meaning: string;
};

/** A human being named in a document. */
export type Person = {
  type: "Person";
  /** Deterministic id that begins with the type's prefix, as in `state:KP`. */
  id: string;
  /** The name to show; where documents differ, the first in alphabetical order that is not all capitals. */
  name: string;
  /** Every other name by which a document calls it, kept with its original spelling. */
  aliases: string[];
  /** Its usual name in English. */
  name_en: string | null;
  /** Its usual name in Ukrainian. */
  name_uk: string | null;
  /** Its usual name in Russian. */
  name_ru: string | null;
  /** Its Wikidata item, where one is known. */
  wikidata: string | null;
  /** Offices and titles used with the name. */
  titles: string[];
  /** ISO 3166 code of the state the person is associated with. */
  country: string | null;
};

/** A city, region, river, base or other location that is not itself a state. */
export type Place = {
  type: "Place";
  /** Deterministic id that begins with the type's prefix, as in `state:KP`. */
  id: string;
  /** The name to show; where documents differ, the first in alphabetical order that is not all capitals. */
  name: string;
  /** Every other name by which a document calls it, kept with its original spelling. */
  aliases: string[];
  /** Its usual name in English. */
  name_en: string | null;
  /** Its usual name in Ukrainian. */
  name_uk: string | null;
  /** Its usual name in Russian. */
  name_ru: string | null;
  /** Its Wikidata item, where one is known. */
  wikidata: string | null;
  /** ISO 3166 code of the state it lies in by international law. */
  country: string | null;
};

/** Where a node is drawn. */
export type Position = {
  x: number;
  y: number;
};

/** A document published by a channel as one post or message. One that others forward, answer or link to, but that nobody has read in, has the label `:Post` alone and becomes a document when it is. */
export type Post = {
  type: "Post";
  /** Deterministic id from the normalised text. */
  id: string;
  /** The whole text. */
  text: string;
  /** Hash of the text in UTF-8. */
  sha256: string;
  /** Hash of the bytes as they were read. */
  raw_sha256: string;
  /** The reader that produced the text. */
  reader: string;
  /** The file or address it was read from. */
  source: string;
  /** Headline. */
  title: string | null;
  /** Language of the text, ISO 639-1. */
  lang: string | null;
  /** Address where it was published. */
  url: string | null;
  /** Who published it. */
  outlet: string | null;
  /** Bylines. */
  authors: string[];
  /** ISO 8601 date or date-time of publication, as far as it is known. */
  published_at: string | null;
  /** When it was first read. */
  fetched_at: string | null;
  /** Id of the channel that published it. */
  channel: string | null;
  /** What the platform itself calls it, such as a message number. */
  native: string | null;
  /** When the text as it stands was made, where it was edited. */
  edited_at: string | null;
  /** True where it repeats a post of another channel as a forward. */
  forwarded: boolean | null;
  /** Kinds of media beside the text, such as photo or video. */
  media: string[];
  /** How often it was seen, by the latest observation. */
  views: number | null;
  /** How often it was forwarded, by the latest observation. */
  forwards: number | null;
  /** How many reactions it had, by the latest observation. */
  reactions: number | null;
  /** Day of the latest observation of these numbers. */
  counted_on: string | null;
  /** Every dated observation of its views, as in `2024-10-26 15200`. */
  views_seen: string[];
};

/** What went wrong and what to do about it (RFC 9457). */
export type Problem = {
  /** A name for this kind of problem that does not change. */
  type: string;
  /** The kind of problem in words. */
  title: string;
  /** The HTTP status. */
  status: number;
  /** What happened here. */
  detail: string;
  /** The path that was asked for. */
  instance: string;
  /** The request's id, as in the log. */
  request?: string | null;
  /** What to do about it. */
  remedy?: string | null;
  /** What may have been meant. */
  near?: string[] | null;
  /** Each part that does not fit. */
  errors?: Fault[] | null;
};

/** What a page or an export showed of a channel itself on one day, its name, description and number of subscribers, kept as a small document so that it can be cited. */
export type Profile = {
  type: "Profile";
  /** Deterministic id from the normalised text. */
  id: string;
  /** The whole text. */
  text: string;
  /** Hash of the text in UTF-8. */
  sha256: string;
  /** Hash of the bytes as they were read. */
  raw_sha256: string;
  /** The reader that produced the text. */
  reader: string;
  /** The file or address it was read from. */
  source: string;
  /** Headline. */
  title: string | null;
  /** Language of the text, ISO 639-1. */
  lang: string | null;
  /** Address where it was published. */
  url: string | null;
  /** Who published it. */
  outlet: string | null;
  /** Bylines. */
  authors: string[];
  /** ISO 8601 date or date-time of publication, as far as it is known. */
  published_at: string | null;
  /** When it was first read. */
  fetched_at: string | null;
  /** Id of the channel it shows. */
  channel: string | null;
};

/** A channel or outlet quotes an actor. */
export type QUOTED = {
  type: "QUOTED";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** The rows that answer a question of the catalogue. */
export type QueryAnswer = {
  columns: string[];
  rows: Record<string, unknown>[];
  /** Whether a limit of the server cut the answer short. */
  truncated: boolean;
  query: string;
  parameters: Record<string, unknown>;
};

/** A question of the catalogue. */
export type QueryCard = {
  id: string;
  topic: string;
  title: string;
  description: string;
  parameters: Parameter[];
  /** The same as a JSON Schema. */
  parameters_schema: Record<string, unknown>;
  columns: Column[];
  example: Record<string, unknown>;
  /** The file as it can be pasted into Neo4j Browser. */
  cypher: string;
};

/** A claim says again what an earlier one said. */
export type REPEATS = {
  type: "REPEATS";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
  /** How plain the link is. */
  level: "strong" | "medium" | null;
  /** Rule that found it, with its version. */
  method: string | null;
};

/** An actor leads, administers or edits a channel or body; an outlet runs channels of its own. */
export type RUNS = {
  type: "RUNS";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** A channel and how much it carries on, or is carried on. */
export type RankedChannel = {
  channel: End;
  /** How many forwards, or the weights of its edges together. */
  weight: number;
  /** Of how many others, or by how many. */
  channels: number;
  /** The rule; null where stored forwards are counted. */
  method: string | null;
  /** What the rule was told. */
  parameters: Record<string, unknown> | null;
  /** What the rule looked at. */
  coverage: Record<string, unknown> | null;
  /** Ids of some posts behind it. */
  documents: string[];
};

/** A document that was set aside. */
export type Refusal = {
  source: string;
  /** Why it could not be read. */
  reason: string;
  /** What to do about it. */
  remedy: string | null;
};

/** A cited relationship and the names of its ends. */
export type RelationshipCard = {
  relationship: ADDRESSES | AFFILIATED_WITH | ALLIED_WITH | ANNEXED | ATTACKED | AT_WAR_WITH | CAPTURED | CARRIES | CONTRADICTS | COOPERATES_WITH | DEPLOYED_TO | FAMILY_OF | FOUGHT_AT | HAS_SUBSCRIBERS | HOLDS_OFFICE | LOCATED_IN | MEMBER_OF | MET_WITH | OWNS | PARTICIPATED_IN | PART_OF | PART_OF_NARRATIVE | QUOTED | REPEATS | RUNS | SAID | SANCTIONS | SIGNED | STATES | SUPPLIES | SUPPORTS | VISITED;
  source: End;
  target: End;
};

/** What a retraction removed. */
export type Retraction = {
  document: string;
  /** Relationships that were removed. */
  edges: number;
  /** Nodes that no other document speaks of, removed. */
  nodes: number;
  /** Nodes left with what other documents say. */
  changed: number;
};

/** The rows of an answer. */
export type Rows = {
  columns: string[];
  rows: Record<string, unknown>[];
  /** Whether a limit of the server cut the answer short. */
  truncated: boolean;
};

/** An actor or channel takes a stance on a claim. */
export type SAID = {
  type: "SAID";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
  /** How the speaker stands towards what is claimed. A claim whose own words say no ("there are no soldiers") is denied like one of which somebody says no ("denied that there are soldiers"); `cue` and the words tell which. */
  stance: "asserts" | "denies" | "hedges" | "praises" | "mocks" | "neutral" | "silent";
  /** In the speaker's words, in the document's, or by the narrator. */
  mode: "quoted" | "reported" | "narrator";
  /** Lemma of the word that introduces the claim. */
  cue: string | null;
  /** Id of the channel through which it was said. */
  via: string | null;
};

/** An actor imposes sanctions on another one. */
export type SANCTIONS = {
  type: "SANCTIONS";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** An actor put its name to a treaty. */
export type SIGNED = {
  type: "SIGNED";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** A document tells a claim that it gives to nobody it names. Its narrator's own has `asserted_by` document, what "was reported" or "sources say" has unknown. */
export type STATES = {
  type: "STATES";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
  /** How the speaker stands towards what is claimed. A claim whose own words say no ("there are no soldiers") is denied like one of which somebody says no ("denied that there are soldiers"); `cue` and the words tell which. */
  stance: "asserts" | "denies" | "hedges" | "praises" | "mocks" | "neutral" | "silent";
  /** Lemma of the word that introduces the claim. */
  cue: string | null;
};

/** An actor provides something to another one. */
export type SUPPLIES = {
  type: "SUPPLIES";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
  /** What is provided. */
  what: "arms" | "troops" | "technology" | "money" | "energy" | "goods" | "aid" | null;
};

/** An actor backs another one, an event or a treaty. */
export type SUPPORTS = {
  type: "SUPPORTS";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** How many subscribers a channel had when a document looked. */
export type SizeObservation = {
  value: number;
  /** exact, approx, below or at_least. */
  bound: string;
  date: string | null;
  citation: string;
  quote: string;
};

/** A place in a text, in characters. */
export type Span = {
  start: number;
  end: number;
};

/** A state or a state-like territory with its own government, whoever recognises it. */
export type State = {
  type: "State";
  /** Deterministic id that begins with the type's prefix, as in `state:KP`. */
  id: string;
  /** The name to show; where documents differ, the first in alphabetical order that is not all capitals. */
  name: string;
  /** Every other name by which a document calls it, kept with its original spelling. */
  aliases: string[];
  /** Its usual name in English. */
  name_en: string | null;
  /** Its usual name in Ukrainian. */
  name_uk: string | null;
  /** Its usual name in Russian. */
  name_ru: string | null;
  /** Its Wikidata item, where one is known. */
  wikidata: string | null;
  /** ISO 3166 alpha-2 code, upper case. */
  code: string | null;
};

/** A statement and the values of its parameters. */
export type Statement = {
  /** One statement that reads. */
  statement: string;
  /** The values of its $parameters. */
  parameters?: Record<string, unknown>;
  /** Rows at most. */
  rows?: number;
  /** Seconds at most. */
  seconds?: number;
};

/** One step of a chain: one of the sentences behind it, and how many there are. */
export type Step = {
  relationship: ADDRESSES | AFFILIATED_WITH | ALLIED_WITH | ANNEXED | ATTACKED | AT_WAR_WITH | CAPTURED | CARRIES | CONTRADICTS | COOPERATES_WITH | DEPLOYED_TO | FAMILY_OF | FOUGHT_AT | HAS_SUBSCRIBERS | HOLDS_OFFICE | LOCATED_IN | MEMBER_OF | MET_WITH | OWNS | PARTICIPATED_IN | PART_OF | PART_OF_NARRATIVE | QUOTED | REPEATS | RUNS | SAID | SANCTIONS | SIGNED | STATES | SUPPLIES | SUPPORTS | VISITED;
  source: End;
  target: End;
  sentences: number;
};

/** How many sentences of one type and modality there are. */
export type TieCount = {
  type: string;
  modality: string;
  sentences: number;
};

/** A relationship type that ties two entities. */
export type TieType = "AFFILIATED_WITH" | "ALLIED_WITH" | "ANNEXED" | "ATTACKED" | "AT_WAR_WITH" | "CAPTURED" | "COOPERATES_WITH" | "DEPLOYED_TO" | "FAMILY_OF" | "FOUGHT_AT" | "HOLDS_OFFICE" | "LOCATED_IN" | "MEMBER_OF" | "MET_WITH" | "OWNS" | "PARTICIPATED_IN" | "PART_OF" | "QUOTED" | "RUNS" | "SANCTIONS" | "SIGNED" | "SUPPLIES" | "SUPPORTS" | "VISITED";

/** A cited relationship and when it begins. */
export type TimelineEntry = {
  relationship: ADDRESSES | AFFILIATED_WITH | ALLIED_WITH | ANNEXED | ATTACKED | AT_WAR_WITH | CAPTURED | CARRIES | CONTRADICTS | COOPERATES_WITH | DEPLOYED_TO | FAMILY_OF | FOUGHT_AT | HAS_SUBSCRIBERS | HOLDS_OFFICE | LOCATED_IN | MEMBER_OF | MET_WITH | OWNS | PARTICIPATED_IN | PART_OF | PART_OF_NARRATIVE | QUOTED | REPEATS | RUNS | SAID | SANCTIONS | SIGNED | STATES | SUPPLIES | SUPPORTS | VISITED;
  source: End;
  target: End;
  /** When it begins, as precisely as it is known. */
  when: string;
  /** False where only the publication dates it. */
  dated: boolean;
};

/** A named or clearly identified agreement, pact, treaty or memorandum; two treaties of different years are two nodes. */
export type Treaty = {
  type: "Treaty";
  /** Deterministic id that begins with the type's prefix, as in `state:KP`. */
  id: string;
  /** The name to show; where documents differ, the first in alphabetical order that is not all capitals. */
  name: string;
  /** Every other name by which a document calls it, kept with its original spelling. */
  aliases: string[];
  /** Its usual name in English. */
  name_en: string | null;
  /** Its usual name in Ukrainian. */
  name_uk: string | null;
  /** Its usual name in Russian. */
  name_ru: string | null;
  /** Its Wikidata item, where one is known. */
  wikidata: string | null;
  /** treaty, agreement, pact, memorandum, declaration, ... */
  kind: string | null;
  /** When it was signed. */
  signed: string | null;
};

/** Why a judgement is taken back. */
export type Undoing = {
  /** Who decides; with a key it is the key's name. */
  who?: string | null;
  /** Why. */
  why: string;
};

/** An actor travelled to a place, a state or a body. */
export type VISITED = {
  type: "VISITED";
  /** Id of the node it starts from. */
  source: string;
  /** Id of the node it points to. */
  target: string;
  /** Deterministic id from what is said and where. */
  id: string;
  /** Id of the document that says it. */
  document: string;
  /** Where the quote begins in the document's text, in characters. */
  start: number;
  /** Where the quote ends, first character after it. */
  end: number;
  /** The document's text from start to end. */
  quote: string;
  /** When the document was published. */
  published_at: string | null;
  /** When what is said took place or holds, EDTF. */
  date: string | null;
  /** How exactly the date is known. */
  precision: "day" | "month" | "season" | "year" | "range" | null;
  /** Whether it is stated as fact, denied, alleged or only considered. */
  modality: "asserted" | "denied" | "alleged" | "hypothetical";
  /** Id of the actor or channel who says so; `document` for the narrator, `unknown` where the text names nobody. */
  asserted_by: string;
  /** How sure the extraction is, 0 to 1; missing where the rule gives none. */
  confidence: number | null;
  /** Component that found it, with its version. */
  extractor: string;
  /** Id of the run that wrote it. */
  run: string;
  /** Id the node it starts from had in the document, where that was judged the same as another one. */
  source_was: string | null;
  /** The same for the node it points to. */
  target_was: string | null;
  /** The same for the one who says so. */
  asserted_by_was: string | null;
};

/** Whether a citation still is what the stored text says at its place. */
export type Verification = {
  /** True where quote, place and text all fit. */
  holds: boolean;
  /** What the text says there. */
  found: string;
  /** Whether the text still has the hash it was stored with. */
  text_unchanged: boolean;
};

/** A watchlist as it stands. */
export type WatchlistCard = {
  id: string;
  name: string;
  /** `seeds`, or `query` and its `parameters`. */
  watched: Record<string, unknown>;
  webhook: string | null;
  created: string;
  /** Address of the feed; its token stands for a key. */
  feed: string;
  /** Whether something has not reached the webhook yet. */
  waiting: boolean;
  /** Why the last delivery or the last look failed. */
  problem: string | null;
};

export interface Paths {
  "/v1/amplification/cascade": {
    /** Every forward of a post, of its forwards and so on, in the order of time. */
    get: {
      query: {
        post: string;
        /** Items at most. */
        limit?: number;
      };
      response: QueryAnswer;
    };
  };
  "/v1/amplification/coshare": {
    /** Computed ties of a channel, or of any, with rule, coverage and posts, the strongest first. */
    get: {
      query: {
        /** Id of one end; else any. */
        channel?: string | null;
        /** Only these types. */
        type?: DerivedType[];
        /** Only edges of this rule. */
        method?: string | null;
        /** Items at most. */
        limit?: number;
        /** Where the page begins, as `next` has it. */
        cursor?: string | null;
      };
      response: Page_DerivedTie_;
    };
  };
  "/v1/amplification/ranking": {
    /** The channels that are carried on most, or that carry on most. */
    get: {
      query: {
        /** Count stored forwards, or weigh computed edges, each rule by itself. */
        by?: "forwards" | "amplification";
        /** Carried on by others, or carrying others on. */
        direction?: "in" | "out";
        /** Only edges of this rule. */
        method?: string | null;
        /** Items at most. */
        limit?: number;
        /** Where the page begins, as `next` has it. */
        cursor?: string | null;
      };
      response: Page_RankedChannel_;
    };
  };
  "/v1/channels/{id}": {
    /** A channel, its size by date, derived ties to other channels, and its turns. */
    get: {
      path: {
        /** Id of the channel. */
        id: string;
      };
      response: ChannelPage;
    };
  };
  "/v1/citations/{id}": {
    /** A cited relationship, the words around its quote, and whether the text still says so. */
    get: {
      path: {
        /** Id of the relationship. */
        id: string;
      };
      response: Citation;
    };
  };
  "/v1/claims": {
    /** Claims and how much they were said, in documents of a period, those published last first. */
    get: {
      query: {
        /** Id of who said it, or through whom. */
        speaker?: string | null;
        /** How the speaker stands to it. */
        stance?: "asserts" | "denies" | "hedges" | "praises" | "mocks" | "neutral" | "silent" | null;
        topic?: string | null;
        /** ISO 639-1 code. */
        lang?: string | null;
        /** Items at most. */
        limit?: number;
        /** Where the page begins, as `next` has it. */
        cursor?: string | null;
        /** A year, month or day, as in 2024-10. */
        since?: string | null;
        /** A year, month or day, as in 2024-10. */
        until?: string | null;
      };
      response: Page_ClaimSummary_;
    };
  };
  "/v1/claims/{id}": {
    /** A claim, who carries it and when, what stands against it, and to whom it was told. */
    get: {
      path: {
        /** Id of the claim. */
        id: string;
      };
      response: ClaimPage;
    };
  };
  "/v1/cypher": {
    /** Runs a statement that reads; it is planned first, and refused where it does more. */
    post: {
      body: Statement;
      response: Rows;
    };
  };
  "/v1/documents": {
    /** Documents without their texts, the latest first; those without a date last. */
    get: {
      query: {
        /** Who published it. */
        outlet?: string | null;
        /** ISO 639-1 code. */
        lang?: string | null;
        /** Items at most. */
        limit?: number;
        /** Where the page begins, as `next` has it. */
        cursor?: string | null;
        /** A year, month or day, as in 2024-10. */
        since?: string | null;
        /** A year, month or day, as in 2024-10. */
        until?: string | null;
      };
      response: Page_DocumentSummary_;
    };
    /** Reads texts into the store. */
    post: {
      body: NewDocuments;
      response: JobCard;
    };
  };
  "/v1/documents/{id}": {
    /** A document with its text, the places where it names entities, and what it says. */
    get: {
      path: {
        /** Id of the document. */
        id: string;
      };
      response: DocumentPage;
    };
    /** Takes a document back, with everything that rests on it alone. */
    delete: {
      path: {
        /** Id of the document. */
        id: string;
      };
      response: Retraction;
    };
  };
  "/v1/entities/{id}": {
    /** An entity, how documents write its name, and how much they say of it. */
    get: {
      path: {
        /** Id of the entity, as in `state:KP`. */
        id: string;
      };
      response: EntityProfile;
    };
  };
  "/v1/entities/{id}/changes": {
    /** What began between two dates, compared with what had been said before. */
    get: {
      path: {
        /** Id of the entity, as in `state:KP`. */
        id: string;
      };
      query: {
        /** A year, month or day, as in 2024-10. */
        since?: string | null;
        /** A year, month or day, as in 2024-10. */
        until?: string | null;
      };
      response: QueryAnswer;
    };
  };
  "/v1/entities/{id}/relationships": {
    /** Cited relationships of an entity with others, the latest documents first. */
    get: {
      path: {
        /** Id of the entity, as in `state:KP`. */
        id: string;
      };
      query: {
        /** Seen from the entity. */
        direction?: "both" | "out" | "in";
        /** Items at most. */
        limit?: number;
        /** Where the page begins, as `next` has it. */
        cursor?: string | null;
        /** Only these types. */
        type?: TieType[];
        /** Only these modalities. */
        modality?: ("asserted" | "denied" | "alleged" | "hypothetical")[];
        /** A year, month or day, as in 2024-10. */
        since?: string | null;
        /** A year, month or day, as in 2024-10. */
        until?: string | null;
      };
      response: Page_RelationshipCard_;
    };
  };
  "/v1/entities/{id}/timeline": {
    /** What is said of an entity and what it said, by when it begins, the earliest first. */
    get: {
      path: {
        /** Id of the entity, as in `state:KP`. */
        id: string;
      };
      query: {
        /** Items at most. */
        limit?: number;
        /** Where the page begins, as `next` has it. */
        cursor?: string | null;
        /** Only these types. */
        type?: TieType[];
        /** Only these modalities. */
        modality?: ("asserted" | "denied" | "alleged" | "hypothetical")[];
        /** A year, month or day, as in 2024-10. */
        since?: string | null;
        /** A year, month or day, as in 2024-10. */
        until?: string | null;
      };
      response: Page_TimelineEntry_;
    };
  };
  "/v1/exports": {
    /** Makes an export as a file to fetch later; `GET /v1/exports/{format}` streams one at once. */
    post: {
      body: NewExport;
      response: JobCard;
    };
  };
  "/v1/exports/{format}": {
    /** Everything, what is around some entities, or what a question answers with, row by row. */
    get: {
      path: {
        /** The format. */
        format: FormatName;
      };
      query: {
        /** Entities to export what is around: id or name. */
        seed?: string[];
        /** How far from the seeds. */
        hops?: number;
        /** A question of the catalogue; its parameters follow. */
        query?: string | null;
        /** Only these types. */
        type?: EdgeType[];
      };
      response: Blob;
    };
  };
  "/v1/files": {
    /** Reads files into the store; their names are shown and never used as paths. */
    post: {
      body: Blob;
      response: JobCard;
    };
  };
  "/v1/health": {
    /** Answers `ok` once the store does. */
    get: {
      response: Health;
    };
  };
  "/v1/jobs": {
    /** Every job, the latest first. */
    get: {
      query: {
        /** Only jobs in this state. */
        state?: "queued" | "running" | "done" | "failed" | "cancelled" | null;
        /** Items at most. */
        limit?: number;
        /** Where the page begins, as `next` has it. */
        cursor?: string | null;
      };
      response: Page_JobCard_;
    };
  };
  "/v1/jobs/{id}": {
    /** One job. */
    get: {
      path: {
        /** Id of the job. */
        id: string;
      };
      response: JobCard;
    };
  };
  "/v1/jobs/{id}/cancel": {
    /** Stops a job, at once if it waits, else at its next step; what it wrote until then stays. */
    post: {
      path: {
        /** Id of the job. */
        id: string;
      };
      response: JobCard;
    };
  };
  "/v1/jobs/{id}/events": {
    /** The job again whenever it changes, as server-sent events named after its state. */
    get: {
      path: {
        /** Id of the job. */
        id: string;
      };
      response: Blob;
    };
  };
  "/v1/jobs/{id}/result": {
    /** The file that an export made. */
    get: {
      path: {
        /** Id of the job. */
        id: string;
      };
      response: Blob;
    };
  };
  "/v1/judgements": {
    /** Judgements that hold, the latest first. */
    get: {
      query: {
        /** Only about this id. */
        about?: string | null;
        /** Those taken back too. */
        undone?: boolean;
        /** Items at most. */
        limit?: number;
        /** Where the page begins, as `next` has it. */
        cursor?: string | null;
      };
      response: Page_JudgementCard_;
    };
    /** Records a judgement; the graph follows at once. One that holds already is answered again. */
    post: {
      body: NewJudgement;
      response: JudgementCard;
    };
  };
  "/v1/judgements/{id}": {
    /** One judgement, undone or not. */
    get: {
      path: {
        /** Id of the judgement. */
        id: string;
      };
      response: JudgementCard;
    };
  };
  "/v1/judgements/{id}/undo": {
    /** Takes a judgement back: the graph is as if it had not been made, the log keeps it. */
    post: {
      path: {
        /** Id of the judgement. */
        id: string;
      };
      body: Undoing;
      response: JudgementCard;
    };
  };
  "/v1/metrics": {
    /** What Prometheus reads: requests by path and status, their durations, those running. */
    get: {
      response: Blob;
    };
  };
  "/v1/network": {
    /** The entities around the seeds, those tied by most sentences first, and all their ties. */
    get: {
      query: {
        /** Entity ids. */
        seed: string[];
        /** How far from the seeds. */
        hops?: number;
        /** Nodes at most. */
        limit?: number;
        /** Edges at most. */
        edges?: number;
        /** Only these types. */
        type?: TieType[];
        /** Only these modalities. */
        modality?: ("asserted" | "denied" | "alleged" | "hypothetical")[];
        /** A year, month or day, as in 2024-10. */
        since?: string | null;
        /** A year, month or day, as in 2024-10. */
        until?: string | null;
        /** Whose JSON it is. */
        format?: Form;
        /** Fixes the picture. */
        layout_seed?: number;
        /** Number groups so. */
        communities?: Communities | null;
        /** Measures of nodes. */
        centrality?: Centrality[];
      };
      response: Graphology | Cytoscape | NodeLink;
    };
  };
  "/v1/paths": {
    /** The shortest chains of cited ties from one entity to another, each step with a sentence. */
    get: {
      query: {
        /** Id of the entity it starts from. */
        a: string;
        /** Id of the entity it leads to. */
        b: string;
        /** Chains at most. */
        k?: number;
        /** Steps of a chain at most. */
        hops?: number;
        /** Only these types. */
        type?: TieType[];
        /** Only these modalities. */
        modality?: ("asserted" | "denied" | "alleged" | "hypothetical")[];
        /** A year, month or day, as in 2024-10. */
        since?: string | null;
        /** A year, month or day, as in 2024-10. */
        until?: string | null;
      };
      response: Chain[];
    };
  };
  "/v1/queries": {
    /** Every question of the catalogue. */
    get: {
      response: QueryCard[];
    };
  };
  "/v1/queries/{id}": {
    /** A question, the parameters it takes and the columns it answers with. */
    get: {
      path: {
        /** Id of the question. */
        id: string;
      };
      response: QueryCard;
    };
  };
  "/v1/queries/{id}/answer": {
    /** Answers a question; its parameters are the address's, lists repeat theirs. A name that the store does not know is not found, since no rows would say something else. */
    get: {
      path: {
        /** Id of the question. */
        id: string;
      };
      response: QueryAnswer;
    };
  };
  "/v1/search": {
    /** What holds all the words, misspelt ones and beginnings included, the best fit first. */
    get: {
      query: {
        /** Words; a phrase in quotation marks. */
        q: string;
        /** Only these types. */
        type?: FoundType[];
        /** Items at most. */
        limit?: number;
        /** Where the page begins, as `next` has it. */
        cursor?: string | null;
      };
      response: Page_Hit_;
    };
  };
  "/v1/urls": {
    /** Fetches public pages and reads them into the store. */
    post: {
      body: NewAddresses;
      response: JobCard;
    };
  };
  "/v1/watchlists": {
    /** Every watchlist, the oldest first. */
    get: {
      response: WatchlistCard[];
    };
    /** Begins to watch; what the graph holds already is no news. */
    post: {
      body: NewWatchlist;
      response: NewWatchlistCard;
    };
  };
  "/v1/watchlists/{id}": {
    /** One watchlist. */
    get: {
      path: {
        /** Id of the watchlist. */
        id: string;
      };
      response: WatchlistCard;
    };
    /** Watches no longer; feed and webhook end with it. */
    delete: {
      path: {
        /** Id of the watchlist. */
        id: string;
      };
      response: null;
    };
  };
  "/v1/watchlists/{id}/feed": {
    /** What is new as an Atom feed, the latest 200. */
    get: {
      path: {
        /** Id of the watchlist. */
        id: string;
      };
      query: {
        /** As `feed` of the watchlist has it. */
        token: string;
      };
      response: Blob;
    };
  };
}
