/* csv-spectrum and csv-test-data: each CSV file beside the JSON that it means, read by jansson.
 * JSON rows are lists of cells, or objects under the names of the header. */
#include "check_suite.h"
#include "corpus/material.h"
#include "input/csv.h"

#include <dirent.h>
#include <jansson.h>

enum { ROWS_MAX = 64, CELLS_MAX = 16 };

typedef struct sheet {
    sel_arena *arena;
    sel_str cells[ROWS_MAX][CELLS_MAX];
    uint32_t widths[ROWS_MAX];
    uint32_t count;
    sel_issues issues;
    sel_error err;
    sel_status status;
} sheet;

static char folder[MATERIAL_PATH_ROOM];

static bool keep_row(void *to, const sel_csv_row *row)
{
    sheet *all = to;
    ck_assert_uint_lt(all->count, ROWS_MAX);
    ck_assert_uint_le(row->count, CELLS_MAX);
    for (uint32_t i = 0; i < row->count; i++)
        all->cells[all->count][i] = sel_str_copy(all->arena, row->cells[i]);
    all->widths[all->count++] = row->count;
    return true;
}

static sheet read_sheet(const char *path)
{
    sheet all = {.arena = sel_arena_create()};
    sel_bytes *bytes = NULL;
    all.issues.arena = all.arena;
    ck_assert_msg(sel_bytes_open(path, &bytes, &all.err) == SEL_OK, "%s", path);
    all.status = sel_csv_read(bytes, ',', keep_row, &all, &all.issues, &all.err);
    sel_bytes_close(bytes);
    return all;
}

/* Rows of one empty cell are blank lines for us: they are counted, not handed on. */
static bool is_blank_row(const json_t *row)
{
    return json_is_array(row) && json_array_size(row) == 1 &&
           json_string_length(json_array_get(row, 0)) == 0;
}

static void expect_cell(const char *path, sel_str found, const json_t *expected)
{
    ck_assert_ptr_nonnull(expected);
    sel_str text = {json_string_value(expected), json_string_length(expected)};
    ck_assert_msg(sel_str_equal(found, text), "%s: '%.*s', not '%.*s'", path, SEL_STR_ARG(found),
                  SEL_STR_ARG(text));
}

static void compare(const char *path, const sheet *all, const json_t *rows)
{
    bool named = json_is_object(json_array_get(rows, 0));
    uint32_t at = named || json_array_size(rows) == 0 ? 1 : 0; /* behind the header */
    for (size_t i = 0; i < json_array_size(rows); i++) {
        const json_t *row = json_array_get(rows, i);
        if (is_blank_row(row))
            continue;
        ck_assert_msg(at < all->count, "%s: only %u rows", path, all->count);
        size_t width = named ? json_object_size(row) : json_array_size(row);
        ck_assert_uint_eq(all->widths[at], width);
        for (uint32_t j = 0; j < width; j++)
            expect_cell(path, all->cells[at][j],
                        named ? json_object_get(row, all->cells[0][j].ptr)
                              : json_array_get(row, j));
        at += 1;
    }
    ck_assert_msg(at == all->count, "%s: %u rows, not %u", path, all->count, at);
}

static void check_pair(const char *csv, const char *json)
{
    json_error_t problem;
    json_t *rows = json_load_file(json, 0, &problem);
    ck_assert_msg(rows != NULL, "%s: %s", json, problem.text);
    sheet all = read_sheet(csv);
    ck_assert_msg(all.status == SEL_OK, "%s: %s", csv, all.err.message);
    compare(csv, &all, rows);
    sel_arena_destroy(all.arena);
    json_decref(rows);
}

/* Its JSON gives another telephone number than its CSV. */
static const char contradicting[] = "location_coordinates.json";

/* Every file of the JSON folder has a CSV file of the same name. */
static uint32_t check_pairs(const char *collection, const char *csv_folder)
{
    char path[2048];
    char json[4096];
    char csv[4096];
    uint32_t count = 0;
    snprintf(path, sizeof path, "%s/%s/json", folder, collection);
    DIR *list = opendir(path);
    ck_assert_ptr_nonnull(list);
    for (const struct dirent *one; (one = readdir(list)) != NULL;) {
        const char *dot = strrchr(one->d_name, '.');
        if (dot == NULL || strcmp(dot, ".json") != 0 || strcmp(one->d_name, contradicting) == 0)
            continue;
        snprintf(json, sizeof json, "%s/%s", path, one->d_name);
        snprintf(csv, sizeof csv, "%s/%s/%s/%.*s.csv", folder, collection, csv_folder,
                 (int)(dot - one->d_name), one->d_name);
        check_pair(csv, json);
        count += 1;
    }
    closedir(list);
    return count;
}

START_TEST(spectrum)
{
    ck_assert_uint_eq(check_pairs("csv-spectrum", "csvs"), 11);
}
END_TEST

START_TEST(test_data)
{
    ck_assert_uint_eq(check_pairs("csv-test-data", "csv"), 18);
}
END_TEST

START_TEST(bad_files)
{
    static const struct {
        const char *file;
        sel_status status;
        uint64_t line;
        uint64_t warnings;
    } files[] = {
        {"bad-missing-quote", SEL_BAD_INPUT, 2, 0},
        {"bad-quotes-with-unescaped-quote", SEL_BAD_INPUT, 2, 0},
        {"bad-unescaped-quote", SEL_OK, 0, 2},
        {"bad-header-no-header", SEL_OK, 0, 0},
        {"bad-header-less-fields", SEL_OK, 0, 0},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char path[2048];
        snprintf(path, sizeof path, "%s/csv-test-data/csv/%s.csv", folder, files[i].file);
        sheet all = read_sheet(path);
        ck_assert_msg(all.status == files[i].status, "%s", path);
        ck_assert_uint_eq(all.err.line, files[i].line);
        ck_assert_uint_eq(all.issues.counts[SEL_WARNING], files[i].warnings);
        sel_arena_destroy(all.arena);
    }
}
END_TEST

int main(void)
{
    if (!material_find("csv", folder))
        return MATERIAL_MISSING;
    const TTest *tests[] = {spectrum, test_data, bad_files, NULL};
    return run_tests("csv_corpus", tests);
}
