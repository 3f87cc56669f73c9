#include "input/organisation_file.h"

#include "base/fold.h"
#include "base/number.h"
#include "domain/organisation_match.h"
#include "input/csv_table.h"

typedef struct loading {
    sel_arena *arena;
    sel_organisations *to;
    uint32_t room; /* of the list being read */
    uint32_t key_room;
} loading;

/* A name or identifier of an organisation; it must not be there yet. */
static sel_status add_key(loading *l, const char *kind, sel_str text, uint32_t owner,
                          sel_error *err)
{
    sel_organisations *organisations = l->to;
    sel_str key = sel_str_printf(l->arena, "%s:%.*s", kind, SEL_STR_ARG(text));
    uint32_t before = sel_index_count(organisations->keys);
    uint32_t number = sel_index_add(organisations->keys, key);
    if (number < before)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is already one of '%.*s'", SEL_STR_ARG(key),
                        SEL_STR_ARG(organisations->list[organisations->key_owners[number]].name));
    organisations->key_owners = sel_arena_one_more(l->arena, organisations->key_owners, number,
                                                   &l->key_room, sizeof *organisations->key_owners);
    organisations->key_owners[number] = owner;
    return SEL_OK;
}

static const char *const organisation_columns[] = {"organisation", "ref",        "kind",
                                                   "stakeholder",  "belongs_to", NULL};

static sel_status take_organisation(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    sel_organisations *organisations = l->to;
    int64_t kind = 0;
    if (f[2].len > 0 && (!sel_number_integer(f[2], &kind) || kind < 0 || kind > 99))
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not an organisation type",
                        SEL_STR_ARG(f[2]));
    uint32_t number = organisations->count;
    organisations->list = sel_arena_one_more(l->arena, organisations->list, number, &l->room,
                                             sizeof *organisations->list);
    organisations->list[organisations->count++] = (sel_organisation){
        .name = sel_str_copy(l->arena, f[0]),
        .ref = sel_str_copy(l->arena, f[1]),
        .belongs_to = sel_str_copy(l->arena, f[4]),
        .kind = (uint8_t)kind,
        .stakeholder = sel_stakeholder_find(f[3]),
    };
    sel_str ref = sel_organisation_ref(l->arena, f[1]);
    if (f[1].len > 0 && ref.len == 0)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not an identifier", SEL_STR_ARG(f[1]));
    sel_status status = ref.len == 0 ? SEL_OK : add_key(l, "ref", ref, number, err);
    return status == SEL_OK ? add_key(l, "name", sel_fold(l->arena, f[0]), number, err) : status;
}

static const char *const alias_columns[] = {"alias", "organisation", NULL};

static sel_status take_alias(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    const sel_organisation *owner = sel_organisations_find(l->to, (sel_str){0}, f[1]);
    if (owner == NULL)
        return sel_fail(err, SEL_BAD_INPUT, "organisation '%.*s' is not in organisations.csv",
                        SEL_STR_ARG(f[1]));
    uint32_t number = (uint32_t)(owner - l->to->list);
    if (sel_str_starts(f[0], SEL_STR("ref:")))
        return add_key(l, "ref", sel_organisation_ref(l->arena, sel_str_part(f[0], 4, f[0].len)),
                       number, err);
    return add_key(l, "name", sel_fold(l->arena, f[0]), number, err);
}

static const char *const placeholder_columns[] = {"name", "stakeholder", NULL};

static sel_status take_placeholder(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    sel_organisations *organisations = l->to;
    uint32_t before = sel_index_count(organisations->placeholders);
    uint32_t number = sel_index_add(organisations->placeholders, sel_fold(l->arena, f[0]));
    if (number < before)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is there twice", SEL_STR_ARG(f[0]));
    organisations->placeholder_groups =
        sel_arena_one_more(l->arena, organisations->placeholder_groups, number, &l->room,
                           sizeof *organisations->placeholder_groups);
    organisations->placeholder_groups[number] = (uint8_t)sel_stakeholder_find(f[1]);
    return SEL_OK;
}

sel_status sel_organisations_open(const char *folder, sel_arena *arena,
                                  sel_organisations *organisations, sel_error *err)
{
    static const struct {
        const char *file;
        const char *const *columns;
        sel_table_take *take;
    } lists[] = {{"organisations.csv", organisation_columns, take_organisation},
                 {"organisation_aliases.csv", alias_columns, take_alias},
                 {"organisation_placeholders.csv", placeholder_columns, take_placeholder}};
    *organisations =
        (sel_organisations){.keys = sel_index_create(), .placeholders = sel_index_create()};
    loading l = {.arena = arena, .to = organisations};
    sel_status status = SEL_OK;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0] && status == SEL_OK; i++) {
        sel_str path = sel_str_printf(arena, "%s/%s", folder, lists[i].file);
        l.room = 0;
        status = sel_csv_table_file(path.ptr, lists[i].columns, lists[i].take, &l, err);
    }
    if (status == SEL_OK)
        sel_organisation_words_create(organisations);
    return status;
}

void sel_organisations_close(sel_organisations *organisations)
{
    sel_index_destroy(organisations->keys);
    sel_index_destroy(organisations->placeholders);
    sel_organisation_words_destroy(organisations->words);
    *organisations = (sel_organisations){0};
}
