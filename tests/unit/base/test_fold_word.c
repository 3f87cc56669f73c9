#include "base/fold_word.h"

#include "check_suite.h"

/* The folded words of text joined by blanks. */
static sel_str joined(sel_arena *arena, sel_str text)
{
    char *out = sel_arena_array(arena, text.len * 20 + 1, 1);
    size_t n = 0;
    sel_fold_word word;
    while (sel_fold_word_next(arena, &text, &word)) {
        if (n > 0)
            out[n++] = ' ';
        memcpy(out + n, word.folded.ptr, word.folded.len);
        n += word.folded.len;
    }
    return (sel_str){out, n};
}

START_TEST(words_know_what_was_written)
{
    static const char *const expected[][2] = {
        {"la", "La"}, {"securite", "sécurité"}, {"cert", "CERT"}, {"fr", "FR"}, {"2fa", "2FA"}};
    sel_arena *arena = sel_arena_create();
    sel_str rest = SEL_STR("  «La sécurité», CERT\xE2\x80\x91"
                           "FR: 2FA!\xFF ");
    sel_fold_word word;
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        ck_assert(sel_fold_word_next(arena, &rest, &word));
        ck_assert_msg(sel_str_is(word.folded, expected[i][0]), "%.*s", SEL_STR_ARG(word.folded));
        ck_assert_msg(sel_str_is(word.source, expected[i][1]), "%.*s", SEL_STR_ARG(word.source));
    }
    ck_assert(!sel_fold_word_next(arena, &rest, &word));
    ck_assert(!sel_fold_word_next(arena, &rest, &word));
    sel_arena_destroy(arena);
}
END_TEST

/* Oracle: sel_fold, which folds a text as a whole. */
START_TEST(words_are_those_of_the_whole_text)
{
    static const char *const pieces[] = {"a",
                                         "Z",
                                         "9",
                                         " ",
                                         "-",
                                         "\n",
                                         "\xC3\xA9", /* é */
                                         "e\xCC\x81" /* e and an acute mark */,
                                         "\xCC\x81" /* the mark alone */,
                                         "\xE2\x84\xA2" /* trade mark sign */,
                                         "\xC2\xBD" /* one half */,
                                         "\xCD\xBA" /* Greek ypogegrammeni, folds to a blank */,
                                         "\xEF\xAC\x81" /* ligature fi */,
                                         "\xE2\x80\x93" /* dash */,
                                         "\xC2\xAD" /* soft hyphen */,
                                         "\xC2\xB4" /* acute accent */,
                                         "\xD7\x90" /* Hebrew */,
                                         "\xE6\xBC\xA2" /* Han */,
                                         "\xEA\xB0\x80" /* Hangul */,
                                         "\xC3\x9F" /* sharp s */,
                                         "\xF0\x9D\x94\xB8" /* double-struck A */,
                                         "\xEF\xB7\xBA" /* an Arabic phrase in one character */,
                                         "\xE2\x91\xB4" /* parenthesised one */};
    uint32_t state = 12345;
    for (int round = 0; round < 3000; round++) {
        sel_arena *arena = sel_arena_create();
        char text[256];
        size_t n = 0;
        for (int i = 0; i < 20; i++) {
            state = state * 1664525u + 1013904223u;
            const char *piece = pieces[(state >> 16) % (sizeof pieces / sizeof pieces[0])];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        sel_str whole = sel_fold(arena, (sel_str){text, n});
        sel_str words = joined(arena, (sel_str){text, n});
        ck_assert_msg(sel_str_equal(words, whole), "'%.*s': '%.*s', not '%.*s'", (int)n, text,
                      SEL_STR_ARG(words), SEL_STR_ARG(whole));
        sel_arena_destroy(arena);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {words_know_what_was_written, words_are_those_of_the_whole_text, NULL};
    return run_tests("fold_word", tests);
}
