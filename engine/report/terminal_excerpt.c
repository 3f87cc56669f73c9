#include "base/fold.h"
#include "report/clean.h"
#include "report/terminal.h"

static const sel_str CUT = {"\xE2\x80\xA6", 3}; /* … */

/* Bytes of the longest beginning of text that takes at most width columns. */
static size_t bytes_within(sel_str text, size_t width)
{
    size_t at = 0;
    size_t used = 0;
    while (at < text.len) {
        int32_t code;
        sel_str rest = sel_str_part(text, at, text.len);
        size_t step = sel_fold_step(rest, &code);
        used += sel_fold_width(sel_str_part(rest, 0, step));
        if (used > width)
            break;
        at += step;
    }
    return at;
}

/* What is left of the beginning: the end of it where there is no room for all. */
static sel_str last_of(sel_str text, size_t width)
{
    size_t total = sel_fold_width(text);
    if (total <= width)
        return text;
    size_t from = bytes_within(text, total - width);
    /* a wide character across the border goes as a whole */
    while (from < text.len && sel_fold_width(sel_str_part(text, from, text.len)) > width) {
        int32_t code;
        from += sel_fold_step(sel_str_part(text, from, text.len), &code);
    }
    return sel_str_part(text, from, text.len);
}

static sel_str first_of(sel_str text, size_t width)
{
    return sel_str_part(text, 0, bytes_within(text, width));
}

/* A third of the line for what stands before the mark, when there is more. */
static sel_excerpt fit(sel_excerpt excerpt, size_t width)
{
    sel_excerpt shown = {.before = last_of(excerpt.before, width / 3)};
    size_t left = width - sel_fold_width(shown.before);
    shown.marked = first_of(excerpt.marked, left);
    left -= sel_fold_width(shown.marked);
    bool whole = shown.marked.len == excerpt.marked.len;
    shown.after = whole ? first_of(excerpt.after, left) : (sel_str){0};
    return shown;
}

void sel_terminal_excerpt(sel_terminal *terminal, size_t indent, const sel_excerpt *excerpt)
{
    enum { CUTS = 2, LEAST = 8 };
    sel_excerpt all = {.before = sel_clean_line(terminal->arena, excerpt->before),
                       .marked = sel_clean_line(terminal->arena, excerpt->marked),
                       .after = sel_clean_line(terminal->arena, excerpt->after)};
    size_t width =
        terminal->width > indent + CUTS + LEAST ? terminal->width - indent - CUTS : LEAST;
    size_t needed =
        sel_fold_width(all.before) + sel_fold_width(all.marked) + sel_fold_width(all.after);
    sel_excerpt shown = needed <= width ? all : fit(all, width);
    bool cut_before = shown.before.len < all.before.len;
    bool cut_after = shown.marked.len + shown.after.len < all.marked.len + all.after.len;
    sel_output_fill(&terminal->out, ' ', indent);
    sel_output_put(&terminal->out, cut_before ? CUT : (sel_str){0});
    sel_output_put(&terminal->out, shown.before);
    sel_output_put(&terminal->out, shown.marked);
    sel_output_put(&terminal->out, shown.after);
    sel_output_put(&terminal->out, cut_after ? CUT : (sel_str){0});
    sel_terminal_blank_line(terminal);
    sel_output_fill(&terminal->out, ' ', indent + cut_before + sel_fold_width(shown.before));
    sel_output_text(&terminal->out, "^");
    size_t marked = sel_fold_width(shown.marked);
    sel_output_fill(&terminal->out, '~', marked > 1 ? marked - 1 : 0);
    sel_terminal_blank_line(terminal);
}
