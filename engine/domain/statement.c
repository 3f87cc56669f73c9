#include "domain/statement.h"

#include "base/hash.h"
#include "domain/statement_facts.h"

static const sel_str recipients_prefix = {"recipient:", 10};
static const sel_str donors_prefix = {"donor:", 6};

bool sel_statement_is_register(sel_str register_name)
{
    return sel_str_starts(register_name, recipients_prefix) ||
           sel_statement_is_donors(register_name);
}

bool sel_statement_is_donors(sel_str register_name)
{
    return sel_str_starts(register_name, donors_prefix);
}

sel_str sel_statement_register(const sel_response *response, const sel_reference *reference,
                               sel_arena *arena)
{
    static const sel_str organisation = {SEL_ORGANISATION_PREFIX,
                                         sizeof SEL_ORGANISATION_PREFIX - 1};
    bool donors = response->recipient == SEL_NONE;
    sel_str prefix = donors ? donors_prefix : recipients_prefix;
    sel_str name =
        donors ? sel_str_part(response->respondent, organisation.len, response->respondent.len)
               : reference->geography.recipients[response->recipient].code;
    return sel_str_printf(arena, "%.*s%.*s", SEL_STR_ARG(prefix), SEL_STR_ARG(name));
}

/* What tells this respondent's rows from those of another agency of the same state. */
static sel_str respondent_mark(const sel_response *response, sel_arena *arena)
{
    char hex[SEL_HASH_ROOM];
    return sel_str_printf(arena, "%.4s-", sel_hash_of(response->agency, hex));
}

/* An agency may begin or cease to speak for its state, and two may both think they do: the
 * identifier of a row must not depend on that. */
sel_str sel_statement_prefix(const sel_response *response, sel_arena *arena)
{
    sel_str mark = respondent_mark(response, arena);
    return sel_str_printf(arena, "%.*s-%.*s", SEL_STR_ARG(response->round), SEL_STR_ARG(mark));
}

sel_str sel_statement_id(const sel_response *response, uint32_t number, sel_arena *arena)
{
    sel_str prefix = sel_statement_prefix(response, arena);
    char kind = response->recipient == SEL_NONE ? 'P' : 'S';
    return sel_str_printf(arena, "%.*s%c%u", SEL_STR_ARG(prefix), kind, number);
}

static sel_request read_request(const sel_stated_row *of, const sel_reference *reference,
                                int64_t received, sel_arena *arena)
{
    const sel_response *response = of->response;
    const sel_answer *months = sel_stated_answer(of, "months");
    sel_str code = reference->geography.recipients[response->recipient].code;
    sel_str mark = response->lead ? (sel_str){0} : respondent_mark(response, arena);
    return (sel_request){
        .id = sel_str_printf(arena, "%.*s-%.*s-%.*s%02u", SEL_STR_ARG(code),
                             SEL_STR_ARG(response->round), SEL_STR_ARG(mark), of->number),
        .recipient = code,
        .capability = sel_str_copy(arena, sel_stated_text(of, "capability")),
        .outcome = sel_str_copy(arena, sel_stated_text(of, "outcome")),
        .kinds = sel_stated_mask(of, "kind", sel_kind_find),
        .for_whom = sel_stated_mask(of, "for_whom", sel_audience_find),
        .from = sel_stated_days(of, "from"),
        .months = (uint16_t)(months == NULL ? 0 : months->number),
        .money = sel_stated_money(of, arena),
        .language = sel_str_copy(arena, sel_stated_text(of, "language")),
        .document = sel_str_copy(arena, sel_stated_text(of, "document")),
        .received = received,
        .illustrative = response->illustrative,
    };
}

const sel_request *sel_statement_requests(const sel_response *response,
                                          const sel_reference *reference, int64_t received,
                                          sel_arena *arena, uint32_t *count)
{
    sel_request *requests = sel_arena_array(arena, SEL_STATEMENT_ROWS_MAX, sizeof *requests);
    *count = 0;
    if (response->recipient == SEL_NONE)
        return requests;
    for (uint32_t n = 1; n <= SEL_STATEMENT_ROWS_MAX; n++) {
        sel_stated_row of = {response, "request", n};
        if (!sel_stated_is_asked(&of, "capability"))
            break;
        if (sel_stated_text(&of, "capability").len > 0)
            requests[(*count)++] = read_request(&of, reference, received, arena);
    }
    return requests;
}

static sel_programme read_support(const sel_stated_row *of, const sel_reference *reference,
                                  sel_arena *arena)
{
    const sel_stated_sides sides = {
        .title = "programme",
        .asked_first = "asked_first",
        .donor = sel_stated_text(of, "donor"),
        .recipient = reference->geography.recipients[of->response->recipient].code};
    return sel_stated_facts(of, &sides, reference, arena);
}

/* What only donors are asked. When a request was received, and what was disbursed, has no place in
 * a record. */
static sel_programme read_own_programme(const sel_stated_row *of, const sel_reference *reference,
                                        sel_arena *arena)
{
    uint32_t found = sel_geography_find(&reference->geography, sel_stated_text(of, "recipient"));
    const sel_stated_sides sides = {.title = "title",
                                    .asked_first = "request_linked",
                                    .donor = of->response->organisation,
                                    .recipient = found == SEL_NONE
                                                     ? (sel_str){0}
                                                     : reference->geography.recipients[found].code};
    sel_programme record = sel_stated_facts(of, &sides, reference, arena);
    const sel_answer *days = sel_stated_answer(of, "person_days");
    record.decided = sel_stated_days(of, "decision_date");
    record.money = sel_stated_money(of, arena);
    if (days != NULL && days->number > 0)
        record.person_days = (sel_range){days->number, days->number, true};
    record.coordination = sel_str_copy(arena, sel_stated_text(of, "coordinated_with"));
    record.disclosure = sel_str_copy(arena, of->response->disclosure);
    return record;
}

const sel_programme *sel_statement_programmes(const sel_response *response,
                                              const sel_reference *reference, sel_arena *arena,
                                              uint32_t *count)
{
    sel_programme *records = sel_arena_array(arena, SEL_STATEMENT_ROWS_MAX, sizeof *records);
    bool donors = response->recipient == SEL_NONE;
    const char *title = donors ? "title" : "programme";
    *count = 0;
    for (uint32_t n = 1; n <= SEL_STATEMENT_ROWS_MAX; n++) {
        sel_stated_row of = {response, donors ? "programme" : "support", n};
        if (!sel_stated_is_asked(&of, title))
            break;
        if (sel_stated_text(&of, title).len == 0)
            continue;
        sel_programme *record = &records[(*count)++];
        *record = donors ? read_own_programme(&of, reference, arena)
                         : read_support(&of, reference, arena);
        record->register_name = sel_statement_register(response, reference, arena);
        record->id = sel_statement_id(response, n, arena);
    }
    return records;
}

bool sel_statement_asked(const sel_questionnaire *questionnaire)
{
    return sel_questionnaire_aspect(questionnaire, SEL_STR("support.1.programme"), (sel_str){0}) !=
           SEL_NONE;
}

bool sel_statement_asked_of_donors(const sel_questionnaire *questionnaire)
{
    return sel_questionnaire_aspect(questionnaire, SEL_STR("programme.1.title"), (sel_str){0}) !=
           SEL_NONE;
}

sel_statement_items sel_statement_items_of(const sel_questionnaire *questionnaire)
{
    static const struct {
        const char *prefix;
        const char *field;
    } openers[] = {{"request", "capability"}, {"support", "programme"}, {"programme", "title"}};
    const sel_response view = {.questionnaire = questionnaire};
    sel_statement_items found = {.count = 0};
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
        for (uint32_t n = 1; n <= SEL_STATEMENT_ROWS_MAX; n++) {
            sel_stated_row of = {&view, openers[i].prefix, n};
            uint32_t item = sel_stated_item(&of, openers[i].field);
            if (item == SEL_NONE)
                break;
            found.items[found.count++] = item;
        }
    return found;
}

bool sel_statement_is_made(const sel_statement_items *items, const sel_response *response)
{
    for (uint32_t i = 0; i < items->count; i++)
        if (sel_response_answer(response, items->items[i]) != NULL)
            return true;
    return false;
}
