#include "work/intake_statements.h"

#include "domain/statement.h"
#include "store/store_programmes.h"

/* Programmes that a response tells of. */
typedef struct stated {
    const sel_programme *list;
    uint32_t count;
} stated;

/* A row that the newest answer no longer has stays in history, but is set aside. */
static sel_status withdraw_statement(const sel_statement_place *place, const sel_response *response,
                                     const stated *kept, uint32_t number, sel_error *err)
{
    sel_programme gone = sel_programme_blank();
    gone.register_name = sel_statement_register(response, place->reference, place->scratch);
    gone.id = sel_statement_id(response, number, place->scratch);
    gone.set_aside = true;
    for (uint32_t i = 0; i < kept->count; i++)
        if (sel_str_equal(kept->list[i].id, gone.id))
            return SEL_OK;
    sel_stored_place stored;
    sel_status status = sel_store_record_place(place->store, gone.register_name, gone.id,
                                               place->scratch, &stored, err);
    if (status == SEL_NOT_FOUND) {
        *err = (sel_error){0};
        return SEL_OK;
    }
    sel_put_outcome outcome;
    return status != SEL_OK
               ? status
               : sel_store_put_programme(place->store, place->source, &gone, &outcome, err);
}

static sel_status withdraw_statements(const sel_statement_place *place,
                                      const sel_response *response, const stated *kept,
                                      sel_error *err)
{
    sel_status status = SEL_OK;
    for (uint32_t n = 1; n <= SEL_STATEMENT_ROWS_MAX && status == SEL_OK; n++)
        status = withdraw_statement(place, response, kept, n, err);
    return status;
}

sel_status sel_statements_store(const sel_statement_place *place, const sel_response *response,
                                bool replaces, sel_error *err)
{
    stated kept = {0};
    kept.list = sel_statement_programmes(response, place->reference, place->scratch, &kept.count);
    sel_status status = SEL_OK;
    sel_put_outcome outcome;
    for (uint32_t i = 0; i < kept.count && status == SEL_OK; i++)
        status = sel_store_put_programme(place->store, place->source, &kept.list[i], &outcome, err);
    if (status == SEL_OK && replaces)
        status = withdraw_statements(place, response, &kept, err);
    return status;
}

sel_status sel_requests_store(const sel_statement_place *place, const sel_response *response,
                              const sel_put_response *put, sel_error *err)
{
    uint32_t count = 0;
    const sel_request *requests =
        sel_statement_requests(response, place->reference, place->now, place->scratch, &count);
    sel_status status = SEL_OK;
    sel_put_outcome outcome;
    for (uint32_t i = 0; i < count && status == SEL_OK; i++)
        status =
            sel_store_put_request(place->store, place->source, put, &requests[i], &outcome, err);
    return status;
}
