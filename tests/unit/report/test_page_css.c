/* The promises of engine/report/page.css about contrast and about fetching nothing. */
#include "base/str.h"

#include "check_suite.h"

#include <math.h>

static char style[65536];

static void load_style(void)
{
    FILE *file = fopen(SELARAS_SOURCE_DIR "/engine/report/page.css", "r");
    ck_assert_ptr_nonnull(file);
    size_t length = fread(style, 1, sizeof style - 1, file);
    ck_assert_uint_gt(length, 1000);
    ck_assert_uint_lt(length, sizeof style - 1);
    style[length] = '\0';
    fclose(file);
}

/* Red, green and blue of "--name: #rrggbb" at or after start. */
static void colour_of(const char *start, const char *name, double rgb[3])
{
    char wanted[64];
    snprintf(wanted, sizeof wanted, "--%s: #", name);
    const char *found = strstr(start, wanted);
    ck_assert_msg(found != NULL, "no colour '%s'", name);
    unsigned long code = strtoul(found + strlen(wanted), NULL, 16);
    for (int i = 0; i < 3; i++)
        rgb[i] = (double)((code >> (16 - 8 * i)) & 0xFF) / 255;
}

/* Relative luminance: WCAG 2.1 (W3C, 2018), glossary. */
static double luminance(const double rgb[3])
{
    static const double share[3] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++)
        sum += share[i] * (rgb[i] <= 0.03928 ? rgb[i] / 12.92 : pow((rgb[i] + 0.055) / 1.055, 2.4));
    return sum;
}

static void contrast_is(const char *scheme, const char *a, const char *b, double least)
{
    double first[3];
    double second[3];
    colour_of(scheme, a, first);
    colour_of(scheme, b, second);
    double light = fmax(luminance(first), luminance(second));
    double dark = fmin(luminance(first), luminance(second));
    double contrast = (light + 0.05) / (dark + 0.05);
    ck_assert_msg(contrast >= least, "%s on %s: %.2f is below %.1f", a, b, contrast, least);
}

static void check_scheme(const char *scheme)
{
    static const char *const texts[] = {"ink", "quiet", "accent"};
    static const char *const papers[] = {"paper", "wash"};
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 2; j++)
            contrast_is(scheme, texts[i], papers[j], 4.5);
    contrast_is(scheme, "ink", "notice", 4.5);
    static const char *const marks[] = {"mark", "k0",          "k1",         "k2",
                                        "k3",   "notice-line", "strong-line"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        contrast_is(scheme, marks[i], "paper", 3);
    static const char *const cells[] = {"c0", "c1", "c2", "c3", "c4", "c5",
                                        "v0", "v1", "v2", "v3", "v4"};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        char text[16];
        snprintf(text, sizeof text, "%s-ink", cells[i]);
        contrast_is(scheme, text, cells[i], 4.5);
    }
}

START_TEST(text_and_marks_have_contrast)
{
    load_style();
    check_scheme(style);
    const char *dark = strstr(style, "prefers-color-scheme: dark");
    ck_assert_ptr_nonnull(dark);
    check_scheme(dark);
}
END_TEST

/* Neighbouring classes of the rising scale differ in lightness, so that the order can be seen
 * without seeing hues. */
START_TEST(classes_rise_in_lightness)
{
    load_style();
    const char *schemes[] = {style, strstr(style, "prefers-color-scheme: dark")};
    for (int scheme = 0; scheme < 2; scheme++)
        for (int i = 0; i < 5; i++) {
            char names[2][8];
            double light[2];
            for (int j = 0; j < 2; j++) {
                double rgb[3];
                snprintf(names[j], sizeof names[j], "c%d", i + j);
                colour_of(schemes[scheme], names[j], rgb);
                light[j] = luminance(rgb);
            }
            double step = scheme == 0 ? light[0] - light[1] : light[1] - light[0];
            ck_assert_msg(step > 0.005, "scheme %d: %s and %s", scheme, names[0], names[1]);
        }
}
END_TEST

START_TEST(nothing_is_fetched)
{
    load_style();
    static const char *const fetching[] = {"url(", "@import", "@font-face", "http", "//", "<"};
    for (size_t i = 0; i < sizeof fetching / sizeof fetching[0]; i++)
        ck_assert_msg(strstr(style, fetching[i]) == NULL, "the style holds '%s'", fetching[i]);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {text_and_marks_have_contrast, classes_rise_in_lightness,
                            nothing_is_fetched, NULL};
    return run_tests("page_css", tests);
}
