#include "unit/report/sample_report.h"
#include "unit/report/written.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>

/* A page read by an XML parser; pages are well-formed XML as well as HTML. */
typedef struct read_page {
    sel_report report;
    const char *text;
    xmlDoc *document;
    xmlXPathContext *paths;
} read_page;

static void be_quiet(void *context, const char *message, ...)
{
    (void)context;
    (void)message;
}

static read_page start(void)
{
    return (read_page){
        .report = {.arena = sel_arena_create(), .id = "r", .title = SEL_STR("Title")}};
}

static void parse(read_page *page, sel_write_options options)
{
    page->text = written(&page->report, "html", options);
    xmlSetGenericErrorFunc(NULL, be_quiet);
    page->document = xmlReadMemory(page->text, (int)strlen(page->text), "page", NULL,
                                   XML_PARSE_NONET | XML_PARSE_HUGE);
    const xmlError *fault = xmlGetLastError();
    ck_assert_msg(page->document != NULL, "line %d: %s", fault == NULL ? 0 : fault->line,
                  fault == NULL ? "" : fault->message);
    page->paths = xmlXPathNewContext(page->document);
}

static void end(read_page *page)
{
    xmlXPathFreeContext(page->paths);
    xmlFreeDoc(page->document);
    sel_arena_destroy(page->report.arena);
}

static read_page sample_page(sel_write_options options)
{
    read_page page = start();
    sample_fill(&page.report);
    parse(&page, options);
    return page;
}

/* Number of nodes, or the number an expression gives. */
static int count(const read_page *page, const char *path)
{
    sel_str expression = sel_str_printf(page->report.arena, "count(%s)", path);
    xmlXPathObject *result = xmlXPathEvalExpression((const xmlChar *)expression.ptr, page->paths);
    ck_assert_msg(result != NULL, "not a path: %s", path);
    int number = (int)result->floatval;
    xmlXPathFreeObject(result);
    return number;
}

static sel_str text_at(const read_page *page, const char *path)
{
    xmlXPathObject *result = xmlXPathEvalExpression((const xmlChar *)path, page->paths);
    xmlChar *text = xmlXPathCastToString(result);
    sel_str copy = sel_str_copy(page->report.arena, sel_str_of((const char *)text));
    xmlFree(text);
    xmlXPathFreeObject(result);
    return copy;
}

static void says(const read_page *page, const char *path, const char *expected)
{
    sel_str found = text_at(page, path);
    ck_assert_msg(sel_str_is(found, expected), "%s is '%s', not '%s'", path, found.ptr, expected);
}

START_TEST(the_page_stands_alone)
{
    read_page page = sample_page((sel_write_options){0});
    ck_assert_int_eq(strncmp(page.text, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">", 42), 0);
    ck_assert_int_eq(count(&page, "//script | //img | //link | //iframe | //object | //form"), 0);
    ck_assert_int_eq(count(&page, "//style"), 1);
    ck_assert_int_eq(count(&page, "//@*[contains(., 'http') or contains(., '//')]"), 0);
    ck_assert_int_eq(count(&page, "//@*[starts-with(name(), 'on')]"), 0);
    says(&page, "string(//meta[@http-equiv]/@content)",
         "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    ck_assert_ptr_null(strstr(page.text, "<script"));
    end(&page);
}
END_TEST

static void ids_are_unique(const read_page *page)
{
    ck_assert_int_eq(count(page, "//*[@id = preceding::*/@id or @id = ancestor::*/@id]"), 0);
    ck_assert_int_gt(count(page, "//@id"), 0);
    ck_assert_int_eq(count(page, "//a[starts-with(@href, '#')]"
                                 "[not(substring(@href, 2) = //@id)]"),
                     0);
    ck_assert_int_eq(count(page, "//*[@aria-labelledby][not(@aria-labelledby = //@id)]"), 0);
}

START_TEST(names_are_unique_and_links_lead_somewhere)
{
    read_page page = sample_page((sel_write_options){0});
    ids_are_unique(&page);
    ck_assert_int_eq(count(&page, "//nav//a"), 8);
    end(&page);
}
END_TEST

START_TEST(the_page_can_be_used_without_seeing_it)
{
    read_page page = sample_page((sel_write_options){0});
    ck_assert_int_eq(count(&page, "//h1"), 1);
    ck_assert_int_eq(count(&page, "//main"), 1);
    says(&page, "string(//body/a[1]/@href)", "#page.main");
    ck_assert_int_eq(count(&page, "//thead//th[not(@scope = 'col')]"), 0);
    ck_assert_int_eq(count(&page, "//tbody//th[not(@scope = 'row')]"), 0);
    ck_assert_int_eq(count(&page, "//main/section/div[@role = 'region']/table[not(caption)]"), 0);
    ck_assert_int_eq(count(&page, "//div[@class = 'box'][not(@tabindex = '0')]"), 0);
    ck_assert_int_eq(count(&page, "//svg[not(ancestor::svg)][not(@role = 'img' and title and "
                                  "desc) and not(@aria-hidden = 'true')]"),
                     0);
    ck_assert_int_eq(count(&page, "//svg[@role = 'img']"), 1);
    /* Every cell of the heat map holds a text: colour is never the only carrier. */
    ck_assert_int_eq(count(&page, "//table[@class = 'map']/tbody/tr/td"), 280);
    ck_assert_int_eq(count(&page, "//table[@class = 'map']/tbody/tr/td[. = '']"), 0);
    end(&page);
}
END_TEST

START_TEST(figures_show_every_mark)
{
    read_page page = sample_page((sel_write_options){0});
    const char *interval = "//section[@id = 'order']//tr/td/svg";
    ck_assert_int_eq(count(&page, interval), SAMPLE_PROGRAMMES + 1);
    ck_assert_int_eq(count(&page, "//section[@id = 'order']//circle"), SAMPLE_PROGRAMMES);
    /* 27 of 28 capabilities were answered; all stand in the key. */
    ck_assert_int_eq(count(&page, "//svg[@role = 'img']//svg[title or g]"), 27);
    ck_assert_int_eq(count(&page, "//table[@class = 'key']/tbody/tr"), 28);
    ck_assert_int_eq(count(&page, "//section[@id = 'pair']//rect[@class = 'sure']"), 3);
    ck_assert_int_eq(count(&page, "//section[@id = 'pair']//rect[@class = 'maybe']"), 2);
    end(&page);
}
END_TEST

START_TEST(titles_do_not_repeat_headings)
{
    read_page page = start();
    sel_section *section = sel_report_section(&page.report, "s", SEL_STR("Same"));
    sel_section_figure(section, SEL_FIGURE_FACTORS, "a", SEL_STR("Same"), SEL_STR("text"));
    sel_section_figure(section, SEL_FIGURE_FACTORS, "b", SEL_STR("Other"), SEL_STR("text"));
    parse(&page, (sel_write_options){0});
    says(&page, "string(//strong[@class = 'unseen'])", "Same");
    says(&page, "string(//strong[not(@class)])", "Other");
    ck_assert_ptr_nonnull(
        strstr(written(&page.report, "table", (sel_write_options){0}), "\nSame\ntext\n"));
    end(&page);
}
END_TEST

START_TEST(explanations_are_nested_lists)
{
    read_page page = sample_page((sel_write_options){0});
    ck_assert_int_eq(count(&page, "//ul[@class = 'steps']"), 1);
    ck_assert_int_eq(count(&page, "//ul[@class = 'steps']/li"), 1);
    ck_assert_int_eq(count(&page, "//ul[@class = 'steps']/li/ul/li"), 2);
    ck_assert_int_eq(count(&page, "//ul[@class = 'steps']/li/ul/li[1]/ul/li"), 2);
    says(&page, "string(//ul[@class = 'steps']/li/ul/li[1]/ul/li[1]/p)",
         "needs-vanuatu.csv, line 14, cell D14, SHA-256 9f86d081884c");
    end(&page);
}
END_TEST

START_TEST(language_and_direction)
{
    read_page page = sample_page(
        (sel_write_options){.language = "ar\" onload=\"x", .direction = SEL_RIGHT_TO_LEFT});
    says(&page, "string(/html/@dir)", "rtl");
    says(&page, "string(/html/@lang)", "ar\" onload=\"x");
    end(&page);
}
END_TEST

static const char hostile[] =
    "</style></title><script>alert(1)</script>\"'><img src=x onerror=y>&amp;\x1b[2J\x80]]>";

/* The same text wherever a document takes one. */
static void fill_hostile(sel_report *report)
{
    const sel_str bad = sel_str_of(hostile);
    report->title = bad;
    sel_report_subtitle(report, bad);
    sel_report_notice(report, true, bad);
    sel_report_foot(report, bad);
    for (int i = 0; i < 3; i++)
        sel_report_section(report, hostile, bad);
    sel_section *section = report->sections[0];
    sel_section_paragraph(section, bad);
    for (int numbered = 0; numbered < 2; numbered++)
        sel_list_item_add(sel_section_list(section, numbered == 1), bad, bad);
    sel_table *table = sel_section_table(section, hostile, bad);
    sel_table_column(table, (sel_column){.id = "a", .label = bad});
    sel_table_column(table, (sel_column){.id = "b", .label = bad});
    sel_table_row(table);
    sel_cell_text(table, bad);
    sel_cell_link(table, SEL_STR("javascript:alert(1)"));
    sel_cell_note(table, bad);
    sel_cell_missing(table, "no", bad);
    for (int kind = SEL_FIGURE_HEAT_MAP; kind <= (int)SEL_FIGURE_SCATTER; kind++) {
        sel_figure *figure = sel_section_figure(section, (sel_figure_kind)kind, hostile, bad, bad);
        figure->item.label = figure->value.label = figure->across.label = bad;
        figure->class_label = figure->classes[0] = figure->unknown = bad;
        if (kind == SEL_FIGURE_HEAT_MAP) {
            sel_figure_size(figure, 1, 1);
            figure->rows[0].text = figure->columns[0].text = bad;
            sel_figure_cell(figure, 0, 0, (sel_heat_cell){0, bad});
        } else {
            sel_figure_mark(
                figure, (sel_mark){.label = {SEL_STR("<b>"), bad}, .has_value = true, .text = bad});
            sel_figure_mark(figure, (sel_mark){.label.text = bad, .text = bad});
        }
    }
    static sel_explained step;
    step = (sel_explained){0, bad, bad, bad, bad, 3, bad, bad};
    static sel_explanation explanation;
    explanation = (sel_explanation){.title = SEL_STR("<i>"), .steps = &step, .count = 1};
    ck_assert_int_eq(sel_report_add_explanation(report, &explanation, NULL), SEL_OK);
}

START_TEST(hostile_texts_stay_texts)
{
    read_page page = start();
    fill_hostile(&page.report);
    parse(&page, (sel_write_options){0});
    ck_assert_int_eq(count(&page, "//script | //img | //i | //b"), 0);
    ck_assert_int_eq(count(&page, "//style"), 1);
    ck_assert_ptr_null(strstr(page.text, "<script"));
    ck_assert_int_eq(count(&page, "//@*[contains(., 'javascript:') or starts-with(name(), 'on')]"),
                     0);
    ids_are_unique(&page);
    says(&page, "string(//h1)",
         "</style></title><script>alert(1)</script>\"'><img src=x onerror=y>&amp;"
         "\xEF\xBF\xBD[2J\xEF\xBF\xBD]]>");
    end(&page);
}
END_TEST

START_TEST(excerpts_mark_the_part)
{
    sel_report report = {.arena = sel_arena_create(), .id = "r", .title = SEL_STR("T")};
    sel_list *list = sel_section_list(sel_report_section(&report, "s", SEL_STR("S")), true);
    sel_list_item_add(list, SEL_STR("Cell E3"), SEL_STR("Wrong."));
    sel_list_excerpt(list, (sel_excerpt){SEL_STR("${a} < "), SEL_STR("'x'"), SEL_STR(" & 1")});
    const char *page = written(&report, "html", (sel_write_options){0});
    ck_assert_ptr_nonnull(strstr(page, "<pre class=\"excerpt\" dir=\"ltr\"><code>${a} &lt; "
                                       "<mark>&#39;x&#39;</mark> &amp; 1</code></pre></li>"));
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(cells_and_links)
{
    read_page page = start();
    sel_section *section = sel_report_section(&page.report, "places", SEL_STR("Places"));
    sel_table *table = sel_section_table(section, "t", SEL_STR("Places"));
    sel_table_column(table, (sel_column){.id = "a", .label = SEL_STR("A & B")});
    sel_table_column(table, (sel_column){.id = "m", .readers = SEL_FOR_MACHINES});
    sel_table_column(
        table,
        (sel_column){.id = "n", .label = SEL_STR("N"), .type = SEL_COLUMN_INTEGER, .bounds = true});
    static const char *const links[] = {"#places", "https://example.org/?a=1&b=\"", "file:///etc",
                                        "data:text/html,x"};
    for (int i = 0; i < 4; i++) {
        sel_table_row(table);
        sel_cell_text(table, SEL_STR("x"));
        sel_cell_link(table, sel_str_of(links[i]));
        sel_cell_text(table, SEL_STR("secret code"));
        sel_cell_integer(table, 2);
        sel_cell_between(table, 1, 3);
    }
    parse(&page, (sel_write_options){0});
    ck_assert_ptr_nonnull(strstr(
        page.text,
        "<caption class=\"unseen\"><span id=\"table.t\">Places</span></caption>\n"
        "<thead><tr><th scope=\"col\">A &amp; B</th><th scope=\"col\" class=\"end\">N</th></tr>"
        "</thead>\n<tbody>\n"
        "<tr><th scope=\"row\"><a rel=\"noreferrer\" href=\"#places\">x</a></th>"
        "<td class=\"end\">2 <span class=\"range\">1–3</span></td></tr>\n"
        "<tr><th scope=\"row\"><a rel=\"noreferrer\" "
        "href=\"https://example.org/?a=1&amp;b=&quot;\">x</a></th>"));
    ck_assert_int_eq(count(&page, "//table//a"), 2);
    ck_assert_ptr_null(strstr(page.text, "secret code"));
    ck_assert_int_eq(count(&page, "//nav"), 0);
    end(&page);
}
END_TEST

START_TEST(the_first_text_names_the_row)
{
    read_page page = start();
    sel_table *table =
        sel_section_table(sel_report_section(&page.report, "s", SEL_STR("S")), "t", SEL_STR("T"));
    sel_table_column(table, (sel_column){.id = "n", .type = SEL_COLUMN_INTEGER});
    sel_table_column(table, (sel_column){.id = "a"});
    sel_table_column(table, (sel_column){.id = "b"});
    sel_table_row(table);
    sel_cell_integer(table, 1);
    sel_cell_text(table, SEL_STR("name"));
    sel_cell_text(table, SEL_STR("other"));
    parse(&page, (sel_write_options){0});
    ck_assert_int_eq(count(&page, "//tbody//th"), 1);
    says(&page, "string(//tbody//th)", "name");
    end(&page);
}
END_TEST

START_TEST(empty_documents_and_tables)
{
    read_page page = start();
    sel_section *section = sel_report_section(&page.report, "s", (sel_str){0});
    sel_table *table = sel_section_table(section, "t", SEL_STR("T"));
    sel_table_column(table, (sel_column){.id = "a", .label = SEL_STR("A")});
    sel_table_column(table, (sel_column){.id = "b", .label = SEL_STR("B")});
    sel_section_table(section, "none", SEL_STR("no columns"));
    for (int kind = SEL_FIGURE_HEAT_MAP; kind <= (int)SEL_FIGURE_SCATTER; kind++)
        sel_section_figure(section, (sel_figure_kind)kind, "f", SEL_STR("F"), SEL_STR("empty"));
    parse(&page, (sel_write_options){0});
    says(&page, "string(//td[@colspan = '2'])", "Nothing to list");
    ids_are_unique(&page);
    end(&page);
}
END_TEST

START_TEST(strong_notices_stand_on_every_sheet)
{
    read_page page = start();
    sel_report_notice(&page.report, false, SEL_STR("quiet"));
    sel_report_notice(&page.report, true, SEL_STR("Data\"}é\xFF"));
    sel_report_notice(&page.report, true, SEL_STR("B"));
    parse(&page, (sel_write_options){0});
    ck_assert_ptr_nonnull(strstr(page.text,
                                 "@page{@top-center{content:\"Data\\000022\\00007d\\0000e9\\00fffd"
                                 "\\000020\\0000b7\\000020B\"}}\n"));
    says(&page, "string(//li[@class = 'strong'][1])", "Data\"}é\xEF\xBF\xBD");
    end(&page);
}
END_TEST

/* More points than can carry a sign become dots; ties are set apart. */
START_TEST(scatters_of_many_points)
{
    for (uint32_t points = 60; points <= 61; points++) {
        read_page page = start();
        sel_figure *figure =
            sel_section_figure(sel_report_section(&page.report, "s", SEL_STR("S")),
                               SEL_FIGURE_SCATTER, "f", SEL_STR("F"), SEL_STR("many"));
        for (uint32_t i = 0; i < points; i++)
            sel_figure_mark(figure, (sel_mark){.label.text = SEL_STR("same place"),
                                               .has_value = true,
                                               .value = 1,
                                               .y = 1});
        parse(&page, (sel_write_options){0});
        ck_assert_int_eq(count(&page, "//svg/g/svg[g]"), (int)points);
        ck_assert_int_eq(count(&page, "//svg//svg//text"), points > 60 ? 0 : (int)points);
        end(&page);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {the_page_stands_alone,
                            names_are_unique_and_links_lead_somewhere,
                            the_page_can_be_used_without_seeing_it,
                            figures_show_every_mark,
                            titles_do_not_repeat_headings,
                            explanations_are_nested_lists,
                            language_and_direction,
                            hostile_texts_stay_texts,
                            excerpts_mark_the_part,
                            cells_and_links,
                            the_first_text_names_the_row,
                            empty_documents_and_tables,
                            strong_notices_stand_on_every_sheet,
                            scatters_of_many_points,
                            NULL};
    int result = run_tests("write_html", tests);
    xmlCleanupParser();
    return result;
}
