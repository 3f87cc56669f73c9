/** fuzz_iati.c - any bytes as an IATI file: nothing may crash, and what is read must be sound. */
#include "domain/tagger.h"
#include "input/iati.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static sel_recipient recipients[] = {
    {.code = {"AFG", 3}, .iso2 = {"AF", 2}},
    {.code = {"AU", 2}, .body = true},
    {.code = {"FJI", 3}, .iso2 = {"FJ", 2}},
};
static const sel_geography_name names[] = {{{"fiji", 4}, 2}};
static const sel_reference reference = {
    .geography = {.recipients = recipients,
                  .count = sizeof recipients / sizeof recipients[0],
                  .names = names,
                  .name_count = 1}};

static sel_capability capabilities[] = {{.code = {"D1.1", 4}}, {.code = {"D1.2", 4}}};
static const sel_taxonomy taxonomy = {.capabilities = capabilities, .count = 2};
static const sel_term terms[] = {
    {{"cyber*", 6}, SEL_TERM_ANCHOR, 0, 9},
    {{"cert", 4}, SEL_TERM_ACRONYM, 1, 8},
    {{"incident response*", 18}, SEL_TERM_CONTEXT, 1, 4},
    {{"cyber cafe*", 11}, SEL_TERM_EXCLUDE, SEL_NONE, 1},
};

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_texts(const sel_programme *record)
{
    must(record->id.len > 0 && record->register_name.len > 0);
    must(sel_str_is_utf8(record->id) && sel_str_is_utf8(record->title) &&
         sel_str_is_utf8(record->description) && sel_str_is_utf8(record->theme));
    for (uint32_t i = 0; i < record->party_count; i++)
        must(record->parties[i].name.len + record->parties[i].ref.len > 0 &&
             record->parties[i].role < SEL_ROLE_COUNT);
    for (uint32_t i = 0; i < record->link_count; i++)
        must(record->links[i].other.len > 0 && record->links[i].kind < SEL_LINK_COUNT);
}

/* Shares of one vocabulary stand together and are no more than a whole. */
static void check_sectors(const sel_programme *record)
{
    uint64_t ppm = 0;
    for (uint32_t i = 0; i < record->sector_count; i++) {
        const sel_sector_share *one = &record->sectors[i];
        bool next = i > 0 && sel_str_equal(one->vocabulary, record->sectors[i - 1].vocabulary);
        ppm = (next ? ppm : 0) + one->ppm;
        must(ppm <= SEL_PPM && one->vocabulary.len > 0 && one->code.len + one->name.len > 0);
    }
}

static void check_figures(const sel_programme *record)
{
    uint64_t ppm = 0;
    for (uint32_t i = 0; i < record->recipient_count; i++)
        ppm += record->recipients[i].ppm;
    must(ppm <= SEL_PPM);
    must(!record->money.known ||
         (record->money.low > 0 && record->money.low <= record->money.high));
    must(!record->start.known || (record->start.earliest <= record->start.latest &&
                                  record->start.earliest >= SEL_DAY_FIRST));
    must(!record->end.known || record->end.latest <= SEL_DAY_LAST);
    must(record->status < SEL_STATUS_COUNT && record->tied < SEL_TIED_COUNT);
}

static void check_tags(const sel_tagger *tagger, const sel_programme *record)
{
    sel_arena *arena = sel_arena_create();
    sel_programme tagged = *record;
    uint64_t ppm = 0;
    sel_tagger_tag(tagger, &tagged, arena);
    for (uint32_t i = 0; i < tagged.capability_count; i++) {
        must(sel_str_is_utf8(tagged.capabilities[i].evidence));
        ppm += tagged.capabilities[i].ppm;
    }
    must(ppm == (tagged.capability_count > 0 ? SEL_PPM : 0));
    must(!tagged.set_aside || tagged.capability_count == 0);
    sel_arena_destroy(arena);
}

static bool check_record(void *to, const sel_programme *record)
{
    check_texts(record);
    check_figures(record);
    check_sectors(record);
    check_tags(to, record);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    sel_arena *arena = sel_arena_create();
    sel_tagger *tagger =
        sel_tagger_create(terms, sizeof terms / sizeof terms[0], &taxonomy, "fuzz");
    sel_issues issues = {.arena = arena};
    sel_iati_options options = {.default_country = "FJI"};
    sel_iati_counts counts;
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("fuzz.xml", (sel_str){(const char *)data, size});
    sel_status status =
        sel_iati_read(bytes, &reference, &options, (sel_programme_sink){check_record, tagger},
                      &issues, &counts, &err);
    must(status == SEL_OK || err.message[0] != '\0');
    must(counts.seen == counts.taken + counts.refused);
    must(counts.refused == issues.counts[SEL_FAULT]);
    sel_bytes_close(bytes);
    sel_tagger_destroy(tagger);
    sel_arena_destroy(arena);
    return 0;
}
