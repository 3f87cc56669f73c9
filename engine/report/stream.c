#include "report/stream.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>

static bool write_file(void *to, const char *bytes, size_t length)
{
    if (length == 0)
        return fflush(to) == 0;
    return fwrite(bytes, 1, length, to) == length;
}

sel_stream sel_stream_file(FILE *file)
{
    return (sel_stream){write_file, file};
}

static bool write_memory(void *to, const char *bytes, size_t length)
{
    sel_text_add(to, (sel_str){bytes, length});
    return true;
}

sel_stream sel_stream_memory(sel_text *text)
{
    return (sel_stream){write_memory, text};
}

static void send(sel_output *out, const char *bytes, size_t length)
{
    if (out->failed)
        return;
    errno = 0;
    if (out->stream.write(out->stream.to, bytes, length))
        return;
    out->failed = true;
    out->cause = errno;
}

static void empty_buffer(sel_output *out)
{
    if (out->used > 0)
        send(out, out->buffer, out->used);
    out->used = 0;
}

void sel_output_put(sel_output *out, sel_str bytes)
{
    if (bytes.len > sizeof out->buffer - out->used)
        empty_buffer(out);
    if (bytes.len > sizeof out->buffer) {
        send(out, bytes.ptr, bytes.len);
    } else if (bytes.len > 0) {
        memcpy(out->buffer + out->used, bytes.ptr, bytes.len);
        out->used += bytes.len;
    }
}

void sel_output_text(sel_output *out, const char *text)
{
    sel_output_put(out, sel_str_of(text));
}

void sel_output_printf(sel_output *out, const char *format, ...)
{
    char text[256];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    assert(length >= 0 && (size_t)length < sizeof text);
    (void)length;
    sel_output_text(out, text);
}

void sel_output_fill(sel_output *out, char c, size_t times)
{
    for (size_t i = 0; i < times; i++)
        sel_output_put(out, (sel_str){&c, 1});
}

static bool needs_quotes(char separator, sel_str field)
{
    for (size_t i = 0; i < field.len; i++)
        if (field.ptr[i] == separator || memchr("\"\r\n", field.ptr[i], 3) != NULL)
            return true;
    return field.len > 0 && (field.ptr[0] == ' ' || field.ptr[field.len - 1] == ' ');
}

void sel_output_csv_field(sel_output *out, char separator, sel_str field)
{
    if (!needs_quotes(separator, field)) {
        sel_output_put(out, field);
        return;
    }
    sel_str part = {0};
    sel_output_text(out, "\"");
    for (bool first = true; sel_str_next(&field, '"', &part); first = false) {
        sel_output_text(out, first ? "" : "\"\"");
        sel_output_put(out, part);
    }
    sel_output_text(out, "\"");
}

sel_status sel_output_end(sel_output *out, sel_error *err)
{
    empty_buffer(out);
    send(out, "", 0);
    if (!out->failed)
        return SEL_OK;
    char reason[128] = "";
    if (out->cause == 0 || strerror_r(out->cause, reason, sizeof reason) != 0)
        snprintf(reason, sizeof reason, "the receiver took no more");
    return sel_fail(err, SEL_IO, "could not write: %s", reason);
}
