#include "work/review.h"

#include "work/tell.h"

static void tell_state(const sel_context *context, const sel_store_state *state, sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "state", sel_tell_word(context, "state.heading"));
    bool by_words = context->reference.taxonomy.tagged_by == SEL_TAGGED_BY_WORDS;
    const struct {
        const char *word; /* NULL: nothing of the kind is done in such a store */
        const char *id;
        uint64_t count;
    } counts[] = {
        {"state.submissions", "submissions", state->submissions},
        {"state.requests", "requests", state->requests},
        {by_words ? "state.programmes" : "state.records", "programmes", state->programmes},
        {by_words ? "state.set-aside" : NULL, "set_aside", state->set_aside},
        {"state.vanished", "vanished", state->vanished},
        {"state.findings", "findings", state->findings},
        {"state.sources", "sources", state->sources}};
    sel_table *table = sel_section_table(section, "state", sel_tell_word(context, "state.heading"));
    sel_tell_column_for(context, table, "id", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "what", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "count", SEL_COLUMN_INTEGER);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        bool is_rare = strcmp(counts[i].id, "vanished") == 0;
        if (counts[i].word == NULL || (is_rare && counts[i].count == 0))
            continue;
        sel_table_row(table);
        sel_cell_text(table, sel_str_of(counts[i].id));
        sel_cell_text(table, sel_tell_word(context, counts[i].word));
        sel_cell_integer(table, (int64_t)counts[i].count);
    }
}

static void tell_next(const sel_context *context, const sel_store_state *state, sel_report *report)
{
    sel_section *next = sel_report_section(report, "next", sel_tell_word(context, "state.next"));
    sel_list *list = sel_section_list(next, false);
    /* No questionnaire asks about sectors. */
    bool asks = context->reference.taxonomy.tagged_by == SEL_TAGGED_BY_WORDS;
    const char *const steps[] = {!asks                     ? NULL
                                 : state->submissions == 0 ? "next.submit"
                                                           : "next.needs",
                                 state->programmes == 0 ? "next.import" : "next.overlap",
                                 state->submissions > 0 && state->programmes > 0 ? "next.report"
                                                                                 : "next.demo"};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        if (steps[i] != NULL)
            sel_list_item_add(list, (sel_str){0}, sel_tell_word(context, steps[i]));
}

sel_status sel_review_state(const sel_context *context, sel_store *store, sel_report *report,
                            sel_error *err)
{
    sel_store_state state = {0};
    sel_status status = sel_store_status(store, report->arena, &state, err);
    if (status == SEL_OK)
        tell_state(context, &state, report);
    return status;
}

sel_status sel_review_tell(const sel_context *context, sel_store *store, sel_report *report,
                           sel_error *err)
{
    sel_store_state state = {0};
    sel_status status = sel_store_status(store, report->arena, &state, err);
    if (status == SEL_OK) {
        tell_state(context, &state, report);
        tell_next(context, &state, report);
    }
    return status;
}
