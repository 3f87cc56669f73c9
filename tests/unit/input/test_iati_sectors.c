/* Sectors, one whole per vocabulary; and the keys that find them. */
#include "base/text.h"
#include "iati_fixture.h"
#include "input/iati_keys.h"

static void expect_sector(const sel_programme *record, uint32_t i, const char *vocabulary,
                          const char *code, uint32_t ppm, bool stated)
{
    ck_assert_uint_lt(i, record->sector_count);
    expect_text(record->sectors[i].vocabulary, vocabulary);
    expect_text(record->sectors[i].code, code);
    ck_assert_uint_eq(record->sectors[i].ppm, ppm);
    ck_assert_int_eq(record->sectors[i].stated, stated);
}

START_TEST(each_vocabulary_is_a_whole)
{
    outcome out = read_elements("<sector code='22040' percentage='70'/>"
                                "<sector vocabulary='2' code='220' percentage='100'/>"
                                "<sector code='15130' percentage='30'/>"
                                "<sector vocabulary='99' code='a'/>"
                                "<sector vocabulary='99' code='b'/>");
    const sel_programme *record = &out.records[0];
    ck_assert_uint_eq(record->sector_count, 5);
    expect_sector(record, 0, "1", "22040", 700000, true);
    expect_sector(record, 1, "1", "15130", 300000, true);
    expect_sector(record, 2, "2", "220", SEL_PPM, true);
    expect_sector(record, 3, "99", "a", 500000, false);
    expect_sector(record, 4, "99", "b", 500000, false);
    ck_assert_uint_eq(times(&out, "W_PERCENT_SUM", "sector"), 0);
    ck_assert(has_rule(record, "sector", "as-written"));
    ck_assert(has_rule(record, "sector", "equal-shares"));
    forget(&out);
}
END_TEST

START_TEST(wrong_sums_are_normalised_and_repeated_codes_added)
{
    outcome out = read_elements("<sector code='22040' percentage='100'/>"
                                "<sector code='15130' percentage='50'/>"
                                "<sector code='15130' percentage='50'/>");
    expect_sector(&out.records[0], 0, "1", "22040", 500000, true);
    expect_sector(&out.records[0], 1, "1", "15130", 500000, true);
    ck_assert_uint_eq(out.records[0].sector_count, 2);
    ck_assert_uint_eq(times(&out, "W_PERCENT_SUM", "sector"), 1);
    forget(&out);
}
END_TEST

START_TEST(a_sector_without_code_keeps_its_name_or_its_share_is_nobodys)
{
    outcome out = read_elements("<sector vocabulary='99' percentage='60'>"
                                "<narrative>Cyber</narrative></sector>"
                                "<sector vocabulary='99' percentage='40'/>");
    ck_assert_uint_eq(out.records[0].sector_count, 1);
    expect_sector(&out.records[0], 0, "99", "", 600000, true);
    expect_text(out.records[0].sectors[0].name, "Cyber");
    ck_assert_uint_eq(times(&out, "W_SECTOR_CODE", "sector"), 2);
    forget(&out);
}
END_TEST

START_TEST(transactions_weigh_their_sectors)
{
    outcome out = read_elements(
        "<transaction><transaction-type code='2'/><value>600</value><sector code='22040'/>"
        "<sector vocabulary='99' code='x'/></transaction>"
        "<transaction><transaction-type code='2'/><value>200</value><sector code='15130'/>"
        "</transaction><transaction><transaction-type code='3'/><value>9999</value>"
        "<sector code='15130'/></transaction>");
    expect_sector(&out.records[0], 0, "1", "22040", 750000, true);
    expect_sector(&out.records[0], 1, "1", "15130", 250000, true);
    expect_sector(&out.records[0], 2, "99", "x", SEL_PPM, true);
    ck_assert_uint_eq(times(&out, "N_SECTOR_FROM_TRANSACTIONS", "sector"), 1);
    ck_assert(has_rule(&out.records[0], "sector", "transaction-values"));
    forget(&out);
    out = read_elements("<transaction><transaction-type code='2'/><value currency='USD'>600</value>"
                        "<sector code='22040'/></transaction>"
                        "<transaction><transaction-type code='2'/><value>200</value>"
                        "<sector code='15130'/></transaction>");
    expect_sector(&out.records[0], 0, "1", "22040", 500000, false);
    forget(&out);
    out = read_elements("<sector code='22040'/><transaction><transaction-type code='2'/>"
                        "<value>200</value><sector code='15130'/></transaction>");
    ck_assert_uint_eq(out.records[0].sector_count, 1);
    forget(&out);
}
END_TEST

START_TEST(three_digits_among_five_stay_one_whole)
{
    outcome out = read_elements("<sector vocabulary='1' code='220' percentage='50'/>"
                                "<sector vocabulary='1' code='15130' percentage='50'/>");
    expect_sector(&out.records[0], 0, "1", "220", 500000, true);
    expect_sector(&out.records[0], 1, "1", "15130", 500000, true);
    ck_assert_uint_eq(times(&out, "N_SECTOR_THREE_DIGITS", "sector"), 1);
    ck_assert_uint_eq(times(&out, "W_PERCENT_SUM", "sector"), 0);
    forget(&out);
}
END_TEST

START_TEST(vocabularies_are_bounded)
{
    sel_arena *arena = sel_arena_create();
    sel_text all = {.arena = arena};
    for (int i = 0; i < 20; i++)
        sel_text_printf(&all, "<sector vocabulary='v%d' code='1'/>", i);
    outcome out = read_elements(all.bytes);
    ck_assert_uint_eq(out.records[0].sector_count, 16);
    ck_assert_uint_eq(times(&out, "W_TOO_MANY", "sector"), 4);
    forget(&out);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(administration_is_no_programme)
{
    static const struct {
        const char *elements;
        uint64_t notes;
    } cases[] = {
        {"<sector code='91010'/>", 1},
        {"<sector vocabulary='2' code='910'/>", 1},
        {"<sector code='91010' percentage='50'/><sector code='22040' percentage='50'/>", 0},
        {"<sector vocabulary='99' code='91010'/>", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        outcome out = read_elements(cases[i].elements);
        ck_assert_msg(times(&out, "N_ADMINISTRATION", "sector") == cases[i].notes, "%s",
                      cases[i].elements);
        forget(&out);
    }
}
END_TEST

START_TEST(keys_are_numbered_as_they_come)
{
    sel_arena *arena = sel_arena_create();
    sel_iati_keys keys = {0};
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t i = 0; i < SEL_IATI_LIST_MAX; i++)
            ck_assert_uint_eq(sel_iati_key(&keys, arena, sel_str_printf(arena, "key %u", i)), i);
    ck_assert_uint_eq(keys.count, SEL_IATI_LIST_MAX);
    ck_assert_uint_eq(sel_iati_key(&keys, arena, SEL_STR("one more")), SEL_NONE);
    ck_assert_uint_eq(sel_iati_key(&keys, arena, SEL_STR("key 999")), 999);
    sel_iati_keys empty = {0};
    ck_assert_uint_eq(sel_iati_key(&empty, arena, (sel_str){0}), 0);
    ck_assert_uint_eq(sel_iati_key(&empty, arena, (sel_str){0}), 0);
    sel_arena_destroy(arena);
}
END_TEST

/* Ten thousand transactions: each element is looked at a fixed number of times. */
START_TEST(many_transactions_are_read_at_once)
{
    enum { MANY = 10000 };
    sel_arena *arena = sel_arena_create();
    sel_text all = {.arena = arena};
    for (int i = 0; i < MANY; i++)
        sel_text_printf(&all,
                        "<transaction><transaction-type code='2'/><value>1</value>"
                        "<sector code='%05d'/><recipient-country code='%s'/>"
                        "<receiver-org receiver-activity-id='r%d'/></transaction>",
                        10000 + i % 900, i % 4 == 0 ? "AF" : "FJ", i % 900);
    outcome out = read_elements(all.bytes);
    ck_assert_uint_eq(out.records[0].sector_count, 900);
    ck_assert_uint_eq(out.records[0].recipient_count, 2);
    ck_assert_uint_eq(out.records[0].recipients[0].ppm, 250000);
    ck_assert_uint_eq(out.records[0].link_count, 900);
    ck_assert_int_eq(out.records[0].money.low, MANY * 100);
    forget(&out);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {each_vocabulary_is_a_whole,
                            wrong_sums_are_normalised_and_repeated_codes_added,
                            a_sector_without_code_keeps_its_name_or_its_share_is_nobodys,
                            transactions_weigh_their_sectors,
                            three_digits_among_five_stay_one_whole,
                            vocabularies_are_bounded,
                            administration_is_no_programme,
                            keys_are_numbered_as_they_come,
                            many_transactions_are_read_at_once,
                            NULL};
    return run_tests("iati_sectors", tests);
}
