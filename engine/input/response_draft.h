/** response_draft.h - a response while its cells are being read. Private to input. */
#ifndef SEL_INPUT_RESPONSE_DRAFT_H
#define SEL_INPUT_RESPONSE_DRAFT_H

#include "domain/questionnaire_logic.h"
#include "input/answer_memo.h"
#include "input/cell_style.h"
#include "input/choice_words.h"
#include "input/response_file.h"

/** A cell with its place. */
typedef struct sel_cell_place {
    sel_str text; /**< trimmed */
    uint64_t line;
    uint32_t row;
    uint32_t column; /**< from 1 */
} sel_cell_place;

/** What a questionnaire may ask about the respondent and the answer as a whole. */
typedef enum sel_identity {
    SEL_IDENTITY_COUNTRY,
    SEL_IDENTITY_ORGANISATION,
    SEL_IDENTITY_AGENCY,
    SEL_IDENTITY_ROUND,
    SEL_IDENTITY_DISCLOSURE,
    SEL_IDENTITY_ANSWERED_ON,
    SEL_IDENTITY_LEAD,
    SEL_IDENTITY_ILLUSTRATIVE,
    SEL_IDENTITY_COUNT
} sel_identity;

/** Collects one response after the other; the arena is reset for each. */
typedef struct sel_response_draft {
    const sel_questionnaire *questionnaire;
    const sel_reference *reference;
    sel_issues *issues;
    sel_str source;
    sel_cell_style plain;        /**< how numbers and dates are written where no column says so */
    const sel_cell_style *style; /**< of the column being read; NULL: plain */
    const sel_logic *logic; /**< NULL: the questionnaire has no conditions, or no day is known */
    sel_item_state *states; /**< by item, when there is logic */
    uint32_t *required;     /**< items that everybody must answer, when there is no logic */
    uint32_t required_count;
    sel_day today;
    bool calculates;          /**< the questionnaire has calculations, and there is logic */
    bool with_faulty;         /**< hand on responses with faults too */
    sel_cell_place *cells;    /**< per item: its cell, row 0 while none was seen; NULL: not kept */
    sel_choice_words **words; /**< per item: made when first needed */
    sel_answer_memo *memo;    /**< choices and whole numbers that were understood before */
    sel_arena *arena;
    sel_answer *answers; /**< as they came; in order of items when the response is finished */
    uint32_t count;
    uint32_t *places;        /**< per item: 1 + its place among the answers, or 0 */
    sel_answer *in_order;    /**< room for as many answers, to bring them in order */
    uint32_t faults;         /**< of this response */
    uint64_t line;           /**< where it begins */
    uint32_t row;            /**< the same in a spreadsheet; 0: not known */
    const uint32_t *columns; /**< per item: its first column in a file with a row per response, from
                                  1, or 0 for none; NULL: responses have many rows */
    uint32_t identity[SEL_IDENTITY_COUNT]; /**< items that say who answers, or SEL_NONE */
    uint32_t *wanted;    /**< per "now" item: the "wanted" item of its capability, else SEL_NONE */
    uint32_t *suggested; /**< per item: times that sel_response_draft_suggests said yes */
    sel_response_counts *counts;
} sel_response_draft;

/** Prepare for one file. */
sel_response_draft sel_response_draft_start(const sel_questionnaire *questionnaire,
                                            const sel_reference *reference, sel_issues *issues,
                                            sel_str source, const sel_response_guess *guess,
                                            sel_response_counts *counts);

void sel_response_draft_end(sel_response_draft *draft);

/** Keep the cell of every item from now on, empty ones too, so that a missing answer has a place:
 *  for a reader of one response whose cells lie in many rows. */
void sel_response_draft_keep_cells(sel_response_draft *draft);

/** Where an answer that is missing belongs: its cell when it was seen, else the row of the nearest
 *  question of which one was, else the row where the response begins, and its column there. */
sel_cell_place sel_response_draft_place(const sel_response_draft *draft, uint32_t item);

/** Read a cell as the answer to an item; empty cells are no answer. */
void sel_response_draft_answer(sel_response_draft *draft, uint32_t item,
                               const sel_cell_place *cell);

/** Report a problem of a cell. */
void sel_response_draft_report(sel_response_draft *draft, const char *code, sel_str subject,
                               const sel_cell_place *cell, sel_str expected, sel_str suggestion);

/** Whether to look for what a wrong cell of an item could mean, which takes longer than reading a
 *  hundred right ones: for the first faults of a file and the first of every question. */
bool sel_response_draft_suggests(sel_response_draft *draft, uint32_t item);

/** The choices of an item that has a list. */
sel_choice_words *sel_response_draft_words(sel_response_draft *draft, uint32_t item);

/** Check the response as a whole and hand it on when it has no fault, or faulty ones are wanted
 *  too; false: the sink has had enough. Starts the next one. */
bool sel_response_draft_finish(sel_response_draft *draft, sel_response_sink sink);

#endif
