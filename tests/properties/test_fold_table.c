/* The table finds the words that the long way finds: for every character that it could look up, at
 * the beginning, in the middle and at the end of a word, and for seeded texts that mix scripts,
 * marks, punctuation and ill-formed bytes. */
#include "base/fold_table.h"
#include "base/text.h"
#include "check_suite.h"

enum { TEXTS = 20000, PIECES_MAX = 24, SEED = 20261121 };

static sel_arena *kept, *scratch;
static sel_fold_table *table;

static uint64_t random_next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

static void expect_same_words(sel_str text)
{
    sel_str fast = text;
    sel_str slow = text;
    char buffer[SEL_FOLD_ROOM];
    for (;;) {
        sel_fold_word left;
        sel_fold_word right;
        bool more = sel_fold_table_next(table, scratch, buffer, &fast, &left);
        ck_assert_msg(more == sel_fold_word_next(scratch, &slow, &right), "'%.*s'",
                      SEL_STR_ARG(text));
        if (!more)
            break;
        ck_assert_msg(left.source.ptr == right.source.ptr && left.source.len == right.source.len &&
                          sel_str_equal(left.folded, right.folded),
                      "'%.*s': '%.*s', not '%.*s'", SEL_STR_ARG(text), SEL_STR_ARG(left.folded),
                      SEL_STR_ARG(right.folded));
        ck_assert_uint_eq(fast.len, slow.len);
    }
    sel_arena_reset(scratch);
}

static void add_code(sel_text *text, uint32_t code)
{
    if (code < 0x80)
        sel_text_add_char(text, (char)code);
    else if (code < 0x800)
        sel_text_printf(text, "%c%c", (int)(0xC0 | code >> 6), (int)(0x80 | (code & 0x3F)));
    else if (code < 0x10000)
        sel_text_printf(text, "%c%c%c", (int)(0xE0 | code >> 12), (int)(0x80 | (code >> 6 & 0x3F)),
                        (int)(0x80 | (code & 0x3F)));
    else
        sel_text_printf(text, "%c%c%c%c", (int)(0xF0 | code >> 18),
                        (int)(0x80 | (code >> 12 & 0x3F)), (int)(0x80 | (code >> 6 & 0x3F)),
                        (int)(0x80 | (code & 0x3F)));
}

START_TEST(every_character_alone_and_in_words)
{
    for (uint32_t code = 1; code < 0x10000; code++) {
        sel_text text = {.arena = scratch};
        add_code(&text, code);
        sel_text_add(&text, SEL_STR("B c"));
        add_code(&text, code);
        sel_text_add(&text, SEL_STR("D e"));
        add_code(&text, code);
        sel_text_add_char(&text, ' ');
        add_code(&text, code);
        expect_same_words(sel_text_str(&text));
    }
}
END_TEST

/* A character of one of the scripts that the eight languages are written in, or of none. */
static uint32_t any_code(uint64_t *state)
{
    static const struct {
        uint32_t first, count;
    } blocks[] = {{0x20, 0x5F},    {0x20, 0x5F},   {0x41, 0x3A},   {0xA0, 0x160},
                  {0x300, 0x70},   {0x400, 0x100}, {0x600, 0x100}, {0x1E00, 0x100},
                  {0x2000, 0x100}, {0x3000, 0x40}, {0x4E00, 0x80}, {0xE00, 0x80},
                  {0xAC00, 0x80},  {0xFF00, 0x70}, {0x1F600, 0x40}};
    uint64_t block = random_next(state) % (sizeof blocks / sizeof blocks[0]);
    return blocks[block].first + (uint32_t)(random_next(state) % blocks[block].count);
}

START_TEST(mixed_texts)
{
    uint64_t state = SEED;
    for (int i = 0; i < TEXTS; i++) {
        sel_text text = {.arena = kept};
        uint64_t pieces = random_next(&state) % PIECES_MAX;
        for (uint64_t n = 0; n < pieces; n++) {
            uint64_t what = random_next(&state) % 16;
            if (what == 0)
                sel_text_add_char(&text, (char)(0x80 + random_next(&state) % 0x80));
            else if (what == 1)
                sel_text_add_char(&text, ' ');
            else
                add_code(&text, any_code(&state));
        }
        expect_same_words(sel_text_str(&text));
        sel_arena_reset(kept);
    }
}
END_TEST

START_TEST(long_words)
{
    for (size_t length = SEL_FOLD_ROOM - 10; length < SEL_FOLD_ROOM + 10; length++) {
        sel_text text = {.arena = kept};
        for (size_t i = 0; i < length; i++)
            sel_text_add_char(&text, i % 2 == 0 ? 'A' : 'b');
        sel_text_add(&text, SEL_STR(" next"));
        expect_same_words(sel_text_str(&text));
    }
}
END_TEST

int main(void)
{
    sel_arena *tables = sel_arena_create();
    kept = sel_arena_create();
    scratch = sel_arena_create();
    table = sel_fold_table_create(tables);
    const TTest *tests[] = {every_character_alone_and_in_words, mixed_texts, long_words, NULL};
    int failed = run_tests("fold_table", tests);
    sel_arena_destroy(scratch);
    sel_arena_destroy(kept);
    sel_arena_destroy(tables);
    return failed;
}
