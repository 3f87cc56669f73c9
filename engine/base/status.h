/** status.h - how a call ended, and what went wrong where.
 *
 * Fallible functions return sel_status and fill a sel_error that lives in the
 * caller's frame. Faults in the data are not errors: see issues.h. */
#ifndef SEL_BASE_STATUS_H
#define SEL_BASE_STATUS_H

#include <stdint.h>

#if defined(__GNUC__)
#define SEL_CHECKED          __attribute__((warn_unused_result))
#define SEL_PRINTF(fmt, arg) __attribute__((format(printf, fmt, arg)))
#define SEL_SENTINEL         __attribute__((sentinel))
#else
#define SEL_CHECKED
#define SEL_PRINTF(fmt, arg)
#define SEL_SENTINEL
#endif

/* A code is added only when a caller acts differently on it. */
#define SEL_STATUS_LIST(X)                                                                         \
    X(SEL_OK, "ok", "done")                                                                        \
    X(SEL_BAD_INPUT, "bad-input", "the input does not follow its format")                          \
    X(SEL_REFUSED, "refused", "the data cannot be taken as they are")                              \
    X(SEL_NOT_FOUND, "not-found", "it does not exist")                                             \
    X(SEL_CONFLICT, "conflict", "it contradicts what is stored")                                   \
    X(SEL_BUSY, "busy", "another program is using the store")                                      \
    X(SEL_NUMERIC, "numeric", "the calculation has no usable result")                              \
    X(SEL_IO, "io", "reading or writing failed")                                                   \
    X(SEL_UNSUPPORTED, "unsupported", "this version cannot do it")                                 \
    X(SEL_USAGE, "usage", "the call was not understood")

typedef enum sel_status {
#define X(code, name, text) code,
    SEL_STATUS_LIST(X)
#undef X
} sel_status;

/** One failure. Plain data, no allocation; zero-initialise it. */
typedef struct sel_error {
    sel_status status;
    uint64_t line;     /**< line of source, from 1; 0 when unknown or meaningless */
    uint64_t column;   /**< column or cell of that line, from 1; 0 when unknown */
    char source[256];  /**< file or object concerned; may be empty */
    char message[512]; /**< one line: lower case, no full stop, the failure first */
} sel_error;

/** Stable name of a status ("bad-input"); never NULL. */
const char *sel_status_name(sel_status status);

/** Sentence part for a status; never NULL. */
const char *sel_status_text(sel_status status);

/** Fill err (NULL allowed) with a message and return status, so that a function can end with
 *  `return sel_fail(err, SEL_BAD_INPUT, "weights sum to %g, not 1", sum);`. Place and source
 *  already set in err are kept. */
sel_status sel_fail(sel_error *err, sel_status status, const char *format, ...) SEL_PRINTF(3, 4);

/** Say where the failure in err happened; does nothing when err is NULL. */
void sel_error_place(sel_error *err, const char *source, uint64_t line, uint64_t column);

#endif
