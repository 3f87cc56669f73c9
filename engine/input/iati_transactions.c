#include "base/number.h"
#include "input/iati_reading.h"

static uint8_t type_of(const sel_iati_reading *in, const sel_xml_element *transaction)
{
    const sel_xml_element *type = sel_xml_find(transaction->children, "transaction-type");
    int64_t number = 0;
    if (type == NULL)
        return 0;
    sel_str code = sel_iati_code(in, SEL_IATI_TRANSACTION_TYPE, type, "code");
    if (!sel_number_integer(code, &number))
        sel_iati_issue(in, "W_TRANSACTION_TYPE", type, sel_iati_written(type, "code"));
    return (uint8_t)number;
}

static sel_iati_transaction transaction_of(const sel_iati_reading *in,
                                           const sel_xml_element *element)
{
    const sel_xml_element *value = sel_xml_find(element->children, "value");
    sel_iati_transaction one = {.element = element, .type = type_of(in, element)};
    int64_t high;
    if (value == NULL || !sel_iati_hundredths(value->text, &one.hundredths, &high))
        return one;
    one.currency = sel_iati_currency(in, value);
    one.valued = sel_iati_is_currency(one.currency);
    return one;
}

void sel_iati_transactions(sel_iati_reading *in)
{
    sel_iati_transaction *list = NULL;
    uint32_t room = 0;
    for (const sel_xml_element *one = sel_iati_find(in, "transaction"); one != NULL;
         one = sel_xml_find(one->next, "transaction")) {
        list = sel_arena_one_more(in->arena, list, in->transaction_count, &room, sizeof *list);
        list[in->transaction_count++] = transaction_of(in, one);
    }
    in->transactions = list;
}
