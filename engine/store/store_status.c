#include "store/row.h"

#include <assert.h>

sel_status sel_store_put_round(sel_store *store, const sel_round *round, sel_error *err)
{
    sel_query put = sel_query_start(store, SQL_PUT_ROUND);
    sel_query_put_text(&put, round->name);
    sel_query_put_known(&put, round->open.known, round->open.earliest);
    sel_query_put_known(&put, round->open.known, round->open.latest);
    sel_status status = sel_query_run(&put, err);
    if (status != SEL_OK)
        return status;
    sel_query old = sel_query_start(store, SQL_DELETE_EXPECTED);
    sel_query_put_text(&old, round->name);
    status = sel_query_run(&old, err);
    for (uint32_t i = 0; i < round->expected_count && status == SEL_OK; i++) {
        sel_query query = sel_query_start(store, SQL_INSERT_EXPECTED);
        sel_query_put_text(&query, round->name);
        sel_query_put_text(&query, round->expected[i]);
        status = sel_query_run(&query, err);
    }
    return status;
}

static sel_status list_expected(sel_store *store, sel_arena *arena, sel_round *round,
                                sel_error *err)
{
    sel_str *expected = NULL;
    uint32_t room = 0;
    sel_query query = sel_query_start(store, SQL_EACH_EXPECTED);
    sel_query_put_text(&query, round->name);
    while (sel_query_next(&query)) {
        expected =
            sel_arena_one_more(arena, expected, round->expected_count, &room, sizeof *expected);
        expected[round->expected_count++] = sel_query_take_text(&query, arena);
    }
    round->expected = expected;
    return sel_query_end(&query, err);
}

sel_status sel_store_find_round(sel_store *store, sel_str name, sel_arena *arena, sel_round *round,
                                sel_error *err)
{
    *round = (sel_round){.name = sel_str_copy(arena, name)};
    sel_query query = sel_query_start(store, SQL_FIND_ROUND);
    sel_query_put_text(&query, name);
    bool found = sel_query_next(&query);
    if (found)
        round->open = sel_query_take_days(&query);
    sel_status status = sel_query_end(&query, err);
    if (status == SEL_OK && !found)
        return sel_fail(err, SEL_NOT_FOUND, "there is no round '%.*s'", SEL_STR_ARG(name));
    return status == SEL_OK ? list_expected(store, arena, round, err) : status;
}

static sel_status count(sel_store *store, sel_store_state *state, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_COUNTS);
    uint64_t *const counts[] = {
        &state->sources,  &state->respondents, &state->submissions, &state->revisions,
        &state->requests, &state->programmes,  &state->set_aside,   &state->vanished,
        &state->versions, &state->findings,    &state->decisions,
    };
    if (sel_query_next(&query)) {
        for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
            *counts[i] = (uint64_t)sel_query_take_integer(&query);
        state->any_received = sel_query_take_known(&query, &state->newest_received);
    }
    state->programmes -= state->set_aside;
    return sel_query_end(&query, err);
}

static sel_status list_rounds(sel_store *store, sel_arena *arena, sel_store_state *state,
                              sel_round_state **rounds, sel_error *err)
{
    uint32_t room = 0;
    sel_query query = sel_query_start(store, SQL_EACH_ROUND);
    while (sel_query_next(&query)) {
        *rounds = sel_arena_one_more(arena, *rounds, state->round_count, &room, sizeof **rounds);
        sel_round_state *round = &(*rounds)[state->round_count++];
        round->name = sel_query_take_text(&query, arena);
        round->open = sel_query_take_days(&query);
        round->submissions = (uint32_t)sel_query_take_integer(&query);
    }
    return sel_query_end(&query, err);
}

static sel_status list_missing(sel_store *store, sel_arena *arena, sel_round_state *round,
                               sel_error *err)
{
    sel_str *missing = NULL;
    uint32_t room = 0;
    assert(round != NULL);
    sel_query query = sel_query_start(store, SQL_EACH_EXPECTED);
    sel_query_put_text(&query, round->name);
    while (sel_query_next(&query)) {
        sel_str recipient = sel_query_take_text(&query, arena);
        bool answered = sel_query_take_integer(&query) != 0;
        round->expected += 1;
        if (answered) {
            round->answered += 1;
            continue;
        }
        missing = sel_arena_one_more(arena, missing, round->missing_count, &room, sizeof *missing);
        missing[round->missing_count++] = recipient;
    }
    round->missing = missing;
    return sel_query_end(&query, err);
}

sel_status sel_store_status(sel_store *store, sel_arena *arena, sel_store_state *state,
                            sel_error *err)
{
    *state = (sel_store_state){
        .taxonomy = sel_str_copy(arena, store->taxonomy),
        .created = store->created,
    };
    sel_round_state *rounds = NULL;
    sel_status status = count(store, state, err);
    if (status == SEL_OK)
        status = list_rounds(store, arena, state, &rounds, err);
    for (uint32_t i = 0; i < state->round_count && status == SEL_OK; i++)
        status = list_missing(store, arena, &rounds[i], err);
    state->rounds = rounds;
    return status;
}
