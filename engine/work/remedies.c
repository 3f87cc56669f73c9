#include "work/remedies.h"

#include "work/tell.h"

/* By code, as strcmp orders them. */
static const sel_remedy remedies[] = {
    {"E_MAPPING_COLUMN", true, "done.nothing-taken", "ask.mapping"},
    {"E_MAPPING_EMPTY", true, "done.nothing-taken", "ask.mapping"},
    {"E_MAPPING_FIELD", true, "done.nothing-taken", "ask.mapping"},
    {"E_MAPPING_RULE", true, "done.nothing-taken", "ask.mapping"},
    {"E_MAPPING_TWICE", true, "done.nothing-taken", "ask.mapping"},
    {"E_NO_REGISTER", false, "done.record-refused", "ask.reporter"},
    {"E_NO_TITLE", false, "done.record-refused", "ask.title"},
    {"E_RECORD_EMPTY", false, "done.record-refused", "ask.title"},
    {"E_RECORD_TOO_LARGE", false, "done.record-refused", "ask.smaller"},
    {"E_REGISTER_RESERVED", false, "done.record-refused", "ask.register"},
    {"N_ADMINISTRATION", false, "done.as-written", NULL},
    {"N_AMOUNTS_ONCE", true, "done.understood", NULL},
    {"N_AMOUNTS_SUMMED", true, "done.understood", NULL},
    {"N_AMOUNT_ZERO", false, "done.without-amount", NULL},
    {"N_BUDGET_TYPE", false, "done.understood", "ask.iati-code"},
    {"N_CONTROL_CHARACTERS", false, "done.understood", NULL},
    {"N_COUNTRY_CODE", false, "done.understood", "ask.country"},
    {"N_DATE_IMPRECISE", false, "done.understood", "ask.date"},
    {"N_ELEMENT_ORDER", false, "done.understood", NULL},
    {"N_HIERARCHY_ALONE", false, "done.as-written", "ask.link"},
    {"N_ID_CHARACTERS", false, "done.as-written", NULL},
    {"N_ID_MADE", false, "done.identifier-made", "ask.identifier"},
    {"N_ID_PADDED", false, "done.understood", NULL},
    {"N_LINK_SELF", false, "done.without-entry", NULL},
    {"N_NO_FUNDER", false, "done.field-open", "ask.funder"},
    {"N_ORGANISATION_SPLIT", false, "done.understood", NULL},
    {"N_ORGANISATION_TYPE", false, "done.field-open", "ask.iati-code"},
    {"N_PARTY_BY_NAME", false, "done.as-written", "ask.organisation-id"},
    {"N_PERCENT_ROUNDED", false, "done.understood", NULL},
    {"N_PERCENT_ZERO", false, "done.without-entry", NULL},
    {"N_PLACE_DEFAULT", false, "done.understood", "ask.place"},
    {"N_PLACE_FROM_TRANSACTIONS", false, "done.understood", NULL},
    {"N_PREFIX_UNDECLARED", false, "done.without-entry", NULL},
    {"N_REGION_VOCABULARY", false, "done.without-entry", NULL},
    {"N_REPORTER_SECONDARY", false, "done.understood", NULL},
    {"N_ROOT_ACTIVITY", true, "done.understood", NULL},
    {"N_ROWS_DATES", false, "done.understood", NULL},
    {"N_SECTOR_FROM_TRANSACTIONS", false, "done.understood", NULL},
    {"N_SECTOR_THREE_DIGITS", false, "done.understood", NULL},
    {"N_SECTOR_VOCABULARY", false, "done.as-written", "ask.iati-code"},
    {"N_SPENDING_ONLY", false, "done.without-amount", "ask.commitment"},
    {"N_TEXT_EMPTY", false, "done.as-written", NULL},
    {"N_VERSION_MIXED", false, "done.understood", NULL},
    {"W_ACCOUNT_UNREAD", false, "done.field-open", "ask.list-code"},
    {"W_AMOUNT_AMBIGUOUS", false, "done.without-amount", "ask.amount"},
    {"W_AMOUNT_NEGATIVE", false, "done.without-amount", "ask.amount"},
    {"W_AMOUNT_UNREAD", false, "done.without-amount", "ask.amount"},
    {"W_BARE_QUOTE", false, "done.as-written", "ask.quotes"},
    {"W_BUDGETS_OVERLAP", false, "done.understood", "ask.once"},
    {"W_CAPABILITY_UNKNOWN", false, "done.share-open", "ask.capability"},
    {"W_COLUMN_UNKNOWN", true, "done.column-out", "ask.header"},
    {"W_CONDITIONS_CONTRADICT", false, "done.field-open", "ask.conditions"},
    {"W_CONDITIONS_UNREAD", false, "done.field-open", "ask.conditions"},
    {"W_CONDITION_UNKNOWN", false, "done.without-entry", "ask.conditions"},
    {"W_COUNTRY_UNKNOWN", false, "done.share-open", "ask.country"},
    {"W_CURRENCIES_MIXED", false, "done.without-amount", "ask.currency"},
    {"W_CURRENCIES_SEVERAL", false, "done.without-amount", "ask.currency"},
    {"W_CURRENCY_DIFFERS", false, "done.without-amount", "ask.currency"},
    {"W_CURRENCY_MISSING", false, "done.without-amount", "ask.currency"},
    {"W_CURRENCY_UNKNOWN", false, "done.without-amount", "ask.currency"},
    {"W_CYBER_SHARE_UNREAD", false, "done.share-open", "ask.percent"},
    {"W_DATES_REVERSED", false, "done.without-date", "ask.dates-order"},
    {"W_DATE_AMBIGUOUS", false, "done.without-date", "ask.date"},
    {"W_DATE_FUTURE", false, "done.as-written", "ask.dates-agree"},
    {"W_DATE_TYPE", false, "done.without-date", "ask.iati-code"},
    {"W_DATE_UNREAD", false, "done.without-date", "ask.date"},
    {"W_DAYS_UNREAD", false, "done.field-open", NULL},
    {"W_DISCLOSURE_UNKNOWN", false, "done.field-open", "ask.list-code"},
    {"W_FOR_WHOM_UNKNOWN", false, "done.without-entry", "ask.list-code"},
    {"W_ID_TWICE", false, "done.later-counts", "ask.identifier"},
    {"W_KIND_UNKNOWN", false, "done.without-entry", "ask.list-code"},
    {"W_LETTERS_GARBLED", false, "done.as-written", "ask.letters"},
    {"W_LEVEL_UNREAD", false, "done.field-open", "ask.iati-code"},
    {"W_LINK_UNREAD", false, "done.without-entry", "ask.link"},
    {"W_NO_DATES", false, "done.field-open", "ask.dates"},
    {"W_NO_PLACE", false, "done.field-open", "ask.place"},
    {"W_NO_RECORDS", true, "done.nothing-taken", "ask.records"},
    {"W_NO_STATUS", false, "done.field-open", "ask.status"},
    {"W_ORGANISATION_REF", false, "done.one-counts", "ask.organisation"},
    {"W_OWNERSHIP_UNREAD", false, "done.field-open", "ask.list-code"},
    {"W_PARTY_EMPTY", false, "done.without-entry", "ask.organisation"},
    {"W_PARTY_PLACEHOLDER", false, "done.without-entry", "ask.organisation"},
    {"W_PARTY_UNREAD", false, "done.as-written", "ask.organisation"},
    {"W_PERCENT_MISSING", false, "done.shares-equal", "ask.percent"},
    {"W_PERCENT_SUM", false, "done.shares-scaled", "ask.percent"},
    {"W_PERCENT_UNREAD", false, "done.field-open", "ask.percent"},
    {"W_RAGGED", false, "done.as-written", "ask.cells"},
    {"W_REGION_UNKNOWN", false, "done.share-open", "ask.place"},
    {"W_RELATED_UNREAD", false, "done.without-entry", "ask.link"},
    {"W_REPEATED", false, "done.one-counts", "ask.once"},
    {"W_ROLE_UNKNOWN", false, "done.field-open", "ask.iati-code"},
    {"W_ROWS_DISAGREE", false, "done.one-counts", "ask.once"},
    {"W_SECTOR_CODE", false, "done.without-entry", "ask.sector"},
    {"W_SECTOR_FORM", false, "done.as-written", "ask.sector"},
    {"W_SHARES_OVER", false, "done.as-written", "ask.percent"},
    {"W_SHARE_UNREAD", false, "done.without-entry", "ask.percent"},
    {"W_SPLIT_STRANGER", false, "done.without-entry", "ask.percent"},
    {"W_SPLIT_UNREAD", false, "done.without-entry", "ask.percent"},
    {"W_STAKEHOLDER_UNKNOWN", false, "done.field-open", "ask.list-code"},
    {"W_STATUS_DATES", false, "done.as-written", "ask.dates-agree"},
    {"W_STATUS_UNKNOWN", false, "done.field-open", "ask.status"},
    {"W_TAG_MALFORMED", true, "done.column-out", "ask.header"},
    {"W_TIED_UNKNOWN", false, "done.field-open", "ask.tied"},
    {"W_TITLE_MISSING", false, "done.as-written", "ask.title"},
    {"W_TOO_MANY", false, "done.without-entry", "ask.smaller"},
    {"W_TRANSACTION_TYPE", false, "done.without-entry", "ask.iati-code"},
    {"W_VERSION_UNKNOWN", true, "done.understood", "ask.version"},
    {"W_YES_NO_UNREAD", false, "done.field-open", "ask.list-code"},
};

static int by_code(const void *code, const void *remedy)
{
    return strcmp(code, ((const sel_remedy *)remedy)->code);
}

const sel_remedy *sel_remedy_find(const char *code)
{
    return bsearch(code, remedies, sizeof remedies / sizeof remedies[0], sizeof remedies[0],
                   by_code);
}

sel_str sel_remedy_done(const sel_context *context, const char *code)
{
    const sel_remedy *remedy = sel_remedy_find(code);
    return remedy == NULL ? (sel_str){0} : sel_tell_word(context, remedy->done);
}

sel_str sel_remedy_ask(const sel_context *context, const char *code)
{
    const sel_remedy *remedy = sel_remedy_find(code);
    bool asked = remedy != NULL && remedy->ask != NULL;
    return asked ? sel_tell_word(context, remedy->ask) : (sel_str){0};
}

sel_str sel_severity_word(const sel_context *context, sel_severity severity)
{
    static const char *const words[] = {[SEL_NOTE] = "finding.note",
                                        [SEL_WARNING] = "finding.warning",
                                        [SEL_FAULT] = "finding.error"};
    return sel_tell_word(context, words[severity]);
}

const char *sel_severity_name(sel_severity severity)
{
    static const char *const names[] = {
        [SEL_NOTE] = "note", [SEL_WARNING] = "warning", [SEL_FAULT] = "fault"};
    return names[severity];
}
