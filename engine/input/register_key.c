#include "input/register_key.h"

#include "base/text.h"
#include "input/register_mapping.h"

typedef struct key {
    const sel_register_guess *guess;
    uint32_t *columns;
    uint32_t count;
} key;

static void add_key(key *k, uint32_t column)
{
    if (k->count < SEL_REGISTER_KEY_MAX)
        k->columns[k->count++] = column;
}

static void add_key_field(key *k, sel_register_field field)
{
    for (uint32_t i = 0; i < k->guess->column_count; i++)
        if (k->guess->columns[i].field == (int)field)
            add_key(k, i);
}

static void add_mapped_keys(key *k)
{
    for (uint32_t i = 0; i < k->guess->column_count; i++) {
        const sel_register_decision *decision =
            sel_register_mapping_find(k->guess->mapping, k->guess->columns[i].header, i + 1);
        if (decision != NULL && decision->key)
            add_key(k, i);
    }
}

static void add_key_fields(key *k)
{
    static const sel_register_field crs[] = {
        SEL_FIELD_DONOR_CODE, SEL_FIELD_FUNDER,         SEL_FIELD_AGENCY_CODE, SEL_FIELD_EXTENDING,
        SEL_FIELD_ID,         SEL_FIELD_PROJECT_NUMBER, SEL_REGISTER_FIELDS};
    static const sel_register_field any[] = {SEL_FIELD_REGISTER, SEL_FIELD_ID, SEL_REGISTER_FIELDS};
    static const sel_register_field who_what[] = {
        SEL_FIELD_TITLE,          SEL_FIELD_ACTIVITY, SEL_FIELD_ORGANISATION, SEL_FIELD_IMPLEMENTER,
        SEL_FIELD_FUNDER,         SEL_FIELD_SECTOR,   SEL_FIELD_SECTOR_CODE,  SEL_FIELD_THEME,
        SEL_FIELD_START,          SEL_FIELD_END,      SEL_FIELD_PERIOD,       SEL_FIELD_RECIPIENT,
        SEL_FIELD_RECIPIENT_CODE, SEL_REGISTER_FIELDS};
    const sel_register_guess *guess = k->guess;
    bool has_id = false;
    for (uint32_t i = 0; i < guess->column_count; i++)
        has_id |= guess->columns[i].field == SEL_FIELD_ID;
    if (guess->dialect == SEL_DIALECT_ANY && !has_id)
        return;
    const sel_register_field *fields = guess->dialect == SEL_DIALECT_CRS ? crs
                                       : has_id                          ? any
                                                                         : who_what;
    for (; *fields != SEL_REGISTER_FIELDS; fields++)
        add_key_field(k, *fields);
}

void sel_register_settle_key(sel_register_guess *guess, sel_arena *arena)
{
    key k = {.guess = guess,
             .columns = sel_arena_array(arena, SEL_REGISTER_KEY_MAX, sizeof *k.columns)};
    if (guess->dialect == SEL_DIALECT_OWN || sel_register_mapping_single(guess->mapping))
        return;
    add_mapped_keys(&k);
    if (k.count == 0)
        add_key_fields(&k);
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < k.count; i++) {
        if (i > 0)
            sel_text_add(&text, SEL_STR(", "));
        sel_text_add(&text, guess->columns[k.columns[i]].header);
    }
    guess->key = sel_text_str(&text);
    guess->key_columns = k.columns;
    guess->key_count = k.count;
}
