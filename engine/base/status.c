#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>

static const struct {
    const char *name;
    const char *text;
} statuses[] = {
#define X(code, name, text) [code] = {name, text},
    SEL_STATUS_LIST(X)
#undef X
};

const char *sel_status_name(sel_status status)
{
    return statuses[status].name;
}

const char *sel_status_text(sel_status status)
{
    return statuses[status].text;
}

sel_status sel_fail(sel_error *err, sel_status status, const char *format, ...)
{
    if (err != NULL) {
        va_list args;
        va_start(args, format);
        err->status = status;
        vsnprintf(err->message, sizeof err->message, format, args);
        va_end(args);
    }
    return status;
}

void sel_error_place(sel_error *err, const char *source, uint64_t line, uint64_t column)
{
    if (err == NULL)
        return;
    snprintf(err->source, sizeof err->source, "%s", source == NULL ? "" : source);
    err->line = line;
    err->column = column;
}
