/** pair_universes.h - the two stores that the labelled pairs of pairs/pairs.csv are drawn from and
 * measured in.
 *
 * A universe is a taxonomy and the register files that are taken into one store, in a fixed order,
 * each with the country that only its name tells. Of records with one address the one taken in last
 * is there, as for anybody who takes these files in. Files of invented records (examples of the
 * standard, fixtures with one fault each) are left out: their pairs are no real ones; so are tables
 * without classification codes, which have no place in the taxonomy dac-sectors. */
#ifndef SEL_TESTS_PAIR_UNIVERSES_H
#define SEL_TESTS_PAIR_UNIVERSES_H

#include "store/store_programmes.h"
#include "work/assess.h"
#include "work/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** A register below the corpus; country: recipient code for records that name none, or NULL. */
typedef struct pair_register {
    const char *file;
    const char *country;
} pair_register;

enum { PAIR_UNIVERSES = 2, PAIR_REGISTERS_MAX = 16 };

typedef struct pair_universe {
    const char *name;
    const char *taxonomy;
    pair_register registers[PAIR_REGISTERS_MAX]; /**< ended by a file of NULL */
} pair_universe;

static const pair_universe pair_universes[PAIR_UNIVERSES] = {
    {"sectors",
     "dac-sectors",
     {{"iati/aiddata_iati_2.03_SenegalAIMS_GeocodedResearchRelease.xml", "SEN"},
      {"iati/aiddata_iati_2.03_TimorLesteAIMS_GeocodedResearchRelease.xml", "TLS"},
      {"iati/aidzip_iati_1.04_BangladeshSelectDonors_GeocodedResearchRelease.xml", "BGD"},
      {"iati/aidzip_iati_1.04_NepalAIMS_GeocodedResearchRelease.xml", "NPL"},
      {"iati/hdx_covid_dportal.xml", NULL},
      {"iati/pwyf_dfid-589.xml", NULL},
      {"iati-nasty/datastore_big_value.xml", NULL},
      {"iati-nasty/datastore_complex_example_dfid.xml", NULL},
      {"iati-nasty/datastore_many_activities.xml", NULL},
      {"iati-nasty/datastore_same_orgs_different_roles.xml", NULL},
      {"iati-nasty/iatischemas_IATIfromGF.xml", NULL},
      {"iati-nasty/iatischemas_worldbank.xml", NULL},
      {"crs/devinit_crs_identity.csv", NULL},
      {"crs/devinit_iati_identity.csv", NULL},
      {"register-csv/TimorLesteAIMS/projects.csv", NULL}}},
    {"cyber",
     "cyber",
     {{"register-csv/cyber_projects.csv", NULL},
      {"register-csv/koica_cyber_egov_1991-2009.csv", NULL},
      {"crs/devinit_crs_identity.csv", NULL},
      {"crs/devinit_iati_identity.csv", NULL}}},
};

/** What the detector says of two records without being asked for more. */
enum {
    PAIR_JOINED = 1, /**< one programme told twice, counted once */
    PAIR_WAITS = 2,  /**< listed for review: may be one programme */
    PAIR_LISTED = 4, /**< listed as overlap, certain or possible */
    PAIR_APART = 8   /**< told apart as family, chain, co-funded or successor */
};

/** A universe taken in and compared: every pair at the threshold is listed, of one donor or
 * several, whenever it was. */
typedef struct pair_world {
    const pair_universe *universe;
    sel_arena *arena;
    sel_context *context;
    sel_store *store;
    sel_assessment assessment;
    uint8_t *marks; /**< of a < b at a × programmes + b */
} pair_world;

enum {
    PAIR_NOW = 1800000000,    /* when the files are said to come in; no figure depends on it */
    PAIR_LISTED_MAX = 1 << 24 /* more than all pairs there are */
};

static inline const char *pair_find_data(void *to, const char *relative)
{
    return sel_str_printf(to, SELARAS_SOURCE_DIR "/%s", relative).ptr;
}

static inline sel_status pair_world_import(pair_world *world, const char *corpus, sel_error *err)
{
    sel_status status = SEL_OK;
    const pair_register *from = world->universe->registers;
    for (; status == SEL_OK && from->file != NULL; from++) {
        sel_progress progress = {0};
        sel_import import;
        sel_import_options options = {.default_country = from->country, .progress = &progress};
        const char *path = sel_str_printf(world->arena, "%s/%s", corpus, from->file).ptr;
        status = sel_import_file(world->context, world->store, path, &options, world->arena,
                                 &import, err);
    }
    return status;
}

static inline uint8_t *pair_marks(const pair_world *world, uint32_t a, uint32_t b)
{
    size_t row = a < b ? a : b;
    size_t column = a < b ? b : a;
    return &world->marks[row * world->assessment.study->programme_count + column];
}

static inline void pair_world_mark(pair_world *world)
{
    const sel_assessment *of = &world->assessment;
    size_t count = of->study->programme_count;
    world->marks = sel_arena_array(world->arena, count * count, sizeof *world->marks);
    for (uint32_t i = 0; i < of->overlap.pair_count; i++)
        *pair_marks(world, of->overlap.pairs[i].a, of->overlap.pairs[i].b) |= PAIR_LISTED;
    for (uint32_t i = 0; i < of->overlap.apart_count; i++)
        if (of->overlap.apart[i].class != SEL_PAIR_SAME)
            *pair_marks(world, of->overlap.apart[i].a, of->overlap.apart[i].b) |= PAIR_APART;
    for (uint32_t i = 0; i < of->records.same_count; i++)
        if (!of->records.same[i].certain)
            *pair_marks(world, of->records.same[i].kept, of->records.same[i].other) |= PAIR_WAITS;
    for (uint32_t a = 0; a < count; a++)
        for (uint32_t b = a + 1; b < count; b++)
            if (of->records.told_by[a] == of->records.told_by[b])
                *pair_marks(world, a, b) |= PAIR_JOINED;
}

/** Take a universe in from the corpus into a new store and compare it as of 1 July 2021, when the
 * youngest register was published. Close it also after a failure. */
static inline sel_status pair_world_open(const pair_universe *universe, const char *corpus,
                                         const char *store_path, pair_world *world, sel_error *err)
{
    *world = (pair_world){.universe = universe, .arena = sel_arena_create()};
    const sel_context_options options = {
        .find = pair_find_data, .to = world->arena, .now = PAIR_NOW};
    sel_status status = sel_context_open(&options, &world->context, err);
    if (status == SEL_OK)
        status = sel_context_use(world->context, sel_str_of(universe->taxonomy), err);
    if (status == SEL_OK)
        status = sel_store_create(store_path, universe->taxonomy, PAIR_NOW, &world->store, err);
    if (status == SEL_OK)
        status = pair_world_import(world, corpus, err);
    sel_day as_of = sel_day_of(2021, 7, 1);
    const sel_assess_options assessing = {
        .as_of = {as_of, as_of, true},
        .overlap = {.top = PAIR_LISTED_MAX, .within_donor = true, .all_time = true}};
    if (status == SEL_OK)
        status = sel_assess_open(world->context, world->store, &assessing, &world->assessment, err);
    if (status == SEL_OK)
        pair_world_mark(world);
    return status;
}

static inline void pair_world_close(pair_world *world)
{
    sel_assess_close(&world->assessment);
    sel_store_close(world->store);
    sel_context_close(world->context);
    sel_arena_destroy(world->arena);
}

/** Everything that is said of a pair when it is asked for. */
static inline sel_overlap_pair pair_in_full(const pair_world *world, uint32_t a, uint32_t b)
{
    const sel_assessment *of = &world->assessment;
    return sel_overlap_of(of->study, &of->needs, &of->supplies, &of->records, a, b);
}

/** max(S_c, T*) at the high end, in ppm. */
static inline uint32_t pair_strength(const sel_overlap_pair *pair)
{
    uint32_t most = pair->s_high_ppm;
    most = pair->t_a_high_ppm > most ? pair->t_a_high_ppm : most;
    return pair->t_b_high_ppm > most ? pair->t_b_high_ppm : most;
}

#endif
