#include "domain/tagger.h"

#include "base/text.h"
#include "domain/tagger_match.h"

#include <assert.h>

/* Expressions that speak for one capability. */
enum { EVIDENCE_MAX = 8 };

/* Doubt before anything is found. */
enum { DOUBT_WHOLE = 1000000 };

struct sel_tagger {
    sel_arena *arena;
    sel_taxonomy taxonomy; /* its list is borrowed */
    char hash[SEL_HASH_ROOM];
    const sel_terms *terms;
    const sel_fold_table *table;
};

static const struct {
    const char *name;
    uint32_t counts; /* percent */
} fields[SEL_TAG_FIELDS] = {
    [SEL_TAG_THEME] = {"theme", 100},
    [SEL_TAG_TITLE] = {"title", 100},
    [SEL_TAG_DESCRIPTION] = {"description", 80},
};

uint32_t sel_term_weight(sel_term_kind kind)
{
    static const uint32_t weights[] = {[SEL_TERM_ANCHOR] = 9,
                                       [SEL_TERM_ACRONYM] = 8,
                                       [SEL_TERM_CONTEXT] = 4,
                                       [SEL_TERM_EXCLUDE] = 1};
    return weights[kind];
}

sel_tagger *sel_tagger_create(const sel_term *terms, uint32_t count, const sel_taxonomy *taxonomy,
                              const char *hash)
{
    sel_arena *arena = sel_arena_create();
    sel_tagger *tagger = sel_arena_array(arena, 1, sizeof *tagger);
    for (uint32_t i = 0; i < count; i++)
        assert((terms[i].capability == SEL_NONE || terms[i].capability < taxonomy->count) &&
               terms[i].weight <= SEL_TERM_WEIGHT_MAX);
    *tagger = (sel_tagger){.arena = arena, .taxonomy = *taxonomy};
    snprintf(tagger->hash, sizeof tagger->hash, "%s", hash);
    tagger->terms = sel_terms_create(arena, terms, count);
    tagger->table = sel_fold_table_create(arena);
    return tagger;
}

void sel_tagger_destroy(sel_tagger *tagger)
{
    if (tagger != NULL)
        sel_arena_destroy(tagger->arena);
}

const char *sel_tagger_hash(const sel_tagger *tagger)
{
    return tagger->hash;
}

/* What speaks for one capability, or for cyber content at all. */
typedef struct finding {
    sel_str evidence[EVIDENCE_MAX];
    uint32_t evidence_count;
    uint32_t strength;
    uint64_t doubt; /* of DOUBT_WHOLE */
    bool in[SEL_TAG_FIELDS];
    sel_tag_field field; /* of the last hit, */
    const char *reach;   /* and where it ended */
} finding;

/* What stands inside a longer phrase that speaks for the same is no further evidence, nor is what
 * was found before. */
static void add_evidence(finding *found, const sel_term_hit *hit)
{
    if (found->reach != NULL && hit->field == found->field && hit->end <= found->reach)
        return;
    found->field = hit->field;
    found->reach = hit->end;
    sel_str written = {hit->start, (size_t)(hit->end - hit->start)};
    for (uint32_t i = 0; i < found->evidence_count; i++)
        if (sel_str_equal_ascii(found->evidence[i], written))
            return;
    if (found->evidence_count == EVIDENCE_MAX)
        return;
    found->evidence[found->evidence_count++] = written;
    found->in[hit->field] = true;
    uint32_t adds = hit->term->weight * fields[hit->field].counts;
    found->strength += adds;
    found->doubt = found->doubt * (1000 - adds) / 1000;
}

static finding new_finding(void)
{
    return (finding){.doubt = DOUBT_WHOLE};
}

/* The evidence as one line; what stands between the words of a phrase becomes one character. */
static sel_str evidence_text(sel_arena *arena, const finding *found)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < found->evidence_count; i++) {
        if (i > 0)
            sel_text_add(&text, SEL_STR(", "));
        bool blank = false;
        for (size_t at = 0; at < found->evidence[i].len; at++) {
            char c = found->evidence[i].ptr[at];
            bool was_blank = blank;
            blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!blank)
                sel_text_add_char(&text, c);
            else if (!was_blank)
                sel_text_add_char(&text, ' ');
        }
    }
    return sel_text_str(&text);
}

static sel_str field_names(sel_arena *arena, const finding *found)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < SEL_TAG_FIELDS; i++)
        if (found->in[i])
            sel_text_printf(&text, "%s%s", text.len > 0 ? ", " : "", fields[i].name);
    return sel_text_str(&text);
}

/* What the fields up to last say of each capability; the number of those that count. The others
 * become NULL. */
static uint32_t collect(const sel_tagger *tagger, const sel_term_hits *hits, sel_tag_field last,
                        finding **found)
{
    memset(found, 0, tagger->taxonomy.count * sizeof(finding *));
    for (uint32_t i = 0; i < hits->count; i++) {
        const sel_term_hit *hit = &hits->list[i];
        uint32_t capability = hit->term->capability;
        if (capability == SEL_NONE || hit->field > last)
            continue;
        if (found[capability] == NULL) {
            found[capability] = sel_arena_array(hits->arena, 1, sizeof(finding));
            *found[capability] = new_finding();
        }
        add_evidence(found[capability], hit);
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < tagger->taxonomy.count; i++) {
        if (found[i] != NULL && found[i]->strength < SEL_TAG_STRENGTH_MIN)
            found[i] = NULL;
        count += found[i] != NULL;
    }
    return count;
}

static uint8_t confidence_of(uint64_t doubt_of_cyber, uint64_t doubt)
{
    uint64_t percent = (DOUBT_WHOLE - doubt_of_cyber) * (DOUBT_WHOLE - doubt) /
                       ((uint64_t)DOUBT_WHOLE * DOUBT_WHOLE / 100);
    return (uint8_t)(percent < 1 ? 1 : percent > 99 ? 99 : percent);
}

static void give_shares(const sel_tagger *tagger, finding *const *found, uint32_t count,
                        uint64_t doubt_of_cyber, sel_programme *record, sel_arena *arena)
{
    uint64_t weights[SEL_CAPABILITIES_MAX];
    uint32_t ppm[SEL_CAPABILITIES_MAX];
    sel_capability_share *shares = sel_arena_array(arena, count, sizeof *shares);
    uint32_t n = 0;
    for (uint32_t i = 0; i < tagger->taxonomy.count; i++) {
        if (found[i] == NULL)
            continue;
        weights[n] = found[i]->strength;
        shares[n] = (sel_capability_share){
            .code = tagger->taxonomy.capabilities[i].code,
            .origin = SEL_TAG_TEXT,
            .evidence = evidence_text(arena, found[i]),
            .field = field_names(arena, found[i]),
            .confidence = confidence_of(doubt_of_cyber, found[i]->doubt),
        };
        n += 1;
    }
    sel_ppm_split(weights, count, SEL_PPM, ppm);
    for (n = 0; n < count; n++)
        shares[n].ppm = ppm[n];
    record->capabilities = shares;
    record->capability_count = count;
}

static bool speaks(finding *const *found, uint32_t capabilities, sel_tag_field field)
{
    for (uint32_t i = 0; i < capabilities; i++)
        if (found[i] != NULL && found[i]->in[field])
            return true;
    return false;
}

/* All that proves cyber content. */
static finding proof_of(const sel_term_hits *hits)
{
    finding proof = new_finding();
    for (uint32_t i = 0; i < hits->count; i++)
        if (hits->list[i].term->kind != SEL_TERM_CONTEXT)
            add_evidence(&proof, &hits->list[i]);
    return proof;
}

void sel_tagger_tag(const sel_tagger *tagger, sel_programme *record, sel_arena *arena)
{
    if (record->capability_count > 0)
        return;
    const sel_str texts[SEL_TAG_FIELDS] = {record->theme, record->title, record->description};
    sel_term_hits hits = {.arena = sel_arena_create()};
    for (uint32_t i = 0; i < SEL_TAG_FIELDS; i++)
        sel_terms_find(tagger->terms, tagger->table, (sel_tag_field)i, texts[i], &hits);
    sel_term_hits_settle(&hits);
    finding proof = proof_of(&hits);
    record->set_aside = proof.evidence_count == 0;
    if (!record->set_aside) {
        finding *found[SEL_CAPABILITIES_MAX];
        uint32_t count = collect(tagger, &hits, SEL_TAG_TITLE, found);
        if (!speaks(found, tagger->taxonomy.count, SEL_TAG_THEME))
            count = collect(tagger, &hits, SEL_TAG_DESCRIPTION, found);
        if (count > 0)
            give_shares(tagger, found, count, proof.doubt, record, arena);
    }
    sel_arena_destroy(hits.arena);
}
