#include "input/record_id.h"

#include "base/fold.h"
#include "base/hash.h"
#include "base/text.h"

static const sel_party *donor_of(const sel_programme *record)
{
    static const sel_role roles[] = {SEL_ROLE_FUNDING, SEL_ROLE_EXTENDING, SEL_ROLE_REPORTING};
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        for (uint32_t j = 0; j < record->party_count; j++)
            if (record->parties[j].role == roles[i])
                return &record->parties[j];
    return NULL;
}

sel_str sel_record_id_make(sel_arena *arena, const sel_programme *record)
{
    sel_text facts = {.arena = arena};
    sel_text_add(&facts, sel_fold(arena, record->title));
    sel_text_add_char(&facts, '\n');
    const sel_party *donor = donor_of(record);
    if (donor != NULL)
        sel_text_add(&facts, donor->ref.len > 0 ? donor->ref : sel_fold(arena, donor->name));
    sel_text_add_char(&facts, '\n');
    if (record->start.known)
        sel_text_printf(&facts, "%d", record->start.earliest);
    for (uint32_t i = 0; i < record->recipient_count; i++) {
        sel_text_add_char(&facts, '\n');
        sel_text_add(&facts, record->recipients[i].code);
    }
    char hex[SEL_HASH_ROOM];
    return sel_str_part(sel_str_copy(arena, sel_str_of(sel_hash_of(sel_text_str(&facts), hex))), 0,
                        16);
}
