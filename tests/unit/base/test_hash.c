#include "base/hash.h"

#include "check_suite.h"

/* Messages of FIPS 180-2, appendix B, and the empty one. */
START_TEST(published_digests)
{
    char hex[SEL_HASH_ROOM];
    ck_assert_str_eq(sel_hash_of(SEL_STR("abc"), hex),
                     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ck_assert_str_eq(
        sel_hash_of(SEL_STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), hex),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    ck_assert_str_eq(sel_hash_of((sel_str){0}, hex),
                     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
END_TEST

START_TEST(a_million_letters_in_pieces)
{
    char hex[SEL_HASH_ROOM];
    char piece[1000];
    memset(piece, 'a', sizeof piece);
    sel_hash hash;
    sel_hash_start(&hash);
    for (int i = 0; i < 1000; i++)
        sel_hash_add(&hash, piece, sizeof piece);
    ck_assert_str_eq(sel_hash_finish(&hash, hex),
                     "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
END_TEST

/* Pieces that wait, that fill the room exactly, and that are too large to wait. */
START_TEST(a_million_letters_in_uneven_pieces)
{
    static const size_t sizes[] = {1, 1023, 1024, 1025, 63, 4096, 7, 0, 2000};
    char hex[SEL_HASH_ROOM];
    char piece[4096];
    memset(piece, 'a', sizeof piece);
    sel_hash hash;
    sel_hash_start(&hash);
    size_t left = 1000000;
    for (size_t i = 0; left > 0; i++) {
        size_t size = sizes[i % (sizeof sizes / sizeof sizes[0])];
        size = size < left ? size : left;
        sel_hash_add(&hash, piece, size);
        left -= size;
    }
    ck_assert_str_eq(sel_hash_finish(&hash, hex),
                     "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
END_TEST

int main(void)
{
    const TTest *tests[] = {published_digests, a_million_letters_in_pieces,
                            a_million_letters_in_uneven_pieces, NULL};
    return run_tests("hash", tests);
}
