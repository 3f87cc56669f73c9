/* How well the tagger finds what labels/labels.csv says: precision and recall, with Wilson 95 %
 * intervals, of "is it about cyber at all", of each capability and of each language, for the half
 * that terms may be tuned on and for the half that only judges. Printed; only structure and a
 * floor are asserted. Misses of the half that judges are told by key alone. */
#include "analysis/statistics/wilson.h"
#include "domain/tagger.h"
#include "input/codelist_file.h"
#include "input/csv_table.h"
#include "labelled_texts.h"

enum { SKIPPED = 77, LABELS_MAX = 1024, MEASURED_FROM = 20 };

/* What "cyber or not" of the half that judges must reach, in percent. */
enum { FLOOR = 90 };

enum { TUNE, TEST, HALVES };
static const char *const half_names[HALVES] = {"tune", "test"};

typedef struct labelled {
    sel_str language, half;
    bool cyber;
    sel_str capabilities;
    sel_programme tagged;
} labelled;

static labelled_text texts[LABELS_MAX];
static labelled labels[LABELS_MAX];
static uint32_t label_count;
static sel_arena *kept;
static sel_reference reference;
static char folder[1024];

static sel_status keep_label(void *to, const sel_str *f, sel_error *err)
{
    (void)to;
    if (label_count == LABELS_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "more than %d labels", LABELS_MAX);
    texts[label_count] = (labelled_text){.file = sel_str_copy(kept, f[0]),
                                         .line = strtoull(f[1].ptr, NULL, 10),
                                         .record = sel_str_copy(kept, f[2])};
    labels[label_count++] = (labelled){.language = sel_str_copy(kept, f[3]),
                                       .half = sel_str_copy(kept, f[4]),
                                       .cyber = sel_str_is(f[5], "yes"),
                                       .capabilities = sel_str_copy(kept, f[6])};
    return SEL_OK;
}

static void tag_all(void)
{
    for (uint32_t first = 0; first < label_count;) {
        uint32_t next = first;
        while (next < label_count && sel_str_equal(texts[next].file, texts[first].file))
            next++;
        labelled_texts_fill(folder, &texts[first], next - first, kept);
        first = next;
    }
    for (uint32_t i = 0; i < label_count; i++) {
        labels[i].tagged = sel_programme_blank();
        labels[i].tagged.title = texts[i].title;
        labels[i].tagged.description = texts[i].description;
        labels[i].tagged.theme = texts[i].theme;
        sel_tagger_tag(reference.tagger, &labels[i].tagged, kept);
    }
}

/** Of what is said to be so, and of what is found: how much is both. */
typedef struct counts {
    uint64_t records, right, missed, wrong;
} counts;

static void count_one(counts *into, bool is, bool found)
{
    into->records += 1;
    into->right += is && found;
    into->missed += is && !found;
    into->wrong += !is && found;
}

static void print_part(const char *name, uint64_t part, uint64_t whole)
{
    double low;
    double high;
    if (whole == 0) {
        printf("  %s not defined", name);
        return;
    }
    sel_wilson(part, whole, &low, &high);
    printf("  %s %.2f (%.2f to %.2f; %" PRIu64 " of %" PRIu64 ")", name,
           (double)part / (double)whole, low, high, part, whole);
}

static void print_counts(const char *half, const char *what, const counts *of)
{
    printf("%s %-12s %3" PRIu64 " records", half, what, of->records);
    print_part("precision", of->right, of->right + of->wrong);
    print_part("recall", of->right, of->right + of->missed);
    printf("\n");
}

static bool has_code(sel_str list, sel_str code)
{
    for (sel_str one; list.len > 0 && sel_str_next(&list, ';', &one);)
        if (sel_str_equal(one, code))
            return true;
    return false;
}

static bool found_code(const sel_programme *tagged, sel_str code)
{
    for (uint32_t i = 0; i < tagged->capability_count; i++)
        if (sel_str_equal(tagged->capabilities[i].code, code))
            return true;
    return false;
}

static bool in_half(uint32_t i, int half)
{
    return sel_str_is(labels[i].half, half_names[half]);
}

static void print_misses(int half)
{
    for (uint32_t i = 0; i < label_count; i++) {
        const sel_programme *tagged = &labels[i].tagged;
        sel_text what = {.arena = kept};
        if (labels[i].cyber == tagged->set_aside)
            sel_text_add(&what, labels[i].cyber ? SEL_STR(" cyber missed") : SEL_STR(" not cyber"));
        for (uint32_t c = 0; labels[i].cyber && c < reference.taxonomy.count; c++) {
            sel_str code = reference.taxonomy.capabilities[c].code;
            bool is = has_code(labels[i].capabilities, code);
            if (is != found_code(tagged, code))
                sel_text_printf(&what, " %s%.*s", is ? "-" : "+", SEL_STR_ARG(code));
        }
        if (in_half(i, half) && what.len > 0)
            printf("%s miss: %.*s line %" PRIu64 "%s%.*s\n", half_names[half],
                   SEL_STR_ARG(texts[i].file), texts[i].line, half == TEST ? "" : ":",
                   half == TEST ? 0 : (int)what.len, what.bytes);
    }
}

/* First: the others count what this one filled in. */
START_TEST(every_labelled_record_is_found)
{
    tag_all();
    for (uint32_t i = 0; i < label_count; i++)
        ck_assert_msg(texts[i].found && texts[i].title.len + texts[i].description.len > 0,
                      "%.*s line %" PRIu64, SEL_STR_ARG(texts[i].file), texts[i].line);
}
END_TEST

START_TEST(cyber_yes_or_no)
{
    uint64_t records = 0;
    for (int half = 0; half < HALVES; half++) {
        counts all = {0};
        for (uint32_t i = 0; i < label_count; i++)
            if (in_half(i, half))
                count_one(&all, labels[i].cyber, !labels[i].tagged.set_aside);
        print_counts(half_names[half], "cyber", &all);
        ck_assert_uint_ge(100 * all.right, FLOOR * (all.right + all.wrong));
        ck_assert_uint_ge(100 * all.right, FLOOR * (all.right + all.missed));
        records += all.records;
    }
    ck_assert_uint_eq(records, label_count);
}
END_TEST

START_TEST(each_capability)
{
    for (int half = 0; half < HALVES; half++) {
        counts all = {0};
        for (uint32_t c = 0; c < reference.taxonomy.count; c++) {
            sel_str code = reference.taxonomy.capabilities[c].code;
            counts one = {0};
            for (uint32_t i = 0; i < label_count; i++)
                if (in_half(i, half) && labels[i].cyber)
                    count_one(&one, has_code(labels[i].capabilities, code),
                              found_code(&labels[i].tagged, code));
            if (one.right + one.missed + one.wrong > 0)
                print_counts(half_names[half], sel_str_copy(kept, code).ptr, &one);
            all.records += one.records;
            all.right += one.right;
            all.missed += one.missed;
            all.wrong += one.wrong;
        }
        print_counts(half_names[half], "all of them", &all);
    }
}
END_TEST

static bool is_first_of_language(uint32_t i)
{
    for (uint32_t before = 0; before < i; before++)
        if (sel_str_equal(labels[before].language, labels[i].language))
            return false;
    return true;
}

START_TEST(each_language)
{
    for (int half = 0; half < HALVES; half++)
        for (uint32_t first = 0; first < label_count; first++) {
            counts one = {0};
            for (uint32_t i = first; is_first_of_language(first) && i < label_count; i++)
                if (in_half(i, half) && sel_str_equal(labels[i].language, labels[first].language))
                    count_one(&one, labels[i].cyber, !labels[i].tagged.set_aside);
            if (one.records >= MEASURED_FROM)
                print_counts(half_names[half], labels[first].language.ptr, &one);
            else if (one.records > 0)
                printf("%s %-12s %3" PRIu64 " records  not measured\n", half_names[half],
                       labels[first].language.ptr, one.records);
        }
}
END_TEST

START_TEST(misses_are_listed)
{
    for (int half = 0; half < HALVES; half++)
        print_misses(half);
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
    static const char *const columns[] = {"file", "line",  "record",       "language",
                                          "half", "cyber", "capabilities", NULL};
    sel_status status = sel_csv_table_file(SELARAS_SOURCE_DIR "/tests/corpus/labels/labels.csv",
                                           columns, keep_label, NULL, &err);
    if (status == SEL_OK)
        status = sel_reference_open(SELARAS_SOURCE_DIR "/questionnaires/codelists", kept,
                                    &reference, &err);
    if (status != SEL_OK) {
        fprintf(stderr, "%s, line %" PRIu64 ": %s\n", err.source, err.line, err.message);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {every_labelled_record_is_found,
                            cyber_yes_or_no,
                            each_capability,
                            each_language,
                            misses_are_listed,
                            NULL};
    int failed = run_tests("tagger_labels", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(kept);
    return failed;
}
