/** store_fixture.h - stores in a temporary folder and things to put into them. */
#ifndef SEL_TESTS_STORE_FIXTURE_H
#define SEL_TESTS_STORE_FIXTURE_H

#include "selaras.h"

#include "check_suite.h"
#include "store/store_programmes.h"

#include <sqlite3.h>

/** 1 September 2026, 00:00:00 UTC: `date -u -d 2026-09-01 +%s`. */
enum { NOW = 1788220800 };

/** Numbers of the recipients in places(). */
enum { FIJI, INDONESIA, TONGA };

/** Numbers of the questions in questionnaire(). */
enum { HELP, STAGE, WANTED, IMPORTANCE, BY, HELP_TRAINING, FILLED_BY, QUESTIONS };

/** A path that no file has, in a folder that goes at the end of the program. */
const char *fresh_path(void);

/** Folder of fresh_path. */
const char *temporary_folder(void);

/** A new store, open for writing. */
sel_store *fresh_store(const char *path);

/** Open an existing store; the test fails when it cannot be opened. */
sel_store *open_store(const char *path, sel_store_mode mode);

/** Fail the test, with the message, when status is not the expected one. */
void must(sel_status status, sel_status expected, const sel_error *err);

/** Begin and commit; the test fails when they do. */
void begin(sel_store *store);
void commit(sel_store *store);

/** Add a source of this kind ("responses", "register") and file name, whose SHA-256 is that of the
 *  name. */
int64_t source(sel_store *store, const char *kind, const char *name);

const sel_geography *places(void);

const sel_questionnaire *questionnaire(void);

/** A response with one answer of each kind. */
sel_response response(uint32_t recipient, const char *agency);

sel_put_response put_response(sel_store *store, int64_t from, const sel_response *response);

/** A record in which every field says something, different for different ids. */
sel_programme programme(const char *id);

sel_put_outcome put_programme(sel_store *store, int64_t from, const sel_programme *record);

/** Assert that two records say the same in every field. */
void same_programme(const sel_programme *a, const sel_programme *b);

/** First column of the first row of a query on the file, as text in a buffer that the next call
 *  overwrites; NULL gives "NULL". The oracle that does not use the engine. */
const char *ask(const char *path, const char *sql);

#define ck_assert_str(slice, expected)                                                             \
    ck_assert_msg(sel_str_is((slice), (expected)), "'%.*s', not '%s'", SEL_STR_ARG(slice),         \
                  (expected))

#endif
