/** generated_activities.h - a seeded IATI file of activities of about 3 kB, every twentieth with
 * cyber words. */
#ifndef SEL_TESTS_BENCH_GENERATED_ACTIVITIES_H
#define SEL_TESTS_BENCH_GENERATED_ACTIVITIES_H

#include "seeded.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const char *const words[] = {"the",        "project",      "supports",
                                    "Government", "of",           "strengthening",
                                    "capacity",   "to",           "improve",
                                    "national",   "and",          "regional",
                                    "resilience", "institutions", "through",
                                    "technical",  "support",      "communities",
                                    "services",   "information",  "r\xC3\xA9gion",
                                    "rural",      "education",    "water",
                                    "management", "&amp;",        "health",
                                    "programme",  "Ministry",     "for",
                                    "partners",   "standards",    "in",
                                    "a",          "training,",    "2019."};
static const char *const cyber_words[] = {"cybersecurity", "CERT", "cybercrime", "cyber-crime"};
static const char *const countries[] = {"AF", "FJ", "KE", "ID", "TL", "VU", "TO", "KH", "LA", "PG"};

static inline void write_words(FILE *file, uint64_t *state, int count, bool cyber)
{
    for (int i = 0; i < count; i++)
        fprintf(file, "%s%s", i > 0 ? " " : "",
                cyber && seeded_below(state, 20) == 0
                    ? cyber_words[seeded_below(state, 4)]
                    : words[seeded_below(state, sizeof words / sizeof words[0])]);
}

static inline void write_text(FILE *file, uint64_t *state, const char *element, int count,
                              bool cyber)
{
    fprintf(file, "    <%s>\n      <narrative>", element);
    write_words(file, state, count, cyber);
    fprintf(file, "</narrative>\n    </%.*s>\n", (int)strcspn(element, " "), element);
}

static inline void write_money(FILE *file, uint64_t *state)
{
    for (int year = 2019; year < 2022; year++)
        fprintf(file,
                "    <budget type=\"1\" status=\"2\">\n"
                "      <period-start iso-date=\"%d-01-01\"/>\n"
                "      <period-end iso-date=\"%d-12-31\"/>\n"
                "      <value currency=\"EUR\" value-date=\"%d-01-01\">%" PRIu32 ".50</value>\n"
                "    </budget>\n",
                year, year, year, seeded_below(state, 900000) + 1);
    for (int i = 0; i < 3; i++) {
        fprintf(file,
                "    <transaction>\n      <transaction-type code=\"%d\"/>\n"
                "      <transaction-date iso-date=\"2020-0%d-01\"/>\n"
                "      <value value-date=\"2020-01-01\">%" PRIu32 "</value>\n"
                "      <provider-org ref=\"XM-DAC-%" PRIu32 "\" provider-activity-id=\"XM-%" PRIu32
                "\"/>\n    </transaction>\n",
                i + 2, i + 1, seeded_below(state, 500000) + 1, seeded_below(state, 90),
                seeded_below(state, 9000));
    }
}

static inline void write_activity(FILE *file, uint64_t *state, int number)
{
    bool cyber = number % 20 == 0;
    fprintf(file,
            "  <iati-activity xml:lang=\"en\" default-currency=\"EUR\" hierarchy=\"1\" "
            "last-updated-datetime=\"2021-03-04T00:00:00Z\">\n"
            "    <iati-identifier>XM-DAC-7-%d</iati-identifier>\n"
            "    <reporting-org ref=\"XM-DAC-7\" type=\"10\">\n"
            "      <narrative>Agency</narrative>\n    </reporting-org>\n",
            number);
    write_text(file, state, "title", 8, cyber);
    write_text(file, state, "description type=\"1\"", 70, cyber);
    write_text(file, state, "description type=\"2\"", 40, false);
    write_text(file, state, "participating-org role=\"1\" ref=\"XM-DAC-7\" type=\"10\"", 3, false);
    write_text(file, state, "participating-org role=\"4\" type=\"22\"", 4, false);
    fprintf(file,
            "    <activity-status code=\"2\"/>\n"
            "    <activity-date type=\"2\" iso-date=\"2019-02-01\"/>\n"
            "    <activity-date type=\"3\" iso-date=\"2022-12-31\"/>\n"
            "    <contact-info>\n      <email>post@example.org</email>\n    </contact-info>\n"
            "    <recipient-country code=\"%s\" percentage=\"60\"/>\n"
            "    <recipient-region code=\"798\" percentage=\"40\"/>\n"
            "    <sector vocabulary=\"1\" code=\"15110\" percentage=\"100\"/>\n"
            "    <default-tied-status code=\"5\"/>\n",
            countries[seeded_below(state, 10)]);
    write_money(file, state);
    fprintf(file, "    <related-activity ref=\"XM-DAC-7-%d\" type=\"3\"/>\n  </iati-activity>\n",
            number + 1);
}

/** Write them to path, unless it is there. */
static inline bool write_activities(const char *path, int activities)
{
    FILE *file = fopen(path, "wx");
    if (file == NULL)
        return true; /* it is there */
    uint64_t state = 7;
    fprintf(file,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n");
    for (int i = 0; i < activities; i++)
        write_activity(file, &state, i);
    fprintf(file, "</iati-activities>\n");
    return fclose(file) == 0;
}

#endif
