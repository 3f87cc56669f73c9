/* What was asked for about the weights of columns: an order of two, or bounds of one. */
#include "base/number.h"
#include "work/constraint_faults.h"
#include "work/matrix_setting.h"

static const char option[] = "--constraint";

/* Constraints, and the text that each order or bounds were written as. */
typedef struct written {
    const sel_matrix_setting *setting;
    sel_issues *issues;
    sel_weight_constraints of;
    sel_weight_order *orders;
    sel_str *order_texts;
    double *low;
    double *high;
    sel_str *bound_texts; /* empty: none */
} written;

static uint32_t find_column(const written *all, sel_str name)
{
    sel_str nearest = {0};
    uint32_t number = sel_decision_table_criterion(&all->setting->table, name, &nearest);
    if (number == SEL_NONE)
        sel_matrix_report(all->issues, option, "E_MATRIX_COLUMN", name, nearest);
    return number;
}

static bool order_known(const written *all, sel_weight_order order)
{
    for (uint32_t i = 0; i < all->of.order_count; i++)
        if (all->orders[i].more == order.more && all->orders[i].less == order.less)
            return true;
    return false;
}

static void read_order(sel_str text, sel_str more, sel_str less, written *into)
{
    sel_weight_order order = {find_column(into, more), find_column(into, less)};
    if (order.more == SEL_NONE || order.less == SEL_NONE)
        return;
    if (order.more == order.less)
        sel_matrix_report(into->issues, option, "E_MATRIX_CONSTRAINT", text, (sel_str){0});
    else if (order_known(into, order))
        sel_matrix_report(into->issues, option, "E_MATRIX_CONSTRAINT_TWICE", text, (sel_str){0});
    else {
        into->order_texts[into->of.order_count] = text;
        into->orders[into->of.order_count++] = order;
    }
}

static void read_bounds(sel_str text, sel_str name, sel_str span, written *into)
{
    double low = 0;
    double high = 0;
    uint32_t j = find_column(into, name);
    size_t dots = sel_str_find(span, SEL_STR(".."));
    bool sound = dots < span.len &&
                 sel_number_real(sel_str_trim(sel_str_part(span, 0, dots)), &low) &&
                 sel_number_real(sel_str_trim(sel_str_part(span, dots + 2, span.len)), &high) &&
                 low >= 0 && low <= high && high <= 1;
    if (!sound)
        sel_matrix_report(into->issues, option, "E_MATRIX_CONSTRAINT", text, (sel_str){0});
    else if (j != SEL_NONE && into->bound_texts[j].len > 0)
        sel_matrix_report(into->issues, option, "E_MATRIX_CONSTRAINT_TWICE", text, (sel_str){0});
    else if (j != SEL_NONE) {
        into->bound_texts[j] = text;
        into->low[j] = low;
        into->high[j] = high;
    }
}

/* A name may have marks in it: the last = says which of both it is. */
static void read_constraint(sel_str text, written *into)
{
    size_t at = text.len;
    while (at > 0 && text.ptr[at - 1] != '=')
        at--;
    bool order = at > 1 && text.ptr[at - 2] == '>';
    size_t end = at == 0 ? 0 : at - (order ? 2 : 1);
    sel_str before = sel_str_trim(sel_str_part(text, 0, end));
    sel_str after = sel_str_trim(sel_str_part(text, at, text.len));
    if (before.len == 0 || after.len == 0)
        sel_matrix_report(into->issues, option, "E_MATRIX_CONSTRAINT", text, (sel_str){0});
    else if (order)
        read_order(text, before, after, into);
    else
        read_bounds(text, before, after, into);
}

static void check_room(const written *all, sel_arena *arena)
{
    const sel_decision_table *table = &all->setting->table;
    sel_region_fault fault;
    if (sel_weight_constraints_check(&all->of, NULL, table->criterion_count, &fault, NULL) ==
        SEL_OK)
        return;
    sel_issue issue = sel_constraint_issue(&fault, &all->of, table->criteria, NULL, arena);
    issue.source = sel_str_of(option);
    if (fault.kind == SEL_REGION_CIRCLE)
        issue.found = all->order_texts[fault.order];
    if (fault.kind == SEL_REGION_CROSSED)
        issue.found = all->bound_texts[fault.criterion];
    sel_issues_add(all->issues, &issue);
}

void sel_matrix_constraints_read(const sel_wish_texts *texts, sel_arena *arena,
                                 sel_matrix_setting *setting, sel_issues *issues)
{
    uint32_t criteria = setting->table.criterion_count;
    size_t count = (size_t)texts->count;
    written all = {.setting = setting,
                   .issues = issues,
                   .orders = sel_arena_array(arena, count, sizeof *all.orders),
                   .order_texts = sel_arena_array(arena, count, sizeof *all.order_texts),
                   .low = sel_arena_array(arena, criteria, sizeof *all.low),
                   .high = sel_arena_array(arena, criteria, sizeof *all.high),
                   .bound_texts = sel_arena_array(arena, criteria, sizeof *all.bound_texts)};
    for (uint32_t j = 0; j < criteria; j++)
        all.high[j] = 1;
    all.of = (sel_weight_constraints){.low = all.low, .high = all.high};
    for (int i = 0; i < texts->count; i++)
        read_constraint(sel_str_trim(sel_str_of(texts->list[i])), &all);
    all.of.orders = all.orders;
    check_room(&all, arena);
    sel_weight_constraints *found = sel_arena_array(arena, 1, sizeof *found);
    *found = all.of;
    setting->constraints = found;
    setting->constraint_texts = *texts;
}
