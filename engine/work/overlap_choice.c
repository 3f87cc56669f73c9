#include "work/overlap_choice.h"

#include "base/nearest.h"
#include "work/results.h"

static bool pays(const sel_study *study, uint32_t donor)
{
    for (uint32_t p = 0; p < study->programme_count; p++)
        for (uint32_t i = 0; i < study->programmes[p].donor_count; i++)
            if (study->programmes[p].donors[i] == donor)
                return true;
    return false;
}

/* The nearest spelling of a record, or name of an organisation, is said. */
static sel_status refuse_donor(const sel_study *study, sel_str name, sel_error *err)
{
    sel_nearest nearest = sel_nearest_start(name);
    for (uint32_t i = 0; i < study->organisation_count; i++)
        sel_nearest_offer(&nearest, study->organisations[i].name);
    uint32_t spellings = study->roll == NULL ? 0 : sel_roll_spelling_count(study->roll);
    for (uint32_t i = 0; i < spellings; i++)
        sel_nearest_offer(&nearest, sel_roll_spelling_of(study->roll, i)->name);
    sel_str shown = sel_str_part(name, 0, 100);
    if (nearest.name.len == 0)
        return sel_fail(err, SEL_NOT_FOUND,
                        "no programme is paid for by '%.*s'; see 'selaras organisation list'",
                        SEL_STR_ARG(shown));
    return sel_fail(err, SEL_NOT_FOUND, "no programme is paid for by '%.*s'; did you mean '%.*s'?",
                    SEL_STR_ARG(shown), SEL_STR_ARG(sel_str_part(nearest.name, 0, 200)));
}

static sel_status refuse_recipient(const sel_geography *geography, sel_str text, sel_error *err)
{
    sel_str shown = sel_str_part(text, 0, 100);
    uint32_t nearest = sel_geography_nearest(geography, text);
    if (nearest == SEL_NONE)
        return sel_fail(err, SEL_NOT_FOUND, "'%.*s' is no country or organisation we know",
                        SEL_STR_ARG(shown));
    return sel_fail(err, SEL_NOT_FOUND,
                    "'%.*s' is no country or organisation we know; did you mean '%.*s'?",
                    SEL_STR_ARG(shown), SEL_STR_ARG(geography->recipients[nearest].code));
}

static const bool *recipients_of(const sel_geography *geography, uint32_t recipient,
                                 sel_arena *arena)
{
    bool *chosen = sel_arena_array(arena, geography->count, sizeof *chosen);
    for (uint32_t i = 0; i < geography->count; i++)
        chosen[i] = sel_geography_within(geography, recipient, i);
    return chosen;
}

static sel_status find_programme(const sel_study *study, const sel_records *records,
                                 const char *address, uint32_t *programme, sel_error *err)
{
    uint32_t found = sel_study_programme_find(study, sel_str_of(address));
    if (found == SEL_NONE)
        return sel_fail(err, SEL_NOT_FOUND,
                        "there is no programme '%.*s'; see 'selaras list programmes'",
                        SEL_STR_ARG(sel_str_part(sel_str_of(address), 0, 200)));
    *programme = records->kept[found];
    return SEL_OK;
}

sel_status sel_overlap_choose(const sel_study *study, const sel_records *records,
                              const sel_overlap_wish *wish, sel_arena *arena, sel_asked *asked,
                              sel_error *err)
{
    const sel_geography *geography = &study->reference->geography;
    *asked = (sel_asked){.choice = {.donor = SEL_NONE, .programme = SEL_NONE},
                         .recipient = SEL_NONE,
                         .any = wish->donor != NULL || wish->recipient != NULL ||
                                wish->programme != NULL};
    if (wish->donor != NULL) {
        asked->choice.donor = sel_donor_find(study, sel_str_of(wish->donor));
        if (asked->choice.donor == SEL_NONE || !pays(study, asked->choice.donor))
            return refuse_donor(study, sel_str_of(wish->donor), err);
    }
    if (wish->recipient != NULL) {
        asked->recipient = sel_geography_find(geography, sel_str_of(wish->recipient));
        if (asked->recipient == SEL_NONE)
            return refuse_recipient(geography, sel_str_of(wish->recipient), err);
        asked->choice.recipients = recipients_of(geography, asked->recipient, arena);
    }
    return wish->programme == NULL
               ? SEL_OK
               : find_programme(study, records, wish->programme, &asked->choice.programme, err);
}
