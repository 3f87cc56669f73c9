#include "work/organisations.h"

#include "base/fold.h"
#include "base/nearest.h"
#include "work/organisation_census.h"
#include "work/tell.h"

bool sel_organisation_decision_of(const sel_decision *stored, sel_organisation_decision *decision)
{
    bool split = sel_str_is(stored->kind, "split");
    *decision = (sel_organisation_decision){split, stored->subject, stored->other};
    return split || sel_str_is(stored->kind, "merge");
}

/* --- words --- */

sel_str sel_organisation_recognition(const sel_context *context, const sel_roll_spelling *spelling,
                                     bool decided, sel_arena *arena)
{
    static const char *const words[] = {
        [SEL_RECOGNISED_REF] = "recognised.ref",
        [SEL_RECOGNISED_NAME] = "recognised.name",
        [SEL_RECOGNISED_WORDS] = "recognised.words",
        [SEL_RECOGNISED_ITSELF] = "recognised.itself",
        [SEL_RECOGNISED_PLACEHOLDER] = "recognised.placeholder",
    };
    const char *word = words[spelling->how];
    if (spelling->contradicted)
        word = "recognised.contradicted";
    else if (decided && spelling->how == SEL_RECOGNISED_ITSELF)
        word = "recognised.decided";
    if (spelling->how != SEL_RECOGNISED_WORDS)
        return sel_tell_word(context, word);
    return sel_str_printf(arena, "%.*s (%u %%)", SEL_STR_ARG(sel_tell_word(context, word)),
                          spelling->score / 100);
}

static sel_str group_word(const sel_context *context, sel_stakeholder group)
{
    static const char *const words[] = {
        [SEL_STAKEHOLDER_GOVERNMENT] = "stakeholder.government",
        [SEL_STAKEHOLDER_INTERNATIONAL] = "stakeholder.international",
        [SEL_STAKEHOLDER_PRIVATE_CI] = "stakeholder.private-ci",
        [SEL_STAKEHOLDER_BUSINESS] = "stakeholder.business",
        [SEL_STAKEHOLDER_ACADEMIA] = "stakeholder.academia",
        [SEL_STAKEHOLDER_CIVIL_SOCIETY] = "stakeholder.civil-society",
        [SEL_STAKEHOLDER_TECHNICAL] = "stakeholder.technical",
    };
    return group == SEL_STAKEHOLDER_UNKNOWN ? (sel_str){0} : sel_tell_word(context, words[group]);
}

/* --- the list --- */

typedef struct telling {
    const sel_context *context;
    sel_organisation_census *census;
    sel_report *report;
} telling;

static sel_str kept(const telling *t, sel_str text)
{
    return sel_str_copy(t->report->arena, text);
}

/* Of its spellings the one recognised with the least certainty: what a person should look at. */
static const sel_roll_spelling *least_certain(const sel_organisation_census *census,
                                              uint32_t number)
{
    const sel_roll_spelling *least = NULL;
    for (uint32_t i = census->first[number]; i < census->first[number + 1]; i++) {
        const sel_roll_spelling *one = sel_roll_spelling_of(census->roll, census->order[i]);
        bool worse =
            least == NULL || one->contradicted > least->contradicted ||
            (one->contradicted == least->contradicted &&
             (one->how > least->how || (one->how == least->how && one->score < least->score)));
        least = worse ? one : least;
    }
    return least;
}

static const struct {
    const char *id;
    sel_column_type type;
    sel_readers readers;
} columns[] = {{"organisation", SEL_COLUMN_TEXT, SEL_FOR_ALL},
               {"identifier", SEL_COLUMN_TEXT, SEL_FOR_MACHINES},
               {"type", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES},
               {"group", SEL_COLUMN_TEXT, SEL_FOR_ALL},
               {"belongs_to", SEL_COLUMN_TEXT, SEL_FOR_ALL},
               {"recognised", SEL_COLUMN_TEXT, SEL_FOR_ALL},
               {"records", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
               {"candidate", SEL_COLUMN_TEXT, SEL_FOR_ALL},
               {"candidate_score", SEL_COLUMN_INTEGER, SEL_FOR_ALL}};

static void facts(const telling *t, sel_table *table, uint32_t number)
{
    const sel_roll_organisation *of = &t->census->list[number];
    const sel_organisation *known =
        of->known == SEL_NONE ? NULL : &t->context->reference.organisations.list[of->known];
    sel_cell_text(table, kept(t, of->name));
    sel_cell_text(table, known == NULL ? (sel_str){0} : known->ref);
    if (known == NULL)
        sel_cell_empty(table);
    else
        sel_cell_integer(table, known->kind);
    sel_cell_text(table, known == NULL ? (sel_str){0} : group_word(t->context, known->stakeholder));
    sel_cell_text(table,
                  of->donor == number ? (sel_str){0} : kept(t, t->census->list[of->donor].name));
}

static void organisation_row(const telling *t, sel_table *table, uint32_t number)
{
    sel_census_candidate candidates[SEL_CENSUS_CANDIDATES];
    const sel_roll_spelling *spelling = least_certain(t->census, number);
    sel_table_row(table);
    facts(t, table, number);
    sel_cell_text(table,
                  sel_organisation_recognition(t->context, spelling,
                                               t->census->list[number].decided, t->report->arena));
    sel_cell_integer(table, t->census->records[number]);
    if (sel_census_candidates(t->census, number, candidates) > 0) {
        sel_cell_text(table, kept(t, candidates[0].name));
        sel_cell_integer(table, candidates[0].score / 100);
    }
}

static void spelling_columns(const sel_context *context, sel_table *table)
{
    sel_tell_column(context, table, "written", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "identifier", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "recognised", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "records", SEL_COLUMN_INTEGER);
}

static void spelling_rows(const telling *t, sel_table *table, uint32_t number)
{
    bool decided = number < t->census->count && t->census->list[number].decided;
    for (uint32_t i = t->census->first[number]; i < t->census->first[number + 1]; i++) {
        uint32_t spelling = t->census->order[i];
        const sel_roll_spelling *of = sel_roll_spelling_of(t->census->roll, spelling);
        sel_table_row(table);
        sel_cell_text(table, kept(t, of->name));
        sel_cell_text(table, kept(t, of->ref));
        sel_cell_text(table,
                      sel_organisation_recognition(t->context, of, decided, t->report->arena));
        sel_cell_integer(table, t->census->spelling_records[spelling]);
    }
}

typedef struct ranked {
    uint32_t records;
    uint32_t number;
} ranked;

static int by_records(const void *a, const void *b)
{
    const ranked *left = a;
    const ranked *right = b;
    if (left->records != right->records)
        return left->records > right->records ? -1 : 1;
    return (left->number > right->number) - (left->number < right->number);
}

static void tell_list(const telling *t, bool unresolved)
{
    sel_section *section = sel_report_section(t->report, "organisations", (sel_str){0});
    sel_table *table = sel_section_table(section, "organisations", (sel_str){0});
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(t->context, table, columns[i].id, columns[i].type, columns[i].readers);
    ranked *order = sel_arena_array(t->census->arena, t->census->count, sizeof *order);
    uint32_t count = 0;
    for (uint32_t i = 0; i < t->census->count; i++)
        if (t->census->records[i] > 0 && (!unresolved || t->census->list[i].known == SEL_NONE))
            order[count++] = (ranked){t->census->records[i], i};
    if (count > 0)
        qsort(order, count, sizeof *order, by_records);
    for (uint32_t i = 0; i < count; i++)
        organisation_row(t, table, order[i].number);
    if (t->census->first[t->census->count] == t->census->first[t->census->count + 1])
        return;
    sel_section *nobody = sel_report_section(t->report, "placeholders",
                                             sel_tell_word(t->context, "organisation.nobody"));
    sel_table *names =
        sel_section_table(nobody, "placeholders", sel_tell_word(t->context, "organisation.nobody"));
    spelling_columns(t->context, names);
    spelling_rows(t, names, t->census->count);
}

sel_status sel_organisations_tell(const sel_context *context, sel_store *store, bool unresolved,
                                  sel_report *report, sel_error *err)
{
    sel_organisation_census census;
    sel_status status = sel_census_open(context, store, &census, err);
    if (status == SEL_OK)
        tell_list(&(telling){context, &census, report}, unresolved);
    sel_census_close(&census);
    return status;
}

/* --- one of them --- */

/* No record names it; the nearest name that one does, or that the table has, is said. */
static sel_status refuse_name(const sel_organisation_census *census, sel_str text,
                              const sel_organisations *table, sel_error *err)
{
    sel_nearest nearest = sel_nearest_start(text);
    for (uint32_t i = 0; i < sel_roll_spelling_count(census->roll); i++)
        sel_nearest_offer(&nearest, sel_roll_spelling_of(census->roll, i)->name);
    for (uint32_t i = 0; i < census->count; i++)
        sel_nearest_offer(&nearest, census->list[i].name);
    for (uint32_t i = 0; table != NULL && i < table->count; i++)
        sel_nearest_offer(&nearest, table->list[i].name);
    sel_str shown = sel_str_part(text, 0, 100);
    if (nearest.name.len == 0)
        return sel_fail(err, SEL_NOT_FOUND, "no record names an organisation '%.*s'",
                        SEL_STR_ARG(shown));
    return sel_fail(err, SEL_NOT_FOUND,
                    "no record names an organisation '%.*s'; did you mean '%.*s'?",
                    SEL_STR_ARG(shown), SEL_STR_ARG(sel_str_part(nearest.name, 0, 200)));
}

static void tell_one(const telling *t, uint32_t number)
{
    t->report->title = kept(t, t->census->list[number].name);
    sel_section *section = sel_report_section(t->report, "organisation", (sel_str){0});
    sel_table *table = sel_section_table(section, "organisations", (sel_str){0});
    for (size_t i = 0; i + 2 < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(t->context, table, columns[i].id, columns[i].type, columns[i].readers);
    sel_table_row(table);
    facts(t, table, number);
    const sel_roll_spelling *spelling = least_certain(t->census, number);
    sel_cell_text(table, spelling == NULL ? (sel_str){0}
                                          : sel_organisation_recognition(
                                                t->context, spelling,
                                                t->census->list[number].decided, t->report->arena));
    sel_cell_integer(table, t->census->records[number]);
    sel_section *written =
        sel_report_section(t->report, "written", sel_tell_word(t->context, "organisation.written"));
    sel_table *spellings =
        sel_section_table(written, "spellings", sel_tell_word(t->context, "organisation.written"));
    spelling_columns(t->context, spellings);
    spelling_rows(t, spellings, number);
    sel_census_candidate candidates[SEL_CENSUS_CANDIDATES];
    uint32_t count = sel_census_candidates(t->census, number, candidates);
    if (count == 0)
        return;
    sel_str heading = sel_tell_word(t->context, "organisation.candidates");
    sel_table *near = sel_section_table(sel_report_section(t->report, "candidates", heading),
                                        "candidates", heading);
    sel_tell_column(t->context, near, "candidate", SEL_COLUMN_TEXT);
    sel_tell_column(t->context, near, "candidate_score", SEL_COLUMN_INTEGER);
    for (uint32_t i = 0; i < count; i++) {
        sel_table_row(near);
        sel_cell_text(near, kept(t, candidates[i].name));
        sel_cell_integer(near, candidates[i].score / 100);
    }
}

sel_status sel_organisation_show(const sel_context *context, sel_store *store, sel_str name,
                                 sel_report *report, sel_error *err)
{
    sel_organisation_census census;
    sel_status status = sel_census_open(context, store, &census, err);
    uint32_t number = status == SEL_OK ? sel_roll_find(census.roll, name) : SEL_NONE;
    if (status == SEL_OK && number == SEL_NONE)
        status = refuse_name(&census, name, NULL, err);
    if (status == SEL_OK)
        tell_one(&(telling){context, &census, report}, number);
    sel_census_close(&census);
    return status;
}

/* --- decisions --- */

/* Both names must mean something: in a record or in the table. */
static sel_status check_name(const sel_organisation_census *census, sel_str name, sel_error *err)
{
    const sel_organisations *table = sel_roll_table(census->roll);
    sel_arena *scratch = sel_arena_create();
    bool nobody = sel_organisations_is_placeholder(table, sel_fold(scratch, name), NULL);
    sel_arena_destroy(scratch);
    if (nobody)
        return sel_fail(err, SEL_REFUSED, "'%.*s' is no organisation in particular",
                        SEL_STR_ARG(sel_str_part(name, 0, 100)));
    if (sel_roll_find(census->roll, name) != SEL_NONE ||
        sel_organisations_find(table, name, name) != NULL)
        return SEL_OK;
    return refuse_name(census, name, table, err);
}

/* Whether the two names are one organisation now. SEL_NOT_FOUND: no record has either. */
static sel_status compare(const sel_organisation_census *census,
                          const sel_organisation_decision *decision, bool *one, sel_error *err)
{
    uint32_t a = sel_roll_find(census->roll, decision->subject);
    uint32_t b = sel_roll_find(census->roll, decision->other);
    *one = a == b;
    if (a != SEL_NONE || b != SEL_NONE)
        return SEL_OK;
    return sel_fail(err, SEL_NOT_FOUND, "no record names '%.*s' or '%.*s'",
                    SEL_STR_ARG(sel_str_part(decision->subject, 0, 100)),
                    SEL_STR_ARG(sel_str_part(decision->other, 0, 100)));
}

static sel_status check_call(const sel_organisation_call *call, sel_error *err)
{
    if (sel_str_trim(call->by).len == 0)
        return sel_fail(err, SEL_USAGE, "say who decides: --by OFFICE (an office, not a person)");
    sel_arena *scratch = sel_arena_create();
    bool same = sel_str_equal(sel_fold(scratch, call->decision.subject),
                              sel_fold(scratch, call->decision.other));
    sel_arena_destroy(scratch);
    if (same)
        return sel_fail(err, SEL_REFUSED, "'%.*s' and '%.*s' are the same name",
                        SEL_STR_ARG(sel_str_part(call->decision.subject, 0, 100)),
                        SEL_STR_ARG(sel_str_part(call->decision.other, 0, 100)));
    return SEL_OK;
}

static sel_status put(const sel_context *context, sel_store *store,
                      const sel_organisation_call *call, sel_error *err)
{
    const sel_decision decision = {.kind =
                                       call->decision.split ? SEL_STR("split") : SEL_STR("merge"),
                                   .subject = sel_str_trim(call->decision.subject),
                                   .other = sel_str_trim(call->decision.other),
                                   .by = sel_str_trim(call->by),
                                   .at = context->now,
                                   .reason = sel_str_trim(call->why)};
    sel_status status = sel_store_put_decision(store, &decision, err);
    return status == SEL_OK ? sel_store_commit(store, err) : status;
}

sel_status sel_organisation_decide(const sel_context *context, sel_store *store,
                                   const sel_organisation_call *call, bool *changed, sel_error *err)
{
    *changed = false;
    sel_status status = check_call(call, err);
    if (status != SEL_OK)
        return status;
    sel_organisation_census census;
    status = sel_store_begin(store, err);
    if (status != SEL_OK)
        return status;
    status = sel_census_open(context, store, &census, err);
    if (status == SEL_OK)
        status = check_name(&census, call->decision.subject, err);
    if (status == SEL_OK)
        status = check_name(&census, call->decision.other, err);
    bool one = false;
    if (status == SEL_OK)
        status = compare(&census, &call->decision, &one, err);
    bool wanted = status == SEL_OK && one == call->decision.split;
    sel_census_close(&census);
    if (wanted)
        status = put(context, store, call, err);
    sel_store_rollback(store);
    *changed = wanted && status == SEL_OK;
    return status;
}
