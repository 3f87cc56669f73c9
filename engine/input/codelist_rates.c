#include "input/codelist_file.h"
#include "input/csv_table.h"

/* Rates being loaded; the list grows by doubling in the arena. */
typedef struct loading {
    sel_arena *arena;
    sel_exchange_rate *list;
    uint32_t count;
    uint32_t room;
} loading;

enum { DECIMALS = 6, RATES_MAX = 100000 };

/* A decimal number above 0 with at most six decimals, in millionths. */
static bool read_rate(sel_str text, int64_t *millionths)
{
    int64_t value = 0;
    int decimals = -1;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '.' && decimals < 0 && i > 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || decimals == DECIMALS || value > SEL_EXCHANGE_MAX)
            return false;
        value = value * 10 + (c - '0');
        decimals += decimals >= 0;
    }
    for (int i = decimals < 0 ? 0 : decimals; i < DECIMALS && value <= SEL_EXCHANGE_MAX; i++)
        value *= 10;
    if (decimals == 0 || value < 1 || value > SEL_EXCHANGE_MAX)
        return false;
    *millionths = value;
    return true;
}

static const char *const rate_columns[] = {"currency", "period", "per_usd", "source", NULL};

static sel_status take_rate(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    sel_exchange_rate rate = {.source = sel_str_copy(l->arena, f[3])};
    if (!sel_currency_read(f[0], rate.currency) || strcmp(rate.currency, "USD") == 0)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not a currency other than USD",
                        SEL_STR_ARG(f[0]));
    if (sel_date_read(f[1], &rate.period) != SEL_DATE_OK)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not a year, month or day",
                        SEL_STR_ARG(f[1]));
    if (!read_rate(f[2], &rate.per_usd))
        return sel_fail(err, SEL_BAD_INPUT,
                        "'%.*s' is not units for one US dollar: a number above 0 with a decimal "
                        "point and at most %d decimals",
                        SEL_STR_ARG(f[2]), DECIMALS);
    if (l->count == RATES_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "more than %d rates", RATES_MAX);
    l->list = sel_arena_one_more(l->arena, l->list, l->count, &l->room, sizeof *l->list);
    l->list[l->count++] = rate;
    return SEL_OK;
}

static bool names_currency(const loading *l, const char *currency)
{
    for (uint32_t i = 0; i < l->count; i++)
        if (strcmp(l->list[i].currency, currency) == 0)
            return true;
    return false;
}

/* Two rates for the same days cannot both hold. */
static sel_status refuse_double(const char *path, const sel_exchange *rates, sel_error *err)
{
    for (uint32_t i = 1; i < rates->count; i++) {
        const sel_exchange_rate *one = &rates->list[i - 1];
        const sel_exchange_rate *other = &rates->list[i];
        char day[SEL_DATE_ROOM];
        if (strcmp(one->currency, other->currency) != 0 ||
            one->period.earliest != other->period.earliest ||
            one->period.latest != other->period.latest)
            continue;
        sel_error_place(err, path, 0, 0);
        return sel_fail(err, SEL_BAD_INPUT, "two rates for %s and the same days from %s",
                        one->currency, sel_day_text(one->period.earliest, day));
    }
    return SEL_OK;
}

sel_status sel_reference_rates(const char *path, sel_arena *arena, sel_reference *reference,
                               sel_error *err)
{
    loading fresh = {.arena = arena};
    sel_status status = sel_csv_table_file(path, rate_columns, take_rate, &fresh, err);
    if (status != SEL_OK)
        return status;
    sel_exchange_rate *all =
        sel_arena_array(arena, (size_t)fresh.count + reference->rates.count, sizeof *all);
    uint32_t count = 0;
    for (uint32_t i = 0; i < reference->rates.count; i++)
        if (!names_currency(&fresh, reference->rates.list[i].currency))
            all[count++] = reference->rates.list[i];
    for (uint32_t i = 0; i < fresh.count; i++)
        all[count++] = fresh.list[i];
    reference->rates.count = count;
    sel_exchange_sort(&reference->rates, all);
    return refuse_double(path, &reference->rates, err);
}
