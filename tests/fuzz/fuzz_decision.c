/** fuzz_decision.c - any bytes as a decision table: nothing may crash, and what is read must be
 *  sound. What stands before a line "--" is judgements about the criteria of the table. */
#include "input/decision_table.h"
#include "input/judgement_table.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

/* Names in their order, and each number once in the order of the file. */
static void check_names(const sel_str *names, const uint32_t *in_file, uint32_t count,
                        sel_arena *arena)
{
    bool *met = sel_arena_array(arena, count, sizeof *met);
    for (uint32_t i = 0; i < count; i++) {
        must(names[i].len > 0 && names[i].len <= SEL_DECISION_NAME_MAX);
        must(i == 0 || sel_str_compare(names[i - 1], names[i]) < 0);
        must(in_file[i] < count && !met[in_file[i]]);
        met[in_file[i]] = true;
    }
}

static void check_table(const sel_decision_table *table, sel_arena *arena)
{
    must(table->criterion_count > 0 && table->criterion_count <= SEL_CRITERIA_MAX);
    must(table->row_count > 0);
    check_names(table->criteria, table->in_columns, table->criterion_count, arena);
    check_names(table->rows, table->in_lines, table->row_count, arena);
    uint64_t known = 0;
    for (uint32_t j = 0; j < table->criterion_count; j++) {
        uint32_t of_column = 0;
        for (uint32_t i = 0; i < table->row_count; i++) {
            size_t at = (size_t)j * table->row_count + i;
            must(fabs(table->values[at]) <= SEL_DECISION_VALUE_MOST);
            must(table->known[at] || table->values[at] == 0);
            of_column += table->known[at];
        }
        must(of_column > 0);
        known += of_column;
    }
    for (uint32_t i = 0; i < table->row_count; i++)
        known -= table->known_row[i];
    must(known == 0);
}

static void check_judgements(const sel_judgement_table *table)
{
    uint32_t n = table->criteria;
    must(table->person_count > 0 && table->person_count <= SEL_JUDGEMENT_PERSONS_MAX);
    for (uint32_t p = 0; p < table->person_count; p++)
        for (uint32_t i = 0; i < n; i++)
            for (uint32_t j = 0; j < n; j++) {
                size_t there = ((size_t)p * n + i) * n + j;
                size_t back = ((size_t)p * n + j) * n + i;
                must(table->known[there] == table->known[back]);
                must(!table->known[there] ||
                     fabs(table->ratios[there] * table->ratios[back] - 1) < 1e-12);
            }
}

static void read_judgements(sel_str text, const sel_decision_table *of, sel_arena *arena)
{
    sel_issues issues = {.arena = arena};
    sel_judgement_table table;
    sel_bytes *bytes = sel_bytes_open_memory("j.csv", text);
    if (sel_judgement_table_read(bytes, of->criteria, of->criterion_count, arena, &table, &issues,
                                 NULL) == SEL_OK &&
        sel_issues_allow(&issues))
        check_judgements(&table);
    sel_bytes_close(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    sel_arena *arena = sel_arena_create();
    sel_str text = {(const char *)data, size};
    size_t cut = sel_str_find(text, SEL_STR("--\n"));
    bool judged = cut < size;
    sel_issues issues = {.arena = arena};
    sel_decision_table table;
    sel_bytes *bytes =
        sel_bytes_open_memory("fuzz.csv", judged ? sel_str_part(text, cut + 3, size) : text);
    if (sel_decision_table_read(bytes, arena, &table, &issues, NULL) == SEL_OK &&
        sel_issues_allow(&issues)) {
        check_table(&table, arena);
        if (judged)
            read_judgements(sel_str_part(text, 0, cut), &table, arena);
    }
    sel_bytes_close(bytes);
    sel_arena_destroy(arena);
    return 0;
}
