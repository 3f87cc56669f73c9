/** datadirs.h - where questionnaires and models are.
 *
 * Looked for in this order: --data, SELARAS_DATA (folders between colons),
 * XDG_DATA_HOME or ~/.local/share, share/selaras beside the program's folder,
 * the place compiled in. A name with a slash is a path of its own. */
#ifndef CLI_DATADIRS_H
#define CLI_DATADIRS_H

#include "desk.h"

/** Path of relative ("models/x.yaml") in the first folder that has it, in the desk's arena, or
 * NULL. `to` is the desk. */
const char *datadirs_find(void *to, const char *relative);

#endif
