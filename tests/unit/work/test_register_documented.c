/* questionnaires/register.md tells of every column, in the order of the file, with an example that
 * is read without a fault; every column has an English heading beside its own name. */
#include "unit/work/desk_fixture.h"

#include "base/fold.h"
#include "base/text.h"
#include "work/export_register.h"

enum { CELLS = 4 };

/* A line of the table of columns. */
typedef struct line {
    sel_str cells[CELLS]; /* column in backquotes, what it says, example, when empty */
} line;

static sel_str whole_file(desk *d, const char *path)
{
    sel_text text = {.arena = d->arena};
    char block[4096];
    size_t got = 0;
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        sel_text_add(&text, (sel_str){block, got});
    ck_assert_int_eq(fclose(file), 0);
    return sel_text_str(&text);
}

static bool is_column_line(sel_str text, line *found)
{
    if (!sel_str_starts(text, SEL_STR("| `")))
        return false;
    sel_str rest = sel_str_part(text, 1, text.len);
    for (int i = 0; i < CELLS; i++) {
        ck_assert_msg(sel_str_next(&rest, '|', &found->cells[i]), "%.*s", SEL_STR_ARG(text));
        found->cells[i] = sel_str_trim(found->cells[i]);
        ck_assert_msg(found->cells[i].len > 0, "empty cell in: %.*s", SEL_STR_ARG(text));
    }
    found->cells[0] = sel_str_part(found->cells[0], 1, found->cells[0].len - 2);
    return true;
}

static uint32_t read_lines(desk *d, line *lines)
{
    sel_str rest = whole_file(d, SELARAS_SOURCE_DIR "/questionnaires/register.md");
    sel_str text;
    uint32_t count = 0;
    line one;
    while (sel_str_next(&rest, '\n', &text))
        if (is_column_line(text, &one)) {
            ck_assert_uint_lt(count, SEL_REGISTER_OWN_FIELDS);
            lines[count++] = one;
        }
    return count;
}

START_TEST(every_column_has_its_line)
{
    desk d;
    desk_open(&d);
    line lines[SEL_REGISTER_OWN_FIELDS];
    ck_assert_uint_eq(read_lines(&d, lines), SEL_REGISTER_OWN_FIELDS);
    for (int i = 0; i < SEL_REGISTER_OWN_FIELDS; i++) {
        const char *name = sel_register_field_name((sel_register_field)i);
        ck_assert_msg(sel_str_is(lines[i].cells[0], name), "line %d is '%.*s', not '%s'", i,
                      SEL_STR_ARG(lines[i].cells[0]), name);
    }
    desk_close(&d);
}
END_TEST

/* All examples make one row. */
START_TEST(the_examples_are_read_without_a_fault)
{
    desk d;
    desk_open(&d);
    line lines[SEL_REGISTER_OWN_FIELDS];
    uint32_t count = read_lines(&d, lines);
    sel_text header = {.arena = d.arena};
    sel_text row = {.arena = d.arena};
    for (uint32_t i = 0; i < count; i++) {
        ck_assert_ptr_null(memchr(lines[i].cells[2].ptr, '"', lines[i].cells[2].len));
        sel_text_printf(&header, "%s%.*s", i == 0 ? "" : ",", SEL_STR_ARG(lines[i].cells[0]));
        sel_text_printf(&row, "%s\"%.*s\"", i == 0 ? "" : ",", SEL_STR_ARG(lines[i].cells[2]));
    }
    sel_import import;
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0}, header.bytes, row.bytes, &import),
                     SEL_OK);
    ck_assert_uint_eq(import.taken, 1);
    ck_assert_msg(import.issues.group_count == 0, "%s",
                  import.issues.group_count == 0 ? "" : import.issues.groups[0]->places[0].code);
    desk_close(&d);
}
END_TEST

START_TEST(every_column_has_an_english_heading)
{
    desk d;
    desk_open(&d);
    sel_str list =
        whole_file(&d, SELARAS_SOURCE_DIR "/questionnaires/codelists/header_synonyms.csv");
    for (int i = 0; i < SEL_REGISTER_OWN_FIELDS; i++) {
        const char *name = sel_register_field_name((sel_register_field)i);
        sel_str row = sel_str_printf(d.arena, "\n%s,en,", name);
        ck_assert_msg(sel_str_find(list, row) < list.len, "%s", name);
    }
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {every_column_has_its_line, the_examples_are_read_without_a_fault,
                                  every_column_has_an_english_heading, NULL};
    return run_tests("register_documented", tests);
}
