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

/* As Python's hashlib.blake2b(digest_size=32) has them. */
START_TEST(digests_of_contents)
{
    static const struct {
        const char *text;
        const char *digest;
    } cases[] = {
        {"", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"},
        {"abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "5f7a93da9c5621583f22e49e8e91a40cbba37536622235a380f434b9f68e49c4"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char hex[SEL_HASH_ROOM];
        sel_hash hash;
        sel_hash_start_content(&hash);
        for (const char *at = cases[i].text; *at != '\0'; at++)
            sel_hash_add(&hash, at, 1);
        ck_assert_str_eq(sel_hash_finish(&hash, hex), cases[i].digest);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {published_digests, a_million_letters_in_pieces,
                            a_million_letters_in_uneven_pieces, digests_of_contents, NULL};
    return run_tests("hash", tests);
}
