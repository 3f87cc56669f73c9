/** test_programme_copy.c - a copy says what its record said, after that is gone. */
#include "store_fixture.h"

#include "domain/programme_copy.h"

/* Nothing of the record's own texts and lists is in the copy: overwriting them changes nothing. */
START_TEST(a_copy_outlives_its_record)
{
    sel_arena *first = sel_arena_create();
    sel_arena *second = sel_arena_create();
    const sel_programme fixture = programme("P1");
    sel_programme once;
    sel_programme twice;
    size_t bytes = sel_programme_copy(&fixture, first, &once);
    ck_assert_uint_gt(bytes, fixture.description.len + fixture.party_count * sizeof(sel_party));
    ck_assert_uint_eq(sel_programme_copy(&once, second, &twice), bytes);
    char before[SEL_HASH_ROOM];
    char after[SEL_HASH_ROOM];
    sel_programme_fingerprint(&fixture, before);
    sel_arena_destroy(first);
    sel_programme_fingerprint(&twice, after);
    ck_assert_str_eq(before, after);
    same_programme(&twice, &fixture);
    sel_arena_destroy(second);
}
END_TEST

START_TEST(an_empty_record_stays_empty)
{
    sel_arena *arena = sel_arena_create();
    const sel_programme blank = sel_programme_blank();
    sel_programme copy;
    ck_assert_uint_eq(sel_programme_copy(&blank, arena, &copy), 0);
    same_programme(&copy, &blank);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    return run_tests("programme_copy", (const TTest *const[]){a_copy_outlives_its_record,
                                                              an_empty_record_stays_empty, NULL});
}
