#include "input/iati_parts.h"

#include "base/text.h"

sel_iati_part *sel_iati_part_of(const sel_iati_reading *in, sel_iati_parts *parts, sel_str code,
                                const sel_xml_element *element)
{
    uint32_t before = parts->codes.count;
    uint32_t number = sel_iati_key(&parts->codes, in->arena, code);
    if (number == SEL_NONE) {
        sel_iati_issue(in, "W_TOO_MANY", element, code);
        return NULL;
    }
    if (number == before) {
        parts->list =
            sel_arena_one_more(in->arena, parts->list, before, &parts->room, sizeof *parts->list);
        parts->list[number] = (sel_iati_part){.code = code, .element = element};
    }
    return &parts->list[number];
}

void sel_iati_part_stated(const sel_iati_reading *in, sel_iati_parts *parts, sel_str code,
                          const sel_xml_element *element)
{
    sel_iati_part *part = sel_iati_part_of(in, parts, code, element);
    uint64_t ppm;
    if (part == NULL)
        return;
    part->stated |= sel_iati_percentage(in, element, &parts->percentages, &ppm);
    part->ppm += ppm;
}

static void add_saturated(int64_t *sum, int64_t more)
{
    if (__builtin_add_overflow(*sum, more, sum))
        *sum = more > 0 ? INT64_MAX : INT64_MIN;
}

/* IATI TransactionType: 2 and 11 are commitments, 3 and 4 are spending. */
void sel_iati_part_valued(const sel_iati_reading *in, sel_iati_parts *parts, sel_str code,
                          const sel_xml_element *element, const sel_iati_transaction *transaction,
                          int64_t sharers)
{
    sel_iati_part *part = sel_iati_part_of(in, parts, code, element);
    bool commitment = transaction->type == 2 || transaction->type == 11;
    bool spending = transaction->type == 3 || transaction->type == 4;
    if (part == NULL || !transaction->valued || (!commitment && !spending))
        return;
    if (parts->currency.len == 0)
        parts->currency = transaction->currency;
    parts->currencies_differ |= !sel_str_equal(parts->currency, transaction->currency);
    add_saturated(commitment ? &part->commitment : &part->spending,
                  transaction->hundredths / sharers);
}

static bool weigh_percentages(const sel_iati_parts *parts, uint64_t *weights)
{
    uint64_t sum = parts->percentages.sum;
    if (sum == 0 || (parts->percentages.missing > 0 && sum >= SEL_PPM))
        return false;
    uint32_t without = 0;
    for (uint32_t i = 0; i < parts->codes.count; i++)
        without += !parts->list[i].stated;
    for (uint32_t i = 0; i < parts->codes.count; i++)
        weights[i] = parts->list[i].stated ? parts->list[i].ppm : (SEL_PPM - sum) / without;
    return true;
}

/* Values are scaled so that no product overflows. */
static bool weigh_values(const sel_iati_parts *parts, uint64_t *weights)
{
    bool committed = !parts->currencies_differ;
    bool spent = !parts->currencies_differ;
    for (uint32_t i = 0; i < parts->codes.count; i++) {
        committed &= parts->list[i].commitment > 0;
        spent &= parts->list[i].spending > 0;
    }
    if (!committed && !spent)
        return false;
    int64_t most = 1;
    for (uint32_t i = 0; i < parts->codes.count; i++) {
        const sel_iati_part *one = &parts->list[i];
        weights[i] = (uint64_t)(committed ? one->commitment : one->spending);
        most = (int64_t)weights[i] > most ? (int64_t)weights[i] : most;
    }
    const int64_t limit = INT64_MAX / SEL_PPM;
    uint64_t divisor = (uint64_t)(most / limit + 1);
    for (uint32_t i = 0; i < parts->codes.count; i++)
        weights[i] /= divisor;
    return true;
}

static const uint32_t *split(const sel_iati_reading *in, const uint64_t *weights, uint32_t count)
{
    uint32_t *ppm = sel_arena_array(in->arena, count, sizeof *ppm);
    sel_ppm_split(weights, count, SEL_PPM, ppm);
    return ppm;
}

sel_iati_division sel_iati_divide_stated(const sel_iati_reading *in, const sel_iati_parts *parts)
{
    uint32_t count = parts->codes.count;
    uint64_t *weights = sel_arena_array(in->arena, count, sizeof *weights);
    sel_iati_check_sum(in, parts->list[0].element, &parts->percentages);
    bool weighed = weigh_percentages(parts, weights);
    const char *rule = !weighed && count > 1                          ? "equal-shares"
                       : weighed && parts->percentages.sum != SEL_PPM ? "normalised"
                                                                      : "as-written";
    return (sel_iati_division){split(in, weights, count), weighed || count == 1, rule};
}

sel_iati_division sel_iati_divide_valued(const sel_iati_reading *in, const sel_iati_parts *parts)
{
    uint32_t count = parts->codes.count;
    uint64_t *weights = sel_arena_array(in->arena, count, sizeof *weights);
    bool weighed = weigh_values(parts, weights) || count == 1;
    const char *rule = weighed ? "transaction-values" : "equal-shares";
    return (sel_iati_division){split(in, weights, count), weighed, rule};
}

bool sel_iati_part_is_stated(const sel_iati_parts *parts, const sel_iati_part *part,
                             const sel_iati_division *division)
{
    return division->weighed && (part->stated || parts->percentages.given == 0);
}

sel_str sel_iati_parts_written(const sel_iati_reading *in, const sel_iati_parts *parts)
{
    enum { SHOWN = 10 };
    sel_text text = {.arena = in->arena};
    for (uint32_t i = 0; i < parts->codes.count && i < SHOWN; i++) {
        const sel_xml_element *element = parts->list[i].element;
        sel_str percentage = sel_xml_value(element, "percentage");
        sel_text_printf(&text, "%s%.*s", i > 0 ? "; " : "",
                        SEL_STR_ARG(sel_xml_value(element, "code")));
        if (percentage.len > 0)
            sel_text_printf(&text, " %.*s", SEL_STR_ARG(percentage));
    }
    if (parts->codes.count > SHOWN)
        sel_text_add(&text, SEL_STR("; ..."));
    return sel_text_str(&text);
}
