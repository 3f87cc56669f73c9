/* The labelled records keep to the rules that labels/README.md states: each is where it says, its
 * half follows from its key alone, and there are enough hard negatives. Whether a label is right,
 * only a reader of the record can say. */
#include "base/index.h"
#include "check_suite.h"
#include "input/csv_table.h"

#include <inttypes.h>

enum { SKIPPED = 77, LABELS_MAX = 1024, LABELS_MIN = 200, REASON_WORDS_MAX = 15 };

#define CODELISTS SELARAS_SOURCE_DIR "/questionnaires/codelists/"

typedef struct label {
    sel_str file, line, record, language, half, stratum, cyber, capabilities, reason;
} label;

static label labels[LABELS_MAX];
static uint32_t label_count;
static sel_arena *kept;
static char folder[1024];

static sel_status keep_label(void *to, const sel_str *fields, sel_error *err)
{
    (void)to;
    if (label_count == LABELS_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "more than %d labels", LABELS_MAX);
    sel_str copy[9];
    for (size_t i = 0; i < 9; i++)
        copy[i] = sel_str_copy(kept, fields[i]);
    labels[label_count++] =
        (label){copy[0], copy[1], copy[2], copy[3], copy[4], copy[5], copy[6], copy[7], copy[8]};
    return SEL_OK;
}

static sel_status keep_code(void *to, const sel_str *fields, sel_error *err)
{
    (void)err;
    sel_index_add(to, fields[0]);
    return SEL_OK;
}

static bool is_one_of(sel_str value, const char *a, const char *b)
{
    return sel_str_is(value, a) || sel_str_is(value, b);
}

/* File and record, or file and line where the record has no identifier. */
static sel_str key_of(const label *one)
{
    sel_str name = one->record.len > 0 ? one->record : one->line;
    return sel_str_printf(kept, "%.*s\n%.*s", SEL_STR_ARG(one->file), SEL_STR_ARG(name));
}

START_TEST(every_field_has_a_value_of_its_list)
{
    for (uint32_t i = 0; i < label_count; i++) {
        const label *one = &labels[i];
        ck_assert_msg(one->file.len > 0 && one->language.len >= 2 && one->language.len <= 3,
                      "label %u", i);
        ck_assert_msg(is_one_of(one->half, "tune", "test"), "label %u", i);
        ck_assert_msg(is_one_of(one->stratum, "a", "b") || sel_str_is(one->stratum, "c"),
                      "label %u", i);
        ck_assert_msg(is_one_of(one->cyber, "yes", "no"), "label %u", i);
        ck_assert_msg(one->capabilities.len == 0 || sel_str_is(one->cyber, "yes"), "label %u", i);
    }
}
END_TEST

START_TEST(every_capability_is_a_code)
{
    sel_index *codes = sel_index_create();
    sel_error err = {0};
    static const char *const columns[] = {"code", NULL};
    ck_assert_msg(
        sel_csv_table_file(CODELISTS "capabilities.csv", columns, keep_code, codes, &err) == SEL_OK,
        "%s", err.message);
    for (uint32_t i = 0; i < label_count; i++) {
        sel_str rest = labels[i].capabilities;
        for (sel_str code; rest.len > 0 && sel_str_next(&rest, ';', &code);)
            ck_assert_msg(sel_index_find(codes, code) != SEL_NONE, "label %u: '%.*s'", i,
                          SEL_STR_ARG(code));
    }
    sel_index_destroy(codes);
}
END_TEST

START_TEST(every_reason_is_short)
{
    for (uint32_t i = 0; i < label_count; i++) {
        uint32_t words = 0;
        sel_str rest = labels[i].reason;
        for (sel_str word; sel_str_next(&rest, ' ', &word);)
            words += word.len > 0;
        ck_assert_msg(words > 0 && words <= REASON_WORDS_MAX, "label %u: %u words", i, words);
    }
}
END_TEST

START_TEST(half_is_the_lowest_bit_of_the_keys_hash)
{
    for (uint32_t i = 0; i < label_count; i++) {
        char hex[SEL_HASH_ROOM];
        sel_hash_of(key_of(&labels[i]), hex);
        bool odd = strchr("13579bdf", hex[SEL_HASH_ROOM - 2]) != NULL;
        ck_assert_msg(sel_str_is(labels[i].half, odd ? "test" : "tune"), "label %u", i);
    }
}
END_TEST

START_TEST(no_key_is_labelled_twice)
{
    sel_index *keys = sel_index_create();
    for (uint32_t i = 0; i < label_count; i++)
        ck_assert_msg(sel_index_add(keys, key_of(&labels[i])) == i, "label %u", i);
    sel_index_destroy(keys);
}
END_TEST

START_TEST(at_least_half_are_hard_negatives)
{
    uint32_t hard = 0;
    for (uint32_t i = 0; i < label_count; i++)
        hard += sel_str_is(labels[i].stratum, "b") && sel_str_is(labels[i].cyber, "no");
    ck_assert_uint_ge(label_count, LABELS_MIN);
    ck_assert_uint_ge(2 * hard, label_count);
}
END_TEST

/* Take the next line off text; LF, CR and CR LF each end one. */
static sel_str next_line(sel_str *text)
{
    size_t end = 0;
    while (end < text->len && text->ptr[end] != '\n' && text->ptr[end] != '\r')
        end++;
    sel_str line = sel_str_part(*text, 0, end);
    bool both = end + 1 < text->len && text->ptr[end] == '\r' && text->ptr[end + 1] == '\n';
    *text = sel_str_part(*text, end + (both ? 2 : 1), text->len);
    return line;
}

/* An activity begins on its line; a row has its identifier, if any, on its line. */
static void expect_record(const label *one, sel_str line)
{
    bool xml = sel_str_find(one->file, SEL_STR(".xml")) < one->file.len;
    sel_str mark = xml ? SEL_STR("<iati-activity") : one->record;
    ck_assert_msg(line.len > 0 && (mark.len == 0 || sel_str_find(line, mark) < line.len),
                  "%.*s, line %.*s: no '%.*s'", SEL_STR_ARG(one->file), SEL_STR_ARG(one->line),
                  SEL_STR_ARG(mark));
}

/* All labels of one file, which lie together in the order of their lines, from first on. */
static uint32_t expect_file(uint32_t first)
{
    sel_bytes *bytes = NULL;
    sel_error err = {0};
    bool all = false;
    sel_str file = labels[first].file;
    sel_str path = sel_str_printf(kept, "%s/%.*s", folder, SEL_STR_ARG(file));
    ck_assert_msg(sel_bytes_open(path.ptr, &bytes, &err) == SEL_OK, "%s", path.ptr);
    ck_assert_int_eq(sel_bytes_hold(bytes, SIZE_MAX, &all, &err), SEL_OK);
    ck_assert(all);
    sel_str rest = sel_bytes_held(bytes);
    uint32_t i = first;
    for (uint64_t number = 1; i < label_count && sel_str_equal(labels[i].file, file); number++) {
        ck_assert_msg(rest.len > 0, "%s: no line %s", path.ptr, labels[i].line.ptr);
        sel_str line = next_line(&rest);
        for (; i < label_count && sel_str_equal(labels[i].file, file) &&
               strtoull(labels[i].line.ptr, NULL, 10) == number;
             i++)
            expect_record(&labels[i], line);
    }
    sel_bytes_close(bytes);
    return i;
}

START_TEST(every_record_is_where_its_label_says)
{
    for (uint32_t i = 0; i < label_count;)
        i = expect_file(i);
}
END_TEST

int main(void)
{
    const char *from = getenv("SELARAS_CORPUS");
    snprintf(folder, sizeof folder, "%s",
             from != NULL ? from : SELARAS_SOURCE_DIR "/../shared/data");
    char path[2048];
    snprintf(path, sizeof path, "%s/register-csv/cyber_projects.csv", folder);
    FILE *there = fopen(path, "rb");
    if (there == NULL) {
        printf("skipped: no %s (SELARAS_CORPUS)\n", path);
        return SKIPPED;
    }
    fclose(there);
    kept = sel_arena_create();
    sel_error err = {0};
    static const char *const columns[] = {"file",    "line",  "record",       "language", "half",
                                          "stratum", "cyber", "capabilities", "reason",   NULL};
    if (sel_csv_table_file(SELARAS_SOURCE_DIR "/tests/corpus/labels/labels.csv", columns,
                           keep_label, NULL, &err) != SEL_OK) {
        fprintf(stderr, "line %" PRIu64 ": %s\n", err.line, err.message);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {every_field_has_a_value_of_its_list,
                            every_capability_is_a_code,
                            every_reason_is_short,
                            half_is_the_lowest_bit_of_the_keys_hash,
                            no_key_is_labelled_twice,
                            at_least_half_are_hard_negatives,
                            every_record_is_where_its_label_says,
                            NULL};
    int failed = run_tests("labels", tests);
    sel_arena_destroy(kept);
    return failed;
}
