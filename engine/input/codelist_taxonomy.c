#include "base/fold.h"
#include "base/number.h"
#include "base/text.h"
#include "input/codelist_file.h"
#include "input/codelist_names.h"
#include "input/csv_table.h"

/* A taxonomy being loaded; lists grow by doubling in the arena. */
typedef struct loading {
    sel_arena *arena;
    sel_reference *reference;
    const char *folder;
    sel_str wanted;       /* taxonomy */
    sel_str capabilities; /* its file; empty: not found */
    sel_text known;       /* taxonomies there are, for the message */
    sel_term *terms;
    uint32_t term_count;
    sel_sector_code *sectors;
    uint32_t room;
    sel_error *err;
} loading;

static sel_status read_list(loading *l, const char *file, const char *const *columns,
                            sel_table_take *take)
{
    l->room = 0;
    sel_str path = sel_str_printf(l->arena, "%s/%s", l->folder, file);
    return sel_csv_table_file(path.ptr, columns, take, l, l->err);
}

/* --- which taxonomies there are --- */

static const char *const taxonomy_columns[] = {"taxonomy", "capabilities", "tagged_by", NULL};

static sel_status take_taxonomy(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    bool by_words = sel_str_is(f[2], "words");
    if (!by_words && !sel_str_is(f[2], "sectors"))
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is neither words nor sectors",
                        SEL_STR_ARG(f[2]));
    sel_text_printf(&l->known, "%s%.*s", l->known.len == 0 ? "" : ", ", SEL_STR_ARG(f[0]));
    if (!sel_str_equal(f[0], l->wanted))
        return SEL_OK;
    l->capabilities = sel_str_copy(l->arena, f[1]);
    l->reference->taxonomy =
        (sel_taxonomy){.id = sel_str_copy(l->arena, f[0]),
                       .tagged_by = by_words ? SEL_TAGGED_BY_WORDS : SEL_TAGGED_BY_SECTORS};
    return SEL_OK;
}

/* --- capabilities --- */

#define X(id, code, name) "name_" code,

static const char *const capability_columns[] = {"code", "group", SEL_LANGUAGE_LIST(X) "hint_en",
                                                 NULL};

#undef X

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
        .names = sel_codelist_names(l->arena, f + 2),
        .hint = sel_str_copy(l->arena, f[2 + SEL_LANGUAGE_COUNT]),
    };
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

/* --- codes of other classifications --- */

static const char *const sector_columns[] = {"taxonomy",   "vocabulary", "code",
                                             "capability", "weight",     NULL};

enum { WEIGHT_MAX = 1000 };

static sel_status take_sector(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    if (!sel_str_equal(f[0], l->wanted))
        return SEL_OK;
    int64_t weight = 0;
    if (!sel_number_integer(f[4], &weight) || weight < 1 || weight > WEIGHT_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "weight '%.*s' is not between 1 and %d",
                        SEL_STR_ARG(f[4]), WEIGHT_MAX);
    uint32_t capability = sel_taxonomy_find(&l->reference->taxonomy, f[3]);
    if (capability == SEL_NONE)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not a capability of %.*s", SEL_STR_ARG(f[3]),
                        SEL_STR_ARG(l->wanted));
    sel_sectors *sectors = &l->reference->sectors;
    l->sectors =
        sel_arena_one_more(l->arena, l->sectors, sectors->count, &l->room, sizeof *l->sectors);
    l->sectors[sectors->count++] = (sel_sector_code){.vocabulary = sel_str_copy(l->arena, f[1]),
                                                     .code = sel_str_copy(l->arena, f[2]),
                                                     .capability = capability,
                                                     .weight = (uint32_t)weight};
    return SEL_OK;
}

static sel_status load_sectors(loading *l)
{
    sel_status status = read_list(l, "sectors.csv", sector_columns, take_sector);
    l->reference->sectors.codes = l->sectors;
    sel_sectors_sort(&l->reference->sectors, l->sectors);
    return status;
}

sel_status sel_reference_use(const char *folder, const char *taxonomy, sel_arena *arena,
                             sel_reference *reference, sel_error *err)
{
    sel_tagger_destroy(reference->tagger);
    reference->tagger = NULL;
    reference->sectors = (sel_sectors){0};
    reference->taxonomy = (sel_taxonomy){0};
    loading l = {.arena = arena,
                 .reference = reference,
                 .folder = folder,
                 .wanted = sel_str_of(taxonomy),
                 .known = {.arena = arena},
                 .err = err};
    sel_status status = read_list(&l, "taxonomies.csv", taxonomy_columns, take_taxonomy);
    if (status == SEL_OK && l.capabilities.len == 0)
        status = sel_fail(err, SEL_NOT_FOUND, "there is no taxonomy '%s'; there are %.*s", taxonomy,
                          SEL_STR_ARG(sel_text_str(&l.known)));
    if (status == SEL_OK)
        status = read_list(&l, l.capabilities.ptr, capability_columns, take_capability);
    if (status == SEL_OK && reference->taxonomy.tagged_by == SEL_TAGGED_BY_WORDS)
        status = load_terms(&l);
    return status == SEL_OK ? load_sectors(&l) : status;
}
