/** iati_fixture.h - read a small IATI text and keep what came out. */
#ifndef SEL_TESTS_IATI_FIXTURE_H
#define SEL_TESTS_IATI_FIXTURE_H

#include "check_suite.h"
#include "input/iati.h"

enum { KEPT_MAX = 8 };

/** Everything one reading gave; lives in the arena. */
typedef struct outcome {
    sel_arena *arena;
    sel_programme records[KEPT_MAX];
    uint32_t record_count;
    sel_issues issues;
    sel_iati_counts counts;
    sel_error err;
    sel_status status;
} outcome;

/* Five countries and an organisation whose code is also a country's two letters. */
static sel_recipient recipients[] = {
    {.code = {"AFG", 3}, .iso2 = {"AF", 2}}, {.code = {"ATG", 3}, .iso2 = {"AG", 2}},
    {.code = {"AU", 2}, .body = true},       {.code = {"AUS", 3}, .iso2 = {"AU", 2}},
    {.code = {"FJI", 3}, .iso2 = {"FJ", 2}}, {.code = {"TKM", 3}, .iso2 = {"TM", 2}},
};
static const sel_geography_name names[] = {{{"fiji", 4}, 4}};
static const sel_reference reference = {
    .geography = {.recipients = recipients,
                  .count = sizeof recipients / sizeof recipients[0],
                  .names = names,
                  .name_count = 1}};

static inline void *copy_array(sel_arena *arena, const void *list, uint32_t count, size_t size)
{
    return count == 0 ? NULL : sel_arena_grow(arena, list, count, count, size);
}

static inline sel_programme copy_record(sel_arena *arena, const sel_programme *from)
{
    sel_programme to = *from;
    sel_str *const texts[] = {&to.register_name, &to.id,       &to.title,
                              &to.description,   &to.theme,    &to.source_url,
                              &to.money.raw,     &to.language, &to.note};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i] = sel_str_copy(arena, *texts[i]);
    sel_party *parties = copy_array(arena, from->parties, from->party_count, sizeof *parties);
    for (uint32_t i = 0; i < from->party_count; i++) {
        parties[i].name = sel_str_copy(arena, parties[i].name);
        parties[i].ref = sel_str_copy(arena, parties[i].ref);
        parties[i].activity_id = sel_str_copy(arena, parties[i].activity_id);
    }
    sel_recipient_share *shares =
        copy_array(arena, from->recipients, from->recipient_count, sizeof *shares);
    for (uint32_t i = 0; i < from->recipient_count; i++)
        shares[i].code = sel_str_copy(arena, shares[i].code);
    sel_sector_share *sectors =
        copy_array(arena, from->sectors, from->sector_count, sizeof *sectors);
    for (uint32_t i = 0; i < from->sector_count; i++) {
        sectors[i].vocabulary = sel_str_copy(arena, sectors[i].vocabulary);
        sectors[i].code = sel_str_copy(arena, sectors[i].code);
        sectors[i].name = sel_str_copy(arena, sectors[i].name);
    }
    sel_programme_link *links = copy_array(arena, from->links, from->link_count, sizeof *links);
    for (uint32_t i = 0; i < from->link_count; i++)
        links[i].other = sel_str_copy(arena, links[i].other);
    sel_field_place *fields = copy_array(arena, from->fields, from->field_count, sizeof *fields);
    for (uint32_t i = 0; i < from->field_count; i++)
        fields[i].raw = sel_str_copy(arena, fields[i].raw);
    to.parties = parties;
    to.recipients = shares;
    to.sectors = sectors;
    to.links = links;
    to.fields = fields;
    return to;
}

static inline bool keep_record(void *to, const sel_programme *record)
{
    outcome *out = to;
    if (out->record_count < KEPT_MAX)
        out->records[out->record_count++] = copy_record(out->arena, record);
    return true;
}

static inline outcome read_with(sel_str xml, sel_iati_options options)
{
    outcome out = {.arena = sel_arena_create()};
    out.issues.arena = out.arena;
    sel_bytes *bytes = sel_bytes_open_memory("test.xml", xml);
    out.status = sel_iati_read(bytes, &reference, &options, (sel_programme_sink){keep_record, &out},
                               &out.issues, &out.counts, &out.err);
    sel_bytes_close(bytes);
    return out;
}

static inline outcome read_file_text(const char *xml)
{
    return read_with(sel_str_of(xml), (sel_iati_options){0});
}

/** Read one activity of register GB-1 with identifier GB-1-X and these elements besides. */
static inline outcome read_elements(const char *elements)
{
    sel_arena *scratch = sel_arena_create();
    sel_str xml = sel_str_printf(scratch,
                                 "<iati-activities version='2.03'>\n"
                                 "<iati-activity xml:lang='en' default-currency='EUR'>\n"
                                 "<iati-identifier>GB-1-X</iati-identifier>"
                                 "<reporting-org ref='GB-1' type='10'>"
                                 "<narrative>Reporter</narrative></reporting-org>\n%s\n"
                                 "</iati-activity></iati-activities>",
                                 elements);
    outcome out = read_with(xml, (sel_iati_options){0});
    sel_arena_destroy(scratch);
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_uint_eq(out.record_count, 1);
    return out;
}

static inline void forget(outcome *out)
{
    sel_arena_destroy(out->arena);
}

/** How often a code was reported for an element. */
static inline uint64_t times(const outcome *out, const char *code, const char *element)
{
    uint64_t count = 0;
    for (uint32_t i = 0; i < out->issues.group_count; i++) {
        const sel_issue *first = &out->issues.groups[i]->places[0];
        if (strcmp(first->code, code) == 0 && sel_str_is(first->subject, element))
            count += out->issues.groups[i]->count;
    }
    return count;
}

/** Whether a field of the record carries a rule. */
static inline bool has_rule(const sel_programme *record, const char *field, const char *rule)
{
    for (uint32_t i = 0; i < record->field_count; i++)
        if (strcmp(record->fields[i].field, field) == 0 &&
            strcmp(record->fields[i].rule, rule) == 0)
            return true;
    return false;
}

static inline void expect_text(sel_str found, const char *expected)
{
    ck_assert_msg(sel_str_is(found, expected), "'%.*s', not '%s'", SEL_STR_ARG(found), expected);
}

/** What the i-th recipient of a record must be. */
static inline void expect_share(const sel_programme *record, uint32_t i, const char *code,
                                uint32_t ppm, bool stated)
{
    ck_assert_uint_lt(i, record->recipient_count);
    expect_text(record->recipients[i].code, code);
    ck_assert_uint_eq(record->recipients[i].ppm, ppm);
    ck_assert_int_eq(record->recipients[i].stated, stated);
}

#endif
