#include "outputs.h"

#include "messages.h"

static bool is_read(const char *output, const cli_operands *read, const char *also)
{
    bool found = also != NULL && sel_draft_file_replaces(output, also);
    for (int i = 0; i < read->count && !found; i++)
        found = sel_draft_file_replaces(output, read->list[i]);
    return found;
}

int outputs_apart(const cli_desk *desk, cli_outputs outputs, const cli_operands *read,
                  const char *also)
{
    for (int i = 0; i < outputs.count; i++) {
        const char *output = outputs.list[i];
        if (output == NULL)
            continue;
        if (is_read(output, read, also))
            return say_usage("'%s' is read and cannot be written too; name another file", output);
        if (sel_draft_file_replaces(output, desk_store_path(desk)))
            return say_usage("'%s' is the store and cannot be written over; name another file",
                             output);
        for (int j = 0; j < i; j++)
            if (outputs.list[j] != NULL && sel_draft_file_replaces(output, outputs.list[j]))
                return say_usage("'%s' is named for two lists; name a file for each", output);
    }
    return EXIT_DONE;
}
