#include "seeded.h"
#include "store_fixture.h"

#include <sys/stat.h>

/* Two revisions, two versions, a record set aside, a request. */
static void make_store(const char *path)
{
    sel_error err = {0};
    sel_store *store = fresh_store(path);
    begin(store);
    int64_t answers = source(store, "responses", "a.csv");
    sel_response given = response(FIJI, "CERT");
    put_response(store, answers, &given);
    given.lead = false;
    sel_put_response put = put_response(store, answers, &given);
    for (int i = 0; i < 20; i++) {
        char agency[16];
        snprintf(agency, sizeof agency, "agency %d", i);
        given = response(TONGA, agency);
        put_response(store, answers, &given);
    }
    const sel_request request = {.id = SEL_STR("FJI-1-01"),
                                 .recipient = SEL_STR("FJI"),
                                 .capability = SEL_STR("D1.2"),
                                 .received = NOW};
    sel_put_outcome outcome;
    must(sel_store_put_request(store, answers, &put, &request, &outcome, &err), SEL_OK, &err);
    int64_t records = source(store, "register", "r.csv");
    sel_programme record = programme("P1");
    put_programme(store, records, &record);
    record.title = SEL_STR("second version");
    put_programme(store, records, &record);
    record = programme("P2");
    record.set_aside = true;
    put_programme(store, records, &record);
    record.last_updated = (sel_days){19000, 19000, true};
    ck_assert_int_eq(put_programme(store, records, &record), SEL_PUT_OLDER);
    commit(store);
    sel_store_close(store);
}

/* Faults that verify reports; opening may fail already. found says where. */
static uint64_t verify(const char *path, char found[200])
{
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_error err = {0};
    sel_store *store = NULL;
    uint64_t faults = 1;
    found[0] = '\0';
    if (sel_store_open(path, SEL_STORE_READ, &store, &err) == SEL_OK) {
        must(sel_store_verify(store, &issues, &err), SEL_OK, &err);
        faults = issues.counts[SEL_FAULT];
        if (faults > 0)
            snprintf(found, 200, "%s %.*s: %.*s%.*s", issues.groups[0]->places[0].code,
                     SEL_STR_ARG(issues.groups[0]->places[0].subject),
                     SEL_STR_ARG(issues.groups[0]->places[0].record),
                     SEL_STR_ARG(issues.groups[0]->places[0].found));
    }
    sel_store_close(store);
    sel_arena_destroy(arena);
    return faults;
}

START_TEST(a_sound_store_has_no_faults)
{
    const char *path = fresh_path();
    char found[200];
    make_store(path);
    ck_assert_msg(verify(path, found) == 0, "%s", found);
}
END_TEST

START_TEST(verifying_changes_nothing)
{
    const char *path = fresh_path();
    make_store(path);
    sel_error err = {0};
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_store *store = open_store(path, SEL_STORE_WRITE);
    begin(store);
    sel_programme record = programme("P9");
    put_programme(store, 1, &record);
    must(sel_store_verify(store, &issues, &err), SEL_OK, &err);
    ck_assert(sel_issues_allow(&issues));
    record = programme("P10");
    put_programme(store, 1, &record);
    commit(store);
    sel_store_close(store);
    sel_arena_destroy(arena);
    ck_assert_str_eq(ask(path, "SELECT count(*) FROM programme"), "4");
}
END_TEST

START_TEST(changes_of_what_was_said_are_named)
{
    static const struct {
        const char *sql;
        const char *found;
    } changes[] = {
        {"UPDATE revision SET answers = json_set(answers, '$[0][2]', 3) WHERE id = 2",
         "E_STORE_CONTENT response: FJI CERT, round 1, state-needs"},
        {"UPDATE revision SET answers = json_remove(answers, '$[1]') WHERE id = 5",
         "E_STORE_CONTENT response: TON agency 2, round 1, state-needs"},
        {"UPDATE revision SET answers = 'none' WHERE id = 5",
         "E_STORE_CONTENT response: TON agency 2, round 1, state-needs"},
        {"UPDATE revision SET lead = 1 WHERE id = 2",
         "E_STORE_CONTENT response: FJI CERT, round 1, state-needs"},
        {"UPDATE submission SET current = 1 WHERE current = 2",
         "E_STORE_CONTENT response: FJI CERT, round 1, state-needs"},
        {"UPDATE item SET aspect = 'now' WHERE aspect = 'wanted'",
         "E_STORE_CONTENT questionnaire: state-needs 2026080101"},
        {"UPDATE programme_version SET cyber_low = 250001 WHERE id = 2",
         "E_STORE_CONTENT programme: aid:P1"},
        {"UPDATE party SET name = 'Somebody' WHERE version = 4 AND number = 0",
         "E_STORE_CONTENT programme: aid:P2"},
        {"UPDATE programme_text SET description = '' WHERE version = 1",
         "E_STORE_CONTENT programme: aid:P1"},
        {"UPDATE programme SET current = 1 WHERE record = 'P1'",
         "E_STORE_CONTENT programme: aid:P1"},
        {"UPDATE programme SET current = 4 WHERE record = 'P2'",
         "E_STORE_CONTENT programme: aid:P2"},
        {"UPDATE request SET months = 3", "E_STORE_CONTENT request: FJI-1-01"},
        {"DELETE FROM respondent WHERE recipient = 'FJI'", "E_STORE_DAMAGED : submission"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        const char *path = fresh_path();
        char found[200];
        make_store(path);
        ask(path, changes[i].sql);
        ck_assert_msg(verify(path, found) == 1, "%s: %s", changes[i].sql, found);
        ck_assert_str_eq(found, changes[i].found);
    }
}
END_TEST

static bool hash_answer(void *to, const sel_stored_answer *given)
{
    const int64_t facts[] = {given->submission, given->answer.kind, given->answer.number};
    sel_hash_add(to, facts, sizeof facts);
    sel_hash_add(to, given->item.ptr, given->item.len);
    sel_hash_add(to, given->aspect.ptr, given->aspect.len);
    sel_hash_add(to, given->answer.text.ptr, given->answer.text.len);
    return true;
}

static bool hash_submission(void *to, const sel_stored_submission *given)
{
    sel_hash_add(to, given->recipient.ptr, given->recipient.len);
    sel_hash_add(to, given->agency.ptr, given->agency.len);
    sel_hash_add(to, given->disclosure.ptr, given->disclosure.len);
    sel_hash_add(to, given->lead ? "l" : "-", 1);
    return true;
}

static bool hash_programme(void *to, const sel_programme *given)
{
    const int64_t facts[] = {given->start.earliest, given->end.latest,  given->cyber_low,
                             given->set_aside,      given->kinds,       given->money.high,
                             given->ownership[0],   given->party_count, given->recipient_count};
    sel_hash_add(to, facts, sizeof facts);
    sel_hash_add(to, given->id.ptr, given->id.len);
    sel_hash_add(to, given->title.ptr, given->title.len);
    sel_hash_add(to, given->description.ptr, given->description.len);
    for (uint32_t i = 0; i < given->party_count; i++)
        sel_hash_add(to, given->parties[i].name.ptr, given->parties[i].name.len);
    for (uint32_t i = 0; i < given->recipient_count; i++)
        sel_hash_add(to, &given->recipients[i].ppm, sizeof given->recipients[i].ppm);
    return true;
}

/* What an analysis would read, as one number; false when it cannot be read. */
static bool content(const char *path, char hex[SEL_HASH_ROOM])
{
    sel_store *store = NULL;
    sel_hash hash;
    sel_hash_start(&hash);
    bool read =
        sel_store_open(path, SEL_STORE_READ, &store, NULL) == SEL_OK &&
        sel_store_each_submission(store, hash_submission, &hash, NULL) == SEL_OK &&
        sel_store_each_answer(store, hash_answer, &hash, NULL) == SEL_OK &&
        sel_store_each_programme(store, SEL_PROGRAMME_TEXTS,
                                 (sel_programme_sink){hash_programme, &hash}, NULL) == SEL_OK;
    sel_store_close(store);
    sel_hash_finish(&hash, hex);
    return read;
}

static void flip(FILE *file, long at, int bit)
{
    ck_assert_int_eq(fseek(file, at, SEEK_SET), 0);
    int byte = fgetc(file);
    ck_assert_int_ne(byte, EOF);
    ck_assert_int_eq(fseek(file, at, SEEK_SET), 0);
    ck_assert_int_ne(fputc(byte ^ 1 << bit, file), EOF);
    ck_assert_int_eq(fflush(file), 0);
}

START_TEST(no_changed_bit_changes_an_answer_unseen)
{
    enum { FLIPS = 900 };
    const char *path = fresh_path();
    make_store(path);
    char original[SEL_HASH_ROOM];
    ck_assert(content(path, original));
    struct stat about;
    ck_assert_int_eq(stat(path, &about), 0);
    FILE *file = fopen(path, "r+b");
    ck_assert_ptr_nonnull(file);
    uint64_t state = 20260901;
    int changed = 0;
    for (int i = 0; i < FLIPS; i++) {
        long at = (long)(seeded_bits(&state) % (uint64_t)about.st_size);
        int bit = (int)(seeded_bits(&state) % 8);
        char now[SEL_HASH_ROOM];
        char found[200];
        flip(file, at, bit);
        bool same = content(path, now) && strcmp(now, original) == 0;
        changed += !same;
        ck_assert_msg(same || verify(path, found) > 0, "bit %d of byte %ld went unseen", bit, at);
        flip(file, at, bit);
    }
    fclose(file);
    ck_assert_int_gt(changed, 50); /* the test has something to find */
    ck_assert_msg(content(path, original), "the file is whole again");
}
END_TEST

int main(void)
{
    return run_tests("store_verify", (const TTest *const[]){
                                         a_sound_store_has_no_faults,
                                         verifying_changes_nothing,
                                         changes_of_what_was_said_are_named,
                                         no_changed_bit_changes_an_answer_unseen,
                                         NULL,
                                     });
}
