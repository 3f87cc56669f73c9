#include "input/encoding.h"

#include "check_suite.h"

typedef struct settled {
    sel_arena *arena;
    sel_encoding encoding;
    sel_status status;
    sel_error err;
    sel_str text;
} settled;

static settled settle(sel_str text, const char *given, const char *const *words)
{
    settled out = {.arena = sel_arena_create()};
    sel_index *known = sel_index_create();
    for (; words != NULL && *words != NULL; words++)
        sel_encoding_add_words(known, sel_str_of(*words));
    sel_bytes *bytes = sel_bytes_open_memory("f.csv", text);
    out.status = sel_encoding_settle(bytes, given, known, &out.encoding, &out.err);
    out.text = sel_str_copy(out.arena, sel_bytes_held(bytes));
    sel_bytes_close(bytes);
    sel_index_destroy(known);
    return out;
}

static void expect(sel_str text, const char *given, const char *const *words, const char *name,
                   sel_encoding_by by, const char *expected)
{
    settled out = settle(text, given, words);
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_str_eq(out.encoding.name, name);
    ck_assert_int_eq(out.encoding.by, by);
    ck_assert_str_eq(out.text.ptr, expected);
    sel_arena_destroy(out.arena);
}

static void refuse(sel_str text, const char *given, sel_status status, const char *says)
{
    settled out = settle(text, given, NULL);
    ck_assert_int_eq(out.status, status);
    ck_assert_msg(strstr(out.err.message, says) != NULL, "%s", out.err.message);
    sel_arena_destroy(out.arena);
}

START_TEST(utf8_is_left_as_it_is)
{
    expect(SEL_STR("a,b\n"), NULL, NULL, "UTF-8", SEL_ENCODING_UTF8, "a,b\n");
    expect(SEL_STR("C\xC3\xB4te\n"), NULL, NULL, "UTF-8", SEL_ENCODING_UTF8, "C\xC3\xB4te\n");
    expect(SEL_STR("\xEF\xBB\xBFx\n"), NULL, NULL, "UTF-8", SEL_ENCODING_MARK, "\xEF\xBB\xBFx\n");
    expect(SEL_STR(""), NULL, NULL, "UTF-8", SEL_ENCODING_UTF8, "");
}
END_TEST

START_TEST(utf16_by_its_mark_or_its_nuls)
{
    sel_str little = {"\xFF\xFE\x61\x00\xF4\x00\x0A\x00", 8};
    sel_str big = {"\xFE\xFF\x00\x61\x00\xF4\x00\x0A", 8};
    sel_str bare = {"\x61\x00\x2C\x00\x62\x00\x0A\x00\xF4\x00", 10};
    expect(little, NULL, NULL, "UTF-16LE", SEL_ENCODING_MARK, "a\xC3\xB4\n");
    expect(big, NULL, NULL, "UTF-16BE", SEL_ENCODING_MARK, "a\xC3\xB4\n");
    expect(bare, NULL, NULL, "UTF-16LE", SEL_ENCODING_NULS, "a,b\n\xC3\xB4");
}
END_TEST

START_TEST(known_words_choose_a_code_page)
{
    static const char *const french[] = {"S\xC3\xA9nat, \xC3\xA9tat", NULL};
    static const char *const polish[] = {"\xC5\xBC\xC3\xB3\xC5\x82w", NULL};
    /* E9 74 61 74: only windows-1250, -1252, -1254, -1256 and their kin have an e acute there */
    expect(SEL_STR("\xE9tat\n"), NULL, french, "windows-1252", SEL_ENCODING_WORDS, "\xC3\xA9tat\n");
    expect(SEL_STR("\xBF\xF3\xB3w\n"), NULL, polish, "windows-1250", SEL_ENCODING_WORDS,
           "\xC5\xBC\xC3\xB3\xC5\x82w\n");
}
END_TEST

START_TEST(letters_choose_when_no_word_is_known)
{
    /* "Cote d'Ivoire", "al-Urdun" and "Turkiye" as Excel in Jordan saves them */
    expect(SEL_STR("C\xF4te\n\xC7\xE1\xC3\xD1\xCF\xE4\nT\xFCrkiye\n"), NULL, NULL, "windows-1256",
           SEL_ENCODING_LETTERS,
           "C\xC3\xB4te\n\xD8\xA7\xD9\x84\xD8\xA3\xD8\xB1\xD8\xAF\xD9\x86\nT\xC3\xBCrkiye\n");
    expect(SEL_STR("Autorit\x8E\r\x43\x99te\r"), NULL, NULL, "Mac OS Roman", SEL_ENCODING_LETTERS,
           "Autorit\xC3\xA9\rC\xC3\xB4te\r");
}
END_TEST

START_TEST(what_could_be_two_things_is_not_guessed)
{
    /* one word that reads well in Arabic, Chinese and Greek alike */
    refuse(SEL_STR("\xC7\xE1\xC3\xD1\n"), NULL, SEL_REFUSED, "could be");
    expect(SEL_STR("\xC7\xE1\xC3\xD1\n"), "windows-1256", NULL, "windows-1256", SEL_ENCODING_GIVEN,
           "\xD8\xA7\xD9\x84\xD8\xA3\xD8\xB1\n");
}
END_TEST

START_TEST(what_is_given_is_taken_or_refused)
{
    expect(SEL_STR("a\n"), "UTF8", NULL, "UTF8", SEL_ENCODING_GIVEN, "a\n");
    refuse(SEL_STR("a\n"), "klingon-7", SEL_USAGE, "klingon-7");
    /* Bytes that windows-1252 leaves out are controls, as in the Encoding Standard. */
    expect(SEL_STR("c\x81\n"), "CP1252", NULL, "CP1252", SEL_ENCODING_GIVEN, "c\xC2\x81\n");
    settled out = settle(SEL_STR("ab\nc\xD2\n"), "CP1253", NULL);
    ck_assert_int_eq(out.status, SEL_BAD_INPUT);
    ck_assert_uint_eq(out.err.line, 2);
    sel_arena_destroy(out.arena);
}
END_TEST

/* iconv holds the last letter of these back: an accent or a point might follow. */
START_TEST(the_last_letter_needs_no_line_end)
{
    expect(SEL_STR("t,ma"), "CP1258", NULL, "CP1258", SEL_ENCODING_GIVEN, "t,ma");
    expect(SEL_STR("ma\xF2"), "CP1258", NULL, "CP1258", SEL_ENCODING_GIVEN, "m\xE1\xBA\xA1");
    expect(SEL_STR("\xF9"), "CP1255", NULL, "CP1255", SEL_ENCODING_GIVEN, "\xD7\xA9");
    expect(SEL_STR("\xE9"), "CP1252", NULL, "CP1252", SEL_ENCODING_GIVEN, "\xC3\xA9");
    expect(SEL_STR("\x1B$BF|K\\"), "ISO-2022-JP", NULL, "ISO-2022-JP", SEL_ENCODING_GIVEN,
           "\xE6\x97\xA5\xE6\x9C\xAC");
    expect(SEL_STR(""), "CP1258", NULL, "CP1258", SEL_ENCODING_GIVEN, "");
    refuse(SEL_STR("\x1B$BF|K"), "ISO-2022-JP", SEL_BAD_INPUT, "not ISO-2022-JP");
}
END_TEST

/* RFC 1468: a text ends in ASCII, so the way back to it belongs to the text. */
START_TEST(letters_with_shifts_are_restored_whole)
{
    sel_arena *arena = sel_arena_create();
    const sel_encoding japanese = {.name = "ISO-2022-JP", .by = SEL_ENCODING_GIVEN};
    sel_str text;
    ck_assert(sel_encoding_restore(&japanese, SEL_STR("\xE6\x97\xA5\xE6\x9C\xAC"), arena, &text));
    ck_assert(sel_str_equal(text, SEL_STR("\x1B$BF|K\\\x1B(B")));
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(late_letters_are_seen)
{
    sel_arena *arena = sel_arena_create();
    enum { LINES = 40000 };
    char *text = sel_arena_array(arena, LINES * 4 + 8, 1);
    for (size_t i = 0; i < LINES; i++)
        memcpy(text + i * 4, "a,b\n", 4);
    memcpy(text + (size_t)LINES * 4, "Nu\xF1oa\n", 6);
    static const char *const words[] = {"Nu\xC3\xB1oa", NULL};
    settled out = settle(sel_str_of(text), NULL, words);
    ck_assert_int_eq(out.status, SEL_OK);
    ck_assert_int_eq(out.encoding.by, SEL_ENCODING_WORDS);
    ck_assert_uint_eq(out.encoding.words, 1);
    sel_arena_destroy(out.arena);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {utf8_is_left_as_it_is,
                            utf16_by_its_mark_or_its_nuls,
                            known_words_choose_a_code_page,
                            letters_choose_when_no_word_is_known,
                            what_could_be_two_things_is_not_guessed,
                            what_is_given_is_taken_or_refused,
                            the_last_letter_needs_no_line_end,
                            letters_with_shifts_are_restored_whole,
                            late_letters_are_seen,
                            NULL};
    return run_tests("encoding", tests);
}
