/* The instruments that are shipped: complete in every language, nothing forced, and each
 * indicator has the items that the table in questionnaires/indicators.md says. */
#include "input/choice_words.h"
#include "input/csv_table.h"
#include "shipped.h"

static const char *const ids[] = {"state-needs", "points-of-contact", "norms-implementation",
                                  "regional-organisation", "programme-self-assessment"};
enum { INSTRUMENTS = sizeof ids / sizeof ids[0] };

static sel_arena *arena;
static sel_questionnaire instruments[INSTRUMENTS];
static sel_issues found_in[INSTRUMENTS];

/* One question as survey.csv says it, for the column the engine does not read. */
typedef struct question {
    sel_str instrument;
    sel_str name;
    sel_str indicators; /* "a1 b8" */
} question;

typedef struct questions {
    question *list;
    uint32_t count;
    uint32_t room;
    sel_str instrument;
} questions;

static questions asked;
static sel_str table; /* rows of questionnaires/indicators.md */

static void expect_in_every_language(const sel_names *names, sel_str what)
{
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
        ck_assert_msg(names->in[language].len > 0, "%.*s in %s", SEL_STR_ARG(what),
                      sel_language_code((sel_language)language));
}

static void check_languages(const sel_questionnaire *q)
{
    expect_in_every_language(&q->titles, q->id);
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
        expect_slice(sel_questionnaire_language_state(q, (sel_language)language),
                     language == SEL_EN ? "reviewed" : "draft");
    for (uint32_t i = 0; i < q->item_count; i++) {
        const sel_item *item = &q->items[i];
        expect_in_every_language(&item->labels, item->name);
        if (item->hints.in[SEL_EN].len > 0)
            expect_in_every_language(&item->hints, item->name);
        for (uint32_t c = 0; item->list != NULL && c < item->list->count; c++)
            expect_in_every_language(&item->list->choices[c].labels, item->list->choices[c].name);
    }
}

START_TEST(every_text_is_in_every_language)
{
    for (size_t i = 0; i < INSTRUMENTS; i++)
        check_languages(&instruments[i]);
}
END_TEST

static void check_labels(const sel_questionnaire *q)
{
    for (uint32_t i = 0; i < q->item_count; i++) {
        const sel_choice_list *list = q->items[i].list;
        sel_choice_words *words = list == NULL ? NULL : sel_choice_words_create(list);
        for (uint32_t c = 0; list != NULL && c < list->count; c++)
            for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
                sel_str label = list->choices[c].labels.in[language];
                uint32_t found;
                sel_choices_outcome outcome = sel_choice_words_find(words, label, &found);
                ck_assert_msg(outcome == SEL_CHOICES_READ && found == c, "%.*s: %.*s",
                              SEL_STR_ARG(list->name), SEL_STR_ARG(label));
            }
        sel_choice_words_destroy(words);
    }
}

START_TEST(a_choice_is_told_by_its_label)
{
    for (size_t i = 0; i < INSTRUMENTS; i++)
        check_labels(&instruments[i]);
}
END_TEST

/* Who answers must be known; everything else may be kept. */
static void check_required(const sel_questionnaire *q)
{
    ck_assert_uint_ne(sel_questionnaire_item(q, SEL_STR("disclosure")), SEL_NONE);
    for (uint32_t i = 0; i < q->item_count; i++) {
        const sel_item *item = &q->items[i];
        bool respondent = sel_str_is(item->name, "country") || sel_str_is(item->name, "agency") ||
                          sel_str_is(item->name, "organisation");
        ck_assert_msg(item->required == respondent, "%.*s", SEL_STR_ARG(item->name));
        ck_assert_msg(item->part.len == 1 && item->aspect.len > 0, "%.*s", SEL_STR_ARG(item->name));
    }
}

START_TEST(only_the_respondent_is_required)
{
    for (size_t i = 0; i < INSTRUMENTS; i++)
        check_required(&instruments[i]);
}
END_TEST

/* A respondent can always decline; who knows less can say so too. */
static void check_declining(const sel_questionnaire *q)
{
    for (uint32_t i = 0; i < q->item_count; i++) {
        const sel_choice_list *list = q->items[i].list;
        if (list == NULL || sel_str_is(list->name, "disclosure"))
            continue;
        uint32_t c = 0;
        while (c < list->count && !sel_str_is(list->choices[c].name, "not_said"))
            c++;
        ck_assert_msg(c < list->count, "%.*s", SEL_STR_ARG(list->name));
    }
}

START_TEST(every_choice_can_be_declined)
{
    for (size_t i = 0; i < INSTRUMENTS; i++)
        check_declining(&instruments[i]);
}
END_TEST

START_TEST(reading_finds_nothing_to_say)
{
    for (size_t i = 0; i < INSTRUMENTS; i++) {
        ck_assert_msg(sel_str_is(instruments[i].id, ids[i]), "%s", ids[i]);
        ck_assert_msg(found_in[i].group_count == 0, "%s: %s", ids[i],
                      found_in[i].groups[0]->places[0].code);
    }
}
END_TEST

/* "support_*_kind" stands for any characters at the star, at least one. */
static bool matches(sel_str pattern, sel_str name)
{
    size_t star = sel_str_find(pattern, SEL_STR("*"));
    if (star >= pattern.len)
        return sel_str_equal(pattern, name);
    sel_str tail = sel_str_part(pattern, star + 1, pattern.len);
    return name.len > pattern.len - 1 && sel_str_starts(name, sel_str_part(pattern, 0, star)) &&
           sel_str_equal(sel_str_part(name, name.len - tail.len, name.len), tail);
}

static bool lists(sel_str words, sel_str word)
{
    sel_str one;
    while (sel_str_next(&words, ' ', &one))
        if (sel_str_equal(one, word))
            return true;
    return false;
}

/* Whether the row names the question: "state-needs: `a` `b_*`; points-of-contact: `c`". */
static bool row_names(sel_str row, const question *of)
{
    sel_str part;
    while (sel_str_next(&row, ';', &part)) {
        part = sel_str_trim(part);
        sel_str word;
        if (!sel_str_starts(part, of->instrument) || part.ptr[of->instrument.len] != ':')
            continue;
        while (sel_str_next(&part, '`', &word))
            if (matches(word, of->name))
                return true;
    }
    return false;
}

static sel_str row_of(const char *indicator)
{
    sel_str start = sel_str_printf(arena, "\n| %s | ", indicator);
    size_t at = sel_str_find(table, start);
    ck_assert_msg(at < table.len, "no row for %s in questionnaires/indicators.md", indicator);
    sel_str row = sel_str_part(table, at + start.len, table.len);
    return sel_str_part(row, 0, sel_str_find(row, SEL_STR("\n")));
}

/* Every pattern of a row names a question that says it serves this indicator. */
static void expect_items(sel_str row, sel_str indicator)
{
    sel_str rest = row;
    sel_str part;
    uint32_t patterns = 0;
    while (sel_str_next(&rest, '`', &part)) {
        sel_str pattern = {0};
        if (!sel_str_next(&rest, '`', &pattern) || pattern.len == 0)
            break;
        bool found = false;
        for (uint32_t i = 0; i < asked.count && !found; i++)
            found =
                matches(pattern, asked.list[i].name) && lists(asked.list[i].indicators, indicator);
        ck_assert_msg(found, "%.*s: %.*s", SEL_STR_ARG(indicator), SEL_STR_ARG(pattern));
        patterns += 1;
    }
    ck_assert_msg(patterns > 0, "%.*s", SEL_STR_ARG(indicator));
}

START_TEST(each_indicator_has_its_items)
{
    static const struct {
        char letter;
        int count;
    } principles[] = {{'a', 8}, {'b', 9}, {'c', 8}, {'d', 8}}; /* 33 in all */
    for (size_t p = 0; p < sizeof principles / sizeof principles[0]; p++)
        for (int n = 1; n <= principles[p].count; n++) {
            char indicator[] = {principles[p].letter, (char)('0' + n), '\0'};
            sel_str row = row_of(indicator);
            expect_items(row, sel_str_of(indicator));
            for (uint32_t i = 0; i < asked.count; i++)
                if (lists(asked.list[i].indicators, sel_str_of(indicator)))
                    ck_assert_msg(row_names(row, &asked.list[i]), "%s lacks %.*s", indicator,
                                  SEL_STR_ARG(asked.list[i].name));
        }
}
END_TEST

static sel_status take_question(void *to, const sel_str *f, sel_error *err)
{
    (void)err;
    questions *all = to;
    all->list = sel_arena_one_more(arena, all->list, all->count, &all->room, sizeof *all->list);
    all->list[all->count++] =
        (question){all->instrument, sel_str_copy(arena, f[0]), sel_str_copy(arena, f[1])};
    return SEL_OK;
}

static void require(sel_status status, const sel_error *err)
{
    if (status == SEL_OK)
        return;
    fprintf(stderr, "%s, line %u: %s\n", err->source, (unsigned)err->line, err->message);
    exit(EXIT_FAILURE);
}

static void open_instrument(size_t i)
{
    static const char *const columns[] = {"name", "selaras_indicator", NULL};
    sel_error err = {0};
    sel_str folder = sel_str_printf(arena, SELARAS_SOURCE_DIR "/questionnaires/%s", ids[i]);
    sel_str survey = sel_str_printf(arena, "%.*s/survey.csv", SEL_STR_ARG(folder));
    sel_definition_sheets sheets;
    found_in[i] = (sel_issues){.arena = arena};
    require(sel_definition_sheets_open(folder.ptr, arena, &sheets, &found_in[i], &err), &err);
    sel_questionnaire_read(&sheets, arena, &instruments[i], &found_in[i]);
    asked.instrument = sel_str_of(ids[i]);
    require(sel_csv_table_file(survey.ptr, columns, take_question, &asked, &err), &err);
}

static sel_str read_table(void)
{
    sel_bytes *bytes = NULL;
    sel_error err = {0};
    require(sel_bytes_open(SELARAS_SOURCE_DIR "/questionnaires/indicators.md", &bytes, &err), &err);
    sel_str text = sel_str_copy(arena, sel_bytes_peek(bytes));
    sel_bytes_close(bytes);
    return text;
}

int main(void)
{
    arena = sel_arena_create();
    for (size_t i = 0; i < INSTRUMENTS; i++)
        open_instrument(i);
    table = read_table();
    const TTest *tests[] = {reading_finds_nothing_to_say,
                            every_text_is_in_every_language,
                            a_choice_is_told_by_its_label,
                            only_the_respondent_is_required,
                            every_choice_can_be_declined,
                            each_indicator_has_its_items,
                            NULL};
    int failed = run_tests("instruments", tests);
    for (size_t i = 0; i < INSTRUMENTS; i++)
        sel_questionnaire_close(&instruments[i]);
    sel_arena_destroy(arena);
    return failed;
}
