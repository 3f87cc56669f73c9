#include "analysis/episodes.h"

/** A place that was asked for, with what is given there. */
typedef struct asked_place {
    uint32_t key; /* recipient << 8 | capability */
    sel_rate *rates;
    uint32_t count;
    uint32_t room;
} asked_place;

/** The walk over one place. */
typedef struct following {
    sel_rate_sweep *sweep;
    const sel_rate *rates;
    uint32_t *met; /* per donor of the place: number of the episode that it was last met in */
    sel_episode *list;
    uint32_t count;
    uint32_t room;
    bool open;
    sel_arena *arena;
} following;

static asked_place *find_place(asked_place *asked, uint32_t count, const sel_study_place *place)
{
    uint32_t key = (uint32_t)place->recipient << 8 | place->capability;
    uint32_t low = 0;
    uint32_t high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (asked[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && asked[low].key == key ? &asked[low] : NULL;
}

static void gather(const sel_study *study, const bool *counted, sel_surety surety,
                   asked_place *asked, uint32_t count, sel_arena *arena)
{
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        if (!counted[p] || !sel_giving_in_window(study, programme))
            continue;
        for (uint32_t i = 0; i < programme->place_count; i++) {
            asked_place *place = find_place(asked, count, &programme->places[i]);
            if (place == NULL)
                continue;
            sel_rate rate = sel_giving_rate(study, programme, &programme->places[i], surety);
            if (rate.rate == 0)
                continue;
            place->rates = sel_arena_one_more(arena, place->rates, place->count, &place->room,
                                              sizeof *place->rates);
            place->rates[place->count++] = rate;
        }
    }
}

static void meet(following *follow, uint32_t donor)
{
    sel_episode *episode = &follow->list[follow->count - 1];
    episode->donors += follow->met[donor] != follow->count;
    follow->met[donor] = follow->count;
}

static void begin_episode(following *follow)
{
    const sel_rate_sweep *sweep = follow->sweep;
    follow->list = sel_arena_one_more(follow->arena, follow->list, follow->count, &follow->room,
                                      sizeof *follow->list);
    follow->list[follow->count++] =
        (sel_episode){.from = sweep->day, .programmes = sweep->programmes};
    for (uint32_t d = 0; d < sweep->donor_count; d++)
        if (sweep->list[d].programmes > 0)
            meet(follow, d);
}

/* The programmes that begin today join the episode that goes on. */
static void join_episode(following *follow)
{
    const sel_rate_sweep *sweep = follow->sweep;
    for (uint32_t i = 0; i < sweep->change_count; i++) {
        const sel_rate *rate = &follow->rates[sweep->changes[i] >> 1];
        if ((sweep->changes[i] & 1U) != 0)
            continue;
        follow->list[follow->count - 1].programmes++;
        for (uint32_t n = 0; n < rate->donor_count; n++)
            meet(follow, sweep->donor_at[rate->donors[n]]);
    }
}

static sel_episodes follow_place(sel_rate_sweep *sweep, const asked_place *place, sel_arena *arena,
                                 sel_arena *scratch)
{
    following follow = {.sweep = sweep, .rates = place->rates, .arena = arena};
    sel_rate_sweep_start(sweep, place->rates, place->count);
    follow.met = sel_arena_array(scratch, sweep->donor_count, sizeof *follow.met);
    while (sel_rate_sweep_next(sweep)) {
        bool together = sel_rate_sweep_beyond(sweep) > 0;
        if (together && !follow.open)
            begin_episode(&follow);
        else if (together)
            join_episode(&follow);
        if (together)
            follow.list[follow.count - 1].to = sweep->until;
        follow.open = together;
    }
    return (sel_episodes){follow.list, follow.count};
}

const sel_episodes *sel_episodes_at(const sel_study *study, const sel_supplies *supplies,
                                    const bool *counted, const uint32_t *places, uint32_t count,
                                    sel_surety surety, sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    asked_place *asked = sel_arena_array(scratch, count, sizeof *asked);
    for (uint32_t i = 0; i < count; i++)
        asked[i].key =
            supplies->list[places[i]].recipient << 8 | supplies->list[places[i]].capability;
    gather(study, counted, surety, asked, count, scratch);
    uint32_t most = 0;
    for (uint32_t i = 0; i < count; i++)
        most = asked[i].count > most ? asked[i].count : most;
    sel_rate_sweep *sweep = sel_rate_sweep_create(most, study->organisation_count,
                                                  study->window_start, study->window_end);
    sel_episodes *episodes = sel_arena_array(arena, count, sizeof *episodes);
    for (uint32_t i = 0; i < count; i++)
        episodes[i] = follow_place(sweep, &asked[i], arena, scratch);
    sel_rate_sweep_destroy(sweep);
    sel_arena_destroy(scratch);
    return episodes;
}
