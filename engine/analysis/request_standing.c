#include "analysis/request_standing.h"

static bool answers(const sel_study_offer *offer, const sel_study_request *request)
{
    return offer->recipient == request->recipient && offer->capability == request->capability &&
           (!offer->answered.known || offer->answered.latest >= sel_time_day(request->received));
}

static sel_reaction best_answer(const sel_study *study, const sel_study_request *request)
{
    static const int rank[] = {[SEL_REACTION_UNKNOWN] = 0,
                               [SEL_REACTION_DECLINED] = 1,
                               [SEL_REACTION_PENDING] = 2,
                               [SEL_REACTION_PARTLY] = 3,
                               [SEL_REACTION_MET] = 4};
    sel_reaction best = SEL_REACTION_UNKNOWN;
    for (uint32_t i = 0; i < study->offer_count; i++)
        if (answers(&study->offers[i], request) && rank[study->offers[i].reaction] > rank[best])
            best = study->offers[i].reaction;
    return best;
}

static const bool *cited_requests(const sel_study *study, sel_arena *arena)
{
    bool *cited = sel_arena_array(arena, study->request_count, sizeof *cited);
    for (uint32_t i = 0; i < study->programme_count; i++)
        if (study->programmes[i].request != SEL_NONE)
            cited[study->programmes[i].request] = true;
    return cited;
}

const sel_request_state *sel_request_states(const sel_study *study, sel_arena *arena)
{
    const bool *cited = cited_requests(study, arena);
    sel_request_state *states = sel_arena_array(arena, study->request_count, sizeof *states);
    for (uint32_t i = 0; i < study->request_count; i++) {
        const sel_study_request *request = &study->requests[i];
        sel_reaction answer = best_answer(study, request);
        states[i].answer = answer;
        if (request->withdrawn.known)
            states[i].standing = SEL_REQUEST_WITHDRAWN;
        else if (cited[i])
            states[i].standing = SEL_REQUEST_CITED;
        else if (answer == SEL_REACTION_MET)
            states[i].standing = SEL_REQUEST_MET;
    }
    return states;
}
