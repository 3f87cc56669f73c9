#include "input/codelist_file.h"

#include "base/fold.h"
#include "base/number.h"
#include "input/codelist_names.h"
#include "input/codelist_regions.h"
#include "input/csv_table.h"
#include "input/organisation_file.h"

/* Everything being loaded; lists grow by doubling in the arena. */
typedef struct loading {
    sel_arena *arena;
    sel_reference *reference;
    const char *folder;
    sel_error *err;
    uint32_t room;
    sel_geography_name *names;
    uint32_t name_room;
    sel_header_synonym *headers;
} loading;

static sel_status read_list(loading *l, const char *file, const char *const *columns,
                            sel_table_take *take)
{
    l->room = 0;
    sel_str path = sel_str_printf(l->arena, "%s/%s", l->folder, file);
    return sel_csv_table_file(path.ptr, columns, take, l, l->err);
}

/* --- recipients --- */

static sel_recipient *add_recipient(loading *l, sel_str code)
{
    sel_geography *geography = &l->reference->geography;
    geography->recipients = sel_arena_one_more(l->arena, geography->recipients, geography->count,
                                               &l->room, sizeof *geography->recipients);
    sel_recipient *recipient = &geography->recipients[geography->count++];
    recipient->code = sel_str_copy(l->arena, code);
    return recipient;
}

/* Columns of names in all languages. */
#define X(id, code, name) "name_" code,

static const char *const country_columns[] = {
    "code", "iso2", SEL_LANGUAGE_LIST(X) "region", "subregion", "un_member", "ldc", "lldc",
    "sids", NULL};

enum { REGION = 2 + SEL_LANGUAGE_COUNT, SUBREGION, UN_MEMBER, LDC, LLDC, SIDS };

static sel_status take_country(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    if (f[0].len != 3)
        return sel_fail(err, SEL_BAD_INPUT, "country code '%.*s' has not three letters",
                        SEL_STR_ARG(f[0]));
    sel_recipient *country = add_recipient(l, f[0]);
    country->iso2 = sel_str_copy(l->arena, f[1]);
    country->names = sel_codelist_names(l->arena, f + 2);
    country->region = sel_str_copy(l->arena, f[REGION]);
    country->subregion = sel_str_copy(l->arena, f[SUBREGION]);
    country->un_member = sel_str_is(f[UN_MEMBER], "1");
    country->ldc = sel_str_is(f[LDC], "1");
    country->lldc = sel_str_is(f[LLDC], "1");
    country->sids = sel_str_is(f[SIDS], "1");
    return SEL_OK;
}

static const char *const body_columns[] = {"code", SEL_LANGUAGE_LIST(X) NULL};

static sel_status take_body(void *to, const sel_str *f, sel_error *err)
{
    (void)err;
    loading *l = to;
    sel_recipient *body = add_recipient(l, f[0]);
    body->names = sel_codelist_names(l->arena, f + 1);
    body->body = true;
    return SEL_OK;
}

static int by_code(const void *a, const void *b)
{
    return sel_str_compare(((const sel_recipient *)a)->code, ((const sel_recipient *)b)->code);
}

static void sort_recipients(sel_geography *geography)
{
    qsort(geography->recipients, geography->count, sizeof *geography->recipients, by_code);
}

static const char *const membership_columns[] = {"body", "code", "status", NULL};

/* Members are added one by one in place; the number of members is small. */
static sel_status take_membership(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    sel_geography *geography = &l->reference->geography;
    uint32_t body = sel_geography_code(geography, f[0]);
    uint32_t member = sel_geography_code(geography, f[1]);
    if (body == SEL_NONE || member == SEL_NONE)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' or '%.*s' is not a known code",
                        SEL_STR_ARG(f[0]), SEL_STR_ARG(f[1]));
    if (!sel_str_is(f[2], "member"))
        return SEL_OK;
    sel_recipient *organisation = &geography->recipients[body];
    uint32_t *members = sel_arena_grow(l->arena, organisation->members, organisation->member_count,
                                       organisation->member_count + 1, sizeof *members);
    uint32_t at = organisation->member_count++;
    for (; at > 0 && members[at - 1] > member; at--)
        members[at] = members[at - 1];
    members[at] = member;
    organisation->members = members;
    return SEL_OK;
}

static void add_name(loading *l, sel_str name, uint32_t recipient)
{
    sel_str folded = sel_fold(l->arena, name);
    if (folded.len == 0)
        return;
    sel_geography *geography = &l->reference->geography;
    l->names = sel_arena_one_more(l->arena, l->names, geography->name_count, &l->name_room,
                                  sizeof *l->names);
    l->names[geography->name_count++] = (sel_geography_name){folded, recipient};
}

static const char *const country_name_columns[] = {"name", "code", NULL};

static sel_status take_country_name(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    uint32_t recipient = sel_geography_code(&l->reference->geography, f[1]);
    if (recipient == SEL_NONE)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not a known code", SEL_STR_ARG(f[1]));
    add_name(l, f[0], recipient);
    return SEL_OK;
}

static int by_folded_name(const void *a, const void *b)
{
    const sel_geography_name *left = a;
    const sel_geography_name *right = b;
    int order = sel_str_compare(left->folded, right->folded);
    return order != 0 ? order
                      : (left->recipient > right->recipient) - (left->recipient < right->recipient);
}

static sel_status load_geography(loading *l)
{
    sel_geography *geography = &l->reference->geography;
    sel_status status = read_list(l, "countries.csv", country_columns, take_country);
    uint32_t countries = l->room;
    if (status == SEL_OK) {
        sel_str path = sel_str_printf(l->arena, "%s/bodies.csv", l->folder);
        l->room = countries;
        status = sel_csv_table_file(path.ptr, body_columns, take_body, l, l->err);
    }
    if (status != SEL_OK)
        return status;
    sort_recipients(geography);
    status = read_list(l, "memberships.csv", membership_columns, take_membership);
    if (status == SEL_OK)
        status =
            sel_codelist_regions(sel_str_printf(l->arena, "%s/region_members.csv", l->folder).ptr,
                                 l->arena, geography, l->err);
    for (uint32_t i = 0; status == SEL_OK && i < geography->count; i++)
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
            add_name(l, geography->recipients[i].names.in[language], i);
    if (status == SEL_OK)
        status = read_list(l, "country_names.csv", country_name_columns, take_country_name);
    if (geography->name_count > 0)
        qsort(l->names, geography->name_count, sizeof *l->names, by_folded_name);
    geography->names = l->names;
    return status;
}

/* --- headers of register columns --- */

static const char *const header_columns[] = {"field", "header", NULL};

static sel_status take_header(void *to, const sel_str *f, sel_error *err)
{
    (void)err;
    loading *l = to;
    sel_reference *reference = l->reference;
    l->headers = sel_arena_one_more(l->arena, l->headers, reference->header_count, &l->room,
                                    sizeof *l->headers);
    l->headers[reference->header_count++] = (sel_header_synonym){
        .folded = sel_fold(l->arena, f[1]), .field = sel_str_copy(l->arena, f[0])};
    return SEL_OK;
}

static int by_header(const void *a, const void *b)
{
    return sel_str_compare(((const sel_header_synonym *)a)->folded,
                           ((const sel_header_synonym *)b)->folded);
}

/* --- words of the OECD's Creditor Reporting System, and of HXL --- */

static const char *const crs_columns[] = {"kind", "written", "means", NULL};
static const char *const hxl_columns[] = {"tag", "field", NULL};

static void add_meaning(loading *l, sel_code_meanings *to, sel_str written, sel_str means)
{
    sel_code_meaning *list = sel_arena_one_more(l->arena, (void *)(uintptr_t)to->list, to->count,
                                                &l->room, sizeof *list);
    list[to->count++] = (sel_code_meaning){written, sel_str_copy(l->arena, means)};
    to->list = list;
}

static sel_status take_crs(void *to, const sel_str *f, sel_error *err)
{
    (void)err;
    loading *l = to;
    sel_str written = sel_str_printf(l->arena, "%.*s:%.*s", SEL_STR_ARG(f[0]),
                                     SEL_STR_ARG(sel_fold(l->arena, f[1])));
    add_meaning(l, &l->reference->crs, written, f[2]);
    return SEL_OK;
}

static sel_status take_hxl(void *to, const sel_str *f, sel_error *err)
{
    (void)err;
    loading *l = to;
    add_meaning(l, &l->reference->hxl, sel_str_copy(l->arena, f[0]), f[1]);
    return SEL_OK;
}

/* --- labels of the tall sheet --- */

static const char *const label_columns[] = {"key", SEL_LANGUAGE_LIST(X) NULL};

#undef X

static sel_status take_label(void *to, const sel_str *f, sel_error *err)
{
    (void)err;
    loading *l = to;
    sel_reference *reference = l->reference;
    reference->labels = sel_arena_one_more(l->arena, reference->labels, reference->label_count,
                                           &l->room, sizeof *reference->labels);
    sel_sheet_label *label = &reference->labels[reference->label_count++];
    label->key = sel_str_copy(l->arena, f[0]);
    label->names = sel_codelist_names(l->arena, f + 1);
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        label->folded[i] = sel_fold(l->arena, label->names.in[i]);
    return SEL_OK;
}

sel_status sel_reference_open(const char *folder, sel_arena *arena, sel_reference *reference,
                              sel_error *err)
{
    *reference = (sel_reference){0};
    loading l = {.arena = arena, .reference = reference, .folder = folder, .err = err};
    sel_status status = load_geography(&l);
    if (status == SEL_OK)
        status = sel_reference_use(folder, "cyber", arena, reference, err);
    if (status == SEL_OK)
        status = sel_organisations_open(folder, arena, &reference->organisations, err);
    if (status == SEL_OK)
        status = sel_reference_rates(sel_str_printf(arena, "%s/rates.csv", folder).ptr, arena,
                                     reference, err);
    if (status == SEL_OK)
        status = read_list(&l, "header_synonyms.csv", header_columns, take_header);
    if (status == SEL_OK)
        status = read_list(&l, "crs.csv", crs_columns, take_crs);
    if (status == SEL_OK)
        status = read_list(&l, "hxl_tags.csv", hxl_columns, take_hxl);
    if (status == SEL_OK)
        status = read_list(&l, "sheet_labels.csv", label_columns, take_label);
    sel_sheet_labels_index(reference, arena);
    if (reference->header_count > 0)
        qsort(l.headers, reference->header_count, sizeof *l.headers, by_header);
    reference->headers = l.headers;
    return status;
}

void sel_reference_close(sel_reference *reference)
{
    sel_organisations_close(&reference->organisations);
    sel_tagger_destroy(reference->tagger);
    sel_index_destroy(reference->label_words);
    *reference = (sel_reference){0};
}
