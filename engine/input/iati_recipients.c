#include "base/text.h"
#include "input/iati_share.h"

/* Where an activity works: countries and regions of one vocabulary, from the activity itself, else
 * from its transactions, else the default country. Shares are normalised over all of them by
 * largest remainder; the share of an unknown country stays unstated. */

typedef struct place {
    sel_str code; /* empty: unknown, its share is nobody's */
    const sel_xml_element *element;
    uint64_t ppm;       /* from a percentage */
    bool stated;        /* it had a percentage */
    int64_t commitment; /* hundredths, from transactions */
    int64_t spending;
} place;

typedef struct places {
    place *list;
    uint32_t count;
    uint32_t room;
    sel_iati_percentages percentages;
    sel_str currency; /* of the transactions' values */
    bool currencies_differ;
} places;

/* Number of a country by its two letters in either case; never an organisation's ("AU"). */
static uint32_t find_iso2(const sel_geography *geography, sel_str code)
{
    char letters[2];
    for (int i = 0; i < 2; i++)
        letters[i] = (char)(code.ptr[i] >= 'a' && code.ptr[i] <= 'z' ? code.ptr[i] - 'a' + 'A'
                                                                     : code.ptr[i]);
    return sel_geography_iso2(geography, (sel_str){letters, 2});
}

/* Without a code the name counts. */
static sel_str country_code(const sel_iati_reading *in, const sel_xml_element *country)
{
    const sel_geography *geography = &in->reference->geography;
    sel_str code = sel_xml_value(country, "code");
    sel_str written = code.len > 0 ? code : sel_iati_text(in, country);
    uint32_t found =
        written.len == 2 ? find_iso2(geography, written) : sel_geography_find(geography, written);
    if (found == SEL_NONE) {
        sel_iati_issue(in, "W_COUNTRY_UNKNOWN", country, written);
        return (sel_str){0};
    }
    if (!sel_str_equal(written, geography->recipients[found].iso2))
        sel_iati_issue(in, "N_COUNTRY_CODE", country, written);
    return geography->recipients[found].code;
}

static sel_str region_code(const sel_iati_reading *in, const sel_xml_element *region)
{
    const sel_geography *geography = &in->reference->geography;
    sel_str code = sel_xml_value(region, "code");
    if (code.len == 0)
        code = sel_iati_text(in, region);
    if (code.len == 0) {
        sel_iati_issue(in, "W_REGION_UNKNOWN", region, code);
        return code;
    }
    uint32_t body = sel_geography_code(geography, code);
    if (body != SEL_NONE && geography->recipients[body].body)
        return geography->recipients[body].code;
    return sel_str_printf(in->arena, "R:%.*s", SEL_STR_ARG(code));
}

static bool is_country(const sel_xml_element *element)
{
    return strcmp(element->name, "recipient-country") == 0;
}

static bool is_region(const sel_xml_element *element)
{
    return strcmp(element->name, "recipient-region") == 0;
}

/* --- one vocabulary of regions, never several --- */

static sel_str vocabulary_of(const sel_xml_element *region)
{
    sel_str vocabulary = sel_xml_value(region, "vocabulary");
    return vocabulary.len == 0 ? SEL_STR("1") : vocabulary;
}

/* The vocabulary in use after region was seen: 1 (OECD DAC) before 2 (UN) before the first other.
 */
static void choose_vocabulary(const sel_xml_element *region, sel_str *chosen)
{
    sel_str one = vocabulary_of(region);
    bool better = sel_str_is(one, "1") || (sel_str_is(one, "2") && !sel_str_is(*chosen, "1"));
    if (chosen->len == 0 || better)
        *chosen = one;
}

static sel_str chosen_vocabulary(const sel_xml_element *within, sel_str chosen)
{
    for (const sel_xml_element *one = within->children; one != NULL; one = one->next)
        if (is_region(one))
            choose_vocabulary(one, &chosen);
    return chosen;
}

/* Whether a child names a place in the chosen vocabulary; the others are reported. */
static bool names_place(const sel_iati_reading *in, const sel_xml_element *child,
                        sel_str vocabulary)
{
    if (is_country(child))
        return true;
    if (!is_region(child))
        return false;
    if (sel_str_equal(vocabulary_of(child), vocabulary))
        return true;
    sel_iati_issue(in, "N_REGION_VOCABULARY", child, vocabulary_of(child));
    return false;
}

/* --- collecting --- */

/* The entry for an element's place, new or of the same code; NULL when the list is full. */
static place *place_of(sel_iati_reading *in, places *all, const sel_xml_element *element)
{
    sel_str code = is_country(element) ? country_code(in, element) : region_code(in, element);
    for (uint32_t i = 0; i < all->count; i++)
        if (sel_str_equal(all->list[i].code, code))
            return &all->list[i];
    if (all->count == SEL_IATI_LIST_MAX) {
        sel_iati_issue(in, "W_TOO_MANY", element, code);
        return NULL;
    }
    all->list = sel_arena_one_more(in->arena, all->list, all->count, &all->room, sizeof(place));
    all->list[all->count] = (place){.code = code, .element = element};
    return &all->list[all->count++];
}

static void collect_stated(sel_iati_reading *in, places *all)
{
    sel_str vocabulary = chosen_vocabulary(in->activity, (sel_str){0});
    for (const sel_xml_element *one = in->activity->children; one != NULL; one = one->next) {
        if (!names_place(in, one, vocabulary))
            continue;
        place *here = place_of(in, all, one);
        uint64_t ppm;
        if (here == NULL)
            continue;
        here->stated |= sel_iati_percentage(in, one, &all->percentages, &ppm);
        here->ppm += ppm;
    }
}

static void add_saturated(int64_t *sum, int64_t more)
{
    if (__builtin_add_overflow(*sum, more, sum))
        *sum = more > 0 ? INT64_MAX : INT64_MIN;
}

/* Put a transaction's value to one of its places. */
static void add_value(const sel_iati_reading *in, places *all, place *here,
                      const sel_xml_element *transaction, int64_t sharers)
{
    sel_str type = sel_iati_transaction_type(transaction);
    bool commitment = sel_str_is(type, "2") || sel_str_is(type, "11");
    bool spending = sel_str_is(type, "3") || sel_str_is(type, "4");
    int64_t value;
    sel_str currency;
    if (sharers == 0 || (!commitment && !spending) ||
        !sel_iati_value(in, transaction, &value, &currency))
        return;
    if (all->currency.len == 0)
        all->currency = currency;
    all->currencies_differ |= !sel_str_equal(all->currency, currency);
    add_saturated(commitment ? &here->commitment : &here->spending, value / sharers);
}

static void collect_from_transaction(sel_iati_reading *in, places *all,
                                     const sel_xml_element *transaction, sel_str vocabulary)
{
    int64_t sharers = 0;
    for (const sel_xml_element *one = transaction->children; one != NULL; one = one->next)
        sharers +=
            is_country(one) || (is_region(one) && sel_str_equal(vocabulary_of(one), vocabulary));
    for (const sel_xml_element *one = transaction->children; one != NULL; one = one->next) {
        place *here = names_place(in, one, vocabulary) ? place_of(in, all, one) : NULL;
        if (here != NULL)
            add_value(in, all, here, transaction, sharers);
    }
}

static void collect_from_transactions(sel_iati_reading *in, places *all)
{
    sel_str vocabulary = {0};
    for (const sel_xml_element *one = sel_iati_find(in, "transaction"); one != NULL;
         one = sel_xml_find(one->next, "transaction"))
        vocabulary = chosen_vocabulary(one, vocabulary);
    for (const sel_xml_element *one = sel_iati_find(in, "transaction"); one != NULL;
         one = sel_xml_find(one->next, "transaction"))
        collect_from_transaction(in, all, one, vocabulary);
}

/* --- weights --- */

/* Weights from percentages: what is given, and for those without one an equal part of what the
 * given ones leave. False: nothing usable is given. */
static bool weigh_percentages(const places *all, uint64_t *weights)
{
    uint64_t sum = all->percentages.sum;
    if (sum == 0 || (all->percentages.missing > 0 && sum >= SEL_PPM))
        return false;
    uint32_t without = 0;
    for (uint32_t i = 0; i < all->count; i++)
        without += !all->list[i].stated;
    for (uint32_t i = 0; i < all->count; i++)
        weights[i] = all->list[i].stated ? all->list[i].ppm : (SEL_PPM - sum) / without;
    return true;
}

/* Weights from the transactions' commitments, else from what was spent, when these are positive
 * for every place and in one currency; scaled so that no product overflows. */
static bool weigh_values(const places *all, uint64_t *weights)
{
    bool committed = !all->currencies_differ;
    bool spent = !all->currencies_differ;
    for (uint32_t i = 0; i < all->count; i++) {
        committed &= all->list[i].commitment > 0;
        spent &= all->list[i].spending > 0;
    }
    if (!committed && !spent)
        return false;
    int64_t most = 1;
    for (uint32_t i = 0; i < all->count; i++) {
        const place *one = &all->list[i];
        weights[i] = (uint64_t)(committed ? one->commitment : one->spending);
        most = (int64_t)weights[i] > most ? (int64_t)weights[i] : most;
    }
    const int64_t limit = INT64_MAX / SEL_PPM;
    uint64_t divisor = (uint64_t)(most / limit + 1);
    for (uint32_t i = 0; i < all->count; i++)
        weights[i] /= divisor;
    return true;
}

static void write_shares(sel_iati_reading *in, const places *all, const uint64_t *weights,
                         bool stated)
{
    uint32_t *ppm = sel_arena_array(in->arena, all->count, sizeof *ppm);
    sel_recipient_share *shares = sel_arena_array(in->arena, all->count, sizeof *shares);
    sel_ppm_split(weights, all->count, SEL_PPM, ppm);
    uint32_t n = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        const place *one = &all->list[i];
        if (ppm[i] == 0 && one->code.len > 0)
            sel_iati_issue(in, "N_PERCENT_ZERO", one->element, one->code);
        else if (one->code.len > 0)
            shares[n++] = (sel_recipient_share){
                .code = one->code,
                .ppm = ppm[i],
                .stated = stated && (one->stated || all->percentages.given == 0),
                .depth = SEL_DEPTH_NO_NOTION,
            };
    }
    in->record.recipients = shares;
    in->record.recipient_count = n;
}

/* Codes and percentages as they stand in the file, the first few. */
static sel_str written_places(const sel_iati_reading *in, const places *all)
{
    enum { SHOWN = 10 };
    sel_text text = {.arena = in->arena};
    for (uint32_t i = 0; i < all->count && i < SHOWN; i++) {
        sel_str percentage = sel_xml_value(all->list[i].element, "percentage");
        sel_text_printf(&text, "%s%.*s", i > 0 ? "; " : "",
                        SEL_STR_ARG(sel_xml_value(all->list[i].element, "code")));
        if (percentage.len > 0)
            sel_text_printf(&text, " %.*s", SEL_STR_ARG(percentage));
    }
    if (all->count > SHOWN)
        sel_text_add(&text, SEL_STR("; ..."));
    return sel_text_str(&text);
}

static void settle_stated(sel_iati_reading *in, const places *all)
{
    uint64_t *weights = sel_arena_array(in->arena, all->count, sizeof *weights);
    const sel_xml_element *first = all->list[0].element;
    sel_iati_check_sum(in, first, &all->percentages);
    bool weighed = weigh_percentages(all, weights);
    const char *rule = !weighed && all->count > 1                   ? "equal-shares"
                       : weighed && all->percentages.sum != SEL_PPM ? "normalised"
                                                                    : "as-written";
    sel_iati_field(in, "recipient", first, written_places(in, all), rule);
    write_shares(in, all, weights, weighed || all->count == 1);
}

static void settle_from_transactions(sel_iati_reading *in, const places *all)
{
    uint64_t *weights = sel_arena_array(in->arena, all->count, sizeof *weights);
    const sel_xml_element *first = all->list[0].element;
    bool weighed = weigh_values(all, weights) || all->count == 1;
    sel_iati_issue(in, "N_PLACE_FROM_TRANSACTIONS", first, (sel_str){0});
    sel_iati_field(in, "recipient", first, written_places(in, all),
                   weighed ? "transaction-values" : "equal-shares");
    write_shares(in, all, weights, weighed);
}

static void take_default(sel_iati_reading *in)
{
    if (in->options->default_country == NULL) {
        sel_iati_missing(in, "W_NO_PLACE", "recipient-country");
        return;
    }
    sel_recipient_share *share = sel_arena_array(in->arena, 1, sizeof *share);
    *share = (sel_recipient_share){.code = sel_str_of(in->options->default_country),
                                   .ppm = SEL_PPM,
                                   .depth = SEL_DEPTH_NO_NOTION};
    in->record.recipients = share;
    in->record.recipient_count = 1;
    sel_iati_field(in, "recipient", NULL, (sel_str){0}, "default-country");
}

void sel_iati_recipients(sel_iati_reading *in)
{
    places all = {0};
    collect_stated(in, &all);
    if (all.count > 0) {
        settle_stated(in, &all);
        return;
    }
    collect_from_transactions(in, &all);
    if (all.count > 0)
        settle_from_transactions(in, &all);
    else
        take_default(in);
}
