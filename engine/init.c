#include "selaras.h"

#include <gsl/gsl_errno.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <sodium.h>

/* jansson answers a failed allocation with a value left out; ours ends the program instead. */
static void *allocate(size_t size)
{
    return sel_memory_resize(NULL, size == 0 ? 1 : size, 1);
}

sel_status sel_init(sel_error *err)
{
    gsl_set_error_handler_off();
    xmlInitParser();
    json_set_alloc_funcs(allocate, free);
    if (sodium_init() < 0)
        return sel_fail(err, SEL_UNSUPPORTED, "libsodium could not be started");
    return SEL_OK;
}

const char *sel_version(void)
{
    return SELARAS_VERSION;
}
