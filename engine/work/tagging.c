#include "work/tagging.h"

#include "base/fold.h"
#include "domain/programme_copy.h"
#include "store/store_programmes.h"

static bool is_covered(sel_str part, const sel_programme *record, sel_arena *arena)
{
    sel_str folded = sel_fold(arena, part);
    for (uint32_t i = 0; i < record->capability_count; i++) {
        sel_str rest = record->capabilities[i].evidence;
        sel_str word;
        while (sel_str_next(&rest, ',', &word)) {
            sel_str needle = sel_fold(arena, word);
            if (needle.len > 0 && sel_str_find(folded, needle) < folded.len)
                return true;
        }
    }
    return false;
}

/* When the register's own classification was understood part by part, the whole programme is
 * about cyber capabilities; otherwise how much of it is stays unknown. */
static bool is_wholly_cyber(const sel_programme *record, sel_arena *arena)
{
    if (record->theme.len == 0 || record->capability_count == 0)
        return false;
    sel_str rest = record->theme;
    sel_str part;
    char separator = memchr(rest.ptr, ';', rest.len) != NULL ? ';' : '|';
    while (sel_str_next(&rest, separator, &part))
        if (sel_str_trim(part).len > 0 && !is_covered(part, record, arena))
            return false;
    return true;
}

static bool tag_by_words(const sel_context *context, bool keep_all, sel_programme *record,
                         sel_arena *arena)
{
    uint32_t stated = record->capability_count;
    sel_tagger_tag(context->reference.tagger, record, arena);
    bool kept = record->set_aside && keep_all;
    record->set_aside &= !kept;
    if (stated == 0 && record->cyber_low == 0 && record->cyber_high == SEL_PPM &&
        is_wholly_cyber(record, arena))
        record->cyber_low = SEL_PPM;
    return kept;
}

bool sel_tagging_tag(const sel_context *context, bool keep_all, sel_programme *record,
                     sel_arena *arena)
{
    const sel_reference *reference = &context->reference;
    bool kept = false;
    if (reference->taxonomy.tagged_by == SEL_TAGGED_BY_SECTORS)
        sel_sector_tag(&reference->sectors, &reference->taxonomy, record, arena);
    else
        kept = tag_by_words(context, keep_all, record, arena);
    /* Invented records say so in their title or register. */
    static const sel_str mark = {"(illustrative)", 14};
    record->illustrative |= sel_str_find(record->title, mark) < record->title.len ||
                            sel_str_find(record->register_name, mark) < record->register_name.len;
    return kept;
}

/* Records whose guesses come out otherwise, until the listing has ended. */
typedef struct redoing {
    const sel_context *context;
    bool keep_all;
    sel_programme *changed;
    uint32_t count;
    uint32_t room;
    uint64_t looked;
    sel_arena *kept;
    sel_arena *scratch; /* of one record */
} redoing;

static bool is_guessed(const sel_programme *record)
{
    for (uint32_t i = 0; i < record->capability_count; i++)
        if (record->capabilities[i].origin != SEL_TAG_TEXT)
            return false;
    return record->joint_count == 0;
}

static bool is_same_guess(const sel_programme *a, const sel_programme *b)
{
    bool same = a->capability_count == b->capability_count && a->set_aside == b->set_aside &&
                a->cyber_low == b->cyber_low;
    for (uint32_t i = 0; same && i < a->capability_count; i++) {
        const sel_capability_share *left = &a->capabilities[i];
        const sel_capability_share *right = &b->capabilities[i];
        same = sel_str_equal(left->code, right->code) && left->ppm == right->ppm &&
               left->confidence == right->confidence &&
               sel_str_equal(left->evidence, right->evidence) &&
               sel_str_equal(left->field, right->field);
    }
    return same;
}

/* Names of fields and rules that come from a store live no longer than its listing. */
static void keep_fields(sel_programme *record, sel_arena *arena)
{
    sel_field_place *fields = sel_arena_array(arena, record->field_count, sizeof *fields);
    for (uint32_t i = 0; i < record->field_count; i++) {
        fields[i] = record->fields[i];
        fields[i].field = sel_str_copy(arena, sel_str_of(fields[i].field)).ptr;
        fields[i].rule = sel_str_copy(arena, sel_str_of(fields[i].rule)).ptr;
    }
    record->fields = fields;
}

static bool redo(void *to, const sel_programme *record)
{
    redoing *r = to;
    if (!is_guessed(record))
        return true;
    r->looked += 1;
    sel_arena_reset(r->scratch);
    sel_programme anew = *record;
    /* A whole that was concluded from the guess goes with it. */
    if (anew.cyber_low == SEL_PPM && is_wholly_cyber(record, r->scratch))
        anew.cyber_low = 0;
    anew.capabilities = NULL;
    anew.capability_count = 0;
    anew.set_aside = false;
    sel_tagging_tag(r->context, r->keep_all, &anew, r->scratch);
    if (is_same_guess(record, &anew))
        return true;
    r->changed = sel_arena_one_more(r->kept, r->changed, r->count, &r->room, sizeof *r->changed);
    sel_programme_copy(&anew, r->kept, &r->changed[r->count]);
    keep_fields(&r->changed[r->count++], r->kept);
    return true;
}

sel_status sel_tagging_redo(const sel_context *context, sel_store *store, bool keep_all,
                            uint64_t *looked, uint64_t *changed, sel_error *err)
{
    redoing r = {.context = context,
                 .keep_all = keep_all,
                 .kept = sel_arena_create(),
                 .scratch = sel_arena_create()};
    sel_status status = sel_store_begin(store, err);
    bool begun = status == SEL_OK;
    *changed = 0;
    if (begun)
        status = sel_store_each_programme(store, SEL_PROGRAMME_TEXTS | SEL_PROGRAMME_FIELDS,
                                          (sel_programme_sink){redo, &r}, err);
    for (uint32_t i = 0; i < r.count && status == SEL_OK; i++) {
        sel_put_outcome outcome;
        status = sel_store_put_again(store, &r.changed[i], &outcome, err);
        *changed += outcome == SEL_PUT_CHANGED;
    }
    *looked = r.looked;
    if (status == SEL_OK)
        status = sel_store_commit(store, err);
    if (begun && status != SEL_OK)
        sel_store_rollback(store);
    sel_arena_destroy(r.kept);
    sel_arena_destroy(r.scratch);
    return status;
}
