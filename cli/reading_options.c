#include "reading_options.h"

void reading_specs(cli_reading *reading, cli_option *specs, size_t own)
{
    sel_intake_options *said = &reading->said;
    const cli_option rows[] = {
        {"encoding", "NAME", &said->encoding, NULL, "option.encoding"},
        {"delimiter", "SIGN", &said->delimiter, NULL, "option.delimiter"},
        {"decimal", "SIGN", &said->decimal, NULL, "option.decimal"},
        {"date-order", "ORDER", &said->date_order, NULL, "option.date-order"},
        {"labels", "L", &said->labels, NULL, "option.labels"},
        {"mapping", "FILE", &said->mapping, NULL, "option.mapping"},
        {"reply", "DIR", &reading->letters.replies, NULL, "option.reply"},
        {"annotate", "FILE", &reading->letters.copy, NULL, "option.annotate"},
        {0}};
    _Static_assert(sizeof rows / sizeof rows[0] <= READING_ROWS, "READING_ROWS is too small");
    memcpy(specs + own, rows, sizeof rows);
}
