#include "work/rounds.h"

#include "input/bytes.h"
#include "work/tell.h"

bool sel_round_over(const sel_round *round, int64_t now)
{
    return round->open.known && round->open.latest < sel_time_day(now);
}

/* --- opening and closing --- */

typedef struct expecting {
    const sel_geography *geography;
    sel_arena *arena;
    sel_str *codes;
    uint32_t count;
    uint32_t room;
} expecting;

static bool is_expected(const expecting *e, sel_str code)
{
    for (uint32_t i = 0; i < e->count; i++)
        if (sel_str_equal(e->codes[i], code))
            return true;
    return false;
}

static sel_status expect(expecting *e, sel_str text, sel_error *err)
{
    uint32_t recipient = sel_geography_find(e->geography, text);
    if (recipient == SEL_NONE) {
        uint32_t nearest = sel_geography_nearest(e->geography, text);
        if (nearest == SEL_NONE)
            return sel_fail(err, SEL_REFUSED, "'%.*s' is no country or organisation we know",
                            SEL_STR_ARG(sel_str_part(text, 0, 80)));
        return sel_fail(err, SEL_REFUSED,
                        "'%.*s' is no country or organisation we know; did you mean '%.*s'?",
                        SEL_STR_ARG(sel_str_part(text, 0, 80)),
                        SEL_STR_ARG(e->geography->recipients[nearest].names.in[SEL_EN]));
    }
    sel_str code = e->geography->recipients[recipient].code;
    if (is_expected(e, code))
        return SEL_OK;
    if (e->count == SEL_ROUND_EXPECTED_MAX)
        return sel_fail(err, SEL_REFUSED,
                        "more than %d are expected of one round; give fewer with --expect",
                        SEL_ROUND_EXPECTED_MAX);
    e->codes = sel_arena_one_more(e->arena, e->codes, e->count, &e->room, sizeof *e->codes);
    e->codes[e->count++] = code;
    return SEL_OK;
}

/* Codes or names between commas or line ends; a file may begin with a byte order mark. */
static sel_status expect_all(expecting *e, sel_str text, sel_error *err)
{
    if (sel_str_starts(text, SEL_STR("\xEF\xBB\xBF")))
        text = sel_str_part(text, 3, text.len);
    sel_str line;
    sel_str entry;
    sel_status status = SEL_OK;
    while (status == SEL_OK && sel_str_next(&text, '\n', &line))
        while (status == SEL_OK && sel_str_next(&line, ',', &entry)) {
            entry = sel_str_trim(entry);
            if (entry.len > 0)
                status = expect(e, entry, err);
        }
    return status;
}

/* What is given is a file when there is one of that name. */
static sel_status read_expected(expecting *e, const char *given, sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_error no_file = {0};
    sel_status status = sel_bytes_open(given, &bytes, &no_file);
    if (status == SEL_NOT_FOUND)
        return expect_all(e, sel_str_of(given), err);
    if (status != SEL_OK) {
        *err = no_file;
        return status;
    }
    sel_str text = sel_bytes_peek(bytes);
    status = text.len == SEL_BYTES_PEEK
                 ? sel_fail(err, SEL_REFUSED, "'%s' is too long for a list of recipients", given)
                 : expect_all(e, text, err);
    sel_bytes_close(bytes);
    return status;
}

static sel_status put_round(sel_store *store, const sel_round *round, sel_error *err)
{
    sel_status status = sel_store_put_round(store, round, err);
    if (status == SEL_OK)
        status = sel_store_commit(store, err);
    return status;
}

/* The days of a round opened now; it keeps the first day it had. */
static sel_days days_of(const sel_round *before, const sel_round_call *call, sel_day now)
{
    if (!call->closes.known)
        return (sel_days){0};
    sel_day first = before->open.known && before->open.earliest < now ? before->open.earliest : now;
    return (sel_days){first, call->closes.latest, true};
}

sel_status sel_rounds_open(const sel_context *context, sel_store *store, const sel_round_call *call,
                           sel_error *err)
{
    if (call->name.len == 0 || call->name.len > SEL_ROUND_NAME_MAX || !sel_str_is_utf8(call->name))
        return sel_fail(err, SEL_USAGE, "the name of a round has 1 to %d bytes of text",
                        SEL_ROUND_NAME_MAX);
    char day[SEL_DATE_ROOM];
    if (call->closes.known && call->closes.latest < sel_time_day(context->now))
        return sel_fail(err, SEL_USAGE,
                        "the last day, %s, is over already; give a later one with --closes",
                        sel_day_text(call->closes.latest, day));
    sel_arena *arena = sel_arena_create();
    expecting e = {.geography = &context->reference.geography, .arena = arena};
    sel_round round = {0};
    sel_status status = sel_store_begin(store, err);
    if (status == SEL_OK)
        status = sel_store_find_round(store, call->name, arena, &round, err);
    if (status == SEL_NOT_FOUND) {
        *err = (sel_error){0};
        status = SEL_OK;
    }
    if (status == SEL_OK && call->expect != NULL) {
        status = read_expected(&e, call->expect, err);
        round.expected = e.codes;
        round.expected_count = e.count;
    }
    round.open = days_of(&round, call, sel_time_day(context->now));
    if (status == SEL_OK)
        status = put_round(store, &round, err);
    if (status != SEL_OK)
        sel_store_rollback(store);
    sel_arena_destroy(arena);
    return status;
}

sel_status sel_rounds_close(const sel_context *context, sel_store *store, sel_str name,
                            sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    sel_round round = {0};
    sel_day yesterday = sel_time_day(context->now) - 1;
    sel_status status = sel_store_begin(store, err);
    if (status == SEL_OK)
        status = sel_store_find_round(store, name, arena, &round, err);
    if (status == SEL_OK && !sel_round_over(&round, context->now)) {
        sel_day first =
            round.open.known && round.open.earliest < yesterday ? round.open.earliest : yesterday;
        round.open = (sel_days){first, yesterday, true};
        status = put_round(store, &round, err);
    }
    sel_store_rollback(store);
    sel_arena_destroy(arena);
    return status;
}

/* --- who answered --- */

/* A submission with the next one of its round, in the store's order. */
typedef struct came_in {
    sel_stored_submission submission;
    struct came_in *next;
} came_in;

/* The submissions of a round. */
typedef struct round_answers {
    came_in *first;
    came_in *last;
} round_answers;

/* All submissions, sorted into the rounds they are of. */
typedef struct sorting {
    sel_arena *arena;
    const sel_round_state *rounds; /* by name bytes */
    round_answers *answers;        /* per round */
    uint32_t count;
} sorting;

typedef struct roll {
    const sel_context *context;
    const sel_round_state *round;
    bool over;
    const sel_round *call; /* with those expected */
    sel_table *table;
} roll;

/* A donor that answered, or the code of a recipient that the lists no longer have. */
static sel_str name_of_organisation(sel_str recipient)
{
    static const sel_str prefix = {SEL_ORGANISATION_PREFIX, sizeof SEL_ORGANISATION_PREFIX - 1};
    return sel_str_starts(recipient, prefix) ? sel_str_part(recipient, prefix.len, recipient.len)
                                             : recipient;
}

static void roll_row(const roll *r, sel_str recipient, const sel_stored_submission *answered,
                     const char *state)
{
    sel_table *table = r->table;
    uint32_t number = sel_geography_code(&r->context->reference.geography, recipient);
    sel_table_row(table);
    sel_cell_text(table, r->round->name);
    sel_cell_text(table, sel_str_copy(table->arena, recipient));
    sel_cell_text(table, number == SEL_NONE
                             ? sel_str_copy(table->arena, name_of_organisation(recipient))
                             : sel_context_recipient(r->context, number));
    sel_cell_text(table, sel_tell_word(r->context, state));
    if (answered == NULL)
        return;
    sel_cell_text(table, sel_str_copy(table->arena, answered->agency));
    sel_cell_text(table, sel_str_copy(table->arena, answered->questionnaire));
    sel_cell_integer(table, answered->revision);
    sel_cell_date(table, sel_time_day(answered->received));
}

static void roll_answers(const roll *r, const came_in *each)
{
    for (; each != NULL; each = each->next) {
        const sel_stored_submission *submission = &each->submission;
        bool expected = r->call->expected_count == 0;
        for (uint32_t i = 0; i < r->call->expected_count && !expected; i++)
            expected = sel_str_equal(r->call->expected[i], submission->recipient);
        roll_row(r, submission->recipient, submission,
                 expected ? "round.answered" : "round.answered-unexpected");
    }
}

static int by_name(const void *name, const void *round)
{
    return sel_str_compare(*(const sel_str *)name, ((const sel_round_state *)round)->name);
}

static bool sort_submission(void *to, const sel_stored_submission *submission)
{
    const sorting *s = to;
    const sel_round_state *round = s->count == 0 ? NULL
                                                 : bsearch(&submission->round, s->rounds, s->count,
                                                           sizeof *s->rounds, by_name);
    if (round == NULL)
        return true;
    round_answers *of = &s->answers[round - s->rounds];
    came_in *fresh = sel_arena_array(s->arena, 1, sizeof *fresh);
    fresh->submission =
        (sel_stored_submission){.recipient = sel_str_copy(s->arena, submission->recipient),
                                .agency = sel_str_copy(s->arena, submission->agency),
                                .questionnaire = sel_str_copy(s->arena, submission->questionnaire),
                                .revision = submission->revision,
                                .received = submission->received};
    if (of->last == NULL)
        of->first = fresh;
    else
        of->last->next = fresh;
    of->last = fresh;
    return true;
}

static void roll_columns(const sel_context *context, sel_table *table)
{
    static const struct {
        const char *id;
        sel_column_type type;
        sel_readers readers;
    } columns[] = {{"round", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES},
                   {"country", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"state", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"agency", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"questionnaire", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"revision", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"received_on", SEL_COLUMN_DATE, SEL_FOR_ALL}};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i].id, columns[i].type, columns[i].readers);
}

static void round_columns(const sel_context *context, sel_table *table)
{
    sel_tell_column(context, table, "round", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "state", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "first_day", SEL_COLUMN_DATE);
    sel_tell_column(context, table, "last_day", SEL_COLUMN_DATE);
    sel_tell_column(context, table, "expected", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "came_in", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "not_yet_in", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "submissions", SEL_COLUMN_INTEGER);
}

static void round_row(const sel_context *context, sel_table *table, const sel_round_state *round,
                      bool over)
{
    sel_table_row(table);
    sel_cell_text(table, round->name);
    sel_cell_text(table, sel_tell_word(context, over ? "round.closed" : "round.open"));
    if (round->open.known) {
        sel_cell_date(table, round->open.earliest);
        sel_cell_date(table, round->open.latest);
    } else {
        sel_cell_empty(table);
        sel_cell_empty(table);
    }
    sel_cell_integer(table, round->expected);
    sel_cell_integer(table, round->answered);
    sel_cell_integer(table, round->missing_count);
    sel_cell_integer(table, round->submissions);
}

static sel_status tell_round(const sel_context *context, sel_store *store,
                             const sel_round_state *state, const round_answers *came,
                             sel_table *rounds, sel_table *answers, sel_error *err)
{
    sel_round round;
    sel_status status = sel_store_find_round(store, state->name, answers->arena, &round, err);
    if (status != SEL_OK)
        return status;
    roll r = {context, state, sel_round_over(&round, context->now), &round, answers};
    round_row(context, rounds, state, r.over);
    for (uint32_t i = 0; i < state->missing_count; i++)
        roll_row(&r, state->missing[i], NULL, r.over ? "round.late" : "round.awaited");
    roll_answers(&r, came->first);
    return SEL_OK;
}

sel_status sel_rounds_tell(const sel_context *context, sel_store *store, sel_report *report,
                           sel_error *err)
{
    sel_store_state state = {0};
    sel_status status = sel_store_status(store, report->arena, &state, err);
    sel_section *section = sel_report_section(report, "rounds", (sel_str){0});
    sel_table *rounds = sel_section_table(section, "rounds", (sel_str){0});
    round_columns(context, rounds);
    sel_section *who = sel_report_section(report, "answers", sel_tell_word(context, "round.who"));
    sel_table *answers =
        sel_section_table(who, "round_answers", sel_tell_word(context, "round.who"));
    roll_columns(context, answers);
    sorting s = {report->arena, state.rounds, NULL, state.round_count};
    s.answers = sel_arena_array(report->arena, (size_t)state.round_count + 1, sizeof *s.answers);
    if (status == SEL_OK)
        status = sel_store_each_submission(store, sort_submission, &s, err);
    for (uint32_t i = 0; i < state.round_count && status == SEL_OK; i++)
        status = tell_round(context, store, &state.rounds[i], &s.answers[i], rounds, answers, err);
    return status;
}
