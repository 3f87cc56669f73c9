#include "store_fixture.h"

#include <dirent.h>
#include <unistd.h>

static char folder[64];

static void remove_folder(void)
{
    DIR *entries = opendir(folder);
    struct dirent *entry = NULL;
    while (entries != NULL && (entry = readdir(entries)) != NULL) {
        char path[400];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] != '.')
            remove(path);
    }
    if (entries != NULL)
        closedir(entries);
    rmdir(folder);
}

const char *temporary_folder(void)
{
    if (folder[0] == '\0') {
        snprintf(folder, sizeof folder, "/tmp/selaras-store-XXXXXX");
        ck_assert_ptr_nonnull(mkdtemp(folder));
        ck_assert_int_eq(sel_init(NULL), SEL_OK);
        atexit(remove_folder);
    }
    return folder;
}

const char *fresh_path(void)
{
    static unsigned number;
    static char paths[16][128]; /* no test needs more at a time */
    char *path = paths[++number % 16];
    snprintf(path, sizeof paths[0], "%s/%u.db", temporary_folder(), number);
    return path;
}

void must(sel_status status, sel_status expected, const sel_error *err)
{
    ck_assert_msg(status == expected, "%s, not %s: %s", sel_status_name(status),
                  sel_status_name(expected), err->message);
}

sel_store *fresh_store(const char *path)
{
    sel_error err = {0};
    sel_store *store = NULL;
    must(sel_store_create(path, "cyber", NOW, &store, &err), SEL_OK, &err);
    ck_assert_ptr_nonnull(store);
    return store;
}

sel_store *open_store(const char *path, sel_store_mode mode)
{
    sel_error err = {0};
    sel_store *store = NULL;
    must(sel_store_open(path, mode, &store, &err), SEL_OK, &err);
    ck_assert_ptr_nonnull(store);
    return store;
}

void begin(sel_store *store)
{
    sel_error err = {0};
    must(sel_store_begin(store, &err), SEL_OK, &err);
}

void commit(sel_store *store)
{
    sel_error err = {0};
    must(sel_store_commit(store, &err), SEL_OK, &err);
}

int64_t source(sel_store *store, const char *kind, const char *name)
{
    sel_error err = {0};
    char hash[SEL_HASH_ROOM];
    int64_t id = 0;
    sel_hash_of(sel_str_of(name), hash);
    const sel_source file = {.name = sel_str_of(name),
                             .sha256 = sel_str_of(hash),
                             .kind = sel_str_of(kind),
                             .format = SEL_STR("csv"),
                             .register_name = SEL_STR(""),
                             .received = NOW,
                             .bytes = 1000};
    must(sel_store_add_source(store, &file, &id, &err), SEL_OK, &err);
    ck_assert_int_gt(id, 0);
    return id;
}

const sel_geography *places(void)
{
    static sel_recipient recipients[] = {
        [FIJI] = {.code = {"FJI", 3}},
        [INDONESIA] = {.code = {"IDN", 3}},
        [TONGA] = {.code = {"TON", 3}},
    };
    static const sel_geography geography = {.recipients = recipients, .count = 3};
    return &geography;
}

const sel_questionnaire *questionnaire(void)
{
    static const sel_item items[QUESTIONS] = {
        [HELP] = {.name = {"help_d1", 7},
                  .type = SEL_ITEM_SELECT_ONE,
                  .capability = {"D1.2", 4},
                  .aspect = {"help", 4}},
        [STAGE] = {.name = {"now_d1", 6},
                   .type = SEL_ITEM_INTEGER,
                   .capability = {"D1.2", 4},
                   .aspect = {"now", 3}},
        [WANTED] = {.name = {"wanted_d1", 9},
                    .type = SEL_ITEM_INTEGER,
                    .capability = {"D1.2", 4},
                    .aspect = {"wanted", 6}},
        [IMPORTANCE] = {.name = {"importance_d1", 13},
                        .type = SEL_ITEM_SELECT_ONE,
                        .capability = {"D1.2", 4},
                        .aspect = {"importance", 10}},
        [BY] = {.name = {"by_d1", 5},
                .type = SEL_ITEM_DATE,
                .capability = {"D1.2", 4},
                .aspect = {"by", 2}},
        [HELP_TRAINING] = {.name = {"help_d3", 7},
                           .type = SEL_ITEM_SELECT_ONE,
                           .capability = {"D3.3", 4},
                           .aspect = {"help", 4}},
        [FILLED_BY] = {.name = {"filled_by", 9},
                       .type = SEL_ITEM_TEXT,
                       .aspect = {"filled_by", 9},
                       .disclosure = {"sealed", 6}},
    };
    static const sel_questionnaire asked = {.id = {"state-needs", 11},
                                            .version = {"2026080101", 10},
                                            .items = items,
                                            .item_count = QUESTIONS};
    return &asked;
}

sel_response response(uint32_t recipient, const char *agency)
{
    static const sel_answer answers[] = {
        {.item = HELP, .text = {"much", 4}, .line = 7, .row = 7, .column = 3},
        {.item = STAGE, .is_number = true, .number = 2, .line = 7, .row = 7, .column = 4},
        {.item = WANTED, .is_number = true, .number = 4, .line = 7, .row = 7, .column = 5},
        {.item = IMPORTANCE, .kind = SEL_ANSWER_DONT_KNOW, .line = 7, .row = 7, .column = 6},
        /* 2028-06-30: `date -u -d 2028-06-30 +%s` / 86400 */
        {.item = BY, .is_number = true, .number = 21365, .line = 7, .row = 7, .column = 7},
        {.item = HELP_TRAINING, .kind = SEL_ANSWER_NOT_SAID, .line = 9, .row = 8, .column = 3},
        {.item = FILLED_BY, .text = {"Sitiveni Rabuka", 15}, .line = 4, .row = 4, .column = 2},
    };
    return (sel_response){.questionnaire = questionnaire(),
                          .recipient = recipient,
                          .agency = sel_str_of(agency),
                          .round = SEL_STR("1"),
                          .disclosure = SEL_STR("circulated"),
                          .answered_on = {20690, 20720, true},
                          .lead = true,
                          .answers = answers,
                          .answer_count = QUESTIONS,
                          .line = 2};
}

sel_put_response put_response(sel_store *store, int64_t from, const sel_response *given)
{
    sel_error err = {0};
    sel_put_response put = {0};
    must(sel_store_put_response(store, from, given, places(), NOW, &put, &err), SEL_OK, &err);
    return put;
}

sel_put_outcome put_programme(sel_store *store, int64_t from, const sel_programme *record)
{
    sel_error err = {0};
    sel_put_outcome outcome = SEL_PUT_UNCHANGED;
    must(sel_store_put_programme(store, from, record, &outcome, &err), SEL_OK, &err);
    return outcome;
}

const char *ask(const char *path, const char *sql)
{
    static char answer[4000];
    sqlite3 *db = NULL;
    sqlite3_stmt *stmt = NULL;
    ck_assert_int_eq(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
    answer[0] = '\0';
    if (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(stmt, 0);
        snprintf(answer, sizeof answer, "%s", text == NULL ? "NULL" : text);
    }
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    return answer;
}
