#include "input/iati_parts.h"

/* Where an activity works: countries and regions of one vocabulary, from the activity itself, else
 * from its transactions, else the default country. */

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

static sel_str place_code(const sel_iati_reading *in, const sel_xml_element *element)
{
    return is_country(element) ? country_code(in, element) : region_code(in, element);
}

static void collect_stated(const sel_iati_reading *in, sel_iati_parts *places)
{
    sel_str vocabulary = chosen_vocabulary(in->activity, (sel_str){0});
    for (const sel_xml_element *one = in->activity->children; one != NULL; one = one->next)
        if (names_place(in, one, vocabulary))
            sel_iati_part_stated(in, places, place_code(in, one), one);
}

static void collect_from_transaction(const sel_iati_reading *in, sel_iati_parts *places,
                                     const sel_iati_transaction *transaction, sel_str vocabulary)
{
    const sel_xml_element *children = transaction->element->children;
    int64_t sharers = 0;
    for (const sel_xml_element *one = children; one != NULL; one = one->next)
        sharers +=
            is_country(one) || (is_region(one) && sel_str_equal(vocabulary_of(one), vocabulary));
    for (const sel_xml_element *one = children; one != NULL; one = one->next)
        if (names_place(in, one, vocabulary))
            sel_iati_part_valued(in, places, place_code(in, one), one, transaction, sharers);
}

static void collect_from_transactions(const sel_iati_reading *in, sel_iati_parts *places)
{
    sel_str vocabulary = {0};
    for (uint32_t i = 0; i < in->transaction_count; i++)
        vocabulary = chosen_vocabulary(in->transactions[i].element, vocabulary);
    for (uint32_t i = 0; i < in->transaction_count; i++)
        collect_from_transaction(in, places, &in->transactions[i], vocabulary);
}

/* --- shares --- */

static void write_shares(sel_iati_reading *in, const sel_iati_parts *places,
                         const sel_iati_division *division)
{
    uint32_t count = places->codes.count;
    sel_recipient_share *shares = sel_arena_array(in->arena, count, sizeof *shares);
    uint32_t n = 0;
    sel_iati_field(in, "recipient", places->list[0].element, sel_iati_parts_written(in, places),
                   division->rule);
    for (uint32_t i = 0; i < count; i++) {
        const sel_iati_part *one = &places->list[i];
        if (division->ppm[i] == 0 && one->code.len > 0)
            sel_iati_issue(in, "N_PERCENT_ZERO", one->element, one->code);
        else if (one->code.len > 0)
            shares[n++] = (sel_recipient_share){
                .code = one->code,
                .ppm = division->ppm[i],
                .stated = sel_iati_part_is_stated(places, one, division),
                .depth = SEL_DEPTH_NO_NOTION,
            };
    }
    in->record.recipients = shares;
    in->record.recipient_count = n;
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
    sel_iati_missing(in, "N_PLACE_DEFAULT", "recipient-country");
    sel_iati_field(in, "recipient", NULL, (sel_str){0}, "default-country");
}

void sel_iati_recipients(sel_iati_reading *in)
{
    sel_iati_parts places = {0};
    sel_iati_division division;
    collect_stated(in, &places);
    if (places.codes.count > 0) {
        division = sel_iati_divide_stated(in, &places);
        write_shares(in, &places, &division);
        return;
    }
    collect_from_transactions(in, &places);
    if (places.codes.count == 0) {
        take_default(in);
        return;
    }
    sel_iati_issue(in, "N_PLACE_FROM_TRANSACTIONS", places.list[0].element, (sel_str){0});
    division = sel_iati_divide_valued(in, &places);
    write_shares(in, &places, &division);
}
