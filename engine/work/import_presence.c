#include "work/import_presence.h"

sel_presence sel_presence_start(bool complete)
{
    sel_presence presence = {.complete = complete};
    if (complete) {
        presence.records = sel_index_create();
        presence.registers = sel_index_create();
        presence.refused = sel_index_create();
        presence.scratch = sel_arena_create();
    }
    return presence;
}

void sel_presence_end(sel_presence *presence)
{
    if (!presence->complete)
        return;
    sel_index_destroy(presence->records);
    sel_index_destroy(presence->registers);
    sel_index_destroy(presence->refused);
    sel_arena_destroy(presence->scratch);
}

/* Lives until the next one. */
static sel_str address_of(sel_presence *presence, sel_str register_name, sel_str id)
{
    sel_arena_reset(presence->scratch);
    return sel_str_printf(presence->scratch, "%.*s\n%.*s", SEL_STR_ARG(register_name),
                          SEL_STR_ARG(id));
}

void sel_presence_take(sel_presence *presence, sel_str register_name, sel_str id)
{
    if (!presence->complete)
        return;
    sel_index_add(presence->registers, register_name);
    sel_index_add(presence->records, address_of(presence, register_name, id));
}

void sel_presence_refuse(sel_presence *presence, sel_str id)
{
    if (presence->complete)
        sel_index_add(presence->refused, id);
}

static bool is_in_file(void *of, sel_str id)
{
    sel_presence *presence = of;
    sel_str address = address_of(presence, presence->asked, id);
    return sel_index_find(presence->records, address) != SEL_NONE ||
           sel_index_find(presence->refused, id) != SEL_NONE;
}

sel_status sel_presence_vanish(sel_presence *presence, sel_store *store, int64_t source,
                               uint64_t *vanished, sel_error *err)
{
    sel_status status = SEL_OK;
    uint32_t registers = presence->complete ? sel_index_count(presence->registers) : 0;
    *vanished = 0;
    for (uint32_t i = 0; i < registers && status == SEL_OK; i++) {
        uint64_t count = 0;
        presence->asked = sel_index_name(presence->registers, i);
        status = sel_store_put_vanished(store, source, presence->asked, is_in_file, presence,
                                        &count, err);
        *vanished += count;
    }
    return status;
}
