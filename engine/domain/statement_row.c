#include "domain/statement_row.h"

#include "base/number.h"

uint32_t sel_stated_item(const sel_stated_row *of, const char *field)
{
    const sel_questionnaire *questionnaire = of->response->questionnaire;
    char name[96];
    snprintf(name, sizeof name, "%s_%u_%s", of->prefix, of->number, field);
    uint32_t item = sel_questionnaire_item(questionnaire, sel_str_of(name));
    if (item == SEL_NONE)
        return SEL_NONE;
    /* The form of donors has requests of the same names: those they received. */
    snprintf(name, sizeof name, "%s.%u.%s", of->prefix, of->number, field);
    return sel_str_is(questionnaire->items[item].aspect, name) ? item : SEL_NONE;
}

bool sel_stated_is_asked(const sel_stated_row *of, const char *field)
{
    return sel_stated_item(of, field) != SEL_NONE;
}

static const sel_answer *any_answer(const sel_stated_row *of, const char *field)
{
    uint32_t item = sel_stated_item(of, field);
    return item == SEL_NONE ? NULL : sel_response_answer(of->response, item);
}

const sel_answer *sel_stated_answer(const sel_stated_row *of, const char *field)
{
    const sel_answer *answer = any_answer(of, field);
    return answer == NULL || answer->kind != SEL_ANSWER_VALUE ? NULL : answer;
}

bool sel_stated_does_not_apply(const sel_stated_row *of, const char *field)
{
    const sel_answer *answer = any_answer(of, field);
    return answer != NULL && answer->kind == SEL_ANSWER_NOT_APPLICABLE;
}

sel_str sel_stated_text(const sel_stated_row *of, const char *field)
{
    const sel_answer *answer = sel_stated_answer(of, field);
    return answer == NULL ? (sel_str){0} : answer->text;
}

sel_days sel_stated_days(const sel_stated_row *of, const char *field)
{
    return sel_answer_days(any_answer(of, field));
}

int8_t sel_stated_truth(const sel_stated_row *of, const char *field)
{
    return sel_answer_truth(any_answer(of, field));
}

uint16_t sel_stated_mask(const sel_stated_row *of, const char *field, sel_stated_find *find)
{
    sel_str rest = sel_stated_text(of, field);
    sel_str part;
    uint16_t mask = 0;
    while (sel_str_next(&rest, ' ', &part)) {
        int number = find(part);
        if (number >= 0)
            mask = (uint16_t)(mask | 1U << number);
    }
    return mask;
}

sel_money sel_stated_money(const sel_stated_row *of, sel_arena *arena)
{
    sel_money money = {.raw = sel_stated_text(of, "amount")};
    sel_str currency = sel_stated_text(of, "currency");
    if (!sel_number_hundredths(money.raw, &money.low) || money.low < 0 ||
        !sel_currency_read(currency, money.currency))
        return money;
    money.high = money.low;
    money.known = true;
    money.raw = sel_str_copy(arena, money.raw);
    return money;
}
