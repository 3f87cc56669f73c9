#include "selaras.h"

#include <gsl/gsl_errno.h>
#include <libxml/parser.h>
#include <sodium.h>

sel_status sel_init(sel_error *err)
{
    gsl_set_error_handler_off();
    xmlInitParser();
    if (sodium_init() < 0)
        return sel_fail(err, SEL_UNSUPPORTED, "libsodium could not be started");
    return SEL_OK;
}

const char *sel_version(void)
{
    return SELARAS_VERSION;
}
