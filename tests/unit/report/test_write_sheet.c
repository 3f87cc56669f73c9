/* The page to print, read by an XML parser. */
#include "report/write_sheet.h"

#include "shipped.h"

#include "input/words_file.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>

enum { LARGEST_PAGE = 60 * 1000 };

static shipped all;
static sel_words words;

typedef struct page {
    sel_arena *arena;
    const sel_sheet *sheet;
    sel_str text;
    xmlDoc *document;
    xmlXPathContext *paths;
} page;

static page open_page(sel_language language, bool short_form)
{
    page p = {.arena = sel_arena_create()};
    p.sheet = sel_sheet_lay_out(&all.questionnaire, &all.reference, language,
                                short_form ? SEL_STR("A") : (sel_str){0}, p.arena);
    sel_text text = {.arena = p.arena};
    sel_error err = {0};
    ck_assert_int_eq(sel_write_sheet_page(p.sheet, &words, sel_stream_memory(&text), &err), SEL_OK);
    p.text = sel_text_str(&text);
    p.document = xmlReadMemory(p.text.ptr, (int)p.text.len, "page", NULL, XML_PARSE_NONET);
    ck_assert_ptr_nonnull(p.document);
    p.paths = xmlXPathNewContext(p.document);
    return p;
}

static void close_page(page *p)
{
    xmlXPathFreeContext(p->paths);
    xmlFreeDoc(p->document);
    sel_arena_destroy(p->arena);
}

static int count(const page *p, const char *path)
{
    sel_str expression = sel_str_printf(p->arena, "count(%s)", path);
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)expression.ptr, p->paths);
    ck_assert_msg(found != NULL, "not a path: %s", path);
    int number = (int)found->floatval;
    xmlXPathFreeObject(found);
    return number;
}

static bool has(const page *p, const char *text)
{
    return sel_str_find(p->text, sel_str_of(text)) < p->text.len;
}

START_TEST(short_form_has_a_box_for_every_choice)
{
    page p = open_page(SEL_EN, true);
    /* 28 capabilities × 6 answers, 4 who may see it, 3 whether it speaks for the state. */
    ck_assert_int_eq(count(&p, "//div[@class='ticks']/span"), 28 * 6 + 4 + 3);
    ck_assert_int_eq(count(&p, "//table"), 3);
    /* A cell for each answer, and the two that say which form it is. */
    ck_assert_int_eq(count(&p, "//td"), (int)sel_sheet_answers(p.sheet) + 2);
    /* What each capability means. */
    ck_assert_int_eq(count(&p, "//section[@class='meanings']//dt"), 28);
    close_page(&p);
}
END_TEST

START_TEST(long_form_has_a_cell_for_every_answer)
{
    page p = open_page(SEL_FR, false);
    /* Requests and support lie on their side: their numbers are cells as well. */
    ck_assert_int_eq(count(&p, "//td"), (int)sel_sheet_answers(p.sheet) + 2 + 3 + 5);
    ck_assert_int_eq(count(&p, "//table[@class='form sideways']"), 2);
    ck_assert(has(&p, "Aucune · Un peu"));
    ck_assert(has(&p, ": 1-60</li>"));
    close_page(&p);
}
END_TEST

START_TEST(page_stands_alone)
{
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        page p = open_page((sel_language)language, false);
        ck_assert_int_eq(count(&p, "//script|//img|//link|//iframe|//form|//input"), 0);
        ck_assert_int_eq(count(&p, "//@src|//@*[starts-with(name(), 'on')]"), 0);
        ck_assert_int_eq(count(&p, "//@href[not(starts-with(., '#'))]"), 0);
        ck_assert(!has(&p, "url(") && !has(&p, "@import"));
        ck_assert_uint_lt(p.text.len, LARGEST_PAGE);
        close_page(&p);
    }
}
END_TEST

START_TEST(direction_and_language_are_said)
{
    page arabic = open_page(SEL_AR, true);
    ck_assert_int_eq(count(&arabic, "/html[@dir='rtl'][@lang='ar']"), 1);
    close_page(&arabic);
    page spanish = open_page(SEL_ES, true);
    ck_assert_int_eq(count(&spanish, "/html[@dir='ltr'][@lang='es']"), 1);
    close_page(&spanish);
}
END_TEST

START_TEST(a_draft_says_so_on_every_page)
{
    page draft = open_page(SEL_ID, true);
    ck_assert_int_eq(count(&draft, "//li[@class='strong'][contains(., 'Draft wording')]"), 1);
    ck_assert(has(&draft, "@page{@top-center"));
    close_page(&draft);
    page reviewed = open_page(SEL_EN, true);
    ck_assert_int_eq(count(&reviewed, "//li[@class='strong']"), 0);
    ck_assert(!has(&reviewed, "@page{@top-center"));
    close_page(&reviewed);
}
END_TEST

int main(void)
{
    all = shipped_open();
    sel_error err = {0};
    if (sel_words_english(all.arena, &words, &err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {short_form_has_a_box_for_every_choice,
                            long_form_has_a_cell_for_every_answer,
                            page_stands_alone,
                            direction_and_language_are_said,
                            a_draft_says_so_on_every_page,
                            NULL};
    int failed = run_tests("write_sheet", tests);
    shipped_close(&all);
    xmlCleanupParser();
    return failed;
}
