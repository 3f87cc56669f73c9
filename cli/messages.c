#include "messages.h"

#include <inttypes.h>
#include <stdarg.h>

int say_error(const sel_error *err)
{
    fprintf(stderr, "selaras: ");
    if (err->source[0] != '\0' && err->line > 0)
        fprintf(stderr, "%s:%" PRIu64 ": ", err->source, err->line);
    fprintf(stderr, "%s\n", err->message[0] == '\0' ? sel_status_text(err->status) : err->message);
    switch (err->status) {
    case SEL_USAGE:
        return EXIT_USAGE;
    case SEL_BAD_INPUT:
    case SEL_REFUSED:
    case SEL_UNSUPPORTED:
        return EXIT_REFUSED;
    case SEL_OK:
    case SEL_NOT_FOUND:
    case SEL_CONFLICT:
    case SEL_BUSY:
    case SEL_NUMERIC:
    case SEL_IO:
        return EXIT_FAILED;
    }
    return EXIT_FAILED;
}

int say_usage(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(stderr, "selaras: ");
    vfprintf(stderr, format, args);
    fprintf(stderr, "\n");
    va_end(args);
    return EXIT_USAGE;
}

void say_hint(const cli_desk *desk, const char *format, ...)
{
    if (desk->quiet)
        return;
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    fprintf(stderr, "\n");
    va_end(args);
}

const char *nearest_of(const char *word, const char *const *names, size_t count)
{
    size_t best = strlen(word) / 3 + 2;
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t distance = sel_str_distance(sel_str_of(word), sel_str_of(names[i]), best);
        if (distance < best) {
            best = distance;
            nearest = names[i];
        }
    }
    return nearest;
}
