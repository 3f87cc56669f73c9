/** context.h - what every use case needs besides the store: words, code lists, model, time.
 *
 * The engine does not look for files itself: the caller gives a finder. */
#ifndef SEL_WORK_CONTEXT_H
#define SEL_WORK_CONTEXT_H

#include "base/issues.h"
#include "domain/model.h"
#include "domain/reference.h"

/** Path of a data file by its place under share/selaras ("models/x.yaml"), or NULL. The path
 *  lives as long as the context. */
typedef const char *sel_find_data(void *to, const char *relative);

typedef struct sel_context_options {
    sel_find_data *find;
    void *to;
    const char *language; /**< "fr"; NULL: English */
    const char *model;    /**< id of a model or its file; NULL: "four-principles" */
    const char *rates;    /**< file with rates of exchange that go before ours, or NULL */
    int64_t now;          /**< UTC seconds */
} sel_context_options;

typedef struct sel_context {
    sel_arena *arena;
    sel_reference reference;
    sel_words english;
    sel_words words;
    sel_language language;
    sel_model model;
    const uint32_t *by_name; /**< see sel_context_by_name */
    const char *codelists;   /**< folder the code lists came from */
    sel_find_data *find;
    void *to;
    int64_t now;
} sel_context;

/** Open into *context (NULL on failure), with the taxonomy "cyber". SEL_NOT_FOUND when data files
 *  are missing. */
SEL_CHECKED
sel_status sel_context_open(const sel_context_options *options, sel_context **context,
                            sel_error *err);

/** Work with the taxonomy a store was made for from here on; numbers of capabilities got before are
 *  void. SEL_NOT_FOUND: there is no such taxonomy (the message lists those there are); then the
 *  context is good only for closing. */
SEL_CHECKED
sel_status sel_context_use(sel_context *context, sel_str taxonomy, sel_error *err);

/** NULL is allowed. */
void sel_context_close(sel_context *context);

/** All recipients in the order of their names in the context's language (byte order); as many as
 *  reference.geography has, in the context's arena. */
const uint32_t *sel_context_by_name(const sel_context *context);

/** Name of a recipient, a capability in the context's language. */
sel_str sel_context_recipient(const sel_context *context, uint32_t recipient);
sel_str sel_context_capability(const sel_context *context, uint32_t capability);

#endif
