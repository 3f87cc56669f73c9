#include "work/lists.h"

#include "base/text.h"
#include "work/asked_lists.h"
#include "work/results.h"
#include "work/store_lists.h"
#include "work/tell.h"
#include "work/tell_indicators.h"

static const struct {
    const char *name;
    const char *table;
    sel_list_basis basis;
    sel_list_fill *fill;
} lists[] = {
    {"programmes", "programmes", SEL_LIST_OF_STORE, sel_list_programmes},
    {"set-aside", "set_aside", SEL_LIST_OF_STORE, sel_list_set_aside},
    {"vanished", "vanished", SEL_LIST_OF_STORE, sel_list_vanished},
    {"changes", "changes", SEL_LIST_OF_STORE, sel_list_changes},
    {"findings", "findings", SEL_LIST_OF_STORE, sel_list_findings},
    {"requests", "requests", SEL_LIST_OF_STORE, sel_list_requests},
    {"answers", "answers", SEL_LIST_OF_STORE, sel_list_answers},
    {"sources", "sources", SEL_LIST_OF_STORE, sel_list_sources},
    {"quality", "quality", SEL_LIST_OF_STORE, sel_list_quality},
    {"indicators", "indicators", SEL_LIST_OF_PROGRAM, sel_list_indicators},
    {"yet-to-take-part", "yet_to_take_part", SEL_LIST_OF_ASSESSMENT, sel_list_absent},
    {"without-support", "without_support", SEL_LIST_OF_ASSESSMENT, sel_list_unsupported},
    {"unmet-requests", "unmet_requests", SEL_LIST_OF_ASSESSMENT, sel_list_unmet},
    {"shared-mandates", "shared_mandates", SEL_LIST_OF_ASSESSMENT, sel_list_shared_mandates},
    {"peers", "peers", SEL_LIST_OF_ASSESSMENT, sel_list_peers},
    {"sponsorship", "sponsorship", SEL_LIST_OF_ASSESSMENT, sel_list_sponsorship},
    {"operators", "operators", SEL_LIST_OF_ASSESSMENT, sel_list_operators},
};

enum { LISTS = sizeof lists / sizeof lists[0] };

static size_t find_list(const char *name)
{
    size_t i = 0;
    while (i < LISTS && strcmp(lists[i].name, name) != 0)
        i++;
    return i;
}

static sel_status refuse_name(const char *name, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    sel_text names = {.arena = arena};
    for (size_t i = 0; i < LISTS; i++)
        sel_text_printf(&names, "%s%s", i == 0 ? "" : ", ", lists[i].name);
    sel_status status = sel_fail(err, SEL_USAGE, "there is no list '%s'; there are %.*s", name,
                                 SEL_STR_ARG(sel_text_str(&names)));
    sel_arena_destroy(arena);
    return status;
}

sel_status sel_list_basis_of(const char *name, sel_list_basis *basis, sel_error *err)
{
    size_t found = find_list(name);
    if (found == LISTS)
        return refuse_name(name, err);
    *basis = lists[found].basis;
    return SEL_OK;
}

void sel_list_columns(const sel_listing *l, const char *const *ids)
{
    for (; *ids != NULL; ids++) {
        bool number = (*ids)[0] == '#';
        sel_tell_column(l->context, l->table, *ids + number,
                        number ? SEL_COLUMN_INTEGER : SEL_COLUMN_TEXT);
    }
}

/* Overlap is the dear part of an assessment, and no list reads it. */
static sel_status fill_from_assessment(sel_listing *l, sel_list_fill *fill, sel_days as_of)
{
    sel_assessment assessment;
    sel_assess_options options = {.as_of = as_of, .without_overlap = true};
    sel_status status = sel_assess_open(l->context, l->store, &options, &assessment, l->err);
    if (status == SEL_OK) {
        l->assessment = &assessment;
        sel_tell_setting(l->context, &assessment, l->report);
        status = fill(l);
        l->assessment = NULL;
    }
    sel_assess_close(&assessment);
    return status;
}

sel_status sel_tell_list(const sel_context *context, sel_store *store, const char *name,
                         sel_days as_of, sel_report *report, sel_error *err)
{
    size_t found = find_list(name);
    if (found == LISTS)
        return refuse_name(name, err);
    const char *id = lists[found].table;
    sel_section *section = sel_report_section(report, id, (sel_str){0});
    sel_str word = sel_str_printf(report->arena, "list.%s", name);
    report->title = sel_tell_word(context, word.ptr);
    sel_listing l = {.context = context,
                     .store = store,
                     .report = report,
                     .table = sel_section_table(section, id, (sel_str){0}),
                     .err = err};
    return lists[found].basis == SEL_LIST_OF_ASSESSMENT
               ? fill_from_assessment(&l, lists[found].fill, as_of)
               : lists[found].fill(&l);
}
