#include "input/codelist_file.h"

#include "base/fold.h"
#include "base/number.h"
#include "base/text.h"
#include "input/csv_table.h"

/* Everything being loaded; lists grow by doubling in the arena. */
typedef struct loading {
    sel_arena *arena;
    sel_reference *reference;
    const char *folder;
    sel_error *err;
    uint32_t room;
    sel_geography_name *names;
    uint32_t name_room;
    sel_term *terms;
    uint32_t term_count;
    sel_header_synonym *headers;
    uint32_t key_room;
} loading;

static sel_status read_list(loading *l, const char *file, const char *const *columns,
                            sel_table_take *take)
{
    l->room = 0;
    sel_str path = sel_str_printf(l->arena, "%s/%s", l->folder, file);
    return sel_csv_table_file(path.ptr, columns, take, l, l->err);
}

static sel_names names_of(sel_arena *arena, const sel_str *fields)
{
    sel_names names = {0};
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        names.in[i] = sel_str_copy(arena, fields[i]);
    return names;
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
    country->names = names_of(l->arena, f + 2);
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
    body->names = names_of(l->arena, f + 1);
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

/* --- capabilities --- */

static const char *const capability_columns[] = {"code", "group", SEL_LANGUAGE_LIST(X) "hint_en",
                                                 NULL};

static sel_status take_capability(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    sel_taxonomy *taxonomy = &l->reference->taxonomy;
    if (taxonomy->count == SEL_CAPABILITIES_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "more than %d capabilities", SEL_CAPABILITIES_MAX);
    taxonomy->capabilities = sel_arena_one_more(l->arena, taxonomy->capabilities, taxonomy->count,
                                                &l->room, sizeof *taxonomy->capabilities);
    taxonomy->capabilities[taxonomy->count++] = (sel_capability){
        .code = sel_str_copy(l->arena, f[0]),
        .group = sel_str_copy(l->arena, f[1]),
        .names = names_of(l->arena, f + 2),
        .hint = sel_str_copy(l->arena, f[2 + SEL_LANGUAGE_COUNT]),
    };
    return SEL_OK;
}

/* --- organisations --- */

static void add_key(loading *l, const char *kind, sel_str text, uint32_t owner)
{
    sel_organisations *organisations = &l->reference->organisations;
    sel_str key = sel_str_printf(l->arena, "%s:%.*s", kind, SEL_STR_ARG(text));
    uint32_t before = sel_index_count(organisations->keys);
    uint32_t number = sel_index_add(organisations->keys, key);
    if (number < before)
        return;
    organisations->key_owners = sel_arena_one_more(l->arena, organisations->key_owners, number,
                                                   &l->key_room, sizeof *organisations->key_owners);
    organisations->key_owners[number] = owner;
}

static const char *const organisation_columns[] = {"organisation", "ref",   "kind",
                                                   "stakeholder",  "donor", NULL};

static sel_status take_organisation(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    sel_organisations *organisations = &l->reference->organisations;
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
        .donor = sel_str_copy(l->arena, f[4]),
        .kind = (uint8_t)kind,
        .stakeholder = sel_stakeholder_find(f[3]),
    };
    if (f[1].len > 0)
        add_key(l, "ref", f[1], number);
    add_key(l, "name", sel_fold(l->arena, f[0]), number);
    return SEL_OK;
}

static const char *const alias_columns[] = {"alias", "organisation", NULL};

static sel_status take_alias(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    const sel_organisation *owner =
        sel_organisations_find(&l->reference->organisations, (sel_str){0}, f[1]);
    if (owner == NULL)
        return sel_fail(err, SEL_BAD_INPUT, "organisation '%.*s' is not in organisations.csv",
                        SEL_STR_ARG(f[1]));
    add_key(l, "name", sel_fold(l->arena, f[0]),
            (uint32_t)(owner - l->reference->organisations.list));
    return SEL_OK;
}

/* --- terms --- */

static const char *const term_columns[] = {"language", "term",    "capability",
                                           "kind",     "?weight", NULL};

static bool term_kind(sel_str text, sel_term_kind *kind)
{
    static const char *const kinds[] = {
        [SEL_TERM_ANCHOR] = "anchor",
        [SEL_TERM_ACRONYM] = "acronym",
        [SEL_TERM_CONTEXT] = "context",
        [SEL_TERM_EXCLUDE] = "exclude",
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (sel_str_is(text, kinds[i])) {
            *kind = (sel_term_kind)i;
            return true;
        }
    return false;
}

/* Folded words of a term, '*' kept behind those left open; their number. */
static uint32_t fold_term(sel_arena *arena, sel_str written, sel_str *term)
{
    sel_text text = {.arena = arena};
    uint32_t words = 0;
    for (sel_str part; sel_str_next(&written, ' ', &part);) {
        sel_str folded = sel_fold(arena, part);
        for (sel_str word; folded.len > 0 && sel_str_next(&folded, ' ', &word); words++) {
            if (text.len > 0)
                sel_text_add_char(&text, ' ');
            sel_text_add(&text, word);
        }
        if (text.len > 0 && part.len > 1 && part.ptr[part.len - 1] == '*')
            sel_text_add_char(&text, '*');
    }
    *term = sel_text_str(&text);
    return words;
}

static sel_status term_weight(sel_str text, sel_term *term, sel_error *err)
{
    term->weight = sel_term_weight(term->kind);
    if (text.len == 0)
        return SEL_OK;
    if (text.len != 1 || text.ptr[0] < '1' || text.ptr[0] > '0' + SEL_TERM_WEIGHT_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not a weight from 1 to %d",
                        SEL_STR_ARG(text), SEL_TERM_WEIGHT_MAX);
    term->weight = (uint32_t)(text.ptr[0] - '0');
    return SEL_OK;
}

static sel_status take_term(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    sel_term term = {.capability = SEL_NONE};
    if (!term_kind(f[3], &term.kind))
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not a kind of term", SEL_STR_ARG(f[3]));
    if (f[2].len > 0) {
        term.capability = sel_taxonomy_find(&l->reference->taxonomy, f[2]);
        if (term.capability == SEL_NONE)
            return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not a capability", SEL_STR_ARG(f[2]));
    }
    uint32_t words = fold_term(l->arena, f[1], &term.text);
    if (words == 0 || words > SEL_TERM_WORDS_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' has %u words, not 1 to %d", SEL_STR_ARG(f[1]),
                        words, SEL_TERM_WORDS_MAX);
    sel_status status = term_weight(f[4], &term, err);
    if (status != SEL_OK)
        return status;
    l->terms = sel_arena_one_more(l->arena, l->terms, l->term_count, &l->room, sizeof *l->terms);
    l->terms[l->term_count++] = term;
    return SEL_OK;
}

static sel_status load_terms(loading *l)
{
    sel_status status = read_list(l, "terms.csv", term_columns, take_term);
    char hash[SEL_HASH_ROOM];
    uint64_t size;
    if (status == SEL_OK) {
        sel_str path = sel_str_printf(l->arena, "%s/terms.csv", l->folder);
        status = sel_bytes_fingerprint(path.ptr, hash, &size, l->err);
    }
    if (status == SEL_OK)
        l->reference->tagger =
            sel_tagger_create(l->terms, l->term_count, &l->reference->taxonomy, hash);
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
    label->names = names_of(l->arena, f + 1);
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        label->folded[i] = sel_fold(l->arena, label->names.in[i]);
    return SEL_OK;
}

sel_status sel_reference_open(const char *folder, sel_arena *arena, sel_reference *reference,
                              sel_error *err)
{
    *reference = (sel_reference){.organisations = {.keys = sel_index_create()}};
    loading l = {.arena = arena, .reference = reference, .folder = folder, .err = err};
    sel_status status = load_geography(&l);
    if (status == SEL_OK)
        status = read_list(&l, "capabilities.csv", capability_columns, take_capability);
    if (status == SEL_OK)
        status = read_list(&l, "organisations.csv", organisation_columns, take_organisation);
    if (status == SEL_OK)
        status = read_list(&l, "organisation_aliases.csv", alias_columns, take_alias);
    if (status == SEL_OK)
        status = load_terms(&l);
    if (status == SEL_OK)
        status = read_list(&l, "header_synonyms.csv", header_columns, take_header);
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
    sel_index_destroy(reference->organisations.keys);
    sel_tagger_destroy(reference->tagger);
    sel_index_destroy(reference->label_words);
    *reference = (sel_reference){0};
}
