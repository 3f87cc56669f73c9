/** statements.h - all SQL of the store in one list; private to the store.
 *
 * X(NAME, text): a row is prepared on its first use and kept (query.h).
 * Parameters are bound in the order they stand in, columns read likewise, so
 * the lists below follow the forms of the rows (row.h). The unit test prepares
 * every row against the schema. */
#ifndef SEL_STORE_STATEMENTS_H
#define SEL_STORE_STATEMENTS_H

#define SEL_SQL_SOURCE "name, sha256, kind, format, register, disclosure, received, bytes, findings"

/* In the order of the programme's form. */
#define SEL_SQL_VERSION                                                                            \
    "title, theme, language, source_url, request, coordination, disclosure, status, start_low,"    \
    " start_high, end_low, end_high, decided_low, decided_high, updated_low, updated_high,"        \
    " cyber_low, cyber_high, set_aside, kinds, for_whom, money_low, money_high, currency,"         \
    " money_raw, days_low, days_high, tied, conditions, condition_classes, conditions_requested,"  \
    " asked_first, same_as_other, coordinated, ownership_1, ownership_2, ownership_3,"             \
    " ownership_4, ownership_5, level, illustrative"

#define SEL_SQL_RECORD                                                                             \
    "v.id, p.register, p.record, v.content, v.line, v.byte_offset, v.ordinal, " SEL_SQL_VERSION

#define SEL_SQL_REQUEST                                                                            \
    "recipient, capability, outcome, kinds, for_whom, from_low, from_high, months, money_low,"     \
    " money_high, currency, money_raw, language, document, illustrative"

#define SEL_SQL_ACCOUNT                                                                            \
    "document, country, drafted, interruption, assessed, procurement, division, call_criteria,"    \
    " call_languages, call_travel, tools, tools_evidence, seller_advised, local_groups,"           \
    " local_said, design_groups, design_said, evaluation_groups, evaluation_said"

/* Whether a programme p is gone. */
#define SEL_SQL_GONE                                                                               \
    "EXISTS (SELECT 1 FROM vanished AS g WHERE g.programme = p.id AND g.back IS NULL)"

/* The head of a revision, in the order of its form. */
#define SEL_SQL_HEAD                                                                               \
    "q.name, q.version, r.recipient, r.agency, s.round, v.disclosure, v.answered_low,"             \
    " v.answered_high, v.lead, v.illustrative"

#define SEL_STATEMENT_LIST(X)                                                                      \
    /* The file itself. */                                                                         \
    X(USER_VERSION, "PRAGMA user_version")                                                         \
    X(CACHE_LARGE, "PRAGMA cache_size = -65536")                                                   \
    X(CACHE_SMALL, "PRAGMA cache_size = -4096")                                                    \
    X(CELL_SIZE_CHECK, "PRAGMA cell_size_check = ON")                                              \
    X(SYNCHRONOUS, "PRAGMA synchronous = EXTRA")                                                   \
    X(QUERY_ONLY, "PRAGMA query_only = ON")                                                        \
    X(JOURNAL_WAL, "PRAGMA journal_mode = WAL")                                                    \
    X(JOURNAL_DELETE, "PRAGMA journal_mode = DELETE")                                              \
    X(INTEGRITY_CHECK, "PRAGMA integrity_check(100)")                                              \
    X(FOREIGN_KEY_CHECK, "PRAGMA foreign_key_check")                                               \
    X(BEGIN_READ, "BEGIN DEFERRED")                                                                \
    X(BEGIN_WRITE, "BEGIN IMMEDIATE")                                                              \
    X(COMMIT, "COMMIT")                                                                            \
    X(ROLLBACK, "ROLLBACK")                                                                        \
    X(INSERT_STORE, "INSERT INTO store (one, taxonomy, created) VALUES (1, ?1, ?2)")               \
    X(FIND_STORE, "SELECT taxonomy, created FROM store")                                           \
                                                                                                   \
    /* Sources and what was found in them. */                                                      \
    X(INSERT_SOURCE, "INSERT INTO source (" SEL_SQL_SOURCE ") VALUES (?,?,?,?,?,?,?,?,?)")         \
    X(FIND_SOURCE, "SELECT id, " SEL_SQL_SOURCE " FROM source"                                     \
                   " WHERE sha256 = ?1 AND kind = ?2 AND register = ?3")                           \
    X(KNOWS_SIZE, "SELECT 1 FROM source WHERE kind = ?1 AND bytes = ?2")                           \
    X(SETTLE_SOURCE, "UPDATE source SET sha256 = ?2 WHERE id = ?1")                                \
    X(EACH_SOURCE, "SELECT id, " SEL_SQL_SOURCE " FROM source"                                     \
                   " ORDER BY received, name, sha256, kind, register")                             \
    X(SOURCE_DISCLOSURE, "SELECT disclosure FROM source WHERE id = ?1")                            \
    X(COUNT_FINDINGS, "UPDATE source SET findings = ?2 WHERE id = ?1")                             \
    X(INSERT_FINDING, "INSERT INTO finding (source, number, code, line, sheet_row, sheet_column,"  \
                      " subject, record, found, expected, suggestion)"                             \
                      " VALUES (?,?,?,?,?,?,?,?,?,?,?)")                                           \
    X(FORGET_FINDINGS, "DELETE FROM finding WHERE source = ?1")                                    \
    X(EACH_FINDING,                                                                                \
      "SELECT code, line, sheet_row, sheet_column, subject, record, found, expected,"              \
      " suggestion FROM finding WHERE source = ?1 ORDER BY number")                                \
                                                                                                   \
    /* Rounds. */                                                                                  \
    X(FIND_ROUND, "SELECT opens, closes FROM round WHERE name = ?1")                               \
    X(PUT_ROUND, "INSERT INTO round (name, opens, closes) VALUES (?1, ?2, ?3)"                     \
                 " ON CONFLICT (name) DO UPDATE SET opens = excluded.opens,"                       \
                 " closes = excluded.closes")                                                      \
    X(DELETE_EXPECTED, "DELETE FROM round_expected WHERE round = ?1")                              \
    X(INSERT_EXPECTED, "INSERT INTO round_expected (round, recipient) VALUES (?1, ?2)")            \
    X(EACH_ROUND, "SELECT name, opens, closes,"                                                    \
                  " (SELECT count(*) FROM submission AS s WHERE s.round = round.name)"             \
                  " FROM round ORDER BY name")                                                     \
    X(EACH_EXPECTED, "SELECT e.recipient, EXISTS (SELECT 1 FROM respondent AS r"                   \
                     " JOIN submission AS s ON s.respondent = r.id AND s.round = e.round"          \
                     " WHERE r.recipient = e.recipient)"                                           \
                     " FROM round_expected AS e WHERE e.round = ?1 ORDER BY e.recipient")          \
                                                                                                   \
    /* Responses. */                                                                               \
    X(FIND_QUESTIONNAIRE, "SELECT id, first_item, content FROM questionnaire"                      \
                          " WHERE name = ?1 AND version = ?2")                                     \
    X(LAST_ITEM, "SELECT coalesce(max(id), 0) FROM item")                                          \
    X(INSERT_QUESTIONNAIRE,                                                                        \
      "INSERT INTO questionnaire (name, version, content, first_item, item_count)"                 \
      " VALUES (?1, ?2, ?3, ?4, ?5)")                                                              \
    X(INSERT_ITEM, "INSERT INTO item (id, questionnaire, name, type, capability, aspect,"          \
                   " disclosure) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")                             \
    X(EACH_QUESTIONNAIRE,                                                                          \
      "SELECT name, version, content, first_item, item_count FROM questionnaire"                   \
      " ORDER BY first_item")                                                                      \
    X(EACH_ITEM, "SELECT name, type, capability, aspect, disclosure FROM item ORDER BY id")        \
    X(FIND_RESPONDENT, "SELECT id FROM respondent WHERE recipient = ?1 AND agency = ?2")           \
    X(INSERT_RESPONDENT, "INSERT INTO respondent (recipient, agency) VALUES (?1, ?2)")             \
    X(FIND_SUBMISSION, "SELECT s.id, v.id, v.number, v.content FROM submission AS s"               \
                       " JOIN revision AS v ON v.id = s.current"                                   \
                       " WHERE s.respondent = ?1 AND s.round = ?2 AND s.questionnaire = ?3")       \
    /* Its first revision follows at once and gets the next number. */                             \
    X(INSERT_SUBMISSION, "INSERT INTO submission (respondent, round, questionnaire, current)"      \
                         " VALUES (?1, ?2, ?3, (SELECT coalesce(max(id), 0) + 1 FROM revision))")  \
    X(SET_CURRENT_REVISION, "UPDATE submission SET current = ?2 WHERE id = ?1")                    \
    X(INSERT_REVISION,                                                                             \
      "INSERT INTO revision (submission, number, questionnaire, source, received,"                 \
      " content, line, disclosure, answered_low, answered_high, lead,"                             \
      " illustrative, answers) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")                                \
    X(EACH_SUBMISSION,                                                                             \
      "SELECT " SEL_SQL_HEAD ", v.number, v.received, v.content, v.line, f.name, f.sha256, v.id,"  \
      " q.first_item FROM respondent AS r"                                                         \
      " CROSS JOIN submission AS s ON s.respondent = r.id"                                         \
      " CROSS JOIN revision AS v ON v.id = s.current"                                              \
      " CROSS JOIN questionnaire AS q ON q.id = v.questionnaire"                                   \
      " CROSS JOIN source AS f ON f.id = v.source"                                                 \
      " ORDER BY r.recipient, r.agency, s.round, s.questionnaire")                                 \
    X(EACH_REVISION, "SELECT " SEL_SQL_HEAD ", v.content, v.answers FROM revision AS v"            \
                     " CROSS JOIN questionnaire AS q ON q.id = v.questionnaire"                    \
                     " CROSS JOIN submission AS s ON s.id = v.submission"                          \
                     " CROSS JOIN respondent AS r ON r.id = s.respondent ORDER BY v.id")           \
    X(WRONG_CURRENT_REVISIONS,                                                                     \
      "SELECT r.recipient, r.agency, s.round, s.questionnaire FROM submission AS s"                \
      " JOIN respondent AS r ON r.id = s.respondent WHERE s.current <> (SELECT v.id FROM revision" \
      " AS v WHERE v.submission = s.id ORDER BY v.number DESC LIMIT 1)")                           \
    X(ANSWERS, "SELECT answers FROM revision WHERE id = ?1")                                       \
    X(REVISION_ANSWERS,                                                                            \
      "SELECT q.first_item, v.answers FROM respondent AS r"                                        \
      " JOIN submission AS s ON s.respondent = r.id JOIN revision AS v ON v.submission = s.id"     \
      " JOIN questionnaire AS q ON q.id = v.questionnaire WHERE r.recipient = ?1"                  \
      " AND r.agency = ?2 AND s.round = ?3 AND s.questionnaire = ?4 AND v.number = ?5")            \
    /* Of two received at once the one of the later name. */                                       \
    X(LAST_ELSEWHERE,                                                                              \
      "SELECT s.round, v.number FROM respondent AS r"                                              \
      " JOIN submission AS s ON s.respondent = r.id JOIN revision AS v ON v.id = s.current"        \
      " WHERE r.recipient = ?1 AND r.agency = ?2 AND s.round <> ?3 AND s.questionnaire = ?4"       \
      " ORDER BY v.received DESC, s.round DESC LIMIT 1")                                           \
    X(ANSWER_PLACE,                                                                                \
      "SELECT f.name, f.sha256, v.received, i.name, i.disclosure, i.id - q.first_item, v.answers"  \
      " FROM respondent AS r"                                                                      \
      " JOIN submission AS s ON s.respondent = r.id JOIN revision AS v ON v.id = s.current"        \
      " JOIN questionnaire AS q ON q.id = v.questionnaire JOIN source AS f ON f.id = v.source"     \
      " JOIN item AS i ON i.questionnaire = q.id"                                                  \
      " WHERE r.recipient = ?1 AND r.agency = ?2 AND s.round = ?3"                                 \
      " AND i.capability = ?4 AND i.aspect = ?5 ORDER BY v.received DESC, q.name, i.id")           \
                                                                                                   \
    /* Requests. */                                                                                \
    X(FIND_REQUEST, "SELECT q.id, q.content, coalesce(q.revision, 0), coalesce(s.id, 0),"          \
                    " coalesce(s.current, 0) FROM request AS q"                                    \
                    " LEFT JOIN revision AS v ON v.id = q.revision"                                \
                    " LEFT JOIN submission AS s ON s.id = v.submission WHERE q.address = ?1")      \
    X(REVISION_SUBMISSION, "SELECT submission FROM revision WHERE id = ?1")                        \
    X(INSERT_REQUEST,                                                                              \
      "INSERT INTO request (address, source, revision, content, received, " SEL_SQL_REQUEST        \
      ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")                                        \
    X(DELETE_REQUEST, "DELETE FROM request WHERE id = ?1")                                         \
    X(SET_REQUEST_REVISION, "UPDATE request SET revision = ?2 WHERE id = ?1")                      \
    X(EACH_REQUEST,                                                                                \
      "SELECT address, received, 0, content, " SEL_SQL_REQUEST " FROM request"                     \
      " WHERE revision IS NULL OR revision IN (SELECT current FROM submission) ORDER BY address")  \
    /* Those that a newer answer of the same submission no longer has, not under another number    \
     * either, with the time it was received. */                                                   \
    X(WITHDRAWN_REQUESTS,                                                                          \
      "SELECT address, received, withdrawn, content, " SEL_SQL_REQUEST " FROM ("                   \
      "SELECT q.*, n.received AS withdrawn FROM request AS q"                                      \
      " CROSS JOIN revision AS v ON v.id = q.revision"                                             \
      " CROSS JOIN submission AS s ON s.id = v.submission AND s.current <> v.id"                   \
      " CROSS JOIN revision AS n ON n.submission = s.id AND n.number = v.number + 1"               \
      " WHERE NOT EXISTS (SELECT 1 FROM request AS o WHERE o.revision = s.current"                 \
      " AND o.capability = q.capability AND o.outcome = q.outcome)) ORDER BY address")             \
    X(EVERY_REQUEST,                                                                               \
      "SELECT address, received, 0, content, " SEL_SQL_REQUEST " FROM request ORDER BY address")   \
                                                                                                   \
    /* Programmes. */                                                                              \
    X(FIND_PROGRAMME, "SELECT p.id, v.content, v.updated_low, v.updated_high, v.id"                \
                      " FROM programme AS p"                                                       \
                      " JOIN programme_version AS v ON v.id = p.current"                           \
                      " WHERE p.register = ?1 AND p.record = ?2")                                  \
    X(FIND_VERSION, "SELECT id FROM programme_version WHERE programme = ?1 AND content = ?2")      \
    /* Its first version follows at once and gets the next number. */                              \
    X(INSERT_PROGRAMME,                                                                            \
      "INSERT INTO programme (register, record, current)"                                          \
      " VALUES (?1, ?2, (SELECT coalesce(max(id), 0) + 1 FROM programme_version))")                \
    X(SET_CURRENT_VERSION, "UPDATE programme SET current = ?2 WHERE id = ?1")                      \
    X(INSERT_VERSION, "INSERT INTO programme_version (programme, source, content, line, "          \
                      "byte_offset, ordinal, " SEL_SQL_VERSION                                     \
                      ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?," \
                      "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")                                            \
    X(INSERT_TEXT, "INSERT INTO programme_text (version, description, note) VALUES (?1, ?2, ?3)")  \
    X(INSERT_PARTY, "INSERT INTO party (version, number, name, ref, activity_id, role,"            \
                    " stakeholder, ladder, kind, ppm) VALUES (?,?,?,?,?,?,?,?,?,?)")               \
    X(INSERT_RECIPIENT, "INSERT INTO recipient_share (version, number, code, ppm, stated, depth)"  \
                        " VALUES (?,?,?,?,?,?)")                                                   \
    X(INSERT_CAPABILITY, "INSERT INTO capability_share (version, number, code, ppm, stated,"       \
                         " origin, evidence, field, confidence) VALUES (?,?,?,?,?,?,?,?,?)")       \
    X(INSERT_JOINT, "INSERT INTO joint_share (version, number, recipient, capability, ppm)"        \
                    " VALUES (?,?,?,?,?)")                                                         \
    X(INSERT_SECTOR, "INSERT INTO sector_share (version, number, vocabulary, code, name, ppm,"     \
                     " stated) VALUES (?,?,?,?,?,?,?)")                                            \
    X(INSERT_LINK, "INSERT INTO programme_link (version, number, kind, other) VALUES (?,?,?,?)")   \
    X(INSERT_ACCOUNT, "INSERT INTO account (version, number, " SEL_SQL_ACCOUNT ")"                 \
                      " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")                       \
    X(INSERT_FIELD, "INSERT INTO field_place (version, number, field, line, sheet_column, raw,"    \
                    " rule) VALUES (?,?,?,?,?,?,?)")                                               \
    X(EACH_PROGRAMME, "SELECT " SEL_SQL_RECORD " FROM programme AS p"                              \
                      " CROSS JOIN programme_version AS v ON v.id = p.current"                     \
                      " WHERE NOT " SEL_SQL_GONE " ORDER BY p.register, p.record")                 \
    /* In the order of their current versions, each list beside them in the same order. */         \
    X(SCAN_PROGRAMMES, "SELECT v.set_aside, " SEL_SQL_RECORD " FROM programme_version AS v"        \
                       " CROSS JOIN programme AS p ON p.id = v.programme AND p.current = v.id"     \
                       " WHERE NOT " SEL_SQL_GONE " ORDER BY v.id")                                \
    X(SCAN_PARTIES, "SELECT version, name, ref, activity_id, role, stakeholder, ladder, kind, ppm" \
                    " FROM party ORDER BY version, number")                                        \
    X(SCAN_RECIPIENTS, "SELECT version, code, ppm, stated, depth FROM recipient_share"             \
                       " ORDER BY version, number")                                                \
    X(SCAN_CAPABILITIES, "SELECT version, code, ppm, stated, origin, evidence, field, confidence"  \
                         " FROM capability_share ORDER BY version, number")                        \
    X(SCAN_JOINTS, "SELECT version, recipient, capability, ppm FROM joint_share"                   \
                   " ORDER BY version, number")                                                    \
    X(SCAN_LINKS, "SELECT version, kind, other FROM programme_link ORDER BY version, number")      \
    X(SCAN_ACCOUNTS, "SELECT version, " SEL_SQL_ACCOUNT " FROM account ORDER BY version, number")  \
    X(EACH_VERSION, "SELECT " SEL_SQL_RECORD " FROM programme_version AS v"                        \
                    " CROSS JOIN programme AS p ON p.id = v.programme ORDER BY v.id")              \
    /* Those of records that have several, in the order they were taken in. */                     \
    X(EACH_CHANGED_VERSION,                                                                        \
      "SELECT p.id, v.id, f.name, f.received FROM programme AS p"                                  \
      " CROSS JOIN programme_version AS v ON v.programme = p.id"                                   \
      " CROSS JOIN source AS f ON f.id = v.source"                                                 \
      " WHERE (SELECT count(*) FROM programme_version AS o WHERE o.programme = p.id) > 1"          \
      " ORDER BY p.register, p.record, v.id")                                                      \
    X(ONE_VERSION, "SELECT " SEL_SQL_RECORD " FROM programme_version AS v"                         \
                   " CROSS JOIN programme AS p ON p.id = v.programme WHERE v.id = ?1")             \
    X(EVERY_VERSION_OF_PROGRAMMES,                                                                 \
      "SELECT p.id, p.register, p.record, p.current, v.id, v.updated_low, v.updated_high"          \
      " FROM programme AS p CROSS JOIN programme_version AS v ON v.programme = p.id"               \
      " ORDER BY p.id, v.id")                                                                      \
    X(TEXT_OF, "SELECT description, note FROM programme_text WHERE version = ?1")                  \
    X(PARTIES_OF, "SELECT name, ref, activity_id, role, stakeholder, ladder, kind, ppm FROM party" \
                  " WHERE version = ?1 ORDER BY number")                                           \
    X(RECIPIENTS_OF, "SELECT code, ppm, stated, depth FROM recipient_share"                        \
                     " WHERE version = ?1 ORDER BY number")                                        \
    X(CAPABILITIES_OF, "SELECT code, ppm, stated, origin, evidence, field, confidence"             \
                       " FROM capability_share WHERE version = ?1 ORDER BY number")                \
    X(JOINTS_OF, "SELECT recipient, capability, ppm FROM joint_share WHERE version = ?1"           \
                 " ORDER BY number")                                                               \
    X(SECTORS_OF, "SELECT vocabulary, code, name, ppm, stated FROM sector_share"                   \
                  " WHERE version = ?1 ORDER BY number")                                           \
    X(LINKS_OF, "SELECT kind, other FROM programme_link WHERE version = ?1 ORDER BY number")       \
    X(ACCOUNT_OF, "SELECT " SEL_SQL_ACCOUNT " FROM account WHERE version = ?1 ORDER BY number")    \
    X(FIELDS_OF, "SELECT field, line, sheet_column, raw, rule FROM field_place"                    \
                 " WHERE version = ?1 ORDER BY number")                                            \
    X(PUT_BACK, "UPDATE vanished SET back = ?2 WHERE programme = ?1 AND back IS NULL RETURNING 1") \
    X(PRESENT_RECORDS, "SELECT p.id, p.record FROM programme AS p"                                 \
                       " WHERE p.register = ?1 AND NOT " SEL_SQL_GONE " ORDER BY p.record")        \
    X(INSERT_VANISHED, "INSERT INTO vanished (programme, source) VALUES (?1, ?2)"                  \
                       " ON CONFLICT DO UPDATE SET back = NULL")                                   \
    X(EACH_VANISHED,                                                                               \
      "SELECT p.register, p.record, v.title, v.set_aside, h.name, f.name, f.sha256, f.received"    \
      " FROM programme AS p"                                                                       \
      " CROSS JOIN vanished AS g ON g.programme = p.id AND g.back IS NULL"                         \
      " CROSS JOIN programme_version AS v ON v.id = p.current"                                     \
      " CROSS JOIN source AS h ON h.id = v.source CROSS JOIN source AS f ON f.id = g.source"       \
      " ORDER BY p.register, p.record")                                                            \
    X(SOURCE_OF_RECORD, "SELECT v.source FROM programme AS p JOIN programme_version AS v"          \
                        " ON v.id = p.current WHERE p.register = ?1 AND p.record = ?2")            \
    X(RECORD_PLACE, "SELECT p.current, f.name, f.sha256, f.received, v.line, v.byte_offset,"       \
                    " v.ordinal FROM programme AS p JOIN programme_version AS v"                   \
                    " ON v.id = p.current JOIN source AS f ON f.id = v.source"                     \
                    " WHERE p.register = ?1 AND p.record = ?2")                                    \
                                                                                                   \
    /* Decisions and counts. */                                                                    \
    X(INSERT_DECISION, "INSERT INTO decision (kind, subject, other, decided_by, decided_at,"       \
                       " reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")                                 \
    X(EACH_DECISION, "SELECT kind, subject, other, decided_by, decided_at, reason FROM decision"   \
                     " ORDER BY number")                                                           \
    X(COUNTS, "SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM respondent),"           \
              " (SELECT count(*) FROM submission), (SELECT count(*) FROM revision),"               \
              " (SELECT count(*) FROM request WHERE revision IS NULL OR revision IN (SELECT "      \
              "current FROM submission)),"                                                         \
              " (SELECT count(*) FROM programme AS p WHERE NOT " SEL_SQL_GONE "),"                 \
              " (SELECT count(*) FROM programme AS p JOIN programme_version AS v"                  \
              " ON v.id = p.current WHERE v.set_aside AND NOT " SEL_SQL_GONE "),"                  \
              " (SELECT count(*) FROM vanished WHERE back IS NULL),"                               \
              " (SELECT count(*) FROM programme_version),"                                         \
              " (SELECT coalesce(sum(findings), 0) FROM source), (SELECT count(*) FROM decision)," \
              " (SELECT max(received) FROM (SELECT max(received) AS received FROM source"          \
              " UNION ALL SELECT max(received) FROM revision))")

#endif
