/** report.h - a document without formatting: headings, paragraphs, lists, tables, figures.
 *
 * work/ fills it from results, a writer (writer.h) prints it. Texts are already
 * in the reader's language and are borrowed: they must live as long as the
 * arena. A document never counts or computes.
 *
 * Start with `sel_report report = {.arena = arena, .id = "overlap", .title = title}`. */
#ifndef SEL_REPORT_REPORT_H
#define SEL_REPORT_REPORT_H

#include "domain/explanation.h"
#include "report/figure.h"
#include "report/table.h"

typedef struct sel_report sel_report;

typedef struct sel_lines {
    sel_str *lines;
    uint32_t count;
    uint32_t room;
} sel_lines;

/** What a reader must know before the first number. */
typedef struct sel_notice {
    bool strong; /**< stands out, and on every printed page: "ILLUSTRATIVE DATA" */
    sel_str text;
} sel_notice;

/** A line of somebody's text and the part of it that is meant. */
typedef struct sel_excerpt {
    sel_str before;
    sel_str marked; /**< empty: the place between before and after */
    sel_str after;
} sel_excerpt;

typedef struct sel_list_item {
    sel_str label; /**< may be empty */
    sel_str text;
    bool has_excerpt; /**< shown below the text */
    sel_excerpt excerpt;
} sel_list_item;

typedef struct sel_list {
    sel_arena *arena;
    bool numbered;
    sel_list_item *items;
    uint32_t count;
    uint32_t room;
} sel_list;

typedef enum sel_block_kind {
    SEL_BLOCK_PARAGRAPH,
    SEL_BLOCK_LIST,
    SEL_BLOCK_TABLE,
    SEL_BLOCK_FIGURE,
    SEL_BLOCK_EXPLANATION, /**< steps for people, table for machines */
} sel_block_kind;

typedef struct sel_block {
    sel_block_kind kind;
    sel_str text;                       /**< PARAGRAPH */
    sel_list *list;                     /**< LIST */
    sel_table *table;                   /**< TABLE, EXPLANATION */
    sel_figure *figure;                 /**< FIGURE */
    const sel_explanation *explanation; /**< EXPLANATION */
} sel_block;

typedef struct sel_section {
    sel_report *report;
    const char *id;  /**< anchor, unique among sections */
    uint32_t level;  /**< 1, or 2 below the section of level 1 before it */
    sel_str heading; /**< empty: the blocks follow what stands before them */
    sel_block *blocks;
    uint32_t block_count;
    uint32_t block_room;
} sel_section;

struct sel_report {
    sel_arena *arena;
    const char *id; /**< snake_case */
    sel_str title;
    sel_lines subtitle;
    sel_notice *notices;
    uint32_t notice_count;
    uint32_t notice_room;
    sel_section **sections;
    uint32_t section_count;
    uint32_t section_room;
    sel_lines foot; /**< where the figures come from: sources, method, version */
};

void sel_report_subtitle(sel_report *report, sel_str line);

void sel_report_notice(sel_report *report, bool strong, sel_str text);

void sel_report_foot(sel_report *report, sel_str line);

/** New section at the end. Anchors are made of the first 60 bytes of id: other characters than
 *  ASCII letters, digits, '-' and '_' become '_', and a number is added when a section has it
 *  already. The result lives as long as the report. */
sel_section *sel_report_section(sel_report *report, const char *id, sel_str heading);

/** The same, one level lower. */
sel_section *sel_report_subsection(sel_report *report, const char *id, sel_str heading);

void sel_section_paragraph(sel_section *section, sel_str text);

sel_list *sel_section_list(sel_section *section, bool numbered);

/** label (may be empty) is what the text is about: "Not overlap". */
void sel_list_item_add(sel_list *list, sel_str label, sel_str text);

/** Show an excerpt below the item added last. */
void sel_list_excerpt(sel_list *list, sel_excerpt excerpt);

/** New empty table; id is made unique among tables and figures as anchors are. */
sel_table *sel_section_table(sel_section *section, const char *id, sel_str title);

/** New figure; see figure.h for what each kind needs. */
sel_figure *sel_section_figure(sel_section *section, sel_figure_kind kind, const char *id,
                               sel_str title, sel_str alternative);

/** A section with the steps of an explanation (borrowed), without a heading when that would repeat
 *  the title of the report. SEL_BAD_INPUT, and nothing added, when
 *  there are no steps, the first is not of level 0, or a level is skipped. */
SEL_CHECKED
sel_status sel_report_add_explanation(sel_report *report, const sel_explanation *explanation,
                                      sel_error *err);

/** All tables for machines in the order of the document, in arena: tables, those of explanations
 *  and, after them, those of figures. */
const sel_table **sel_report_tables(const sel_report *report, sel_arena *arena, uint32_t *count);

/** The table called id, the first one when id is NULL; SEL_NOT_FOUND names the tables there are. */
SEL_CHECKED
sel_status sel_report_find_table(const sel_report *report, const char *id, sel_arena *arena,
                                 const sel_table **table, sel_error *err);

#endif
