/** sample_report.h - a document with one of everything, as a coordinator might get it.
 *
 * Invented figures; names of states and capabilities are real so that widths are. */
#ifndef SEL_TESTS_SAMPLE_REPORT_H
#define SEL_TESTS_SAMPLE_REPORT_H

#include "report/report.h"

enum { SAMPLE_STATES = 10, SAMPLE_CAPABILITIES = 28, SAMPLE_PROGRAMMES = 15 };

static const char *const sample_states[SAMPLE_STATES][2] = {
    {"FJI", "Fiji"},
    {"KIR", "Kiribati"},
    {"FSM", "Micronesia (Federated States of)"},
    {"NRU", "Nauru"},
    {"PNG", "Papua New Guinea"},
    {"WSM", "Samoa"},
    {"SLB", "Solomon Islands"},
    {"TLS", "Timor-Leste"},
    {"TON", "Tonga"},
    {"VUT", "Vanuatu"},
};

static const char *const sample_capabilities[SAMPLE_CAPABILITIES] = {
    "National cybersecurity strategy",
    "Incident response and crisis management",
    "Critical infrastructure protection",
    "Cybersecurity in defence and national security",
    "Cybersecurity mindset",
    "Trust and confidence in online services",
    "User understanding of personal information protection online",
    "Reporting mechanisms",
    "Media and online platforms",
    "Building cybersecurity awareness",
    "Cybersecurity education",
    "Cybersecurity professional training",
    "Cybersecurity research and innovation",
    "Legal and regulatory provisions",
    "Related legislative frameworks",
    "Legal and regulatory capability and capacity",
    "Formal and informal co-operation frameworks to combat cybercrime",
    "Adherence to standards",
    "Security controls",
    "Software quality",
    "Communications and internet infrastructure resilience",
    "Cybersecurity marketplace",
    "Responsible disclosure",
    "Points of contact",
    "Norms of responsible state behaviour and international law",
    "Confidence-building measures and cyber diplomacy",
    "Situational awareness and attribution frameworks",
    "Regional organisations sharing best practice",
};

static inline void sample_place_columns(sel_table *table)
{
    sel_table_column(
        table,
        (sel_column){.id = "country", .label = SEL_STR("Country"), .readers = SEL_FOR_MACHINES});
    sel_table_column(
        table,
        (sel_column){.id = "country_name", .label = SEL_STR("Country"), .readers = SEL_FOR_PEOPLE});
    sel_table_column(table, (sel_column){.id = "capability", .label = SEL_STR("Capability")});
    sel_table_column(table, (sel_column){.id = "donors",
                                         .label = SEL_STR("Donors"),
                                         .type = SEL_COLUMN_INTEGER,
                                         .bounds = true});
    sel_table_column(table, (sel_column){.id = "months_together",
                                         .label = SEL_STR("Months together"),
                                         .type = SEL_COLUMN_INTEGER,
                                         .bounds = true});
    sel_table_column(table, (sel_column){.id = "shared",
                                         .label = SEL_STR("Shared effort"),
                                         .type = SEL_COLUMN_PERCENT,
                                         .bounds = true});
    sel_table_column(table, (sel_column){.id = "money_usd",
                                         .label = SEL_STR("Budgets, USD"),
                                         .type = SEL_COLUMN_MONEY});
    sel_table_column(table, (sel_column){.id = "first_start",
                                         .label = SEL_STR("First start"),
                                         .type = SEL_COLUMN_DATE});
    sel_table_column(table, (sel_column){.id = "reading", .label = SEL_STR("Reading")});
}

static inline void sample_places(sel_section *section)
{
    sel_table *table = sel_section_table(
        section, "places", SEL_STR("Places with two or more donors, by state and capability"));
    sample_place_columns(table);
    for (uint32_t i = 0; i < 12; i++) {
        sel_table_row(table);
        sel_cell_text(table, sel_str_of(sample_states[i % SAMPLE_STATES][0]));
        sel_cell_text(table, sel_str_of(sample_states[i % SAMPLE_STATES][1]));
        sel_cell_text(table, sel_str_of(sample_capabilities[(i * 5) % SAMPLE_CAPABILITIES]));
        sel_cell_integer(table, 2 + i % 3);
        if (i % 4 == 1)
            sel_cell_at_least(table, 2 + i % 3);
        sel_cell_interval(table, 0, 15 + i);
        sel_cell_percent(table, 0.25 + 0.05 * i);
        sel_cell_between(table, 0.20 + 0.05 * i, 0.33 + 0.05 * i);
        if (i % 3 == 0)
            sel_cell_missing(table, "not_said", SEL_STR("not said"));
        else
            sel_cell_money(table, 12345600 + 99999950 * (int64_t)i);
        sel_cell_date(table, sel_day_of(2017, 1 + (int)i, 15));
        sel_cell_text(table, i % 2 == 0 ? SEL_STR("note") : SEL_STR("talk first"));
        if (i % 2 == 0)
            sel_cell_note(table, SEL_STR("possible; themes guessed from titles"));
    }
}

static inline void sample_heat_map(sel_section *section)
{
    static const char *const signs[] = {"0", "1", "2", "3", "4", "5"};
    sel_figure *map = sel_section_figure(
        section, SEL_FIGURE_HEAT_MAP, "need_map", SEL_STR("Need stated, by capability and state"),
        SEL_STR("Severity of need from 0 (none) to 5 (largest), as the states themselves answered. "
                "Need is largest for incident response and professional training."));
    map->item = (sel_axis){.id = "country", .label = SEL_STR("State")};
    map->across = (sel_axis){.id = "capability", .label = SEL_STR("Capability")};
    map->value = (sel_axis){.id = "severity", .label = SEL_STR("Need")};
    map->unknown = SEL_STR("? not answered");
    map->classes[0] = SEL_STR("0 no need");
    map->classes[1] = SEL_STR("1");
    map->classes[2] = SEL_STR("2");
    map->classes[3] = SEL_STR("3");
    map->classes[4] = SEL_STR("4");
    map->classes[5] = SEL_STR("5 largest need");
    sel_figure_size(map, SAMPLE_STATES, SAMPLE_CAPABILITIES);
    for (uint32_t i = 0; i < SAMPLE_STATES; i++)
        map->rows[i] =
            (sel_label){sel_str_of(sample_states[i][0]), sel_str_of(sample_states[i][1])};
    for (uint32_t j = 0; j < SAMPLE_CAPABILITIES; j++)
        map->columns[j].text = sel_str_of(sample_capabilities[j]);
    for (uint32_t i = 0; i < SAMPLE_STATES; i++)
        for (uint32_t j = 0; j < SAMPLE_CAPABILITIES; j++) {
            uint32_t mixed = (i * 7 + j * 11 + i * j) % 8;
            int8_t class = mixed > 6 ? SEL_CLASS_UNKNOWN : (int8_t)(mixed % SEL_CLASSES);
            sel_str text = class < 0 ? SEL_STR("?") : sel_str_of(signs[class]);
            sel_figure_cell(map, i, j, (sel_heat_cell){class, text});
        }
}

static inline void sample_intervals(sel_section *section, sel_arena *arena)
{
    sel_figure *figure = sel_section_figure(
        section, SEL_FIGURE_INTERVALS, "orders", SEL_STR("Order of the programmes"),
        SEL_STR("Each bar shows the orders a programme takes when the weights move by about ten "
                "points. Bars that share orders cannot be told apart."));
    figure->item = (sel_axis){.id = "programme", .label = SEL_STR("Programme")};
    figure->value = (sel_axis){.id = "order",
                               .label = SEL_STR("Order, between"),
                               .type = SEL_COLUMN_INTEGER,
                               .low = 1,
                               .high = SAMPLE_PROGRAMMES};
    for (uint32_t i = 0; i < SAMPLE_PROGRAMMES; i++) {
        uint32_t low = i > 2 ? i - i % 3 : 1;
        uint32_t high = i + 2 + i % 4 > SAMPLE_PROGRAMMES ? SAMPLE_PROGRAMMES : i + 2 + i % 4;
        sel_figure_mark(figure,
                        (sel_mark){.label.text = sel_str_printf(
                                       arena, "%s programme for the Pacific, phase %u",
                                       i % 2 ? "Incident response mentoring" : "Awareness", i + 1),
                                   .has_value = true,
                                   .has_bounds = true,
                                   .value = i + 1,
                                   .low = low,
                                   .high = high,
                                   .text = sel_str_printf(arena, "%u, %u–%u", i + 1, low, high)});
    }
}

static inline void sample_factors(sel_section *section)
{
    sel_figure *figure = sel_section_figure(
        section, SEL_FIGURE_FACTORS, "overlap_factors", SEL_STR("How the overlap is made up"),
        SEL_STR("The factors multiply to the score. Filled: certain. Outlined: possible."));
    figure->item = (sel_axis){.id = "factor", .label = SEL_STR("Factor")};
    figure->value = (sel_axis){
        .id = "score", .label = SEL_STR("Share"), .type = SEL_COLUMN_PERCENT, .low = 0, .high = 1};
    const sel_mark marks[] = {
        {.label.text = SEL_STR("Place and topic"),
         .has_value = true,
         .value = 0.75,
         .text = SEL_STR("75 %")},
        {.label.text = SEL_STR("Time"),
         .has_bounds = true,
         .low = 0,
         .high = 0.716,
         .text = SEL_STR("0 to 72 %")},
        {.label.text = SEL_STR("Kind of help"), .text = SEL_STR("not said by either")},
        {.label.text = SEL_STR("Score"),
         .has_bounds = true,
         .low = 0,
         .high = 0.537,
         .strong = true,
         .text = SEL_STR("at most 0.54 on two factors")},
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        sel_figure_mark(figure, marks[i]);
}

static inline void sample_scatter(sel_section *section)
{
    sel_figure *figure = sel_section_figure(
        section, SEL_FIGURE_SCATTER, "support_need", SEL_STR("Support against need, Vanuatu"),
        SEL_STR("Each point is a capability. To the right: more need. Higher up: more support. "
                "Three capabilities have large need and no support."));
    figure->item = (sel_axis){.id = "capability", .label = SEL_STR("Capability")};
    figure->value = (sel_axis){.id = "need",
                               .label = SEL_STR("Need, 0 to 5"),
                               .type = SEL_COLUMN_INTEGER,
                               .low = 0,
                               .high = 5};
    figure->across = (sel_axis){.id = "support",
                                .label = SEL_STR("Support, programmes"),
                                .type = SEL_COLUMN_REAL,
                                .decimals = 1,
                                .low = 0,
                                .high = 4};
    figure->class_label = SEL_STR("Group");
    figure->classes[0] = SEL_STR("Awareness");
    figure->classes[1] = SEL_STR("Technical capacity");
    figure->classes[2] = SEL_STR("Norms and diplomacy");
    for (uint32_t i = 0; i < SAMPLE_CAPABILITIES; i++)
        sel_figure_mark(
            figure, (sel_mark){.label.text = sel_str_of(sample_capabilities[i]),
                               .has_value = i != 4,
                               .value = (i * 7) % 6,
                               .y = (double)((i * 5) % 9) / 2 > 4 ? 4 : (double)((i * 5) % 9) / 2,
                               .class = (uint8_t)(i % 3),
                               .strong = i == 1,
                               .text = SEL_STR("not answered")});
}

static inline sel_explanation *sample_explanation(sel_arena *arena)
{
    sel_explanation *explanation = sel_arena_array(arena, 1, sizeof *explanation);
    explanation->address = SEL_STR("VUT/D1.2");
    explanation->title = SEL_STR("Where the need of Vanuatu for incident response comes from");
    const sel_explained steps[] = {
        {.level = 0,
         .label = SEL_STR("need"),
         .value = SEL_STR("severity 4 of 5"),
         .note = SEL_STR("√(gap × importance) ÷ 4, from the whole numbers 2 × 4 = 8")},
        {.level = 1, .label = SEL_STR("gap"), .value = SEL_STR("2"), .note = SEL_STR("4 − 2")},
        {.level = 2,
         .label = SEL_STR("now"),
         .value = SEL_STR("2"),
         .source = SEL_STR("needs-vanuatu.csv"),
         .line = 14,
         .cell = SEL_STR("D14"),
         .hash = SEL_STR("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")},
        {.level = 2,
         .label = SEL_STR("wanted"),
         .value = SEL_STR("4"),
         .source = SEL_STR("needs-vanuatu.csv"),
         .line = 14,
         .cell = SEL_STR("E14")},
        {.level = 1,
         .label = SEL_STR("importance"),
         .value = SEL_STR("vital, counted as 4"),
         .source = SEL_STR("needs-vanuatu.csv"),
         .line = 14,
         .cell = SEL_STR("G14")},
    };
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        sel_explanation_add(explanation, arena, steps[i]);
    return explanation;
}

static inline void sample_glance(sel_section *section)
{
    sel_section_paragraph(
        section, SEL_STR("This list says where to talk, not who is at fault. Support for the same "
                         "capability can be intended."));
    sel_list *list = sel_section_list(section, false);
    sel_list_item_add(list, SEL_STR("Pairs behind it"), SEL_STR("1 possible, 0 certain"));
    sel_list_item_add(list, SEL_STR("Not overlap"),
                      SEL_STR("CyberSouth: 3 records, one co-funded programme, ends given as 2021, "
                              "December 2021 and December 2023"));
    sel_list_item_add(list, SEL_STR("Withheld"), SEL_STR("0 records"));
}

static inline void sample_fill(sel_report *report)
{
    sel_arena *arena = report->arena;
    report->id = "sample";
    report->title = SEL_STR("Needs and support for cyber capacity in ten Pacific and South-East "
                            "Asian states");
    sel_report_subtitle(report, SEL_STR("1 July 2017 to 30 June 2020, as known on 1 July 2018"));
    sel_report_subtitle(report, SEL_STR("For the secretariat"));
    sel_report_notice(report, true, SEL_STR("ILLUSTRATIVE DATA: the answers are invented."));
    sel_report_notice(report, false,
                      SEL_STR("19 records from 12 sources; 5 have no dates, 6 no country, 4 no "
                              "funder: read every count as “at least”."));
    sample_glance(sel_report_section(report, "summary", SEL_STR("At a glance")));
    sample_heat_map(sel_report_section(report, "needs", SEL_STR("What states say they need")));
    sel_section *support =
        sel_report_section(report, "support", SEL_STR("Support against stated need"));
    sample_scatter(support);
    sel_section *places = sel_report_section(
        report, "places", SEL_STR("Places where more than one donor works on the same capability"));
    sample_places(places);
    sel_section *pair = sel_report_subsection(report, "pair", SEL_STR("One pair in full"));
    sample_factors(pair);
    sel_section *order =
        sel_report_section(report, "order", SEL_STR("Programmes that could answer VUT-1-02"));
    sel_section_paragraph(order, SEL_STR("Order is advice; the requester chooses."));
    sample_intervals(order, arena);
    sel_status added = sel_report_add_explanation(report, sample_explanation(arena), NULL);
    (void)added;
    sel_section *none = sel_report_section(report, "findings", SEL_STR("Cannot be said"));
    sel_table *empty = sel_section_table(none, "findings", SEL_STR("Cannot be said"));
    sel_table_column(empty, (sel_column){.id = "record", .label = SEL_STR("Record")});
    sel_table_column(empty, (sel_column){.id = "reason", .label = SEL_STR("What is missing")});
    sel_report_foot(report, SEL_STR("Method overlap-1, need-1. Model four-principles 1, equal "
                                    "weights. As of 1 July 2018."));
    sel_report_foot(report, SEL_STR("Source: cyber_projects.csv (SHA-256 9f86d081884c)."));
}

#endif
