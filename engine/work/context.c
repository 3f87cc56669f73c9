#include "work/context.h"

#include "input/codelist_file.h"
#include "input/words_file.h"
#include "work/model_open.h"

static sel_status find_data(const sel_context *context, const char *relative, const char **path,
                            sel_error *err)
{
    *path = context->find(context->to, relative);
    if (*path == NULL)
        return sel_fail(err, SEL_NOT_FOUND,
                        "data file '%s' is nowhere to be found; see 'selaras help data'", relative);
    return SEL_OK;
}

static sel_status open_words(sel_context *context, const char *language, sel_error *err)
{
    sel_status status = sel_words_english(context->arena, &context->english, err);
    context->words = context->english;
    if (status != SEL_OK || language == NULL)
        return status;
    if (!sel_language_find(sel_str_of(language), &context->language))
        return sel_fail(err, SEL_USAGE,
                        "there is no language '%s'; there are en, fr, es, ar, zh, ru, id",
                        language);
    if (context->language == SEL_EN)
        return SEL_OK;
    sel_str relative = sel_str_printf(context->arena, "questionnaires/words/%s.csv",
                                      sel_language_code(context->language));
    const char *path = context->find(context->to, relative.ptr);
    if (path == NULL) /* questionnaires may be translated where the program is not */
        return SEL_OK;
    return sel_words_load(path, context->language, &context->english, context->arena,
                          &context->words, err);
}

static sel_status open_model(sel_context *context, const char *name, sel_error *err)
{
    const char *path = NULL;
    sel_issues issues = {.arena = context->arena};
    sel_status status =
        sel_model_find(context, name == NULL ? "four-principles" : name, &path, err);
    return status == SEL_OK
               ? sel_model_open(path, context->arena, &context->model, NULL, &issues, err)
               : status;
}

static sel_status open_reference(sel_context *context, sel_error *err)
{
    const char *path = NULL;
    static const char list[] = "questionnaires/codelists/countries.csv";
    sel_status status = find_data(context, list, &path, err);
    if (status != SEL_OK)
        return status;
    size_t length = (size_t)(strrchr(path, '/') - path);
    sel_str folder = sel_str_copy(context->arena, sel_str_part(sel_str_of(path), 0, length));
    context->codelists = folder.ptr;
    return sel_reference_open(folder.ptr, context->arena, &context->reference, err);
}

typedef struct named {
    sel_str name;
    uint32_t number;
} named;

static int by_name(const void *a, const void *b)
{
    const named *left = a;
    const named *right = b;
    int order = sel_str_compare(left->name, right->name);
    return order != 0 ? order : (left->number > right->number) - (left->number < right->number);
}

static void sort_names(sel_context *context)
{
    uint32_t count = context->reference.geography.count;
    named *names = sel_arena_array(context->arena, count, sizeof *names);
    uint32_t *order = sel_arena_array(context->arena, count, sizeof *order);
    for (uint32_t i = 0; i < count; i++)
        names[i] = (named){sel_context_recipient(context, i), i};
    if (count > 0)
        qsort(names, count, sizeof *names, by_name);
    for (uint32_t i = 0; i < count; i++)
        order[i] = names[i].number;
    context->by_name = order;
}

const uint32_t *sel_context_by_name(const sel_context *context)
{
    return context->by_name;
}

sel_status sel_context_open(const sel_context_options *options, sel_context **context,
                            sel_error *err)
{
    sel_context *fresh = sel_memory_resize(NULL, 1, sizeof *fresh);
    *fresh = (sel_context){
        .arena = sel_arena_create(), .find = options->find, .to = options->to, .now = options->now};
    sel_status status = open_words(fresh, options->language, err);
    if (status == SEL_OK)
        status = open_reference(fresh, err);
    if (status == SEL_OK && options->rates != NULL)
        status = sel_reference_rates(options->rates, fresh->arena, &fresh->reference, err);
    if (status == SEL_OK)
        status = open_model(fresh, options->model, err);
    if (status != SEL_OK) {
        sel_context_close(fresh);
        fresh = NULL;
    }
    if (fresh != NULL)
        sort_names(fresh);
    *context = fresh;
    return status;
}

sel_status sel_context_use(sel_context *context, sel_str taxonomy, sel_error *err)
{
    if (sel_str_equal(context->reference.taxonomy.id, taxonomy))
        return SEL_OK;
    sel_str wanted = sel_str_copy(context->arena, taxonomy);
    return sel_reference_use(context->codelists, wanted.ptr, context->arena, &context->reference,
                             err);
}

void sel_context_close(sel_context *context)
{
    if (context == NULL)
        return;
    sel_reference_close(&context->reference);
    sel_arena_destroy(context->arena);
    sel_memory_resize(context, 0, 1);
}

sel_str sel_context_recipient(const sel_context *context, uint32_t recipient)
{
    return sel_names_in(&context->reference.geography.recipients[recipient].names,
                        context->language);
}

sel_str sel_context_capability(const sel_context *context, uint32_t capability)
{
    return sel_names_in(&context->reference.taxonomy.capabilities[capability].names,
                        context->language);
}
