#include "report/page.h"
#include "report/phrases.h"
#include "report/writers.h"

/* Headings from which a list of contents helps. */
enum { CONTENTS_FROM = 4 };

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

static void put_excerpt(sel_page *page, const sel_excerpt *excerpt)
{
    sel_page_raw(page, "<pre class=\"excerpt\" dir=\"ltr\"><code>");
    sel_page_text(page, excerpt->before);
    sel_page_raw(page, "<mark>");
    sel_page_text(page, excerpt->marked);
    sel_page_raw(page, "</mark>");
    sel_page_text(page, excerpt->after);
    sel_page_raw(page, "</code></pre>");
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
        if (list->items[i].has_excerpt)
            put_excerpt(page, &list->items[i].excerpt);
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

sel_status sel_write_html(const sel_report *report, const sel_write_options *options,
                          sel_stream stream, sel_error *err)
{
    sel_page page = {.out = {.stream = stream},
                     .arena = sel_arena_create(),
                     .options = options,
                     .style = sel_number_style_of(options->words, "–")};
    bool contents = count_headings(report) >= CONTENTS_FROM;
    sel_page_open(&page, report, "");
    sel_page_raw(&page, contents ? "<div class=\"sheet\">\n" : "<div class=\"sheet single\">\n");
    if (contents)
        put_contents(&page, report);
    sel_page_raw(&page, "<main id=\"page.main\">\n");
    for (uint32_t i = 0; i < report->section_count; i++)
        put_section(&page, report->sections[i]);
    sel_page_raw(&page, "</main>\n</div>\n");
    sel_status status = sel_page_end(&page, report, err);
    sel_arena_destroy(page.arena);
    return status;
}
