#include "work/models.h"

#include "work/matrix_names.h"
#include "work/tell.h"

#include <dirent.h>
#include <errno.h>

/* Folder of the models, in the context's arena. */
static sel_status find_folder(const sel_context *context, const char **folder, sel_error *err)
{
    const char *path = NULL;
    sel_status status = sel_model_find(context, "four-principles", &path, err);
    if (status != SEL_OK)
        return status;
    const char *slash = strrchr(path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - path);
    *folder = sel_arena_copy(context->arena, path, length);
    return SEL_OK;
}

typedef struct names {
    sel_str *list;
    uint32_t count;
    uint32_t room;
} names;

/* In byte order, wherever the file system has them. */
static void add_name(names *all, sel_str name, sel_arena *arena)
{
    all->list = sel_arena_one_more(arena, all->list, all->count, &all->room, sizeof *all->list);
    uint32_t at = all->count++;
    for (; at > 0 && sel_str_compare(all->list[at - 1], name) > 0; at--)
        all->list[at] = all->list[at - 1];
    all->list[at] = sel_str_copy(arena, name);
}

static sel_status find_models(const char *folder, sel_arena *arena, names *all, sel_error *err)
{
    DIR *open = opendir(folder);
    if (open == NULL)
        return sel_fail(err, SEL_IO, "folder '%s' cannot be read: %s", folder, strerror(errno));
    for (const struct dirent *entry; (entry = readdir(open)) != NULL;) {
        sel_str name = sel_str_of(entry->d_name);
        size_t dot = sel_str_find(name, SEL_STR(".yaml"));
        if (dot > 0 && dot + sizeof ".yaml" - 1 == name.len)
            add_name(all, name, arena);
    }
    closedir(open);
    return SEL_OK;
}

static void tell_row(const sel_context *context, sel_str file, const sel_model *model,
                     sel_table *table)
{
    sel_table_row(table);
    if (model == NULL) {
        sel_cell_text(table, sel_str_part(file, 0, file.len - (sizeof ".yaml" - 1)));
        sel_cell_empty(table);
        sel_cell_text(table, sel_say(table->arena, &context->words, "model.unusable", "file",
                                     sel_tell_text(table->arena, file), NULL));
        return;
    }
    sel_cell_text(table, model->id);
    sel_cell_text(table, model->version);
    sel_cell_text(table, model->title);
    sel_cell_text(table, model->weighting);
    sel_cell_text(table, model->aggregation);
}

sel_status sel_models_tell(const sel_context *context, sel_report *report, sel_error *err)
{
    const char *folder = NULL;
    names all = {0};
    sel_status status = find_folder(context, &folder, err);
    if (status == SEL_OK)
        status = find_models(folder, report->arena, &all, err);
    if (status != SEL_OK)
        return status;
    report->title = sel_tell_word(context, "model.list");
    sel_section *section = sel_report_section(report, "models", (sel_str){0});
    sel_table *table = sel_section_table(section, "models", (sel_str){0});
    static const char *const columns[] = {"id", "version", "title", "weighting", "aggregation"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column(context, table, columns[i], SEL_COLUMN_TEXT);
    sel_model *model = sel_arena_array(report->arena, 1, sizeof *model);
    for (uint32_t i = 0; i < all.count; i++) {
        sel_error ignored = {0};
        sel_issues issues = {.arena = report->arena};
        sel_str path = sel_str_printf(report->arena, "%s/%.*s", folder, SEL_STR_ARG(all.list[i]));
        status = sel_model_open(path.ptr, report->arena, model, NULL, &issues, &ignored);
        tell_row(context, all.list[i], status == SEL_OK ? model : NULL, table);
    }
    return SEL_OK;
}

sel_status sel_model_tell(const sel_context *context, const char *name, sel_report *report,
                          sel_error *err)
{
    const char *path = NULL;
    sel_model *model = sel_arena_array(report->arena, 1, sizeof *model);
    sel_model_weights weights;
    sel_issues issues = {.arena = report->arena};
    sel_status status = sel_model_find(context, name, &path, err);
    if (status == SEL_OK)
        status = sel_model_open(path, report->arena, model, &weights, &issues, err);
    if (status != SEL_OK)
        return status;
    report->title = model->title;
    sel_tell_model_parts(context, model, &weights, report);
    return SEL_OK;
}

sel_status sel_model_check_tell(const sel_context *context, const char *name, sel_report *report,
                                bool *refused, sel_error *err)
{
    const char *path = NULL;
    sel_model *model = sel_arena_array(report->arena, 1, sizeof *model);
    sel_issues issues = {.arena = report->arena};
    sel_status status = sel_model_find(context, name, &path, err);
    if (status == SEL_OK)
        status = sel_model_open(path, report->arena, model, NULL, &issues, err);
    *refused = !sel_issues_allow(&issues);
    if (status != SEL_OK && !*refused)
        return status;
    report->title = sel_say(report->arena, &context->words, "check.title", "file", name, NULL);
    if (!*refused)
        sel_report_subtitle(report, sel_tell_word(context, "model.sound"));
    sel_tell_issues(context, &issues, NULL, report);
    return SEL_OK;
}

sel_status sel_model_aggregate_by(sel_model *model, const char *method, sel_error *err)
{
    const sel_aggregation *found;
    sel_status status = sel_aggregation_named(sel_str_of(method), "--method", &found, err);
    if (status != SEL_OK)
        return status;
    model->aggregation = sel_str_of(found->name);
    if (found->normalisation_fixed && !sel_str_is(model->normalisation, found->normalisation->name))
        model->normalisation = (sel_str){0};
    return SEL_OK;
}
