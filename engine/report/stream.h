/** stream.h - where a writer's bytes go.
 *
 * A file, memory or a connection: a stream takes bytes in order until it
 * refuses some. Writers reach it through a buffer that remembers the first
 * refusal, so that they need to look only once, at the end. */
#ifndef SEL_REPORT_STREAM_H
#define SEL_REPORT_STREAM_H

#include "base/text.h"

/** write takes all bytes, or returns false with the reason in errno and is not called again. The
 *  last call has length 0 and means: nothing may be held back now. */
typedef struct sel_stream {
    bool (*write)(void *to, const char *bytes, size_t length);
    void *to;
} sel_stream;

/** To an open file, which stays open. */
sel_stream sel_stream_file(FILE *file);

/** Appended to a text. */
sel_stream sel_stream_memory(sel_text *text);

/** A stream with a buffer. Start with `sel_output out = {.stream = stream}`. */
typedef struct sel_output {
    sel_stream stream;
    size_t used;
    bool failed;
    int cause; /**< errno of the refusal */
    char buffer[4096];
} sel_output;

void sel_output_put(sel_output *out, sel_str bytes);

/** The same for a NUL-terminated text. */
void sel_output_text(sel_output *out, const char *text);

/** At most 255 bytes of formatted text: numbers and words of our own. */
void sel_output_printf(sel_output *out, const char *format, ...) SEL_PRINTF(2, 3);

/** Spaces, or any other single byte. */
void sel_output_fill(sel_output *out, char c, size_t times);

/** A field of a CSV file, in quotes when it holds a separator, a quote or a line end, or has a
 * blank at an end. */
void sel_output_csv_field(sel_output *out, char separator, sel_str field);

/** Send what is left; SEL_IO when the stream refused anything since the start. */
SEL_CHECKED
sel_status sel_output_end(sel_output *out, sel_error *err);

#endif
