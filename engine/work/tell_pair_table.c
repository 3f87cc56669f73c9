/* Pairs for machines: every factor as a fraction of whole numbers, so that a reader can multiply
 * them out. Column names are those of method and README. */
#include "analysis/place_share.h"
#include "base/text.h"
#include "work/tell.h"
#include "work/tell_pairs.h"

static const struct {
    const char *id;
    sel_column_type type;
    bool bounds;
} pair_columns[] = {
    {"list", SEL_COLUMN_TEXT, false},
    {"group", SEL_COLUMN_TEXT, false},
    {"a", SEL_COLUMN_TEXT, false},
    {"title_a", SEL_COLUMN_TEXT, false},
    {"donors_a", SEL_COLUMN_TEXT, false},
    {"b", SEL_COLUMN_TEXT, false},
    {"title_b", SEL_COLUMN_TEXT, false},
    {"donors_b", SEL_COLUMN_TEXT, false},
    {"class", SEL_COLUMN_TEXT, false},
    {"phase", SEL_COLUMN_TEXT, false},
    {"places", SEL_COLUMN_TEXT, false},
    {"score", SEL_COLUMN_PERCENT, true},
    {"contained", SEL_COLUMN_PERCENT, true},
    {"factors", SEL_COLUMN_INTEGER, false},
    {"days_together", SEL_COLUMN_INTEGER, true},
    {"beyond_need", SEL_COLUMN_PERCENT, true},
    {"certainty", SEL_COLUMN_TEXT, false},
    {"reading_number", SEL_COLUMN_INTEGER, false},
    {"reading", SEL_COLUMN_TEXT, false},
    {"reply_state", SEL_COLUMN_TEXT, false},
    {"coordination_keys", SEL_COLUMN_INTEGER, false},
    {"same_implementer", SEL_COLUMN_INTEGER, false},
};

/* What S_c and T multiply out from; after the columns above. */
static const char *const number_columns[] = {
    "c_low",          "c_high",      "c_whole",        "d_days_low",      "d_days_high",
    "d_length",       "a_part",      "a_whole",        "g_part",          "g_whole",
    "s_low_ppm",      "s_high_ppm",  "ta_inside_low",  "ta_outside_low",  "ta_days_low",
    "ta_length_low",  "ta_low_ppm",  "ta_inside_high", "ta_outside_high", "ta_days_high",
    "ta_length_high", "ta_high_ppm", "tb_inside_low",  "tb_outside_low",  "tb_days_low",
    "tb_length_low",  "tb_low_ppm",  "tb_inside_high", "tb_outside_high", "tb_days_high",
    "tb_length_high", "tb_high_ppm", "red_low_ppm",    "red_high_ppm",    "unknown_ppm",
    "k_low_ppm",      "k_high_ppm",
};

static const char *const money_columns[] = {"money_low",     "money_high",   "budget_a_low",
                                            "budget_a_high", "budget_b_low", "budget_b_high"};

static void columns(sel_table *table)
{
    for (size_t i = 0; i < sizeof pair_columns / sizeof pair_columns[0]; i++)
        sel_table_column(table, (sel_column){.id = pair_columns[i].id,
                                             .label = sel_str_of(pair_columns[i].id),
                                             .type = pair_columns[i].type,
                                             .bounds = pair_columns[i].bounds,
                                             .readers = SEL_FOR_MACHINES});
    for (size_t i = 0; i < sizeof number_columns / sizeof number_columns[0]; i++)
        sel_table_column(table, (sel_column){.id = number_columns[i],
                                             .label = sel_str_of(number_columns[i]),
                                             .type = SEL_COLUMN_INTEGER,
                                             .readers = SEL_FOR_MACHINES});
    for (size_t i = 0; i < sizeof money_columns / sizeof money_columns[0]; i++)
        sel_table_column(table, (sel_column){.id = money_columns[i],
                                             .label = sel_str_of(money_columns[i]),
                                             .type = SEL_COLUMN_MONEY,
                                             .readers = SEL_FOR_MACHINES});
}

const char *sel_tell_list_code(sel_overlap_list list)
{
    static const char *const codes[SEL_OVERLAP_LISTS] = {"pipeline", "running", "past",
                                                         "within-donor"};
    return codes[list];
}

/* "KHM/D1.2 VNM/D1.2": where both work. */
static sel_str places_text(const sel_context *context, const sel_study_programme *a,
                           const sel_study_programme *b, sel_arena *arena)
{
    const sel_reference *reference = &context->reference;
    sel_text text = {.arena = arena};
    for (uint32_t i = 0, j = 0; sel_place_next_common(a, b, &i, &j); i++, j++) {
        const sel_study_place *here = &a->places[i];
        sel_text_printf(&text, "%s%.*s/%.*s", text.len == 0 ? "" : " ",
                        SEL_STR_ARG(reference->geography.recipients[here->recipient].code),
                        SEL_STR_ARG(reference->taxonomy.capabilities[here->capability].code));
    }
    return sel_text_str(&text);
}

static void range(sel_table *table, uint32_t low_ppm, uint32_t high_ppm)
{
    if (low_ppm == high_ppm)
        sel_cell_percent(table, low_ppm / 1e6);
    else
        sel_cell_interval(table, low_ppm / 1e6, high_ppm / 1e6);
}

static uint32_t larger(uint32_t x, uint32_t y)
{
    return x > y ? x : y;
}

static void side(const sel_study *study, sel_table *table, uint32_t programme)
{
    sel_cell_text(table, sel_study_address(study, programme, table->arena));
    sel_cell_text(table, study->programmes[programme].title);
    sel_cell_text(table, sel_tell_donors(study, programme, table->arena));
}

static void red_cell(const sel_context *context, sel_table *table, const sel_overlap_pair *pair)
{
    if (pair->need_known)
        range(table, pair->red_low_ppm, pair->red_high_ppm);
    else
        sel_cell_missing(table, "need-unknown", sel_tell_word(context, "why.need-unknown"));
}

static void facts(const sel_context *context, const sel_assessment *assessment, sel_table *table,
                  const sel_pair_row *row, const char *list)
{
    static const char *const phases[] = {"pipeline", "running", "past"};
    static const char *const states[] = {"not-shown", "shown", "agreed", "disputed", "confirmed"};
    const sel_study *study = assessment->study;
    const sel_overlap_pair *pair = row->pair;
    sel_cell_text(table, sel_str_of(list));
    sel_cell_text(table, row->container == SEL_NONE
                             ? (sel_str){0}
                             : sel_study_address(study, row->container, table->arena));
    side(study, table, pair->a);
    side(study, table, pair->b);
    sel_cell_text(table, SEL_STR("overlap"));
    sel_cell_text(table, sel_str_of(phases[pair->phase]));
    sel_cell_text(table, places_text(context, &study->programmes[pair->a],
                                     &study->programmes[pair->b], table->arena));
    range(table, pair->s_low_ppm, pair->s_high_ppm);
    range(table, larger(pair->t_a_low_ppm, pair->t_b_low_ppm),
          larger(pair->t_a_high_ppm, pair->t_b_high_ppm));
    sel_cell_integer(table, pair->factors);
    if (pair->days_low == pair->days_high)
        sel_cell_integer(table, pair->days_low);
    else
        sel_cell_interval(table, pair->days_low, pair->days_high);
    red_cell(context, table, pair);
    sel_cell_text(table, sel_str_of(pair->certain ? "certain" : "possible"));
    sel_cell_integer(table, (int64_t)pair->reading);
    sel_cell_text(table, sel_tell_pair_reading(context, pair, table->arena));
    sel_cell_text(
        table,
        sel_str_of(states[sel_reply_state_of(&assessment->replies, study, pair->a, pair->b)]));
    sel_cell_integer(table, pair->coordination_keys);
    sel_cell_integer(table, pair->same_implementer);
}

static void containment(sel_table *table, const sel_containment *t, uint32_t ppm)
{
    sel_cell_integer(table, t->inside);
    sel_cell_integer(table, t->outside);
    sel_cell_integer(table, t->days);
    sel_cell_integer(table, t->length);
    sel_cell_integer(table, ppm);
}

static void numbers(sel_table *table, const sel_overlap_pair *pair, const sel_overlap_terms *terms)
{
    sel_cell_integer(table, terms->low.c);
    sel_cell_integer(table, terms->high.c);
    sel_cell_integer(table, SEL_EFFORT_WHOLE);
    sel_cell_integer(table, terms->low.days);
    sel_cell_integer(table, terms->high.days);
    sel_cell_integer(table, terms->length);
    sel_cell_integer(table, terms->kinds.part);
    sel_cell_integer(table, terms->kinds.whole);
    sel_cell_integer(table, terms->for_whom.part);
    sel_cell_integer(table, terms->for_whom.whole);
    sel_cell_integer(table, pair->s_low_ppm);
    sel_cell_integer(table, pair->s_high_ppm);
    containment(table, &terms->low.a_in_b, pair->t_a_low_ppm);
    containment(table, &terms->high.a_in_b, pair->t_a_high_ppm);
    containment(table, &terms->low.b_in_a, pair->t_b_low_ppm);
    containment(table, &terms->high.b_in_a, pair->t_b_high_ppm);
}

/* K = max(S_c, T*)·red; nothing is said where most of what they share is not assessed. */
static void concern(sel_table *table, const sel_overlap_pair *pair)
{
    uint64_t low = larger(pair->s_low_ppm, larger(pair->t_a_low_ppm, pair->t_b_low_ppm));
    uint64_t high = larger(pair->s_high_ppm, larger(pair->t_a_high_ppm, pair->t_b_high_ppm));
    if (!pair->need_known) {
        sel_cell_empty(table);
        sel_cell_empty(table);
    } else {
        sel_cell_integer(table, pair->red_low_ppm);
        sel_cell_integer(table, pair->red_high_ppm);
    }
    sel_cell_integer(table, pair->unknown_ppm);
    if (pair->need_unknown) {
        sel_cell_empty(table);
        sel_cell_empty(table);
    } else {
        sel_cell_integer(table, (int64_t)(low * pair->red_low_ppm / SEL_PPM));
        sel_cell_integer(table, (int64_t)(high * pair->red_high_ppm / SEL_PPM));
    }
}

static void amounts(sel_table *table, bool known, int64_t low, int64_t high)
{
    if (known) {
        sel_cell_money(table, low);
        sel_cell_money(table, high);
    } else {
        sel_cell_empty(table);
        sel_cell_empty(table);
    }
}

static void money(const sel_study *study, sel_table *table, const sel_overlap_pair *pair)
{
    const sel_study_programme *a = &study->programmes[pair->a];
    const sel_study_programme *b = &study->programmes[pair->b];
    amounts(table, pair->money_compared, pair->money_low, pair->money_high);
    amounts(table, a->money_known, a->money_low, a->money_high);
    amounts(table, b->money_known, b->money_low, b->money_high);
}

void sel_tell_pair_table(const sel_context *context, const sel_assessment *assessment,
                         sel_section *section)
{
    sel_table *table = sel_section_table(section, "pairs", sel_tell_word(context, "overlap.pairs"));
    columns(table);
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++) {
        const sel_overlap_listing *listing = &assessment->overlap.lists[list];
        const sel_pair_row *rows = sel_pair_rows(assessment, listing, table->arena);
        for (uint32_t i = 0; i < listing->count; i++) {
            const sel_overlap_pair *pair = rows[i].pair;
            sel_overlap_terms terms = sel_overlap_terms_of(assessment->study, pair->a, pair->b);
            sel_table_row(table);
            facts(context, assessment, table, &rows[i], sel_tell_list_code((sel_overlap_list)list));
            numbers(table, pair, &terms);
            concern(table, pair);
            money(assessment->study, table, pair);
        }
    }
}
