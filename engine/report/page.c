#include "report/page.h"

#include "report/clean.h"
#include "report/phrases.h"

void sel_page_raw(sel_page *page, const char *markup)
{
    sel_output_text(&page->out, markup);
}

static const char *escape_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\r': /* a reader would turn it into a line feed */
        return "&#13;";
    default:
        return NULL;
    }
}

void sel_page_text(sel_page *page, sel_str text)
{
    text = sel_clean_text(page->arena, text);
    size_t plain = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *escape = escape_of(text.ptr[i]);
        if (escape == NULL)
            continue;
        sel_output_put(&page->out, sel_str_part(text, plain, i - plain));
        sel_output_text(&page->out, escape);
        plain = i + 1;
    }
    sel_output_put(&page->out, sel_str_part(text, plain, text.len));
}

void sel_page_element(sel_page *page, const char *opening, sel_str text, const char *closing)
{
    if (text.len == 0)
        return;
    sel_page_raw(page, opening);
    sel_page_text(page, text);
    sel_page_raw(page, closing);
}

void sel_page_phrase(sel_page *page, const char *id)
{
    sel_page_text(page, sel_phrase(page->options->words, id));
}

void sel_page_open_box(sel_page *page, const char *prefix, const char *id)
{
    sel_page_raw(page, "<div class=\"box\" role=\"region\" tabindex=\"0\" aria-labelledby=\"");
    sel_page_raw(page, prefix);
    sel_page_raw(page, ".");
    sel_page_raw(page, id);
    sel_page_raw(page, "\">\n");
}

void sel_page_close_box(sel_page *page)
{
    sel_page_raw(page, "</div>\n");
}
