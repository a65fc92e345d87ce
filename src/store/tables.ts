// The database as types, a table each. There is no column for an author, a handle or a post's link.
import type { Generated, Kysely, Transaction } from 'kysely'
import type { Redacted } from '../model/brands.ts'

/** Instants are ISO 8601 in UTC, days YYYY-MM-DD in Viet Nam time, flags 0 or 1, lists and objects JSON. */
export type Tables = {
  source: {
    id: string
    name: string
    ownership: string
    region: string
    definition: string
    next_check_at: string
    last_attempt_at: string | null
    last_success_at: string | null
    failures: number
    /** Start of the first of the rounds that failed in a row. */
    failing_since: string | null
    failure: string | null
    paused_reason: string | null
    /** Left out of the configuration since; its items stay. */
    removed_at: string | null
  }
  /** Whose account a source is, by the word of two members of staff; their names stand nowhere else but in the audit log. */
  source_confirmation: {
    source_id: string
    /** What they spoke for: a changed address needs two words again. */
    address: string
    proposed_by: string
    proposed_on: string
    confirmed_by: string | null
    confirmed_on: string | null
  }
  resource: {
    source_id: string
    url: string
    etag: string | null
    last_modified: string | null
    checked_at: string
    entry_fingerprint: string | null
    failures: number
  }
  /** Feeds whose hubs push; `url` is the feed as configured. */
  subscription: {
    id: string
    source_id: string
    url: string
    hub: string
    topic: string
    secret: string
    /** Last time that the hub was asked; null before the first. */
    asked_at: string | null
    /** Until when the hub promised to push; null until it has confirmed. */
    lease_until: string | null
  }
  item: {
    id: Generated<number>
    source_id: string
    url: string
    title: Redacted
    text: Redacted
    language: string
    language_confidence: number
    published_at: string | null
    /** Day of publication, of first sight where that is not known. */
    day: string
    first_seen_at: string
    text_origin: string
    extraction: string
    content_hash: string
    judgement_version: string
    classified: number
    revision: number
    /** Id of the first item of its story; null until it was linked. */
    story_id: number | null
    /** The item that it repeats nearly word for word; such copies are counted once. */
    copy_of: number | null
    /** When it was last held against evidence and fact-checks; null where it still waits. */
    triaged_at: string | null
    /** When a person said that its flag was wrong: it is flagged no more, unless it is edited. */
    speech_at: string | null
  }
  /** Provinces and communes that an item is about; `former_region` where the text uses a name of before. */
  item_place: { item_id: number; region: string; former_region: string | null; rank: number }
  /** `direction` is null where it is not known. */
  tag: { item_id: number; convention: string; score: number; direction: string | null; reasons: string }
  tag_article: { item_id: number; convention: string; article: string; rank: number }
  /** Labels of the second kind: ILO conventions, trade agreements, migrant workers. */
  item_instrument: { item_id: number; instrument: string; score: number; reasons: string }
  item_source: { item_id: number; source_id: string; url: string; seen_at: string }
  item_revision: {
    item_id: number
    revision: number
    title: Redacted
    text: Redacted
    content_hash: string
    seen_at: string
  }
  /** Private posts, as numbers: by source, week, region and convention (`all` counts every post once). */
  post_count: { source_id: string; week: string; region: string; convention: string; count: number }
  /** Keyed hashes of posts that were counted; no way leads from here to an item or a source. */
  seen_post: { hash: string; key_id: string }
  crawl: {
    id: Generated<number>
    source_id: string
    started_at: string
    ended_at: string
    day: string
    status: string
    failure: string | null
    message: string | null
  }
  crawl_outcome: { crawl_id: number; result: string; reason: string; count: number }
  /** What became of each article of organisations; private posts leave no row. */
  capture: { crawl_id: number; source_id: string; url: string; result: string; reason: string; at: string }
  /** Of each source and day: rounds that went well and that failed, and new items. Outlives the ledger. */
  source_day: { source_id: string; day: string; succeeded: number; failed: number; items: number }
  fetch: {
    id: Generated<number>
    source_id: string
    at: string
    host: string
    url: string
    robots: string
    crawl_delay_ms: number | null
    status: number | null
    failure: string | null
    bytes: number
    elapsed_ms: number
  }
  /** Daily aggregates of items, written before the items are deleted. */
  daily_count: { day: string; source_id: string; region: string; language: string; convention: string; count: number }
  /** Whose turn it is at a host, and how long it wants to be left alone. */
  host_turn: {
    host: string
    holder: string | null
    lease_until: string | null
    ended_at: string
    quiet_until: string
  }
  job: {
    id: string
    kind: string
    payload: string
    /** One waiting or running job per key. */
    unique_key: string
    state: string
    run_at: string
    attempts: number
    lease_until: string | null
    /** The process that holds it. */
    lease_owner: string | null
    last_error: string | null
    created_at: string
  }
  /** Periods that were judged again: items a convention before and after, and how far it has come. */
  retag_run: {
    id: string
    from_day: string
    to_day: string
    version: string
    started_at: string
    ended_at: string | null
    last_item_id: number
    items: number
    changed: number
    counts_before: string
    counts_after: string
  }
  audit: {
    sequence: number
    at: string
    actor: string
    action: string
    subject: string
    details: string
    previous_hash: string
    hash: string
  }
  region: {
    code: string
    level: string
    kind_vi: string
    name_vi: string
    name_en: string
    parent: string | null
    valid_from: string | null
    valid_to: string | null
  }
  region_succession: { from_code: string; to_code: string; partial: number }
  channel: {
    id: string
    name: string
    kind: string
    region: string
    source_id: string | null
    valid_from: string | null
    valid_to: string | null
  }
  unit: {
    id: string
    name: string
    region: string
    valid_from: string | null
    valid_to: string | null
    successor: string | null
  }
  /** Dated statements by named publishers; a newer one on the same thing takes an older one's place. */
  evidence: {
    id: string
    /** `statement`, or `warning`: about a scam pattern. */
    kind: string
    lang: string
    publisher: string
    published: string
    text: Redacted
    url: string | null
    valid_from: string | null
    valid_until: string | null
    superseded_by: string | null
    added_at: string
  }
  fact_check: {
    id: string
    lang: string
    claim_reviewed: Redacted
    rating: string
    publisher: string
    published: string | null
    explanation: Redacted
    url: string | null
    added_at: string
  }
  /** `wording` is a reviewer's; the sentences that led here belong to the items and die with them. */
  claim: {
    id: Generated<number>
    first_seen: string
    category: string
    language: string
    /** As its events have left it; kept here for lists. */
    state: string
    /** The fact-check or evidence that its mentions are held against. */
    match_id: string | null
    wording: string | null
    /** Account that holds it, and until when. */
    holder: string | null
    held_until: string | null
    checkability: number
    match_strength: number
    merged_into: number | null
  }
  /** Items of organisations that carry a claim. */
  mention: { claim_id: number; item_id: number; sentence: Redacted; reason: string; day: string }
  /** Private posts that carry a claim: redacted, dated to the day, without source, place or language (safeguard 2). */
  private_mention: { id: Generated<number>; claim_id: number; text: Redacted; day: string; expires: string }
  /** How often a claim was met, by day and kind of source; outlives the mentions. */
  claim_spread: { claim_id: number; day: string; kind: string; count: number }
  /** Steps on a claim; rows only append. `input` holds ids and reviewers' words. */
  review_event: {
    claim_id: number
    sequence: number
    at: string
    account: string
    person: string
    role: string
    office: string
    action: string
    input: string
    /** Where the step led. */
    state: string
  }
  /** What a second person found before seeing the first one's verdict. */
  blind_verdict: { claim_id: number; person: string; verdict: string; at: string }
  /** Which version of a configuration file was last applied. */
  applied_config: { name: string; checksum: string; applied_at: string }
}

export type Database = Kysely<Tables>
export type Trx = Transaction<Tables>
