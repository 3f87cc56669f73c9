#include "base/number.h"
#include "base/text.h"
#include "input/iati_reading.h"

/* Budgets and transactions are alternatives and never added: the money of an activity is the sum
 * of its budgets, revised ones in place of the originals whose periods they say; else of its
 * commitments, outgoing or, where there are none, incoming; else of its planned disbursements.
 * Budgets
 * whose periods overlap may tell the same money: then the sum is a range. What was spent so far is
 * no amount of the whole, and some publish it anew, added up, under a
 * later date each time. Only one currency can be summed. */

bool sel_iati_hundredths(sel_str text, int64_t *low, int64_t *high)
{
    if (sel_number_hundredths(text, low)) {
        *high = *low;
        return true;
    }
    size_t point = sel_str_find(text, SEL_STR("."));
    sel_str rest = sel_str_part(text, point + 1, text.len);
    for (size_t i = 0; i < rest.len; i++)
        if (rest.ptr[i] < '0' || rest.ptr[i] > '9')
            return false;
    if (rest.len < 3 || !sel_number_hundredths(sel_str_part(text, 0, point + 3), low))
        return false;
    *high = *low;
    if (text.ptr[0] == '-')
        *low -= 1;
    else
        *high += 1;
    return true;
}

bool sel_iati_is_currency(sel_str code)
{
    bool letters = code.len == 3;
    for (size_t i = 0; i < code.len && letters; i++)
        letters = code.ptr[i] >= 'A' && code.ptr[i] <= 'Z';
    return letters;
}

sel_str sel_iati_currency(const sel_iati_reading *in, const sel_xml_element *value)
{
    sel_str own = sel_xml_value(value, "currency");
    return own.len > 0 ? own : in->currency;
}

/* A sum of values, as long as it can be made. */
typedef struct total {
    int64_t low;
    int64_t high;
    sel_str currency;
    uint32_t count;
    bool broken; /* a value cannot be added, and it was said why */
    sel_text raw;
    const sel_xml_element *first;
} total;

enum { RAW_VALUES = 8 };

static void break_total(const sel_iati_reading *in, total *sum, const char *code,
                        const sel_xml_element *value, sel_str found)
{
    sum->broken = true;
    sel_iati_issue(in, code, value, found);
}

static void add_raw(total *sum, sel_str written, sel_str currency)
{
    if (sum->count > RAW_VALUES)
        return;
    if (sum->count == RAW_VALUES)
        sel_text_add(&sum->raw, SEL_STR(" + ..."));
    else
        sel_text_printf(&sum->raw, "%s%.*s %.*s", sum->count > 0 ? " + " : "", SEL_STR_ARG(written),
                        SEL_STR_ARG(currency));
}

static void add_value(const sel_iati_reading *in, total *sum, const sel_xml_element *parent)
{
    const sel_xml_element *value = sel_xml_find(parent->children, "value");
    if (value == NULL) {
        break_total(in, sum, "W_AMOUNT_UNREAD", parent, (sel_str){0});
        return;
    }
    sel_str currency = sel_iati_currency(in, value);
    add_raw(sum, value->text, currency);
    if (sum->first == NULL) {
        sum->first = value;
        sum->currency = currency;
    }
    sum->count += 1;
    int64_t low;
    int64_t high;
    if (!sel_iati_hundredths(value->text, &low, &high))
        break_total(in, sum, "W_AMOUNT_UNREAD", value, value->text);
    else if (currency.len == 0)
        break_total(in, sum, "W_CURRENCY_MISSING", value, value->text);
    else if (!sel_iati_is_currency(currency))
        break_total(in, sum, "W_CURRENCY_UNKNOWN", value, currency);
    else if (!sel_str_equal(currency, sum->currency))
        break_total(in, sum, "W_CURRENCIES_SEVERAL", value, currency);
    else if (__builtin_add_overflow(sum->low, low, &sum->low) ||
             __builtin_add_overflow(sum->high, high, &sum->high))
        break_total(in, sum, "W_AMOUNT_UNREAD", value, value->text);
}

/* --- budgets --- */

typedef struct budget {
    const sel_xml_element *element;
    sel_days start;
    sel_days end;
    bool revised;
    uint32_t ordinal;
} budget;

static sel_days period_day(const sel_xml_element *element, const char *name)
{
    const sel_xml_element *day = sel_xml_find(element->children, name);
    sel_days days = {0};
    if (day != NULL)
        sel_date_read(sel_xml_value(day, "iso-date"), &days);
    return days;
}

static int by_period(const void *a, const void *b)
{
    const budget *left = a;
    const budget *right = b;
    if (left->start.earliest != right->start.earliest)
        return left->start.earliest < right->start.earliest ? -1 : 1;
    if (left->end.earliest != right->end.earliest)
        return left->end.earliest < right->end.earliest ? -1 : 1;
    if (left->revised != right->revised)
        return left->revised ? -1 : 1;
    return left->ordinal < right->ordinal ? -1 : 1;
}

static bool is_dated(const budget *one)
{
    return one->start.known && one->end.known;
}

/* Days that revised budgets say without a gap. */
typedef struct revision {
    int64_t first;
    int64_t last;
} revision;

/* Move on, in budgets by their first days, to what is revised around the first day of original:
 * each call with a later one. Whether it covers the whole of it. */
static bool is_revised_at(const budget *list, uint32_t count, uint32_t *next, revision *at,
                          const budget *original)
{
    for (; *next < count; *next += 1) {
        const budget *one = &list[*next];
        if (!one->revised || !is_dated(one))
            continue;
        if (one->start.earliest > at->last + 1) {
            if (one->start.earliest > original->start.earliest)
                break;
            at->first = one->start.earliest;
            at->last = one->end.earliest;
        } else if (one->end.earliest > at->last) {
            at->last = one->end.earliest;
        }
    }
    return at->first <= original->start.earliest && at->last >= original->end.earliest;
}

/* A type that is none is said; none at all is an original one. */
static bool is_revised(const sel_iati_reading *in, const sel_xml_element *element)
{
    sel_str code = sel_iati_code(in, SEL_IATI_BUDGET_TYPE, element, "type");
    if (code.len == 0 && sel_xml_value(element, "type").len > 0)
        sel_iati_issue(in, "N_BUDGET_TYPE", element, sel_xml_value(element, "type"));
    return sel_str_is(code, "2");
}

/* Budgets, or the planned disbursements that say the same of payments. */
static uint32_t list_budgets(const sel_iati_reading *in, const char *name, budget **list)
{
    uint32_t count = 0;
    uint32_t room = 0;
    for (const sel_xml_element *one = sel_iati_find(in, name); one != NULL;
         one = sel_xml_find(one->next, name)) {
        *list = sel_arena_one_more(in->arena, *list, count, &room, sizeof **list);
        (*list)[count] = (budget){
            .element = one,
            .start = period_day(one, "period-start"),
            .end = period_day(one, "period-end"),
            .revised = is_revised(in, one),
            .ordinal = count,
        };
        count += 1;
    }
    return count;
}

/* --- budgets whose periods overlap --- */

/* Budgets that overlap in time, in a row by their first days. They may tell the same money, a year
 * and its quarters, or not: their sum is the most, the largest of one period the least. */
typedef struct bundle {
    int64_t last;   /* last day so far */
    int64_t sum;    /* of all */
    int64_t most;   /* of one period */
    int64_t period; /* of the period being added up */
    bool overlaps;
} bundle;

static int64_t saturated(int64_t sum, int64_t more)
{
    int64_t both;
    bool over = __builtin_add_overflow(sum, more, &both);
    return !over ? both : more > 0 ? INT64_MAX : INT64_MIN;
}

/* What the least sum is to be lowered by. */
static int64_t perhaps_twice(const bundle *of)
{
    return of->overlaps && of->sum > of->most && of->most > 0 ? of->sum - of->most : 0;
}

static bool same_period(const budget *a, const budget *b)
{
    return a->start.earliest == b->start.earliest && a->end.earliest == b->end.earliest;
}

/* Put one into the bundle, or begin another when it starts on the last day or later; what the
 * bundle that ended may tell twice. */
static int64_t bundle_up(const sel_iati_reading *in, bundle *of, const budget *before,
                         const budget *one, int64_t value)
{
    int64_t twice = 0;
    bool same = before != NULL && same_period(before, one);
    if (before == NULL || (!same && one->start.earliest >= of->last)) {
        twice = perhaps_twice(of);
        *of = (bundle){.last = one->end.earliest, .most = INT64_MIN};
    } else if (!same && !of->overlaps) {
        of->overlaps = true;
        sel_iati_issue(in, "W_BUDGETS_OVERLAP", one->element, (sel_str){0});
    }
    of->period = same ? saturated(of->period, value) : value;
    of->sum = saturated(of->sum, value);
    of->most = of->period > of->most ? of->period : of->most;
    of->last = one->end.earliest > of->last ? one->end.earliest : of->last;
    return twice;
}

/* Whether some original budget gave way to a revised one. */
static bool sum_budgets(const sel_iati_reading *in, const char *name, total *sum)
{
    budget *list = NULL;
    uint32_t count = list_budgets(in, name, &list);
    if (count > 1)
        qsort(list, count, sizeof *list, by_period);
    bool replaced = false;
    uint32_t next = 0;
    revision at = {.first = INT64_MAX, .last = INT64_MIN / 2};
    bool whole = strcmp(name, "budget") == 0; /* disbursements may well overlap */
    const budget *before = NULL;
    bundle overlapping = {0};
    int64_t twice = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool dated = is_dated(&list[i]);
        int64_t low = sum->low;
        if (dated && !list[i].revised && is_revised_at(list, count, &next, &at, &list[i])) {
            replaced = true;
            continue;
        }
        add_value(in, sum, list[i].element);
        if (!dated || !whole || sum->broken)
            continue;
        twice = saturated(twice, bundle_up(in, &overlapping, before, &list[i], sum->low - low));
        before = &list[i];
    }
    twice = saturated(twice, perhaps_twice(&overlapping));
    sum->low = sum->low > twice ? sum->low - twice : sum->low;
    return replaced;
}

static void sum_transactions(const sel_iati_reading *in, uint8_t type, total *sum)
{
    for (uint32_t i = 0; i < in->transaction_count; i++)
        if (in->transactions[i].type == type)
            add_value(in, sum, in->transactions[i].element);
}

/* IATI TransactionType: 3 disbursement, 4 expenditure. */
static bool has_spending(const sel_iati_reading *in)
{
    for (uint32_t i = 0; i < in->transaction_count; i++)
        if (in->transactions[i].type == 3 || in->transactions[i].type == 4)
            return true;
    return false;
}

/* Take the sum as the activity's money; false when it says nothing usable. */
static bool settle(sel_iati_reading *in, total *sum, const char *rule)
{
    if (sum->count == 0 || sum->broken)
        return false;
    if (sum->low <= 0) {
        sel_iati_issue(in, sum->high < 0 ? "W_AMOUNT_NEGATIVE" : "N_AMOUNT_ZERO", sum->first,
                       sel_text_str(&sum->raw));
        return false;
    }
    in->record.money = (sel_money){
        .low = sum->low, .high = sum->high, .known = true, .raw = sel_text_str(&sum->raw)};
    memcpy(in->record.money.currency, sum->currency.ptr, 3);
    sel_iati_field(in, "amount", sum->first, in->record.money.raw, rule);
    return true;
}

/* Outgoing commitments (2), else incoming ones (11); false when there are none. */
static bool take_commitments(sel_iati_reading *in)
{
    total outgoing = {.raw = {.arena = in->arena}};
    sum_transactions(in, 2, &outgoing);
    if (outgoing.count > 0 || outgoing.broken) {
        settle(in, &outgoing, "commitments");
        return true;
    }
    total incoming = {.raw = {.arena = in->arena}};
    sum_transactions(in, 11, &incoming);
    settle(in, &incoming, "incoming-commitments");
    return incoming.count > 0 || incoming.broken;
}

void sel_iati_money(sel_iati_reading *in)
{
    total budgets = {.raw = {.arena = in->arena}};
    bool replaced = sum_budgets(in, "budget", &budgets);
    if (settle(in, &budgets, replaced ? "revised-budgets" : "budgets"))
        return;
    in->record.money.raw = sel_text_str(&budgets.raw);
    bool said = budgets.count > 0 || budgets.broken;
    if (take_commitments(in) || said)
        return;
    total planned = {.raw = {.arena = in->arena}};
    sum_budgets(in, "planned-disbursement", &planned);
    settle(in, &planned, "planned-disbursements");
    if (planned.count == 0 && !planned.broken && has_spending(in))
        sel_iati_missing(in, "N_SPENDING_ONLY", "transaction");
}
