/** fuzz_register.c - any bytes as a register in a table: nothing may crash, and what is read must
 *  be sound. What stands before a line "--" is a mapping for what follows. */
#include "input/codelist_file.h"
#include "input/register_mapping.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

/* Loaded once for the life of the process. */
static const sel_reference *reference_of(void)
{
    static sel_arena *arena;
    static sel_reference reference;
    sel_error err = {0};
    if (arena == NULL) {
        arena = sel_arena_create();
        must(sel_reference_open(SELARAS_SOURCE_DIR "/questionnaires/codelists", arena, &reference,
                                &err) == SEL_OK);
    }
    return &reference;
}

static void check_figures(const sel_programme *record)
{
    uint64_t recipients = 0;
    uint64_t capabilities = 0;
    for (uint32_t i = 0; i < record->recipient_count; i++)
        recipients += record->recipients[i].ppm;
    for (uint32_t i = 0; i < record->capability_count; i++)
        capabilities += record->capabilities[i].ppm;
    for (uint32_t i = 0; i < record->sector_count; i++)
        must(record->sectors[i].ppm <= SEL_PPM && record->sectors[i].vocabulary.len > 0);
    must(recipients <= SEL_PPM && capabilities <= SEL_PPM);
    must(record->cyber_low <= record->cyber_high && record->cyber_high <= SEL_PPM);
    must(!record->money.known ||
         (record->money.low >= 0 && record->money.low <= record->money.high));
    must(!record->money.known || strlen(record->money.currency) == 3);
    must(!record->start.known || !record->end.known ||
         record->end.latest >= record->start.earliest);
}

static bool check_record(void *to, const sel_programme *record)
{
    uint64_t *taken = to;
    *taken += 1;
    must(record->id.len > 0);
    must(sel_str_is_utf8(record->id) && sel_str_is_utf8(record->title));
    must(record->place.line > 0 && record->place.ordinal > 0);
    for (uint32_t i = 0; i < record->party_count; i++)
        must(record->parties[i].name.len > 0 && record->parties[i].role < SEL_ROLE_COUNT);
    for (uint32_t i = 0; i < record->link_count; i++)
        must(record->links[i].other.len > 0 && record->links[i].kind < SEL_LINK_COUNT);
    check_figures(record);
    return true;
}

/* The mapping at the beginning, or NULL; *text becomes the rest. */
static sel_register_mapping *mapping_of(sel_str *text, sel_issues *issues)
{
    static const sel_str between = {"\n--\n", 4};
    size_t end = sel_str_find(*text, between);
    if (end == text->len)
        return NULL;
    sel_register_mapping *mapping = NULL;
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("mapping.csv", sel_str_part(*text, 0, end + 1));
    sel_status status = sel_register_mapping_open(bytes, issues, &mapping, &err);
    must(status == SEL_OK || (mapping == NULL && err.message[0] != '\0'));
    sel_bytes_close(bytes);
    *text = sel_str_part(*text, end + between.len, text->len);
    return mapping;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const sel_reference *reference = reference_of();
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_register_options options = {.default_country = "FJI"};
    sel_register_counts counts = {0};
    sel_error err = {0};
    uint64_t taken = 0;
    sel_str text = {(const char *)data, size};
    sel_register_mapping *mapping = mapping_of(&text, &issues);
    sel_bytes *bytes = sel_bytes_open_memory("fuzz.csv", text);
    sel_register_guess guess = sel_register_recognise_mapped(bytes, reference, mapping, arena);
    sel_status status =
        sel_register_read(bytes, &guess, reference, &options,
                          (sel_programme_sink){check_record, &taken}, &issues, &counts, &err);
    must(status == SEL_OK || (status == SEL_BAD_INPUT && err.message[0] != '\0' && err.line > 0));
    must(counts.taken == taken && counts.seen == counts.taken + counts.refused);
    sel_bytes_close(bytes);
    sel_register_mapping_close(mapping);
    sel_arena_destroy(arena);
    return 0;
}
