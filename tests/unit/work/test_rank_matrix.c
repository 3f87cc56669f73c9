/* Every case of tests/cases/aggregation as a user would put it: a table with names, options as
 * texts. What is told has the published numbers of expected.csv in the right columns and rows. */
#include "base/number.h"
#include "base/text.h"
#include "desk_fixture.h"
#include "work/rank_matrix.h"

#include <dirent.h>
#include <math.h>

#define CASES SELARAS_SOURCE_DIR "/tests/cases/aggregation"

static sel_str whole_file(desk *d, const char *folder, const char *name)
{
    enum { ROOM = 1 << 16 };
    sel_str path = sel_str_printf(d->arena, CASES "/%s/%s", folder, name);
    FILE *file = fopen(path.ptr, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path.ptr);
    char *text = sel_arena_array(d->arena, ROOM, 1);
    size_t length = fread(text, 1, ROOM - 1, file);
    fclose(file);
    return (sel_str){text, length};
}

/* Value of a "key: value" line; NULL when there is none. */
static const char *fact(desk *d, sel_str about, const char *key)
{
    for (sel_str line; sel_str_next(&about, '\n', &line);) {
        sel_str name;
        if (sel_str_next(&line, ':', &name) && sel_str_is(name, key))
            return sel_str_copy(d->arena, sel_str_trim(line)).ptr;
    }
    return NULL;
}

/* The case's table with a name before each row: n, r1, r2, … */
static void write_table(desk *d, const char *folder)
{
    sel_str rest = whole_file(d, folder, "table.csv");
    sel_text text = {.arena = d->arena};
    sel_str header = {0};
    sel_str_next(&rest, '\n', &header);
    int row = 0;
    for (sel_str line; sel_str_next(&rest, '\n', &line) && line.len > 0;)
        sel_text_printf(&text, "r%d,%.*s\n", ++row, SEL_STR_ARG(line));
    desk_write(d, sel_str_printf(d->arena, "n,%.*s", SEL_STR_ARG(header)).ptr, text.bytes);
}

typedef struct texts {
    const char *list[64];
    int count;
} texts;

static sel_str column_name(desk *d, const char *folder, uint32_t number)
{
    sel_str rest = whole_file(d, folder, "table.csv");
    sel_str header = {0};
    sel_str name = {0};
    sel_str_next(&rest, '\n', &header);
    for (uint32_t j = 0; j <= number; j++)
        ck_assert(sel_str_next(&header, ',', &name));
    return sel_str_copy(d->arena, name);
}

static void add_costs(desk *d, const char *folder, sel_str about, texts *costs)
{
    sel_str rest = sel_str_of(fact(d, about, "cost"));
    uint32_t j = 0;
    for (sel_str cell; sel_str_next(&rest, ',', &cell); j++)
        if (sel_str_is(cell, "1"))
            costs->list[costs->count++] = column_name(d, folder, j).ptr;
}

static void add_goalposts(desk *d, const char *folder, sel_str about, texts *goalposts)
{
    sel_str low = sel_str_of(fact(d, about, "goal_low"));
    sel_str high = sel_str_of(fact(d, about, "goal_high"));
    uint32_t j = 0;
    for (sel_str from, to; low.len > 0 && sel_str_next(&low, ',', &from); j++) {
        ck_assert(sel_str_next(&high, ',', &to));
        goalposts->list[goalposts->count++] =
            sel_str_printf(d->arena, "%s=%.*s..%.*s", column_name(d, folder, j).ptr,
                           SEL_STR_ARG(from), SEL_STR_ARG(to))
                .ptr;
    }
}

static void add_parameters(desk *d, sel_str about, texts *parameters)
{
    static const char *const names[] = {"shape", "q",           "p",           "s",
                                        "v",     "concordance", "discordance", "floor"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = fact(d, about, names[i]);
        if (value != NULL)
            parameters->list[parameters->count++] =
                sel_str_printf(d->arena, "%s=%s", names[i], value).ptr;
    }
}

static uint32_t column_of(const sel_table *table, sel_str id)
{
    for (uint32_t k = 0; k < table->column_count; k++)
        if (sel_str_is(id, table->columns[k].id))
            return k;
    ck_abort_msg("no column %.*s", SEL_STR_ARG(id));
}

static double number_in(const sel_cell *cell)
{
    return cell->kind == SEL_CELL_INTEGER ? (double)cell->integer : cell->real;
}

/* Row of the alternative called "r<number>". */
static uint32_t row_of(const sel_table *table, uint32_t number)
{
    char name[16];
    snprintf(name, sizeof name, "r%u", number);
    uint32_t column = column_of(table, SEL_STR("alternative"));
    for (uint32_t i = 0; i < table->row_count; i++)
        if (sel_str_is(sel_table_cell(table, i, column)->text, name))
            return i;
    ck_abort_msg("no row %s", name);
}

static void compare(desk *d, const char *folder, sel_str about, const sel_table *table)
{
    sel_str rest = whole_file(d, folder, "expected.csv");
    sel_str header = {0};
    double times = 1;
    sel_str_next(&rest, '\n', &header);
    if (fact(d, about, "times") != NULL)
        ck_assert(sel_number_real(sel_str_of(fact(d, about, "times")), &times));
    uint32_t number = 0;
    for (sel_str line; sel_str_next(&rest, '\n', &line) && line.len > 0;) {
        uint32_t row = row_of(table, ++number);
        sel_str names = header;
        for (sel_str cell, name; sel_str_next(&line, ',', &cell);) {
            double wanted;
            sel_str_next(&names, ',', &name);
            ck_assert(sel_number_real(cell, &wanted));
            bool plain = sel_str_is(name, "score") || sel_str_is(name, "rank");
            double found = number_in(sel_table_cell(table, row, column_of(table, name)));
            ck_assert_msg(fabs(found * (plain ? 1 : times) - wanted) <= 1e-9 * fabs(wanted) + 1e-15,
                          "%s, r%u, %.*s: %.15g, not %.15g", folder, number, SEL_STR_ARG(name),
                          found, wanted);
        }
    }
    ck_assert_uint_eq(number, table->row_count);
}

static void run_case(desk *d, const char *folder)
{
    sel_str about = whole_file(d, folder, "about");
    texts costs = {.count = 0};
    texts parameters = {.count = 0};
    texts goalposts = {.count = 0};
    add_costs(d, folder, about, &costs);
    add_goalposts(d, folder, about, &goalposts);
    add_parameters(d, about, &parameters);
    write_table(d, folder);
    sel_matrix_wish wish = {.path = d->file_path,
                            .weights = fact(d, about, "weights"),
                            .method = fact(d, about, "method"),
                            .normalisation = fact(d, about, "normalisation"),
                            .costs = {costs.list, costs.count},
                            .parameters = {parameters.list, parameters.count},
                            .goalposts = {goalposts.list, goalposts.count},
                            .draws = 1024};
    sel_report report = {.arena = d->arena, .id = "rank"};
    bool refused = false;
    ck_assert_msg(sel_rank_matrix(d->context, &wish, &report, &refused, &d->err) == SEL_OK,
                  "%s: %s", folder, d->err.message);
    ck_assert_msg(!refused, "%s is refused", folder);
    const sel_table *table = NULL;
    ck_assert_int_eq(sel_report_find_table(&report, "ranking", d->arena, &table, &d->err), SEL_OK);
    compare(d, folder, about, table);
}

START_TEST(published_numbers_stand_beside_their_names)
{
    desk d;
    desk_open(&d);
    DIR *folders = opendir(CASES);
    ck_assert(folders != NULL);
    int cases = 0;
    for (struct dirent *entry; (entry = readdir(folders)) != NULL;)
        if (strchr(entry->d_name, '.') == NULL) {
            run_case(&d, entry->d_name);
            cases += 1;
        }
    closedir(folders);
    ck_assert_int_ge(cases, 16);
    desk_close(&d);
}
END_TEST

/* Ranks told must not depend on the order of rows: the case of mountain climbing turned round. */
START_TEST(the_order_of_rows_changes_no_rank)
{
    static const char *const tables[] = {"A1,1,3000\nA2,2,3750\nA3,5,4500",
                                         "A3,5,4500\nA2,2,3750\nA1,1,3000"};
    static const char *const costs[] = {"risk"};
    desk d;
    desk_open(&d);
    for (int turned = 0; turned < 2; turned++) {
        desk_write(&d, "n,risk,altitude", tables[turned]);
        sel_matrix_wish wish = {.path = d.file_path, .method = "topsis", .costs = {costs, 1}};
        sel_report report = {.arena = d.arena, .id = "rank"};
        bool refused = true;
        const sel_table *table = NULL;
        ck_assert_int_eq(sel_rank_matrix(d.context, &wish, &report, &refused, &d.err), SEL_OK);
        ck_assert(!refused);
        ck_assert_int_eq(sel_report_find_table(&report, "ranking", d.arena, &table, &d.err),
                         SEL_OK);
        static const char *const order[] = {"A1", "A2", "A3"};
        for (uint32_t i = 0; i < 3; i++)
            ck_assert(
                sel_str_is(sel_table_cell(table, i, column_of(table, SEL_STR("alternative")))->text,
                           order[i]));
    }
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {published_numbers_stand_beside_their_names,
                                  the_order_of_rows_changes_no_rank, NULL};
    return run_tests("rank_matrix", tests);
}
