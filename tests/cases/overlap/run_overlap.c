/* Runs every folder beside this file: about (first lines "key: value"), register.csv, needs.csv
 * (optional) and expected.csv: what a place, a pair, a programme or the whole comes to. */
#include "selaras.h"

#include "input/register_table.h"
#include "shipped.h"

#include <dirent.h>

static shipped all;

/* Everything computed of one case. */
typedef struct outcome {
    const char *folder;
    sel_arena *arena;
    const sel_study *study;
    sel_needs needs;
    sel_records records;
    sel_supplies supplies;
    sel_overlap overlap;
} outcome;

static sel_str path_of(sel_arena *arena, const char *folder, const char *name)
{
    return sel_str_printf(arena, "%s/tests/cases/overlap/%s/%s", SELARAS_SOURCE_DIR, folder, name);
}

/* Text of a file; empty when it is optional and not there. */
static sel_str read_file(sel_arena *arena, const char *folder, const char *name, bool optional)
{
    enum { ROOM = 1 << 16 };
    sel_str path = path_of(arena, folder, name);
    FILE *file = fopen(path.ptr, "rb");
    ck_assert_msg(file != NULL || optional, "%s cannot be read", path.ptr);
    if (file == NULL)
        return (sel_str){0};
    char *text = sel_arena_array(arena, ROOM, 1);
    size_t length = fread(text, 1, ROOM, file);
    ck_assert_msg(length < ROOM, "%s is too large", path.ptr);
    fclose(file);
    return (sel_str){text, length};
}

/* Value of a key in the first lines of about. */
static sel_str setting(sel_str about, const char *key)
{
    sel_str line;
    while (sel_str_next(&about, '\n', &line) && line.len > 0) {
        sel_str name;
        if (sel_str_next(&line, ':', &name) && sel_str_is(name, key))
            return sel_str_trim(line);
    }
    ck_abort_msg("about has no %s", key);
    return (sel_str){0};
}

static void read_programmes(const outcome *of, sel_study_builder *builder)
{
    sel_error err = {0};
    sel_issues issues = {.arena = of->arena};
    sel_register_counts counts = {0};
    sel_bytes *bytes = NULL;
    sel_str path = path_of(of->arena, of->folder, "register.csv");
    sel_status status = sel_bytes_open(path.ptr, &bytes, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    sel_register_guess guess = sel_register_recognise(bytes, &all.reference, of->arena);
    sel_register_options options = {0};
    status = sel_register_read(bytes, &guess, &all.reference, &options,
                               (sel_programme_sink){sel_study_add_programme, builder}, &issues,
                               &counts, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    ck_assert_msg(counts.refused == 0 && counts.taken > 0, "%s: a record is refused", of->folder);
    for (uint32_t i = 0; i < issues.group_count; i++)
        ck_assert_msg(sel_issue_severity(issues.groups[i]->places[0].code) != SEL_FAULT, "%s: %s",
                      of->folder, issues.groups[i]->places[0].code);
    sel_bytes_close(bytes);
}

static int64_t number(sel_str text)
{
    int64_t value = 0;
    ck_assert_msg(sel_number_integer(text, &value), "'%.*s' is not a number", SEL_STR_ARG(text));
    return value;
}

static sel_str cell(sel_str *row)
{
    sel_str part = {0};
    sel_str_next(row, ',', &part);
    return part;
}

static void read_needs(const outcome *of, sel_study_builder *builder)
{
    sel_str rest = read_file(of->arena, of->folder, "needs.csv", true);
    sel_str row;
    sel_str_next(&rest, '\n', &row);
    while (sel_str_next(&rest, '\n', &row) && row.len > 0) {
        uint32_t recipient = sel_geography_code(&all.reference.geography, cell(&row));
        sel_study_submission submission = sel_study_submission_blank();
        submission.recipient = recipient;
        submission.lead = true;
        sel_need_entry entry = {.recipient = recipient,
                                .submission = sel_study_add_submission(builder, &submission)};
        entry.capability = sel_taxonomy_find(&all.reference.taxonomy, cell(&row));
        entry.stage = (uint8_t)number(cell(&row));
        entry.target = (uint8_t)number(cell(&row));
        entry.importance = (uint8_t)number(cell(&row));
        sel_study_add_entry(builder, &entry);
    }
}

static int64_t of_pair(const outcome *of, sel_str first, sel_str second, sel_str value)
{
    uint32_t a = sel_study_programme_find(of->study, first);
    uint32_t b = sel_study_programme_find(of->study, second);
    ck_assert_msg(a < b && b != SEL_NONE, "%s: no pair of %.*s", of->folder, SEL_STR_ARG(first));
    sel_overlap_pair p = sel_overlap_of(of->study, &of->needs, &of->supplies, &of->records, a, b);
    const struct {
        const char *name;
        int64_t value;
    } values[] = {
        {"c_low", p.c_low},
        {"c_high", p.c_high},
        {"days_low", p.days_low},
        {"days_high", p.days_high},
        {"d_low", p.d_low_ppm},
        {"d_high", p.d_high_ppm},
        {"a", p.a_ppm},
        {"g", p.g_ppm},
        {"factors", p.factors},
        {"s_low", p.s_low_ppm},
        {"s_high", p.s_high_ppm},
        {"t_a_low", p.t_a_low_ppm},
        {"t_a_high", p.t_a_high_ppm},
        {"t_b_low", p.t_b_low_ppm},
        {"t_b_high", p.t_b_high_ppm},
        {"red_low", p.red_low_ppm},
        {"red_high", p.red_high_ppm},
        {"unknown", p.unknown_ppm},
        {"money_low", p.money_low},
        {"money_high", p.money_high},
        {"certain", p.certain},
        {"by_containment", p.by_containment},
        {"reading", p.reading},
        {"need_unknown", p.need_unknown},
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (sel_str_is(value, values[i].name))
            return values[i].value;
    ck_abort_msg("%s: a pair has no %.*s", of->folder, SEL_STR_ARG(value));
    return 0;
}

static int64_t of_place(const outcome *of, sel_str first, sel_str second, sel_str value)
{
    const sel_supply *s =
        sel_supply_find(&of->supplies, sel_geography_code(&all.reference.geography, first),
                        sel_taxonomy_find(&all.reference.taxonomy, second));
    ck_assert_msg(s != NULL, "%s: no supply at %.*s", of->folder, SEL_STR_ARG(first));
    const struct {
        const char *name;
        uint64_t value;
    } values[] = {
        {"low", s->low},
        {"high", s->high},
        {"beyond_low", s->beyond_low},
        {"beyond_high", s->beyond_high},
        {"need_low", s->need_low},
        {"need_high", s->need_high},
        {"red_low", s->red_low_ppm},
        {"red_high", s->red_high_ppm},
        {"donors", s->donors},
        {"days_low", (uint64_t)s->days_low},
        {"days_high", (uint64_t)s->days_high},
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (sel_str_is(value, values[i].name))
            return (int64_t)values[i].value;
    ck_abort_msg("%s: a place has no %.*s", of->folder, SEL_STR_ARG(value));
    return 0;
}

static int64_t computed(const outcome *of, sel_str what, sel_str first, sel_str second,
                        sel_str value)
{
    if (sel_str_is(what, "pair"))
        return of_pair(of, first, second, value);
    if (sel_str_is(what, "place"))
        return of_place(of, first, second, value);
    if (sel_str_is(what, "programme")) {
        uint32_t p = sel_study_programme_find(of->study, first);
        ck_assert_uint_ne(p, SEL_NONE);
        return sel_str_is(value, "most") ? of->overlap.most_ppm[p] : of->overlap.assessed[p];
    }
    ck_assert_msg(sel_str_is(what, "overlap"), "nothing is called %.*s", SEL_STR_ARG(what));
    return (int64_t)(sel_str_is(value, "certain")    ? of->overlap.certain
                     : sel_str_is(value, "possible") ? of->overlap.possible
                                                     : of->overlap.compared);
}

static void check_expected(const outcome *of)
{
    sel_str rest = read_file(of->arena, of->folder, "expected.csv", false);
    sel_str row;
    uint32_t rows = 0;
    sel_str_next(&rest, '\n', &row);
    for (; sel_str_next(&rest, '\n', &row) && row.len > 0; rows++) {
        sel_str whole = row;
        sel_str what = cell(&row);
        sel_str first = cell(&row);
        sel_str second = cell(&row);
        sel_str value = cell(&row);
        int64_t found = computed(of, what, first, second, value);
        ck_assert_msg(found == number(row), "%s: %.*s, found %lld", of->folder, SEL_STR_ARG(whole),
                      (long long)found);
    }
    ck_assert_msg(rows > 0, "%s expects nothing", of->folder);
}

static void run_case(const char *folder)
{
    outcome of = {.folder = folder, .arena = sel_arena_create()};
    sel_str about = read_file(of.arena, folder, "about", false);
    sel_days as_of = {0};
    ck_assert_int_eq(sel_date_read(setting(about, "as-of"), &as_of), SEL_DATE_OK);
    sel_str currency = sel_str_copy(of.arena, setting(about, "currency"));
    sel_study_options options = {.as_of = as_of.earliest, .reporting_currency = currency.ptr};
    sel_study_builder *builder = sel_study_builder_create(&all.reference, &all.model, &options);
    read_programmes(&of, builder);
    read_needs(&of, builder);
    of.study = sel_study_finish(builder);
    of.needs = sel_needs_compute(of.study, of.arena);
    of.records = sel_records_compute(of.study, of.arena);
    of.supplies = sel_supply_compute(of.study, &of.needs, of.records.counted, of.arena);
    sel_overlap_options comparing = {.top = 100};
    sel_error err = {0};
    ck_assert_int_eq(sel_overlap_compute(of.study, &of.needs, &of.supplies, &of.records, &comparing,
                                         of.arena, &of.overlap, &err),
                     SEL_OK);
    check_expected(&of);
    sel_study_builder_destroy(builder);
    sel_arena_destroy(of.arena);
}

START_TEST(every_case)
{
    DIR *directory = opendir(SELARAS_SOURCE_DIR "/tests/cases/overlap");
    ck_assert_ptr_nonnull(directory);
    uint32_t cases = 0;
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        if (strchr(entry->d_name, '.') != NULL)
            continue;
        run_case(entry->d_name);
        cases++;
    }
    closedir(directory);
    ck_assert_uint_ge(cases, 3);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {every_case, NULL};
    all = shipped_open();
    int failed = run_tests("overlap_cases", tests);
    shipped_close(&all);
    return failed;
}
