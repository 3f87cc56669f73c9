-- A selaras store, version 1. Compiled into the engine; run once, in one transaction.
--
-- Rows are numbered by INTEGER PRIMARY KEYs that never leave the store: outside, a programme is
-- (register, record), a submission (recipient, agency, round, questionnaire). Timestamps are UTC
-- seconds, dates are days since 1970-01-01 as [low, high], shares are parts per million, money is
-- in hundredths. NULL means that nothing is said; it is never zero. Enumerations are kept by name.

PRAGMA application_id = 1936487027; -- "slrs"
PRAGMA user_version = 1;

CREATE TABLE store (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    taxonomy TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

-- A file that was taken in. The same bytes of one kind and register are taken in once.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    kind TEXT NOT NULL CHECK (kind IN ('responses', 'register')),
    format TEXT NOT NULL,
    register TEXT NOT NULL,
    disclosure TEXT NOT NULL
        CHECK (disclosure IN ('public', 'circulated', 'parties', 'secretariat', 'sealed')),
    received INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    findings INTEGER NOT NULL DEFAULT 0, -- reported; at most 100,000 of them are kept
    UNIQUE (sha256, kind, register)
) STRICT;
CREATE UNIQUE INDEX source_order ON source (received, name, sha256, kind, register);

CREATE TABLE finding (
    source INTEGER NOT NULL REFERENCES source (id),
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    line INTEGER NOT NULL,
    sheet_row INTEGER NOT NULL,
    sheet_column INTEGER NOT NULL,
    subject TEXT NOT NULL,
    record TEXT NOT NULL,
    found TEXT NOT NULL,
    expected TEXT NOT NULL,
    suggestion TEXT NOT NULL,
    PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;

-- Responses.

CREATE TABLE round (
    name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
    opens INTEGER,
    closes INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO round (name) VALUES ('1');

CREATE TABLE round_expected (
    round TEXT NOT NULL REFERENCES round (name),
    recipient TEXT NOT NULL,
    PRIMARY KEY (round, recipient)
) STRICT, WITHOUT ROWID;

-- Items of one questionnaire have consecutive ids from first_item on.
CREATE TABLE questionnaire (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    content TEXT NOT NULL, -- BLAKE2b of its items
    first_item INTEGER NOT NULL,
    item_count INTEGER NOT NULL,
    UNIQUE (name, version)
) STRICT;

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    questionnaire INTEGER NOT NULL REFERENCES questionnaire (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    capability TEXT NOT NULL,
    aspect TEXT NOT NULL,
    disclosure TEXT NOT NULL, -- fixed level, 'sealed' for names and contacts; '': the respondent's
    UNIQUE (questionnaire, name)
) STRICT;
CREATE INDEX item_meaning ON item (questionnaire, aspect, capability);

CREATE TABLE respondent (
    id INTEGER PRIMARY KEY,
    recipient TEXT NOT NULL,
    agency TEXT NOT NULL,
    UNIQUE (recipient, agency)
) STRICT;

CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    respondent INTEGER NOT NULL REFERENCES respondent (id),
    round TEXT NOT NULL REFERENCES round (name),
    questionnaire TEXT NOT NULL, -- name, any version
    current INTEGER NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (respondent, round, questionnaire)
) STRICT;
-- Without it every new revision would search all submissions for the deferred reference to it.
CREATE UNIQUE INDEX submission_current ON submission (current);

CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL REFERENCES submission (id),
    number INTEGER NOT NULL CHECK (number > 0),
    questionnaire INTEGER NOT NULL REFERENCES questionnaire (id),
    source INTEGER NOT NULL REFERENCES source (id),
    received INTEGER NOT NULL,
    content TEXT NOT NULL, -- BLAKE2b of its identity and answers
    line INTEGER NOT NULL,
    disclosure TEXT NOT NULL
        CHECK (disclosure IN ('public', 'circulated', 'parties', 'secretariat', 'sealed')),
    answered_low INTEGER,
    answered_high INTEGER,
    lead INTEGER NOT NULL CHECK (lead IN (0, 1)),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    -- [[item, kind, value, line, sheet_row, sheet_column], ...]: items count from 0 in the
    -- questionnaire, the value is null when kind is not 0. A row for each answer would take three
    -- times as long to put in as to read the file.
    answers TEXT NOT NULL,
    UNIQUE (submission, number)
) STRICT;

CREATE TABLE answer_kind (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO answer_kind (number, name)
VALUES (0, 'value'), (1, 'dont_know'), (2, 'not_applicable'), (3, 'not_said');

CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    source INTEGER REFERENCES source (id),
    revision INTEGER REFERENCES revision (id), -- NULL: not part of a submission
    content TEXT NOT NULL,
    received INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    capability TEXT NOT NULL,
    outcome TEXT NOT NULL,
    kinds TEXT,
    for_whom TEXT,
    from_low INTEGER,
    from_high INTEGER,
    months INTEGER NOT NULL, -- 0: not said
    money_low INTEGER,
    money_high INTEGER,
    currency TEXT NOT NULL,
    money_raw TEXT NOT NULL,
    language TEXT NOT NULL,
    document TEXT NOT NULL,
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1))
) STRICT;

-- Programmes.

CREATE TABLE programme (
    id INTEGER PRIMARY KEY,
    register TEXT NOT NULL,
    record TEXT NOT NULL,
    current INTEGER NOT NULL REFERENCES programme_version (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (register, record)
) STRICT;
CREATE UNIQUE INDEX programme_current ON programme (current); -- as for submission

-- All versions stay; content is the BLAKE2b of every field except the places.
CREATE TABLE programme_version (
    id INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme (id),
    source INTEGER NOT NULL REFERENCES source (id),
    content TEXT NOT NULL,
    line INTEGER NOT NULL,
    byte_offset INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    theme TEXT NOT NULL,
    language TEXT NOT NULL,
    source_url TEXT NOT NULL,
    request TEXT NOT NULL,
    coordination TEXT NOT NULL,
    disclosure TEXT NOT NULL
        CHECK (disclosure IN ('public', 'circulated', 'parties', 'secretariat', 'sealed')),
    status TEXT,
    start_low INTEGER,
    start_high INTEGER,
    end_low INTEGER,
    end_high INTEGER,
    decided_low INTEGER,
    decided_high INTEGER,
    updated_low INTEGER,
    updated_high INTEGER,
    cyber_low INTEGER NOT NULL CHECK (cyber_low BETWEEN 0 AND 1000000),
    cyber_high INTEGER NOT NULL CHECK (cyber_high BETWEEN cyber_low AND 1000000),
    set_aside INTEGER NOT NULL CHECK (set_aside IN (0, 1)),
    kinds TEXT, -- names joined by one space
    for_whom TEXT,
    money_low INTEGER,
    money_high INTEGER,
    currency TEXT NOT NULL,
    money_raw TEXT NOT NULL,
    days_low INTEGER, -- person-days
    days_high INTEGER,
    tied TEXT,
    conditions TEXT,
    condition_classes TEXT,
    conditions_requested INTEGER,
    asked_first INTEGER,
    same_as_other INTEGER,
    coordinated INTEGER,
    ownership_1 INTEGER,
    ownership_2 INTEGER,
    ownership_3 INTEGER,
    ownership_4 INTEGER,
    ownership_5 INTEGER,
    level INTEGER NOT NULL, -- IATI hierarchy, 0 not said
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1))
) STRICT;
CREATE INDEX programme_history ON programme_version (programme, content);

-- Records that a file said to be complete no longer had. They come back with a file that has them.
CREATE TABLE vanished (
    programme INTEGER NOT NULL REFERENCES programme (id),
    source INTEGER NOT NULL REFERENCES source (id), -- the file that no longer had it
    back INTEGER REFERENCES source (id), -- the file that had it again; NULL: it is gone
    PRIMARY KEY (programme, source)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX vanished_now ON vanished (programme) WHERE back IS NULL;

CREATE TABLE programme_text (
    version INTEGER PRIMARY KEY REFERENCES programme_version (id),
    description TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE party (
    version INTEGER NOT NULL REFERENCES programme_version (id),
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    ref TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    role TEXT,
    stakeholder TEXT,
    ladder TEXT,
    kind INTEGER NOT NULL, -- IATI OrganisationType, 0 unknown
    ppm INTEGER CHECK (ppm BETWEEN 0 AND 1000000), -- of the programme's money
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipient_share (
    version INTEGER NOT NULL REFERENCES programme_version (id),
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    ppm INTEGER NOT NULL CHECK (ppm BETWEEN 0 AND 1000000),
    stated INTEGER NOT NULL CHECK (stated IN (0, 1)),
    depth TEXT NOT NULL,
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE capability_share (
    version INTEGER NOT NULL REFERENCES programme_version (id),
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    ppm INTEGER NOT NULL CHECK (ppm BETWEEN 0 AND 1000000),
    stated INTEGER NOT NULL CHECK (stated IN (0, 1)),
    origin TEXT NOT NULL,
    evidence TEXT NOT NULL,
    field TEXT NOT NULL,
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100), -- percent
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- Where a record splits its cyber content over recipients and capabilities together.
CREATE TABLE joint_share (
    version INTEGER NOT NULL REFERENCES programme_version (id),
    number INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    capability TEXT NOT NULL,
    ppm INTEGER NOT NULL CHECK (ppm BETWEEN 0 AND 1000000),
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- The register's own classification.
CREATE TABLE sector_share (
    version INTEGER NOT NULL REFERENCES programme_version (id),
    number INTEGER NOT NULL,
    vocabulary TEXT NOT NULL, -- IATI SectorVocabulary
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    ppm INTEGER NOT NULL CHECK (ppm BETWEEN 0 AND 1000000),
    stated INTEGER NOT NULL CHECK (stated IN (0, 1)),
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- What is rarely said of a programme: one row or none. Truths: 1, 0, NULL not known, -2 the question
-- does not apply. A set of groups is known when it is said to be one: 1 these and no others.
CREATE TABLE account (
    version INTEGER NOT NULL REFERENCES programme_version (id),
    number INTEGER NOT NULL,
    document TEXT NOT NULL,
    country TEXT, -- of the implementer
    drafted TEXT,
    interruption TEXT,
    assessed TEXT,
    procurement TEXT,
    division INTEGER,
    call_criteria INTEGER,
    call_languages INTEGER,
    call_travel INTEGER,
    tools INTEGER,
    tools_evidence TEXT,
    seller_advised INTEGER,
    local_groups TEXT, -- names joined by one space
    local_said INTEGER,
    design_groups TEXT,
    design_said INTEGER,
    evaluation_groups TEXT,
    evaluation_said INTEGER,
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_link (
    version INTEGER NOT NULL REFERENCES programme_version (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- Only fields that were normalised, defaulted, inferred or tagged.
CREATE TABLE field_place (
    version INTEGER NOT NULL REFERENCES programme_version (id),
    number INTEGER NOT NULL,
    field TEXT NOT NULL,
    line INTEGER NOT NULL,
    sheet_column INTEGER NOT NULL,
    raw TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- What people decided about records and organisations; replayed in this order.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'same', 'not-same', 'related', 'theme',
                                       'shown', 'agrees', 'disagrees', 'comments')),
    subject TEXT NOT NULL,
    other TEXT NOT NULL,
    decided_by TEXT NOT NULL CHECK (decided_by <> ''), -- an office, not a person
    decided_at INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- The stable face for SQL: README.md.

CREATE VIEW v_answer AS
SELECT r.recipient, r.agency, s.round, q.name AS questionnaire, q.version, v.number AS revision,
       iif(i.disclosure = '', v.disclosure, i.disclosure) AS disclosure,
       i.name AS item, i.capability, i.aspect, k.name AS kind,
       CASE
           WHEN 'sealed' IN (i.disclosure, v.disclosure) THEN NULL
           WHEN i.type = 'date' AND typeof(a.value ->> 2) = 'integer'
               THEN date((a.value ->> 2) * 86400, 'unixepoch')
           ELSE a.value ->> 2
       END AS value,
       f.name AS file, f.sha256, a.value ->> 3 AS line, a.value ->> 4 AS sheet_row,
       a.value ->> 5 AS sheet_column, v.illustrative
FROM submission AS s
JOIN respondent AS r ON r.id = s.respondent
JOIN revision AS v ON v.id = s.current
JOIN questionnaire AS q ON q.id = v.questionnaire
JOIN source AS f ON f.id = v.source
JOIN json_each(v.answers) AS a
JOIN answer_kind AS k ON k.number = a.value ->> 1
JOIN item AS i ON i.id = q.first_item + (a.value ->> 0);

-- The respondent's own entries; a non-answer stands as its kind ('dont_know').
CREATE VIEW v_need AS
SELECT recipient, agency, round, questionnaire, capability,
       max(iif(kind = 'value', value, kind)) FILTER (WHERE aspect = 'help') AS help,
       max(iif(kind = 'value', value, kind)) FILTER (WHERE aspect = 'now') AS now,
       max(iif(kind = 'value', value, kind)) FILTER (WHERE aspect = 'wanted') AS wanted,
       max(iif(kind = 'value', value, kind)) FILTER (WHERE aspect = 'by') AS "by",
       max(iif(kind = 'value', value, kind)) FILTER (WHERE aspect = 'importance') AS importance,
       max(iif(kind = 'value', value, kind)) FILTER (WHERE aspect = 'source') AS source,
       max(disclosure) AS disclosure, max(illustrative) AS illustrative
FROM v_answer
WHERE capability <> '' AND aspect IN ('help', 'now', 'wanted', 'by', 'importance', 'source')
GROUP BY recipient, agency, round, questionnaire, capability;

CREATE VIEW v_programme AS
SELECT p.register, p.record, v.title, v.theme, v.status, v.disclosure, v.set_aside,
       date(v.start_low * 86400, 'unixepoch') AS start_low,
       date(v.start_high * 86400, 'unixepoch') AS start_high,
       date(v.end_low * 86400, 'unixepoch') AS end_low,
       date(v.end_high * 86400, 'unixepoch') AS end_high,
       date(v.updated_high * 86400, 'unixepoch') AS last_updated,
       v.cyber_low / 1000000.0 AS cyber_low, v.cyber_high / 1000000.0 AS cyber_high,
       v.kinds, v.for_whom, v.money_low / 100.0 AS money_low, v.money_high / 100.0 AS money_high,
       v.currency, v.tied, v.conditions, v.condition_classes,
       (SELECT group_concat(name, '; ')
        FROM (SELECT name FROM party WHERE version = v.id AND role = 'funding' ORDER BY number)
       ) AS funding,
       (SELECT group_concat(name, '; ')
        FROM (SELECT name FROM party WHERE version = v.id AND role = 'implementing' ORDER BY number)
       ) AS implementing,
       f.name AS file, f.sha256, v.line, v.ordinal, v.illustrative
FROM programme AS p
JOIN programme_version AS v ON v.id = p.current
JOIN source AS f ON f.id = v.source
WHERE p.id NOT IN (SELECT programme FROM vanished WHERE back IS NULL);

-- A programme's shares at recipient and capability as registered; effort is computed from them.
CREATE VIEW v_place AS
SELECT p.register, p.record, r.code AS recipient, c.code AS capability,
       r.ppm / 1000000.0 AS recipient_share, r.stated AS recipient_stated, r.depth,
       c.ppm / 1000000.0 AS capability_share, c.stated AS capability_stated, c.origin, c.evidence,
       v.disclosure, v.illustrative
FROM programme AS p
JOIN programme_version AS v ON v.id = p.current
JOIN recipient_share AS r ON r.version = v.id
JOIN capability_share AS c ON c.version = v.id
WHERE v.set_aside = 0
  AND p.id NOT IN (SELECT programme FROM vanished WHERE back IS NULL);

CREATE VIEW v_finding AS
SELECT s.name AS file, s.sha256, s.kind, s.register, s.received, f.number, f.code, f.line,
       f.sheet_row, f.sheet_column, f.subject, f.record, f.found, f.expected, f.suggestion
FROM source AS s
JOIN finding AS f ON f.source = s.id;
