/** confirm_columns.h - the columns of a file of guesses and answers. Private to work/confirm. */
#ifndef SEL_WORK_CONFIRM_COLUMNS_H
#define SEL_WORK_CONFIRM_COLUMNS_H

typedef enum sel_confirm_column {
    SEL_CONFIRM_REGISTER,
    SEL_CONFIRM_RECORD,
    SEL_CONFIRM_TITLE,
    SEL_CONFIRM_GUESS,
    SEL_CONFIRM_MATCHED,
    SEL_CONFIRM_ANSWER,
    SEL_CONFIRM_COLUMNS
} sel_confirm_column;

/** Heading of a column: the same in all languages, so that every office can read the file back. */
const char *sel_confirm_heading(sel_confirm_column column);

#endif
