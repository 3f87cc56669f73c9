#include "domain/statement.h"

#include "base/hash.h"
#include "base/number.h"

/* One numbered row of a response: "request_2", "support_1". */
typedef struct row {
    const sel_response *response;
    const char *prefix;
    uint32_t number;
} row;

static uint32_t item_of(const row *of, const char *field)
{
    char name[96];
    snprintf(name, sizeof name, "%s_%u_%s", of->prefix, of->number, field);
    uint32_t item = sel_questionnaire_item(of->response->questionnaire, sel_str_of(name));
    if (item == SEL_NONE)
        return SEL_NONE;
    /* The form of donors has requests of the same names: those they received. */
    snprintf(name, sizeof name, "%s.%u.%s", of->prefix, of->number, field);
    return sel_str_is(of->response->questionnaire->items[item].aspect, name) ? item : SEL_NONE;
}

/* Whether the questionnaire has this row at all. */
static bool is_asked(const row *of, const char *field)
{
    return item_of(of, field) != SEL_NONE;
}

static const sel_answer *answer_of(const row *of, const char *field)
{
    uint32_t item = item_of(of, field);
    const sel_answer *answer = item == SEL_NONE ? NULL : sel_response_answer(of->response, item);
    return answer == NULL || answer->kind != SEL_ANSWER_VALUE ? NULL : answer;
}

static sel_str text_of(const row *of, const char *field)
{
    const sel_answer *answer = answer_of(of, field);
    return answer == NULL ? (sel_str){0} : answer->text;
}

/* Dates are kept as YYYY-MM-DD or as "first/last" of an imprecise one. */
static sel_days days_of(const row *of, const char *field)
{
    sel_days first = {0};
    sel_days last = {0};
    sel_str text = text_of(of, field);
    if (text.len < 10 || sel_date_read(sel_str_part(text, 0, 10), &first) != SEL_DATE_OK)
        return (sel_days){0};
    if (text.len == 21 && sel_date_read(sel_str_part(text, 11, 10), &last) == SEL_DATE_OK)
        first.latest = last.latest;
    return first;
}

typedef int find_code(sel_str code);

static uint16_t mask_of(const row *of, const char *field, find_code *find)
{
    sel_str rest = text_of(of, field);
    sel_str part;
    uint16_t mask = 0;
    while (sel_str_next(&rest, ' ', &part)) {
        int number = find(part);
        if (number >= 0)
            mask = (uint16_t)(mask | 1U << number);
    }
    return mask;
}

static int8_t yes_or_no(const row *of, const char *field)
{
    sel_str text = text_of(of, field);
    return (int8_t)(sel_str_is(text, "yes") ? 1 : sel_str_is(text, "no") ? 0 : SEL_UNKNOWN);
}

static sel_money money_of(const row *of, sel_arena *arena)
{
    sel_money money = {.raw = text_of(of, "amount")};
    sel_str currency = text_of(of, "currency");
    if (!sel_number_hundredths(money.raw, &money.low) || money.low < 0 ||
        !sel_currency_read(currency, money.currency))
        return money;
    money.high = money.low;
    money.known = true;
    money.raw = sel_str_copy(arena, money.raw);
    return money;
}

static const sel_str register_prefix = {"recipient:", 10};

bool sel_statement_is_register(sel_str register_name)
{
    return sel_str_starts(register_name, register_prefix);
}

/* What tells this respondent's rows from those of another agency of the same state. */
static sel_str respondent_mark(const sel_response *response, sel_arena *arena)
{
    char hex[SEL_HASH_ROOM];
    return sel_str_printf(arena, "%.4s-", sel_hash_of(response->agency, hex));
}

/* An agency may begin or cease to speak for its state, and two may both think they do: the
 * identifier of a support row must not depend on that. */
sel_str sel_statement_prefix(const sel_response *response, sel_arena *arena)
{
    sel_str mark = respondent_mark(response, arena);
    return sel_str_printf(arena, "%.*s-%.*s", SEL_STR_ARG(response->round), SEL_STR_ARG(mark));
}

static sel_request read_request(const row *of, const sel_reference *reference, int64_t received,
                                sel_arena *arena)
{
    const sel_response *response = of->response;
    const sel_answer *months = answer_of(of, "months");
    sel_str code = reference->geography.recipients[response->recipient].code;
    sel_str mark = response->lead ? (sel_str){0} : respondent_mark(response, arena);
    return (sel_request){
        .id = sel_str_printf(arena, "%.*s-%.*s-%.*s%02u", SEL_STR_ARG(code),
                             SEL_STR_ARG(response->round), SEL_STR_ARG(mark), of->number),
        .recipient = code,
        .capability = sel_str_copy(arena, text_of(of, "capability")),
        .outcome = sel_str_copy(arena, text_of(of, "outcome")),
        .kinds = mask_of(of, "kind", sel_kind_find),
        .for_whom = mask_of(of, "for_whom", sel_audience_find),
        .from = days_of(of, "from"),
        .months = (uint16_t)(months == NULL ? 0 : months->number),
        .money = money_of(of, arena),
        .language = sel_str_copy(arena, text_of(of, "language")),
        .document = sel_str_copy(arena, text_of(of, "document")),
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
    for (uint32_t n = 1; n <= SEL_STATEMENT_ROWS_MAX; n++) {
        row of = {response, "request", n};
        if (!is_asked(&of, "capability"))
            break;
        if (text_of(&of, "capability").len > 0)
            requests[(*count)++] = read_request(&of, reference, received, arena);
    }
    return requests;
}

/* The donor, the implementer, and a participant for each stakeholder group that is answered. */
static void read_parties(const row *of, sel_arena *arena, sel_programme *record)
{
    enum { PARTIES_MAX = 2 + SEL_NON_STATE_GROUPS };
    sel_party *parties = sel_arena_array(arena, PARTIES_MAX, sizeof *parties);
    const struct {
        const char *field;
        sel_role role;
    } named[] = {{"donor", SEL_ROLE_FUNDING}, {"implementer", SEL_ROLE_IMPLEMENTING}};
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (text_of(of, named[i].field).len > 0)
            parties[record->party_count++] =
                (sel_party){.name = sel_str_copy(arena, text_of(of, named[i].field)),
                            .role = named[i].role,
                            .ladder = SEL_UNKNOWN};
    for (int group = SEL_STAKEHOLDER_PRIVATE_CI; group < SEL_STAKEHOLDER_COUNT; group++) {
        char field[48];
        const char *code = sel_stakeholder_code((sel_stakeholder)group);
        snprintf(field, sizeof field, "role_%s", code);
        int ladder = sel_ladder_find(text_of(of, field));
        if (ladder >= 0)
            parties[record->party_count++] = (sel_party){.name = sel_str_of(code),
                                                         .role = SEL_ROLE_PARTICIPANT,
                                                         .stakeholder = (sel_stakeholder)group,
                                                         .ladder = (int8_t)ladder};
    }
    record->parties = parties;
}

static void read_ownership(const row *of, sel_programme *record)
{
    static const char *const items[SEL_OWNERSHIP_ITEMS] = {
        "own_initiated", "own_terms", "own_chose", "own_steers", "own_evaluates"};
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++) {
        const sel_answer *answer = answer_of(of, items[i]);
        if (answer != NULL && answer->number >= 0 && answer->number <= 4)
            record->ownership[i] = (int8_t)answer->number;
    }
}

static void read_conditions(const row *of, sel_programme *record)
{
    sel_str text = text_of(of, "conditions");
    int tied = sel_tied_find(text_of(of, "tied"));
    record->tied = tied < 0 ? SEL_TIED_UNKNOWN : (sel_tied)tied;
    record->condition_classes = (uint8_t)mask_of(of, "conditions", sel_condition_find);
    if (record->condition_classes != 0)
        record->conditions = SEL_CONDITIONS_SOME;
    else if (sel_str_is(text, "none"))
        record->conditions = SEL_CONDITIONS_NONE;
    record->conditions_requested = yes_or_no(of, "conditions_requested");
}

static void read_place(const row *of, const sel_reference *reference, sel_arena *arena,
                       sel_programme *record)
{
    sel_recipient_share *recipient = sel_arena_array(arena, 1, sizeof *recipient);
    *recipient =
        (sel_recipient_share){.code = reference->geography.recipients[of->response->recipient].code,
                              .ppm = SEL_PPM,
                              .stated = true};
    record->recipients = recipient;
    record->recipient_count = 1;
    sel_str code = text_of(of, "capability");
    if (code.len == 0)
        return;
    sel_capability_share *capability = sel_arena_array(arena, 1, sizeof *capability);
    *capability =
        (sel_capability_share){.code = sel_str_copy(arena, code), .ppm = SEL_PPM, .stated = true};
    record->capabilities = capability;
    record->capability_count = 1;
}

static sel_programme read_support(const row *of, const sel_reference *reference, sel_arena *arena)
{
    const sel_response *response = of->response;
    sel_programme record = sel_programme_blank();
    sel_str code = reference->geography.recipients[response->recipient].code;
    sel_str prefix = sel_statement_prefix(response, arena);
    record.register_name =
        sel_str_printf(arena, "%.*s%.*s", SEL_STR_ARG(register_prefix), SEL_STR_ARG(code));
    record.id = sel_str_printf(arena, "%.*sS%u", SEL_STR_ARG(prefix), of->number);
    record.title = sel_str_copy(arena, text_of(of, "programme"));
    record.start = days_of(of, "start");
    record.end = days_of(of, "end");
    record.kinds = mask_of(of, "kind", sel_kind_find);
    record.cyber_low = SEL_PPM;
    record.asked_first = yes_or_no(of, "asked_first");
    record.same_as_other = yes_or_no(of, "same_as_other");
    record.coordinated = yes_or_no(of, "coordinated");
    record.illustrative = response->illustrative;
    record.place.line = answer_of(of, "programme")->line;
    record.place.ordinal = of->number;
    read_parties(of, arena, &record);
    read_ownership(of, &record);
    read_conditions(of, &record);
    read_place(of, reference, arena, &record);
    sel_str other = text_of(of, "id");
    if (other.len > 0) {
        sel_programme_link *link = sel_arena_array(arena, 1, sizeof *link);
        *link = (sel_programme_link){SEL_LINK_SAME, sel_str_copy(arena, other)};
        record.links = link;
        record.link_count = 1;
    }
    return record;
}

const sel_programme *sel_statement_programmes(const sel_response *response,
                                              const sel_reference *reference, sel_arena *arena,
                                              uint32_t *count)
{
    sel_programme *records = sel_arena_array(arena, SEL_STATEMENT_ROWS_MAX, sizeof *records);
    *count = 0;
    for (uint32_t n = 1; n <= SEL_STATEMENT_ROWS_MAX; n++) {
        row of = {response, "support", n};
        if (!is_asked(&of, "programme"))
            break;
        if (text_of(&of, "programme").len > 0)
            records[(*count)++] = read_support(&of, reference, arena);
    }
    return records;
}

bool sel_statement_asked(const sel_questionnaire *questionnaire)
{
    return sel_questionnaire_aspect(questionnaire, SEL_STR("support.1.programme"), (sel_str){0}) !=
           SEL_NONE;
}

sel_statement_items sel_statement_items_of(const sel_questionnaire *questionnaire)
{
    static const struct {
        const char *prefix;
        const char *field;
    } openers[] = {{"request", "capability"}, {"support", "programme"}};
    const sel_response view = {.questionnaire = questionnaire};
    sel_statement_items found = {.count = 0};
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
        for (uint32_t n = 1; n <= SEL_STATEMENT_ROWS_MAX; n++) {
            row of = {&view, openers[i].prefix, n};
            uint32_t item = item_of(&of, openers[i].field);
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
