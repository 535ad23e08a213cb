-- The tables of a case. Each is opened by its grain. A record is kept whole as JSON; the columns beside
-- it are for asking. Nothing here depends on the order of arrival but `documents.n`, which no export shows.

-- One row per key: how far the last run came.
create table state (key text primary key, value text not null) without rowid;

-- One row per document. `received` is the record as it was read, `record` as it is published: its date may
-- have been settled from the text. `clean_key` and `claims_key` name the code and data that read it.
create table documents (
    n integer primary key,
    id text not null unique,
    sha256 text not null,
    size integer not null,
    name text not null,
    outlet text,
    title text,
    published text,
    received text not null,
    record text not null,
    clean_key text not null,
    claims_key text not null
);
create index documents_by_bytes on documents (sha256);

-- One row per document: what is shown, and the packed way back to what was received. `digest` is that of
-- the text record unpacked, since packers differ between machines.
create table texts (
    n integer primary key references documents (n) on delete cascade,
    shown text not null,
    way blob not null,
    digest text not null
);

-- One row per claim, numbered within its document in the order of the text.
create table claims (
    id text primary key,
    document text not null references documents (id) on delete cascade,
    at integer not null,
    type text not null,
    stance text not null,
    source text not null,
    place text,
    country text,
    admin1 text,
    lat real,
    lon real,
    first_day text,
    last_day text,
    record text not null
);
create index claims_by_document on claims (document, at);
create index claims_by_day on claims (first_day, last_day);
create index claims_by_place on claims (country, admin1, place);

-- One row per claim, role ('actor' or 'target') and party.
create table parties (
    claim text not null references claims (id) on delete cascade,
    role text not null,
    party text not null,
    primary key (claim, role, party)
) without rowid;
create index parties_by_party on parties (party, role);

-- One row per effect of a claim, in the claim's own order.
create table effects (
    claim text not null references claims (id) on delete cascade,
    at integer not null,
    kind text not null,
    who text not null,
    subgroup text,
    low integer,
    high integer,
    primary key (claim, at)
) without rowid;
create index effects_by_kind on effects (kind, who);

-- One row per incident. Incidents are agreed on anew when claims change; their ids stay.
create table incidents (id text primary key, record text not null) without rowid;

-- One row per claim that stands in an incident. No reference to `claims`: while a case is being read
-- again, the last agreed incidents stay so that their ids can be kept.
create table members (claim text primary key, incident text not null) without rowid;
create index members_by_incident on members (incident);

-- One row per two incidents that may be one and were not joined, for a reviewer; `left_incident` is the smaller.
create table proposals (
    left_incident text not null,
    right_incident text not null,
    record text not null,
    primary key (left_incident, right_incident)
) without rowid;
create index proposals_by_right on proposals (right_incident);

-- One row per toll over a period and incident that lies in its days and its area.
create table sums (toll text not null, incident text not null, record text not null, primary key (toll, incident))
without rowid;
create index sums_by_incident on sums (incident);

-- One row per document that is another's copy as a whole.
create table copies (copy text primary key, original text not null, record text not null) without rowid;
create index copies_by_original on copies (original);

-- One row per document that came, changed or went since incidents were last agreed on. `was` is the document with
-- its claims as they stood then; null where it is new.
create table unlinked (document text primary key, was text) without rowid;

-- One row per claim and key under which others look for it; of keys, the CRC-32. What linking needs to know
-- again when a case grows, and no part of what is shown.
create table standing (key integer not null, claim text not null, primary key (key, claim)) without rowid;

-- One row per document and key that it shares with near-identical documents; for growing, like `standing`.
create table bands (key integer not null, document text not null, primary key (key, document)) without rowid;
create index bands_by_document on bands (document);

-- One row per further place where the bytes of a document were seen.
create table sightings (sha256 text not null, name text not null, primary key (sha256, name)) without rowid;

-- One row per input that was set aside. `sha256` and `key` are there where reading its text, not
-- opening it, failed, so that it is not tried again with the same code.
create table refusals (
    name text not null,
    code text not null,
    reason text not null,
    sha256 text,
    key text,
    primary key (name, code)
) without rowid;

-- One row per document: its words folded, in order.
create virtual table search using fts5 (body, tokenize = 'unicode61 remove_diacritics 0');
