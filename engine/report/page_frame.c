#include "report/page.h"

#include "base/fold.h"

/* page.css, compiled in. */
extern const char sel_page_css[];

/* Text inside a CSS string: everything but ASCII letters and digits as a six-digit escape, which
 * needs no terminator and cannot end the string or the style element. */
static void put_css_text(sel_page *page, sel_str text)
{
    for (size_t at = 0; at < text.len;) {
        int32_t code = 0;
        at += sel_fold_step(sel_str_part(text, at, text.len), &code);
        bool plain =
            code < 0x80 && (sel_ascii_is_letter((char)code) || sel_ascii_is_digit((char)code));
        if (plain)
            sel_output_printf(&page->out, "%c", (char)code);
        else
            sel_output_printf(&page->out, "\\%06x", code < 0x20 ? 0xFFFDU : (unsigned)code);
    }
}

/* Strong notices stand at the top of every printed page. */
static void put_style(sel_page *page, const sel_report *report, const char *more_css)
{
    sel_page_raw(page, "<style>\n");
    sel_page_raw(page, sel_page_css);
    sel_page_raw(page, more_css);
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

static void put_head(sel_page *page, const sel_report *report, const char *more_css)
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
    put_style(page, report, more_css);
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

void sel_page_open(sel_page *page, const sel_report *report, const char *more_css)
{
    put_head(page, report, more_css);
    put_masthead(page, report);
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

sel_status sel_page_end(sel_page *page, const sel_report *report, sel_error *err)
{
    put_foot(page, report);
    sel_page_raw(page, "</body>\n</html>\n");
    return sel_output_end(&page->out, err);
}
