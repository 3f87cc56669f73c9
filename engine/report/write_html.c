#include "report/page.h"
#include "report/phrases.h"
#include "report/writers.h"

#include "base/fold.h"

/* page.css, compiled in. */
extern const char sel_page_css[];

/* Headings from which a list of contents helps. */
enum { CONTENTS_FROM = 3 };

/* Text inside a CSS string: everything but ASCII letters and digits as a six-digit escape, which
 * needs no terminator and cannot end the string or the style element. */
static void put_css_text(sel_page *page, sel_str text)
{
    for (size_t at = 0; at < text.len;) {
        int32_t code = 0;
        at += sel_fold_step(sel_str_part(text, at, text.len), &code);
        bool plain = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
                     (code >= '0' && code <= '9');
        if (plain)
            sel_output_printf(&page->out, "%c", (char)code);
        else
            sel_output_printf(&page->out, "\\%06x", code < 0x20 ? 0xFFFDU : (unsigned)code);
    }
}

/* Strong notices stand at the top of every printed page. */
static void put_style(sel_page *page, const sel_report *report)
{
    sel_page_raw(page, "<style>\n");
    sel_page_raw(page, sel_page_css);
    bool any = false;
    for (uint32_t i = 0; i < report->notice_count; i++) {
        if (!report->notices[i].strong)
            continue;
        sel_page_raw(page, any ? "\\000020\\0000b7\\000020" : "@page{@top-center{content:\"");
        put_css_text(page, report->notices[i].text);
        any = true;
    }
    sel_page_raw(page, any ? "\"}}\n</style>\n" : "</style>\n");
}

static void put_head(sel_page *page, const sel_report *report)
{
    const sel_write_options *options = page->options;
    sel_page_raw(page, "<!DOCTYPE html>\n<html lang=\"");
    sel_page_text(page, sel_str_of(options->language == NULL ? "en" : options->language));
    sel_page_raw(page, options->direction == SEL_RIGHT_TO_LEFT ? "\" dir=\"rtl\">\n"
                                                               : "\" dir=\"ltr\">\n");
    sel_page_raw(page, "<head>\n<meta charset=\"utf-8\"/>\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                       "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                       "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>");
    sel_page_text(page, report->title);
    sel_page_raw(page, "</title>\n");
    put_style(page, report);
    sel_page_raw(page, "</head>\n<body>\n<a class=\"skip\" href=\"#page.main\">");
    sel_page_phrase(page, "report.skip");
    sel_page_raw(page, "</a>\n");
}

static void put_masthead(sel_page *page, const sel_report *report)
{
    sel_page_raw(page, "<header>\n<h1>");
    sel_page_text(page, report->title);
    sel_page_raw(page, "</h1>\n");
    for (uint32_t i = 0; i < report->subtitle.count; i++)
        sel_page_element(page, "<p class=\"subtitle\">", report->subtitle.lines[i], "</p>\n");
    if (report->notice_count > 0)
        sel_page_raw(page, "<ul class=\"notices\">\n");
    for (uint32_t i = 0; i < report->notice_count; i++)
        sel_page_element(page, report->notices[i].strong ? "<li class=\"strong\">" : "<li>",
                         report->notices[i].text, "</li>\n");
    if (report->notice_count > 0)
        sel_page_raw(page, "</ul>\n");
    sel_page_raw(page, "</header>\n");
}

static uint32_t count_headings(const sel_report *report)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->section_count; i++)
        count += report->sections[i]->heading.len > 0;
    return count;
}

static void put_contents(sel_page *page, const sel_report *report)
{
    sel_page_raw(page, "<nav aria-labelledby=\"page.contents\">\n<h2 id=\"page.contents\">");
    sel_page_phrase(page, "report.contents");
    sel_page_raw(page, "</h2>\n<ol>\n");
    for (uint32_t i = 0; i < report->section_count; i++) {
        const sel_section *section = report->sections[i];
        if (section->heading.len == 0)
            continue;
        sel_page_raw(page,
                     section->level > 1 ? "<li class=\"below\"><a href=\"#" : "<li><a href=\"#");
        sel_page_raw(page, section->id);
        sel_page_element(page, "\">", section->heading, "</a></li>\n");
    }
    sel_page_raw(page, "</ol>\n</nav>\n");
}

static bool has_labels(const sel_list *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].label.len > 0)
            return true;
    return false;
}

/* Labels beside what is said about them. */
static void put_facts(sel_page *page, const sel_list *list)
{
    sel_page_raw(page, "<dl class=\"facts\">\n");
    for (uint32_t i = 0; i < list->count; i++) {
        sel_page_raw(page, "<div><dt>");
        sel_page_text(page, list->items[i].label);
        sel_page_raw(page, "</dt><dd>");
        sel_page_text(page, list->items[i].text);
        sel_page_raw(page, "</dd></div>\n");
    }
    sel_page_raw(page, "</dl>\n");
}

static void put_list(sel_page *page, const sel_list *list)
{
    if (!list->numbered && has_labels(list)) {
        put_facts(page, list);
        return;
    }
    sel_page_raw(page, list->numbered ? "<ol class=\"items\">\n" : "<ul class=\"items\">\n");
    for (uint32_t i = 0; i < list->count; i++) {
        sel_page_raw(page, "<li>");
        sel_page_element(page, "<strong>", list->items[i].label, "</strong> ");
        sel_page_element(page, "<bdi>", list->items[i].text, "</bdi>");
        sel_page_raw(page, "</li>\n");
    }
    sel_page_raw(page, list->numbered ? "</ol>\n" : "</ul>\n");
}

static void put_step(sel_page *page, const sel_explained *step)
{
    sel_page_raw(page, "<li>");
    sel_page_element(page, "<span class=\"label\">", step->label, "</span> ");
    sel_page_element(page, "<span class=\"value\">", step->value, "</span>");
    sel_page_element(page, "<p class=\"note\">", step->note, "</p>");
    sel_str origin = sel_origin_phrase(page->arena, page->options->words, step);
    sel_page_element(page, "<p class=\"origin\">", origin, "</p>");
}

/* Levels rise by one at most (sel_report_add_explanation), so every list opened is closed once. */
static void put_explanation(sel_page *page, const sel_explanation *explanation)
{
    uint32_t open = 0;
    for (uint32_t i = 0; i < explanation->count; i++) {
        uint32_t wanted = explanation->steps[i].level + 1;
        if (open >= wanted)
            sel_page_raw(page, "</li>\n");
        for (; open > wanted; open--)
            sel_page_raw(page, "</ul></li>\n");
        for (; open < wanted; open++)
            sel_page_raw(page, open == 0 ? "<ul class=\"steps\">\n" : "\n<ul>\n");
        put_step(page, &explanation->steps[i]);
    }
    for (; open > 0; open--)
        sel_page_raw(page, "</li></ul>\n");
}

static void put_block(sel_page *page, const sel_section *section, const sel_block *block)
{
    switch (block->kind) {
    case SEL_BLOCK_PARAGRAPH:
        sel_page_element(page, "<p>", block->text, "</p>\n");
        break;
    case SEL_BLOCK_LIST:
        put_list(page, block->list);
        break;
    case SEL_BLOCK_TABLE:
        sel_page_table(page, block->table, section->heading);
        break;
    case SEL_BLOCK_FIGURE:
        sel_page_figure(page, block->figure, section->heading);
        break;
    case SEL_BLOCK_EXPLANATION:
        put_explanation(page, block->explanation);
        break;
    }
}

static void put_section(sel_page *page, const sel_section *section)
{
    const char *heading = section->level > 1 ? "h3" : "h2";
    sel_page_raw(page, section->level > 1 ? "<section class=\"below\" id=\"" : "<section id=\"");
    sel_page_raw(page, section->id);
    sel_page_raw(page, "\">\n");
    if (section->heading.len > 0) {
        sel_output_printf(&page->out, "<%s>", heading);
        sel_page_text(page, section->heading);
        sel_output_printf(&page->out, "</%s>\n", heading);
    }
    for (uint32_t i = 0; i < section->block_count; i++)
        put_block(page, section, &section->blocks[i]);
    sel_page_raw(page, "</section>\n");
}

static void put_foot(sel_page *page, const sel_report *report)
{
    if (report->foot.count == 0)
        return;
    sel_page_raw(page, "<footer>\n");
    for (uint32_t i = 0; i < report->foot.count; i++)
        sel_page_element(page, "<p>", report->foot.lines[i], "</p>\n");
    sel_page_raw(page, "</footer>\n");
}

sel_status sel_write_html(const sel_report *report, const sel_write_options *options,
                          sel_stream stream, sel_error *err)
{
    sel_page page = {.out = {.stream = stream},
                     .arena = sel_arena_create(),
                     .options = options,
                     .style = sel_number_style_of(options->words, "–")};
    bool contents = count_headings(report) >= CONTENTS_FROM;
    put_head(&page, report);
    put_masthead(&page, report);
    sel_page_raw(&page, contents ? "<div class=\"sheet\">\n" : "<div class=\"sheet single\">\n");
    if (contents)
        put_contents(&page, report);
    sel_page_raw(&page, "<main id=\"page.main\">\n");
    for (uint32_t i = 0; i < report->section_count; i++)
        put_section(&page, report->sections[i]);
    sel_page_raw(&page, "</main>\n</div>\n");
    put_foot(&page, report);
    sel_page_raw(&page, "</body>\n</html>\n");
    sel_status status = sel_output_end(&page.out, err);
    sel_arena_destroy(page.arena);
    return status;
}
