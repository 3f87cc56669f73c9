#include "report/writer.h"

#include "report/writers.h"

static const sel_writer writers[] = {
    {"table", sel_write_table}, {"csv", sel_write_csv},   {"json", sel_write_json},
    {"jsonl", sel_write_jsonl}, {"html", sel_write_html},
};

enum { WRITERS = sizeof writers / sizeof writers[0] };

const sel_writer *sel_writers(uint32_t *count)
{
    *count = WRITERS;
    return writers;
}

const sel_writer *sel_writer_find(sel_str name)
{
    for (size_t i = 0; i < WRITERS; i++)
        if (sel_str_is(name, writers[i].name))
            return &writers[i];
    return NULL;
}
