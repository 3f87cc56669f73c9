#include "domain/statement_facts.h"

#include "domain/statement_account.h"

/* The donor, the implementer, and a participant for each stakeholder group that is answered. */
static void read_parties(const sel_stated_row *of, sel_str donor, sel_arena *arena,
                         sel_programme *record)
{
    enum { PARTIES_MAX = 2 + SEL_NON_STATE_GROUPS };
    sel_party *parties = sel_arena_array(arena, PARTIES_MAX, sizeof *parties);
    const struct {
        sel_str name;
        sel_role role;
    } named[] = {{donor, SEL_ROLE_FUNDING},
                 {sel_stated_text(of, "implementer"), SEL_ROLE_IMPLEMENTING}};
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (named[i].name.len > 0)
            parties[record->party_count++] = (sel_party){.name = sel_str_copy(arena, named[i].name),
                                                         .role = named[i].role,
                                                         .ladder = SEL_UNKNOWN};
    for (int group = SEL_STAKEHOLDER_PRIVATE_CI; group < SEL_STAKEHOLDER_COUNT; group++) {
        char field[48];
        const char *code = sel_stakeholder_code((sel_stakeholder)group);
        snprintf(field, sizeof field, "role_%s", code);
        int ladder = sel_ladder_find(sel_stated_text(of, field));
        if (ladder >= 0)
            parties[record->party_count++] = (sel_party){.name = sel_str_of(code),
                                                         .role = SEL_ROLE_PARTICIPANT,
                                                         .stakeholder = (sel_stakeholder)group,
                                                         .ladder = (int8_t)ladder};
    }
    record->parties = parties;
}

static void read_ownership(const sel_stated_row *of, sel_programme *record)
{
    static const char *const items[SEL_OWNERSHIP_ITEMS] = {
        "own_initiated", "own_terms", "own_chose", "own_steers", "own_evaluates"};
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++) {
        const sel_answer *answer = sel_stated_answer(of, items[i]);
        if (answer != NULL && answer->number >= 0 && answer->number <= 4)
            record->ownership[i] = (int8_t)answer->number;
    }
}

static void read_conditions(const sel_stated_row *of, sel_programme *record)
{
    sel_str text = sel_stated_text(of, "conditions");
    int tied = sel_tied_find(sel_stated_text(of, "tied"));
    record->tied = tied < 0 ? SEL_TIED_UNKNOWN : (sel_tied)tied;
    record->condition_classes = (uint8_t)sel_stated_mask(of, "conditions", sel_condition_find);
    if (record->condition_classes != 0)
        record->conditions = SEL_CONDITIONS_SOME;
    else if (sel_str_is(text, "none"))
        record->conditions = SEL_CONDITIONS_NONE;
    record->conditions_requested = sel_stated_truth(of, "conditions_requested");
}

static void read_recipient(sel_str code, sel_arena *arena, sel_programme *record)
{
    if (code.len == 0)
        return;
    sel_recipient_share *recipient = sel_arena_array(arena, 1, sizeof *recipient);
    *recipient = (sel_recipient_share){.code = code, .ppm = SEL_PPM, .stated = true};
    record->recipients = recipient;
    record->recipient_count = 1;
}

static void read_capability(const sel_stated_row *of, sel_arena *arena, sel_programme *record)
{
    sel_str code = sel_stated_text(of, "capability");
    if (code.len == 0)
        return;
    sel_capability_share *capability = sel_arena_array(arena, 1, sizeof *capability);
    *capability =
        (sel_capability_share){.code = sel_str_copy(arena, code), .ppm = SEL_PPM, .stated = true};
    record->capabilities = capability;
    record->capability_count = 1;
}

static void read_link(const sel_stated_row *of, sel_arena *arena, sel_programme *record)
{
    sel_str other = sel_stated_text(of, "id");
    if (other.len == 0)
        return;
    sel_programme_link *link = sel_arena_array(arena, 1, sizeof *link);
    *link = (sel_programme_link){SEL_LINK_SAME, sel_str_copy(arena, other)};
    record->links = link;
    record->link_count = 1;
}

sel_programme sel_stated_facts(const sel_stated_row *of, const sel_stated_sides *sides,
                               const sel_reference *reference, sel_arena *arena)
{
    sel_programme record = sel_programme_blank();
    record.title = sel_str_copy(arena, sel_stated_text(of, sides->title));
    record.start = sel_stated_days(of, "start");
    record.end = sel_stated_days(of, "end");
    record.kinds = sel_stated_mask(of, "kind", sel_kind_find);
    record.cyber_low = SEL_PPM;
    record.asked_first = sel_stated_truth(of, sides->asked_first);
    record.same_as_other = sel_stated_truth(of, "same_as_other");
    record.coordinated = sel_stated_truth(of, "coordinated");
    record.request = sel_str_copy(arena, sel_str_trim(sel_stated_text(of, "request_document")));
    record.illustrative = of->response->illustrative;
    record.place.line = sel_stated_answer(of, sides->title)->line;
    record.place.ordinal = of->number;
    read_parties(of, sides->donor, arena, &record);
    read_ownership(of, &record);
    read_conditions(of, &record);
    read_recipient(sides->recipient, arena, &record);
    read_capability(of, arena, &record);
    read_link(of, arena, &record);
    record.account = sel_statement_account(of, reference, arena);
    return record;
}
