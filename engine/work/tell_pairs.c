#include "work/tell_pairs.h"

#include "base/text.h"
#include "work/answer_text.h"
#include "work/tell.h"

/* --- words --- */

const char *sel_tell_reading_word(const sel_overlap_pair *pair)
{
    static const char *const known[] = {[SEL_READ_FITS] = "reading.fits",
                                        [SEL_READ_FITS_NOTED] = "reading.fits",
                                        [SEL_READ_WATCH] = "reading.watch",
                                        [SEL_READ_TALK] = "reading.talk",
                                        [SEL_READ_TALK_FIRST] = "reading.talk-first"};
    static const char *const unknown[] = {[SEL_READ_FITS] = "reading.note",
                                          [SEL_READ_FITS_NOTED] = "reading.note",
                                          [SEL_READ_WATCH] = "reading.check-need",
                                          [SEL_READ_TALK] = "reading.talk",
                                          [SEL_READ_TALK_FIRST] = "reading.talk-first"};
    return pair->need_unknown ? unknown[pair->reading] : known[pair->reading];
}

sel_str sel_tell_pair_reading(const sel_context *context, const sel_overlap_pair *pair,
                              sel_arena *arena)
{
    const char *certainty = pair->certain ? "reading.certain" : "reading.possible";
    return sel_str_printf(arena, "%.*s (%.*s)",
                          SEL_STR_ARG(sel_tell_word(context, sel_tell_reading_word(pair))),
                          SEL_STR_ARG(sel_tell_word(context, certainty)));
}

sel_str sel_tell_donors(const sel_study *study, uint32_t programme, sel_arena *arena)
{
    const sel_study_programme *of = &study->programmes[programme];
    sel_text names = {.arena = arena};
    for (uint32_t i = 0; i < of->donor_count; i++)
        sel_text_printf(&names, "%s%.*s", i == 0 ? "" : ", ",
                        SEL_STR_ARG(study->organisations[of->donors[i]].name));
    return names.len == 0 ? SEL_STR("?") : sel_text_str(&names);
}

/* --- a list for people --- */

/** What the rows of one list have in common. */
typedef struct telling {
    const sel_context *context;
    const sel_assessment *assessment;
    sel_table *table;
} telling;

/* "Title, Donor (REGISTER:ID); begins 2026-03"; titles may be long, files have the whole. */
static sel_str programme_text(const telling *t, uint32_t programme)
{
    enum { TITLE_MOST = 80 };
    const sel_study *study = t->assessment->study;
    sel_arena *arena = t->table->arena;
    const sel_study_programme *of = &study->programmes[programme];
    sel_str title = sel_tell_clipped(arena, of->title, TITLE_MOST);
    sel_str text = sel_str_printf(arena, "%.*s, %.*s (%.*s)", SEL_STR_ARG(title),
                                  SEL_STR_ARG(sel_tell_donors(study, programme, arena)),
                                  SEL_STR_ARG(sel_study_address(study, programme, arena)));
    if (of->phase != SEL_PHASE_PIPELINE)
        return text;
    sel_str days = sel_str_printf(arena, "%s/%s", sel_tell_day(arena, of->start_low),
                                  sel_tell_day(arena, of->start_high));
    return sel_str_printf(arena, "%.*s; %.*s", SEL_STR_ARG(text),
                          SEL_STR_ARG(sel_say(arena, &t->context->words, "overlap.begins", "day",
                                              sel_tell_text(arena, sel_answer_date(days)), NULL)));
}

static uint32_t per_cent(uint32_t ppm)
{
    enum { PER_CENT = 10000 };
    return (ppm + PER_CENT / 2) / PER_CENT;
}

/* "0-72 / 38 %": of the one on the left in the other, and the other way round. */
static sel_str contained_text(const telling *t, const sel_overlap_pair *pair, bool turned)
{
    const uint32_t a[] = {per_cent(pair->t_a_low_ppm), per_cent(pair->t_a_high_ppm)};
    const uint32_t b[] = {per_cent(pair->t_b_low_ppm), per_cent(pair->t_b_high_ppm)};
    sel_text text = {.arena = t->table->arena};
    for (int side = 0; side < 2; side++) {
        const uint32_t *share = (side == 0) == turned ? b : a;
        sel_text_add(&text, side == 0 ? (sel_str){0} : SEL_STR(" / "));
        if (share[0] < share[1])
            sel_text_printf(&text, "%u-", share[0]);
        sel_text_printf(&text, "%u", share[1]);
    }
    sel_text_add(&text, SEL_STR(" %"));
    return sel_text_str(&text);
}

static bool is_paid_by(const sel_study_programme *programme, uint32_t donor)
{
    for (uint32_t i = 0; i < programme->donor_count; i++)
        if (programme->donors[i] == donor)
            return true;
    return false;
}

/* On the left stands the one that contains others, else what was asked for. */
static bool is_turned(const telling *t, const sel_pair_row *row)
{
    const sel_overlap_choice *choice = &t->assessment->asked.choice;
    const sel_study_programme *programmes = t->assessment->study->programmes;
    if (row->container == SEL_NONE && choice->programme != SEL_NONE)
        return row->pair->b == choice->programme;
    if (row->container != SEL_NONE || choice->donor == SEL_NONE)
        return row->container == row->pair->b;
    return !is_paid_by(&programmes[row->pair->a], choice->donor);
}

/* What contains several stands once. */
static void pair_row(const telling *t, const sel_pair_row *row, bool again)
{
    const sel_overlap_pair *pair = row->pair;
    sel_table *table = t->table;
    bool turned = is_turned(t, row);
    sel_table_row(table);
    sel_cell_text(table, again ? (sel_str){0} : programme_text(t, turned ? pair->b : pair->a));
    sel_cell_text(table, programme_text(t, turned ? pair->a : pair->b));
    if (pair->s_low_ppm == pair->s_high_ppm)
        sel_cell_percent(table, pair->s_low_ppm / 1e6);
    else
        sel_cell_interval(table, pair->s_low_ppm / 1e6, pair->s_high_ppm / 1e6);
    sel_cell_note(table, sel_str_of(sel_tell_count(table->arena, pair->factors)));
    sel_cell_text(table, contained_text(t, pair, turned));
    if (pair->days_low == pair->days_high)
        sel_cell_integer(table, pair->days_low);
    else
        sel_cell_interval(table, pair->days_low, pair->days_high);
    sel_cell_text(table, sel_tell_pair_reading(t->context, pair, table->arena));
    sel_cell_text(table,
                  sel_tell_replies(t->context, t->assessment, pair->a, pair->b, table->arena));
}

static void pair_columns(const sel_context *context, sel_table *table)
{
    static const struct {
        const char *id;
        sel_column_type type;
    } columns[] = {{"programme_a", SEL_COLUMN_TEXT},
                   {"programme_b", SEL_COLUMN_TEXT},
                   {"score_factors", SEL_COLUMN_PERCENT},
                   {"contained_both", SEL_COLUMN_TEXT},
                   {"days_both", SEL_COLUMN_INTEGER},
                   {"reading", SEL_COLUMN_TEXT},
                   {"reply", SEL_COLUMN_TEXT}};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        sel_tell_column_for(context, table, columns[i].id, columns[i].type, SEL_FOR_PEOPLE);
        table->columns[table->column_count - 1].decimals = 0;
        table->columns[table->column_count - 1].bounds = columns[i].type != SEL_COLUMN_TEXT;
    }
}

static void tell_list(const sel_context *context, const sel_assessment *assessment,
                      sel_overlap_list list, const char *id, sel_section *section)
{
    const sel_overlap_listing *listing = &assessment->overlap.lists[list];
    if (listing->count == 0)
        return;
    sel_table *table = sel_section_table(section, id, section->heading);
    telling t = {context, assessment, table};
    pair_columns(context, table);
    const sel_pair_row *rows = sel_pair_rows(assessment, listing, table->arena);
    for (uint32_t i = 0; i < listing->count; i++)
        pair_row(&t, &rows[i],
                 i > 0 && rows[i].container != SEL_NONE &&
                     rows[i].container == rows[i - 1].container &&
                     rows[i].first == rows[i - 1].first);
}

/* --- sections --- */

static uint32_t strength_of(const sel_overlap_pair *pair)
{
    uint32_t strength = pair->s_high_ppm;
    strength = pair->t_a_high_ppm > strength ? pair->t_a_high_ppm : strength;
    return pair->t_b_high_ppm > strength ? pair->t_b_high_ppm : strength;
}

static uint64_t unlisted_of(const sel_overlap_listing *listing)
{
    return listing->certain + listing->possible - listing->count;
}

/* The weakest that is listed: what is not listed is no stronger. NULL where nothing bounds it. */
static const sel_overlap_pair *bound_of(const sel_overlap *overlap,
                                        const sel_overlap_listing *listing)
{
    if (unlisted_of(listing) == 0 || listing->count == 0)
        return NULL;
    return &overlap->pairs[listing->first + listing->count - 1];
}

static void tell_bound(const sel_context *context, const sel_overlap *overlap,
                       const sel_overlap_listing *listing, sel_section *section)
{
    const sel_overlap_pair *bound = bound_of(overlap, listing);
    sel_arena *arena = section->report->arena;
    if (bound == NULL)
        return;
    sel_str word = sel_tell_word(context, sel_tell_reading_word(bound));
    sel_section_paragraph(
        section,
        sel_say(arena, &context->words, "overlap.bound", "reading", sel_tell_text(arena, word),
                "strength", sel_str_printf(arena, "%u", per_cent(strength_of(bound))).ptr, NULL));
}

/* Totals of every list, and what bounds the pairs that are not on it, for machines. */
static void tell_list_table(const sel_context *context, const sel_overlap *overlap,
                            sel_section *section)
{
    static const char *const columns[] = {
        "certain", "possible", "listed", "unlisted", "bound_reading_number", "bound_ppm"};
    sel_table *table = sel_section_table(section, "lists", sel_tell_word(context, "overlap.pairs"));
    sel_tell_column_for(context, table, "list", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i], SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    for (int list = 0; list < SEL_OVERLAP_LISTS; list++) {
        const sel_overlap_listing *listing = &overlap->lists[list];
        const sel_overlap_pair *bound = bound_of(overlap, listing);
        sel_table_row(table);
        sel_cell_text(table, sel_str_of(sel_tell_list_code((sel_overlap_list)list)));
        sel_cell_integer(table, (int64_t)listing->certain);
        sel_cell_integer(table, (int64_t)listing->possible);
        sel_cell_integer(table, listing->count);
        sel_cell_integer(table, (int64_t)unlisted_of(listing));
        if (bound == NULL)
            continue;
        sel_cell_integer(table, (int64_t)bound->reading);
        sel_cell_integer(table, strength_of(bound));
    }
}

static void tell_numbers(const sel_context *context, const sel_overlap_listing *listing,
                         const char *word, sel_section *section)
{
    sel_arena *arena = section->report->arena;
    sel_section_paragraph(section, sel_say(arena, &context->words, word, "possible",
                                           sel_tell_count(arena, listing->possible), "certain",
                                           sel_tell_count(arena, listing->certain), "unlisted",
                                           sel_tell_count(arena, unlisted_of(listing)), NULL));
}

static void tell_phase(const sel_context *context, const sel_assessment *assessment,
                       sel_overlap_list list, const char *id, const char *heading,
                       sel_report *report)
{
    const sel_overlap_listing *listing = &assessment->overlap.lists[list];
    if (listing->certain + listing->possible == 0)
        return;
    sel_section *section = sel_report_subsection(report, id, sel_tell_word(context, heading));
    bool unwanted = list == SEL_LIST_PAST && assessment->comparing.without_past;
    tell_numbers(context, listing, unwanted ? "overlap.past-counts" : "overlap.list-counts",
                 section);
    tell_bound(context, &assessment->overlap, listing, section);
    tell_list(context, assessment, list, id, section);
}

/* Of all pairs, beside those asked for. */
static void tell_whole(const sel_context *context, const sel_assessment *assessment,
                       sel_section *section)
{
    const sel_overlap *overlap = &assessment->overlap;
    sel_arena *arena = section->report->arena;
    if (assessment->asked.any)
        sel_section_paragraph(section,
                              sel_say(arena, &context->words, "overlap.whole-counts", "possible",
                                      sel_tell_count(arena, overlap->possible), "certain",
                                      sel_tell_count(arena, overlap->certain), NULL));
}

void sel_tell_pairs(const sel_context *context, const sel_assessment *assessment,
                    sel_report *report)
{
    const sel_overlap *overlap = &assessment->overlap;
    sel_arena *arena = report->arena;
    sel_section *section =
        sel_report_section(report, "pairs", sel_tell_word(context, "overlap.pairs"));
    uint64_t past = overlap->lists[SEL_LIST_PAST].certain + overlap->lists[SEL_LIST_PAST].possible;
    uint64_t hidden = assessment->comparing.without_past ? past : 0;
    sel_section_paragraph(section,
                          sel_say(arena, &context->words, "overlap.pair-counts", "possible",
                                  sel_tell_count(arena, overlap->chosen.possible), "certain",
                                  sel_tell_count(arena, overlap->chosen.certain), "compared",
                                  sel_tell_count(arena, overlap->compared), "unlisted",
                                  sel_tell_count(arena, overlap->unlisted - hidden), NULL));
    if (overlap->uncompared > 0)
        sel_section_paragraph(
            section,
            sel_say(arena, &context->words, "overlap.uncompared", "meetings",
                    sel_tell_count(arena, overlap->uncompared), "places",
                    sel_tell_count(arena, overlap->places_in_part), "bound",
                    sel_str_printf(arena, "%u %%", (overlap->uncompared_ppm + 9999) / 10000).ptr,
                    NULL));
    tell_whole(context, assessment, section);
    if (overlap->pair_count > 0)
        sel_section_paragraph(section, sel_tell_word(context, "overlap.unconfirmed"));
    sel_tell_pair_table(context, assessment, section);
    tell_list_table(context, overlap, section);
    if (assessment->replies.count > 0)
        sel_tell_reply_table(context, assessment, section);
    tell_phase(context, assessment, SEL_LIST_PIPELINE, "pairs_pipeline", "overlap.pipeline",
               report);
    tell_phase(context, assessment, SEL_LIST_RUNNING, "pairs_running", "overlap.running", report);
    tell_phase(context, assessment, SEL_LIST_PAST, "pairs_past", "overlap.past", report);
}

void sel_tell_within_donor(const sel_context *context, const sel_assessment *assessment,
                           sel_report *report)
{
    sel_arena *arena = report->arena;
    sel_section *section =
        sel_report_section(report, "within_donor", sel_tell_word(context, "overlap.within-donor"));
    const char *count = sel_tell_count(arena, assessment->overlap.chosen.within_donor);
    if (!assessment->comparing.within_donor) {
        sel_section_paragraph(
            section, sel_say(arena, &context->words, "overlap.within-count", "n", count, NULL));
        return;
    }
    sel_section_paragraph(section,
                          sel_say(arena, &context->words, "overlap.within-all", "n", count, NULL));
    tell_numbers(context, &assessment->overlap.lists[SEL_LIST_WITHIN_DONOR], "overlap.list-counts",
                 section);
    tell_bound(context, &assessment->overlap, &assessment->overlap.lists[SEL_LIST_WITHIN_DONOR],
               section);
    tell_list(context, assessment, SEL_LIST_WITHIN_DONOR, "pairs_within_donor", section);
}
