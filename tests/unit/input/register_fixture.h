/** register_fixture.h - read a small register in CSV and keep what came out. */
#ifndef SEL_TESTS_REGISTER_FIXTURE_H
#define SEL_TESTS_REGISTER_FIXTURE_H

#include "input/register_table.h"
#include "shipped.h"

enum { KEPT_MAX = 8 };

typedef struct outcome {
    sel_arena *arena;
    sel_programme records[KEPT_MAX];
    uint32_t record_count;
    sel_register_guess guess;
    sel_issues issues;
    sel_register_counts counts;
    sel_error err;
    sel_status status;
} outcome;

static inline const void *kept_array(sel_arena *arena, const void *list, uint32_t count,
                                     size_t size)
{
    return count == 0 ? NULL : sel_arena_grow(arena, list, count, count, size);
}

/* A record lives until its sink returns; its small texts are copied one by one. */
static inline sel_programme kept_record(sel_arena *arena, const sel_programme *from)
{
    sel_programme to = *from;
    to.register_name = sel_str_copy(arena, from->register_name);
    to.id = sel_str_copy(arena, from->id);
    to.title = sel_str_copy(arena, from->title);
    to.money.raw = sel_str_copy(arena, from->money.raw);
    sel_party *parties = sel_arena_array(arena, from->party_count, sizeof *parties);
    for (uint32_t i = 0; i < from->party_count; i++) {
        parties[i] = from->parties[i];
        parties[i].name = sel_str_copy(arena, parties[i].name);
    }
    sel_programme_link *links = sel_arena_array(arena, from->link_count, sizeof *links);
    for (uint32_t i = 0; i < from->link_count; i++)
        links[i] =
            (sel_programme_link){from->links[i].kind, sel_str_copy(arena, from->links[i].other)};
    to.parties = parties;
    to.links = links;
    to.description = sel_str_copy(arena, from->description);
    sel_recipient_share *recipients =
        sel_arena_array(arena, from->recipient_count, sizeof *recipients);
    for (uint32_t i = 0; i < from->recipient_count; i++) {
        recipients[i] = from->recipients[i];
        recipients[i].code = sel_str_copy(arena, recipients[i].code);
    }
    to.recipients = recipients;
    sel_sector_share *sectors = sel_arena_array(arena, from->sector_count, sizeof *sectors);
    for (uint32_t i = 0; i < from->sector_count; i++) {
        sectors[i] = from->sectors[i];
        sectors[i].vocabulary = sel_str_copy(arena, sectors[i].vocabulary);
        sectors[i].code = sel_str_copy(arena, sectors[i].code);
        sectors[i].name = sel_str_copy(arena, sectors[i].name);
    }
    to.sectors = sectors;
    to.capabilities =
        kept_array(arena, from->capabilities, from->capability_count, sizeof *to.capabilities);
    to.fields = kept_array(arena, from->fields, from->field_count, sizeof *to.fields);
    return to;
}

static inline bool keep_record(void *to, const sel_programme *record)
{
    outcome *out = to;
    if (out->record_count < KEPT_MAX)
        out->records[out->record_count++] = kept_record(out->arena, record);
    return true;
}

static inline outcome read_register(const shipped *all, sel_str text, sel_register_options options)
{
    outcome out = {.arena = sel_arena_create()};
    out.issues.arena = out.arena;
    sel_bytes *bytes = sel_bytes_open_memory("donors.2024.csv", text);
    out.guess = sel_register_recognise(bytes, &all->reference, out.arena);
    out.status = sel_register_read(bytes, &out.guess, &all->reference, &options,
                                   (sel_programme_sink){keep_record, &out}, &out.issues,
                                   &out.counts, &out.err);
    sel_bytes_close(bytes);
    ck_assert_uint_eq(out.counts.seen, out.counts.taken + out.counts.refused);
    return out;
}

/** One record: a header of three columns and one more, and a row with a value for it. */
static inline outcome read_field(const shipped *all, const char *header, const char *value)
{
    sel_arena *scratch = sel_arena_create();
    sel_str text = sel_str_printf(scratch, "id,title,funder,%s\n1,A title,F,%s\n", header, value);
    outcome out = read_register(all, text, (sel_register_options){0});
    sel_arena_destroy(scratch);
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_uint_eq(out.record_count, 1);
    return out;
}

static inline void forget(outcome *out)
{
    sel_arena_destroy(out->arena);
}

#endif
