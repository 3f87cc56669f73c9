/* The labelled pairs keep to the rules that pairs/README.md states and a program can check: values,
 * length of reasons, halves from the hash, strata of a size, no pair or record too often. Whether a
 * label is right, only a reader of both records can say. */
#include "base/hash.h"
#include "base/index.h"
#include "check_suite.h"
#include "labelled_pairs.h"

#include <string.h>

enum { PAIRS_MIN = 150, STRATUM_MIN = 50, REASON_WORDS_MAX = 12 };

static labelled_pairs pairs;

static bool is_one_of(sel_str value, const char *a, const char *b)
{
    return sel_str_is(value, a) || sel_str_is(value, b);
}

START_TEST(every_field_has_a_value_of_its_list)
{
    for (uint32_t i = 0; i < pairs.count; i++) {
        const labelled_pair *pair = &pairs.list[i];
        ck_assert_msg(is_one_of(pair->universe, "sectors", "cyber"), "pair %u", i);
        ck_assert_msg(is_one_of(pair->half, "tune", "test"), "pair %u", i);
        ck_assert_msg(pair->stratum.len == 1 && strchr("abcdef", pair->stratum.ptr[0]) != NULL,
                      "pair %u", i);
        ck_assert_msg(pair->label < PAIR_LABELS, "pair %u: %s", i, pair->label_text.ptr);
        ck_assert_msg(pair->files[0].len > 0 && pair->files[1].len > 0, "pair %u", i);
        ck_assert_msg(sel_str_compare(pair->addresses[0], pair->addresses[1]) < 0, "pair %u", i);
    }
}
END_TEST

START_TEST(every_reason_is_short)
{
    for (uint32_t i = 0; i < pairs.count; i++) {
        uint32_t words = 0;
        sel_str rest = pairs.list[i].reason;
        for (sel_str word; sel_str_next(&rest, ' ', &word);)
            words += word.len > 0;
        ck_assert_msg(words > 0 && words <= REASON_WORDS_MAX, "pair %u: %u words", i, words);
    }
}
END_TEST

/* The two addresses, one a line. */
static sel_str key_of(const labelled_pair *pair)
{
    return sel_str_printf(pairs.arena, "%.*s\n%.*s", SEL_STR_ARG(pair->addresses[0]),
                          SEL_STR_ARG(pair->addresses[1]));
}

START_TEST(half_is_the_lowest_bit_of_the_hash)
{
    for (uint32_t i = 0; i < pairs.count; i++) {
        char hex[SEL_HASH_ROOM];
        sel_hash_of(key_of(&pairs.list[i]), hex);
        bool odd = strchr("13579bdf", hex[SEL_HASH_ROOM - 2]) != NULL;
        ck_assert_msg(sel_str_is(pairs.list[i].half, odd ? "test" : "tune"), "pair %u", i);
    }
}
END_TEST

START_TEST(no_pair_is_labelled_twice)
{
    sel_index *keys = sel_index_create();
    for (uint32_t i = 0; i < pairs.count; i++)
        ck_assert_msg(sel_index_add(keys, key_of(&pairs.list[i])) == i, "pair %u", i);
    sel_index_destroy(keys);
}
END_TEST

/* A third at large, a third candidates, a third near misses; the others come on top. */
START_TEST(there_are_enough_of_each_stratum)
{
    static const char *const strata[] = {"a", "b", "c"};
    ck_assert_uint_ge(pairs.count, PAIRS_MIN);
    for (int s = 0; s < 3; s++) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < pairs.count; i++)
            count += sel_str_is(pairs.list[i].stratum, strata[s]);
        ck_assert_uint_ge(count, STRATUM_MIN);
    }
}
END_TEST

/* The cyber records are few and may be in four pairs, others in two. */
START_TEST(no_record_is_in_too_many_pairs)
{
    sel_index *records = sel_index_create();
    uint32_t uses[2 * PAIRS_MAX] = {0};
    for (uint32_t i = 0; i < 2 * pairs.count; i++) {
        const labelled_pair *pair = &pairs.list[i / 2];
        sel_str record = sel_str_printf(pairs.arena, "%.*s\n%.*s", SEL_STR_ARG(pair->universe),
                                        SEL_STR_ARG(pair->addresses[i % 2]));
        uint32_t most = sel_str_is(pair->universe, "cyber") ? 4 : 2;
        ck_assert_msg(++uses[sel_index_add(records, record)] <= most, "%s", record.ptr);
    }
    sel_index_destroy(records);
}
END_TEST

int main(void)
{
    labelled_pairs_read(&pairs);
    const TTest *tests[] = {every_field_has_a_value_of_its_list,
                            every_reason_is_short,
                            half_is_the_lowest_bit_of_the_hash,
                            no_pair_is_labelled_twice,
                            there_are_enough_of_each_stratum,
                            no_record_is_in_too_many_pairs,
                            NULL};
    int failed = run_tests("pairs", tests);
    sel_arena_destroy(pairs.arena);
    return failed;
}
