/** bench_organisations.c - how fast the parties of many records become organisations.
 *
 * Reads FOLDER (…/questionnaires/codelists), makes 20,000 distinct seeded names of three to seven
 * words, a third of them names of the table with something added, and adds 1,000,000 of them to a
 * roll: first each once (recognising), then the rest (remembering), then settles. */
#include "base/str.h"
#include "domain/organisation_roll.h"
#include "input/organisation_file.h"

#include "seeded.h"
#include "stopwatch.h"

enum { PARTIES = 1000000, NAMES = 20000 };

static const char *const words[] = {
    "National",  "Ministry", "Foreign",  "Affairs", "Cyber",         "Security",   "Agency",
    "Institute", "Centre",   "Fund",     "Bank",    "Development",   "Technology", "Communications",
    "Police",    "Academy",  "Regional", "Pacific", "International", "Foundation", "University",
    "Response",  "Council",  "Services", "Digital", "Trust",         "Alliance",   "Network"};

static sel_str make_name(const sel_organisations *table, uint64_t *state, sel_arena *arena, int i)
{
    if (i % 3 == 0) {
        sel_str known = table->list[seeded_bits(state) % table->count].name;
        return sel_str_printf(arena, "%.*s, office %d", SEL_STR_ARG(known), i);
    }
    sel_str name = sel_str_printf(arena, "N%d", i);
    for (uint64_t left = 2 + seeded_bits(state) % 5; left > 0; left--)
        name = sel_str_printf(arena, "%.*s %s", SEL_STR_ARG(name),
                              words[seeded_bits(state) % (sizeof words / sizeof words[0])]);
    return name;
}

int main(int argc, char **argv)
{
    sel_arena *arena = sel_arena_create();
    sel_organisations table = {0};
    sel_error err = {0};
    if (argc != 2 || sel_organisations_open(argv[1], arena, &table, &err) != SEL_OK) {
        fprintf(stderr, "usage: bench_organisations FOLDER: %s\n", err.message);
        return EXIT_FAILURE;
    }
    sel_str *names = sel_arena_array(arena, NAMES, sizeof *names);
    uint64_t state = 1;
    for (int i = 0; i < NAMES; i++)
        names[i] = make_name(&table, &state, arena, i);
    sel_organisation_roll *roll = sel_organisation_roll_create(&table);
    moment begin = moment_now();
    for (int i = 0; i < NAMES; i++)
        sel_roll_add(roll, (sel_str){0}, names[i]);
    double recognised = moment_since(begin).processor;
    begin = moment_now();
    for (int i = NAMES; i < PARTIES; i++)
        sel_roll_add(roll, (sel_str){0}, names[seeded_bits(&state) % NAMES]);
    double remembered = moment_since(begin).processor;
    begin = moment_now();
    sel_roll_settle(roll);
    double settled = moment_since(begin).processor;
    uint32_t count;
    sel_roll_organisations(roll, &count);
    printf("recognise %d names: %.2f s, %.1f us each\n", NAMES, recognised,
           recognised / NAMES * 1e6);
    printf("remember %d parties: %.2f s, %.2f us each\n", PARTIES - NAMES, remembered,
           remembered / (PARTIES - NAMES) * 1e6);
    printf("settle into %u organisations: %.3f s\n", count, settled);
    sel_organisation_roll_destroy(roll);
    sel_organisations_close(&table);
    sel_arena_destroy(arena);
    return EXIT_SUCCESS;
}
