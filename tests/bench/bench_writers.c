/* Time of each writer for one large table: bench_writers [rows]. */
#include "base/number.h"
#include "report/writer.h"

#include "stopwatch.h"

static bool count_bytes(void *to, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)to += length;
    return true;
}

static void fill(sel_report *report, int64_t rows)
{
    sel_section *section = sel_report_section(report, "s", SEL_STR("Places"));
    sel_table *table = sel_section_table(section, "places", SEL_STR("Places"));
    sel_table_column(table, (sel_column){.id = "country", .label = SEL_STR("Country")});
    sel_table_column(table, (sel_column){.id = "capability", .label = SEL_STR("Capability")});
    sel_table_column(table, (sel_column){.id = "donors",
                                         .label = SEL_STR("Donors"),
                                         .type = SEL_COLUMN_INTEGER,
                                         .bounds = true});
    sel_table_column(
        table, (sel_column){.id = "share", .label = SEL_STR("Share"), .type = SEL_COLUMN_PERCENT});
    sel_table_column(
        table, (sel_column){.id = "start", .label = SEL_STR("Start"), .type = SEL_COLUMN_DATE});
    for (int64_t i = 0; i < rows; i++) {
        sel_table_row(table);
        sel_cell_text(table, SEL_STR("Papua New Guinea"));
        sel_cell_text(table, SEL_STR("Incident response, \"crisis\" management"));
        sel_cell_integer(table, i % 40);
        sel_cell_between(table, (double)(i % 40), (double)(i % 40 + 2));
        sel_cell_percent(table, (double)(i % 1000) / 1000);
        sel_cell_date(table, (sel_day)(i % 20000));
    }
}

int main(int argc, char **argv)
{
    int64_t rows = 100000;
    if (argc > 1 && !sel_number_integer(sel_str_of(argv[1]), &rows))
        return 2;
    sel_report report = {.arena = sel_arena_create(), .id = "bench", .title = SEL_STR("Bench")};
    moment begin = moment_now();
    fill(&report, rows);
    printf("fill   %6.3f s  %zu MB\n", moment_since(begin).processor,
           sel_arena_bytes(report.arena) / (1 << 20));
    uint32_t count = 0;
    const sel_writer *writers = sel_writers(&count);
    for (uint32_t i = 0; i < count; i++) {
        size_t bytes = 0;
        begin = moment_now();
        sel_status status = writers[i].write(&report, &(sel_write_options){.width = 120},
                                             (sel_stream){count_bytes, &bytes}, NULL);
        if (status != SEL_OK)
            return 1;
        printf("%-6s %6.3f s  %zu MB written\n", writers[i].name, moment_since(begin).processor,
               bytes / (1 << 20));
    }
    sel_arena_destroy(report.arena);
    return 0;
}
