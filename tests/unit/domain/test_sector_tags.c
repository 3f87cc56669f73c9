/* Capabilities from codes of sectors. Which category a code belongs to was looked up in the IATI
 * code lists Sector and SectorCategory by hand; shares are computed by hand beside each case. */
#include "domain/sector_tags.h"

#include "random_study.h"
#include "shipped.h"

static sel_arena *arena;
static sel_reference reference;

enum { SECTORS_MAX = 8 };

typedef struct sample {
    sel_sector_share sectors[SECTORS_MAX];
    sel_programme record;
} sample;

static sample blank(void)
{
    return (sample){.record = sel_programme_blank()};
}

static void add(sample *of, const char *vocabulary, const char *code, uint32_t ppm)
{
    of->sectors[of->record.sector_count++] = (sel_sector_share){
        .vocabulary = sel_str_of(vocabulary), .code = sel_str_of(code), .ppm = ppm, .stated = true};
}

static void tag(sample *of)
{
    of->record.sectors = of->sectors;
    sel_sector_tag(&reference.sectors, &reference.taxonomy, &of->record, arena);
}

static void expect(const sample *of, uint32_t at, const char *code, uint32_t ppm,
                   const char *evidence, uint8_t confidence)
{
    ck_assert_uint_lt(at, of->record.capability_count);
    const sel_capability_share *share = &of->record.capabilities[at];
    expect_slice(share->code, code);
    ck_assert_uint_eq(share->ppm, ppm);
    expect_slice(share->evidence, evidence);
    expect_slice(share->field, "sector");
    ck_assert_int_eq(share->origin, SEL_TAG_CODE);
    ck_assert_uint_eq(share->confidence, confidence);
}

START_TEST(a_purpose_code_gives_its_category)
{
    sample of = blank();
    add(&of, "1", "22040", SEL_PPM);
    tag(&of);
    ck_assert_uint_eq(of.record.capability_count, 1);
    expect(&of, 0, "220", SEL_PPM, "DAC 22040", 100);
    ck_assert(of.record.capabilities[0].stated);
    ck_assert_uint_eq(of.record.cyber_low, SEL_PPM);
    ck_assert_uint_eq(of.record.cyber_high, SEL_PPM);
    ck_assert(!of.record.set_aside);
}
END_TEST

START_TEST(shares_of_one_category_add_up)
{
    sample of = blank();
    add(&of, "1", "22040", 300000);
    add(&of, "1", "11220", 200000);
    add(&of, "1", "22020", 400000); /* a tenth is unstated: it stays in the remainder */
    tag(&of);
    ck_assert_uint_eq(of.record.capability_count, 2);
    expect(&of, 0, "112", 200000, "DAC 11220", 100);
    expect(&of, 1, "220", 700000, "DAC 22020, 22040", 100);
}
END_TEST

START_TEST(vocabularies_are_never_mixed)
{
    sample of = blank();
    add(&of, "2", "112", SEL_PPM);
    add(&of, "99", "22040", SEL_PPM);
    add(&of, "1", "22040", SEL_PPM);
    tag(&of);
    ck_assert_uint_eq(of.record.capability_count, 1);
    expect(&of, 0, "220", SEL_PPM, "DAC 22040", 100);
    sample other = blank();
    add(&other, "1", "no code", SEL_PPM); /* says nothing: the second vocabulary is read */
    add(&other, "2", "112", SEL_PPM);
    tag(&other);
    ck_assert_uint_eq(other.record.capability_count, 1);
    expect(&other, 0, "112", SEL_PPM, "DAC 112", 100);
    sample none = blank();
    add(&none, "99", "22040", SEL_PPM);
    add(&none, "7", "112", SEL_PPM);
    tag(&none);
    ck_assert_uint_eq(none.record.capability_count, 0);
    ck_assert(!none.record.set_aside);
}
END_TEST

START_TEST(names_of_vocabularies_before_2_01)
{
    sample of = blank();
    add(&of, "dac", " 22040 ", 500000);
    add(&of, "", "11220", 500000);
    tag(&of);
    ck_assert_uint_eq(of.record.capability_count, 2);
    sample three = blank();
    add(&three, "DAC-3", "220", SEL_PPM);
    tag(&three);
    expect(&three, 0, "220", SEL_PPM, "DAC 220", 100);
}
END_TEST

START_TEST(withdrawn_codes_are_known)
{
    sample of = blank();
    add(&of, "1", "15140", 500000); /* withdrawn: government administration */
    add(&of, "1", "23070", 500000); /* withdrawn: biomass */
    tag(&of);
    ck_assert_uint_eq(of.record.capability_count, 2);
    expect(&of, 0, "151", 500000, "DAC 15140", 100);
    expect(&of, 1, "230", 500000, "DAC 23070", 100);
}
END_TEST

START_TEST(unlisted_codes_go_by_their_first_digits)
{
    sample of = blank();
    add(&of, "1", "11199", 250000); /* no code of the list, but of category 111 */
    add(&of, "1", "160", 250000);   /* three digits where five belong */
    add(&of, "1", "99999", 250000); /* no category 999 */
    add(&of, "1", "720599999", 250000);
    tag(&of);
    ck_assert_uint_eq(of.record.capability_count, 2);
    expect(&of, 0, "111", 250000, "DAC 11199", 50);
    expect(&of, 1, "160", 250000, "DAC 160", 50);
}
END_TEST

/* 310 is all of agriculture, forestry and fishing: a third each, the earliest gets the odd one. */
START_TEST(groups_are_split_equally)
{
    sample of = blank();
    add(&of, "2", "310", SEL_PPM);
    tag(&of);
    ck_assert_uint_eq(of.record.capability_count, 3);
    expect(&of, 0, "311", 333334, "DAC 310", 50);
    expect(&of, 1, "312", 333333, "DAC 310", 50);
    expect(&of, 2, "313", 333333, "DAC 310", 50);
    ck_assert(!of.record.capabilities[0].stated);
}
END_TEST

START_TEST(shares_over_the_whole_are_scaled)
{
    sample of = blank();
    add(&of, "1", "22040", SEL_PPM);
    add(&of, "1", "11220", SEL_PPM);
    tag(&of);
    expect(&of, 0, "112", 500000, "DAC 11220", 100);
    expect(&of, 1, "220", 500000, "DAC 22040", 100);
}
END_TEST

START_TEST(stated_capabilities_stay)
{
    sample of = blank();
    sel_capability_share stated = {.code = SEL_STR("311"), .ppm = SEL_PPM, .stated = true};
    add(&of, "1", "22040", SEL_PPM);
    of.record.capabilities = &stated;
    of.record.capability_count = 1;
    tag(&of);
    ck_assert_uint_eq(of.record.capability_count, 1);
    expect_slice(of.record.capabilities[0].code, "311");
    ck_assert_int_eq(of.record.capabilities[0].origin, SEL_TAG_STATED);
}
END_TEST

/* No purpose code says that anything is about cyber: the crosswalk leaves that taxonomy empty. */
START_TEST(cyber_has_no_codes)
{
    sel_reference cyber;
    sel_error err = {0};
    ck_assert_int_eq(
        sel_reference_open(SELARAS_SOURCE_DIR "/questionnaires/codelists", arena, &cyber, &err),
        SEL_OK);
    ck_assert_uint_eq(cyber.sectors.count, 0);
    ck_assert_int_eq(cyber.taxonomy.tagged_by, SEL_TAGGED_BY_WORDS);
    expect_slice(cyber.taxonomy.id, "cyber");
    ck_assert_uint_eq(cyber.taxonomy.count, 28);
    sel_reference_close(&cyber);
}
END_TEST

START_TEST(an_unknown_taxonomy_is_refused_with_the_list)
{
    sel_reference other = {0};
    sel_error err = {0};
    ck_assert_int_eq(sel_reference_use(SELARAS_SOURCE_DIR "/questionnaires/codelists", "health",
                                       arena, &other, &err),
                     SEL_NOT_FOUND);
    ck_assert_str_eq(err.message, "there is no taxonomy 'health'; there are cyber, dac-sectors");
    sel_reference_close(&other);
}
END_TEST

static void shuffle(random_source *source, sample *of)
{
    for (uint32_t i = of->record.sector_count; i > 1; i--) {
        uint32_t j = random_below(source, i);
        sel_sector_share kept = of->sectors[i - 1];
        of->sectors[i - 1] = of->sectors[j];
        of->sectors[j] = kept;
    }
}

static void expect_same(const sel_programme *a, const sel_programme *b)
{
    ck_assert_uint_eq(a->capability_count, b->capability_count);
    for (uint32_t i = 0; i < a->capability_count; i++) {
        ck_assert(sel_str_equal(a->capabilities[i].code, b->capabilities[i].code));
        ck_assert(sel_str_equal(a->capabilities[i].evidence, b->capabilities[i].evidence));
        ck_assert_uint_eq(a->capabilities[i].ppm, b->capabilities[i].ppm);
        ck_assert_uint_eq(a->capabilities[i].confidence, b->capabilities[i].confidence);
        ck_assert(a->capabilities[i].stated == b->capabilities[i].stated);
    }
}

/* When all codes are known and shares sum to a million, so do those of the capabilities, in any
 * order of sectors; and they never sum to more. */
START_TEST(any_order_gives_the_same_million)
{
    static const char *const codes[] = {"22040", "22020", "11220",  "160",
                                        "150",   "72010", "no code"};
    enum { KNOWN = 6, CODES = 7, ROUNDS = 3000 };
    random_source source = {.state = 20261121};
    for (int round = 0; round < ROUNDS; round++) {
        sel_arena_reset(arena);
        sample of = blank();
        uint32_t count = 1 + random_below(&source, SECTORS_MAX);
        uint64_t weights[SECTORS_MAX];
        uint32_t parts[SECTORS_MAX];
        bool all_known = true;
        for (uint32_t i = 0; i < count; i++)
            weights[i] = random_below(&source, 5);
        sel_ppm_split(weights, count, SEL_PPM, parts);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t code = random_below(&source, CODES);
            all_known &= code < KNOWN;
            add(&of, "1", codes[code], parts[i]);
        }
        sample again = of;
        shuffle(&source, &again);
        tag(&of);
        tag(&again);
        expect_same(&of.record, &again.record);
        uint64_t sum = 0;
        for (uint32_t i = 0; i < of.record.capability_count; i++)
            sum += of.record.capabilities[i].ppm;
        ck_assert_uint_le(sum, SEL_PPM);
        ck_assert(!all_known || sum == SEL_PPM);
    }
}
END_TEST

int main(void)
{
    sel_error err = {0};
    arena = sel_arena_create();
    sel_arena *lists = sel_arena_create();
    if (sel_reference_use(SELARAS_SOURCE_DIR "/questionnaires/codelists", "dac-sectors", lists,
                          &reference, &err) != SEL_OK) {
        fprintf(stderr, "%s: %s\n", err.source, err.message);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {a_purpose_code_gives_its_category,
                            shares_of_one_category_add_up,
                            vocabularies_are_never_mixed,
                            names_of_vocabularies_before_2_01,
                            withdrawn_codes_are_known,
                            unlisted_codes_go_by_their_first_digits,
                            groups_are_split_equally,
                            shares_over_the_whole_are_scaled,
                            stated_capabilities_stay,
                            cyber_has_no_codes,
                            an_unknown_taxonomy_is_refused_with_the_list,
                            any_order_gives_the_same_million,
                            NULL};
    int failed = run_tests("sector_tags", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(lists);
    sel_arena_destroy(arena);
    return failed;
}
