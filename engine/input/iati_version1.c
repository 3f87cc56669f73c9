#include "input/iati_version1.h"

/* One value: its code in 2.*, and the code or word of 1.* where that is another. Lists whose codes
 * stayed the same have the words that stand beside the codes in 1.*. */
typedef struct row {
    sel_iati_list list;
    const char *code;
    const char *word; /* NULL: 1.* have none */
} row;

static const row rows[] = {
    {SEL_IATI_ROLE, "1", "funding"},
    {SEL_IATI_ROLE, "2", "accountable"},
    {SEL_IATI_ROLE, "3", "extending"},
    {SEL_IATI_ROLE, "4", "implementing"},
    {SEL_IATI_ROLE, "1", "donor"}, /* 1.0, before the list */
    {SEL_IATI_DATE_TYPE, "1", "start-planned"},
    {SEL_IATI_DATE_TYPE, "2", "start-actual"},
    {SEL_IATI_DATE_TYPE, "3", "end-planned"},
    {SEL_IATI_DATE_TYPE, "4", "end-actual"},
    {SEL_IATI_STATUS, "1", "pipeline/identification"},
    {SEL_IATI_STATUS, "2", "implementation"},
    {SEL_IATI_STATUS, "3", "completion"},
    {SEL_IATI_STATUS, "4", "post-completion"},
    {SEL_IATI_STATUS, "5", "cancelled"},
    {SEL_IATI_STATUS, "6", "suspended"},
    {SEL_IATI_STATUS, "1", "pipeline"},
    {SEL_IATI_STATUS, "3", "finalisation"},
    {SEL_IATI_STATUS, "4", "closed"},
    {SEL_IATI_TIED, "3", "partially tied"},
    {SEL_IATI_TIED, "4", "tied"},
    {SEL_IATI_TIED, "5", "untied"},
    {SEL_IATI_TRANSACTION_TYPE, "1", "IF"},
    {SEL_IATI_TRANSACTION_TYPE, "2", "C"},
    {SEL_IATI_TRANSACTION_TYPE, "3", "D"},
    {SEL_IATI_TRANSACTION_TYPE, "4", "E"},
    {SEL_IATI_TRANSACTION_TYPE, "5", "IR"},
    {SEL_IATI_TRANSACTION_TYPE, "6", "LR"},
    {SEL_IATI_TRANSACTION_TYPE, "7", "R"},
    {SEL_IATI_TRANSACTION_TYPE, "8", "QP"},
    {SEL_IATI_TRANSACTION_TYPE, "9", "QS"},
    {SEL_IATI_TRANSACTION_TYPE, "10", "CG"},
    {SEL_IATI_TRANSACTION_TYPE, "11", NULL},
    {SEL_IATI_TRANSACTION_TYPE, "12", NULL},
    {SEL_IATI_TRANSACTION_TYPE, "13", NULL},
    {SEL_IATI_TRANSACTION_TYPE, "1", "incoming funds"},
    {SEL_IATI_TRANSACTION_TYPE, "2", "commitment"},
    {SEL_IATI_TRANSACTION_TYPE, "3", "disbursement"},
    {SEL_IATI_TRANSACTION_TYPE, "4", "expenditure"},
    {SEL_IATI_SECTOR_VOCABULARY, "1", "DAC"},
    {SEL_IATI_SECTOR_VOCABULARY, "2", "DAC-3"},
    {SEL_IATI_SECTOR_VOCABULARY, "3", "COFOG"},
    {SEL_IATI_SECTOR_VOCABULARY, "4", "NACE"},
    {SEL_IATI_SECTOR_VOCABULARY, "5", "NTEE"},
    {SEL_IATI_SECTOR_VOCABULARY, "6", "ADT"},
    {SEL_IATI_SECTOR_VOCABULARY, "7", NULL},
    {SEL_IATI_SECTOR_VOCABULARY, "8", NULL},
    {SEL_IATI_SECTOR_VOCABULARY, "9", NULL},
    {SEL_IATI_SECTOR_VOCABULARY, "10", NULL},
    {SEL_IATI_SECTOR_VOCABULARY, "11", NULL},
    {SEL_IATI_SECTOR_VOCABULARY, "12", NULL},
    {SEL_IATI_SECTOR_VOCABULARY, "99", "RO"},
    {SEL_IATI_SECTOR_VOCABULARY, "98", "RO2"},
    {SEL_IATI_SECTOR_VOCABULARY, "WB", "WB"},
    {SEL_IATI_SECTOR_VOCABULARY, "ISO", "ISO"},
    {SEL_IATI_BUDGET_TYPE, "1", "original"},
    {SEL_IATI_BUDGET_TYPE, "2", "revised"},
};

enum { ROWS = sizeof rows / sizeof rows[0] };

static bool is_word(const row *one, sel_str written)
{
    return one->word != NULL && sel_str_equal_ascii(written, sel_str_of(one->word));
}

static const row *row_of(sel_iati_list list, sel_str written)
{
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].list == list &&
            (sel_str_is(written, rows[i].code) || is_word(&rows[i], written)))
            return &rows[i];
    return NULL;
}

sel_str sel_iati_code_of(sel_iati_list list, sel_str written)
{
    const row *found = row_of(list, written);
    return found == NULL ? (sel_str){0} : sel_str_of(found->code);
}

int sel_iati_version(sel_str written)
{
    static const char *const versions[] = {"1.01", "1.02", "1.03", "1.04",
                                           "1.05", "2.01", "2.02", "2.03"};
    for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++)
        if (sel_str_is(written, versions[i]))
            return written.ptr[0] - '0';
    return 0;
}

int sel_iati_version_of_code(sel_iati_list list, sel_str written)
{
    bool kept = list == SEL_IATI_STATUS || list == SEL_IATI_TIED || list == SEL_IATI_BUDGET_TYPE;
    const row *found = row_of(list, written);
    if (found == NULL)
        return 0;
    return is_word(found, written) ? 1 : kept ? 0 : 2;
}
