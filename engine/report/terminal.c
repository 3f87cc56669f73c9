#include "report/terminal.h"

#include "base/fold.h"
#include "report/clean.h"
#include "report/wrap.h"

enum { GAP = 2 };

static void put_emphasised(sel_terminal *terminal, sel_emphasis emphasis, sel_str text)
{
    static const char *const on[] = {"", "\x1b[1m", "\x1b[2m"};
    bool coloured = terminal->colour && emphasis != SEL_PLAIN;
    if (coloured)
        sel_output_text(&terminal->out, on[emphasis]);
    sel_output_put(&terminal->out, text);
    if (coloured)
        sel_output_text(&terminal->out, "\x1b[0m");
}

void sel_terminal_blank_line(sel_terminal *terminal)
{
    sel_output_text(&terminal->out, "\n");
}

void sel_terminal_text(sel_terminal *terminal, size_t indent, sel_emphasis emphasis, sel_str text)
{
    size_t width = terminal->width > indent ? terminal->width - indent : 1;
    sel_str rest = sel_clean_line(terminal->arena, text);
    sel_str line = {0};
    while (sel_wrap_next(&rest, width, &line)) {
        sel_output_fill(&terminal->out, ' ', indent);
        put_emphasised(terminal, emphasis, line);
        sel_terminal_blank_line(terminal);
    }
}

static size_t blanks_before(const sel_field *field, size_t used)
{
    size_t spare = used < field->width ? field->width - used : 0;
    if (field->alignment == SEL_ALIGN_END)
        return spare;
    return field->alignment == SEL_ALIGN_CENTRE ? spare / 2 : 0;
}

/* One line of every field; blanks are written only in front of text. False when all are used up. */
static bool put_line(sel_terminal *terminal, size_t indent, const sel_field *fields, sel_str *rests,
                     uint32_t count)
{
    size_t start = indent; /* column where the field begins */
    size_t at = 0;         /* column where the line ends so far */
    bool any = false;
    for (uint32_t i = 0; i < count; i++) {
        sel_str line = {0};
        if (sel_wrap_next(&rests[i], fields[i].width, &line)) {
            size_t used = sel_fold_width(line);
            size_t from = start + blanks_before(&fields[i], used);
            sel_output_fill(&terminal->out, ' ', from > at ? from - at : 0);
            put_emphasised(terminal, fields[i].emphasis, line);
            at = (from > at ? from : at) + used;
            any = true;
        }
        start += fields[i].width + GAP;
    }
    if (any)
        sel_terminal_blank_line(terminal);
    return any;
}

void sel_terminal_fields(sel_terminal *terminal, size_t indent, const sel_field *fields,
                         uint32_t count)
{
    sel_str *rests = sel_memory_resize(NULL, count, sizeof *rests);
    for (uint32_t i = 0; i < count; i++)
        rests[i] = fields[i].text;
    while (put_line(terminal, indent, fields, rests, count))
        continue;
    sel_memory_resize(rests, 0, 0);
}
