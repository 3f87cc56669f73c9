#include "store/programme_rows.h"

#define X(id, code) [id] = (code),
static const char *const status_names[] = {SEL_PROGRAMME_STATUS_LIST(X)};
static const char *const role_names[] = {SEL_ROLE_LIST(X)};
static const char *const stakeholder_names[] = {SEL_STAKEHOLDER_LIST(X)};
static const char *const ladder_names[] = {SEL_LADDER_LIST(X)};
static const char *const tied_names[] = {SEL_TIED_LIST(X)};
static const char *const condition_names[] = {SEL_CONDITION_LIST(X)};
static const char *const link_names[] = {SEL_LINK_LIST(X)};
static const char *const kind_names[] = {SEL_KIND_LIST(X)};
static const char *const audience_names[] = {SEL_AUDIENCE_LIST(X)};
static const char *const drafted_names[] = {SEL_DRAFTED_LIST(X)};
static const char *const interruption_names[] = {SEL_INTERRUPTION_LIST(X)};
static const char *const assessed_names[] = {SEL_ASSESSED_LIST(X)};
static const char *const procurement_names[] = {SEL_PROCUREMENT_LIST(X)};
static const char *const shown_names[] = {SEL_SHOWN_LIST(X)};
#undef X
static const char *const depth_names[] = {
    [SEL_DEPTH_NO_NOTION] = "no_notion", [SEL_DEPTH_UNSAID] = "unsaid",
    [SEL_DEPTH_PRIORITY] = "priority",   [SEL_DEPTH_ASSOCIATE] = "associate",
    [SEL_DEPTH_EVENT] = "event",
};
static const char *const origin_names[] = {[SEL_TAG_STATED] = "stated",
                                           [SEL_TAG_CODE] = "code",
                                           [SEL_TAG_TEXT] = "text",
                                           [SEL_TAG_CONFIRMED] = "confirmed"};
static const char *const said_names[] = {
    [SEL_CONDITIONS_UNKNOWN] = "", [SEL_CONDITIONS_NONE] = "none", [SEL_CONDITIONS_SOME] = "some"};

static const sel_codes statuses = {status_names, SEL_STATUS_COUNT};
static const sel_codes roles = {role_names, SEL_ROLE_COUNT};
static const sel_codes stakeholders = {stakeholder_names, SEL_STAKEHOLDER_COUNT};
static const sel_codes ladder = {ladder_names, SEL_LADDER_COUNT};
static const sel_codes tied = {tied_names, SEL_TIED_COUNT};
static const sel_codes conditions = {condition_names, SEL_CONDITION_COUNT};
static const sel_codes links = {link_names, SEL_LINK_COUNT};
const sel_codes sel_kind_codes = {kind_names, SEL_KIND_COUNT};
const sel_codes sel_audience_codes = {audience_names, SEL_AUDIENCE_COUNT};
static const sel_codes depths = {depth_names, SEL_DEPTH_EVENT + 1};
static const sel_codes origins = {origin_names, SEL_TAG_CONFIRMED + 1};
static const sel_codes said = {said_names, SEL_CONDITIONS_SOME + 1};
static const sel_codes drafted = {drafted_names, SEL_DRAFTED_NONE + 1};
static const sel_codes interruptions = {interruption_names, SEL_INTERRUPTION_OTHER + 1};
static const sel_codes assessed = {assessed_names, SEL_ASSESSED_REUSED + 1};
static const sel_codes procurements = {procurement_names, SEL_PROCUREMENT_NONE + 1};
static const sel_codes shown = {shown_names, SEL_SHOWN_CONFIRMED + 1};
static const sel_codes groups = {&stakeholder_names[SEL_STAKEHOLDER_PRIVATE_CI],
                                 SEL_NON_STATE_GROUPS};

enum {
    U8 = sizeof(uint8_t),
    U16 = sizeof(uint16_t),
    U32 = sizeof(uint32_t),
    U64 = sizeof(uint64_t)
};

static const sel_row_cell programme_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_programme, title), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_programme, theme), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_programme, language), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_programme, source_url), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_programme, request), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_programme, coordination), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_programme, disclosure), 0, NULL},
    {SEL_ROW_CODE, offsetof(sel_programme, status), 0, &statuses},
    {SEL_ROW_DAYS, offsetof(sel_programme, start), 0, NULL},
    {SEL_ROW_DAYS, offsetof(sel_programme, end), 0, NULL},
    {SEL_ROW_DAYS, offsetof(sel_programme, decided), 0, NULL},
    {SEL_ROW_DAYS, offsetof(sel_programme, last_updated), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_programme, cyber_low), U32, NULL},
    {SEL_ROW_COUNT, offsetof(sel_programme, cyber_high), U32, NULL},
    {SEL_ROW_FLAG, offsetof(sel_programme, set_aside), 0, NULL},
    {SEL_ROW_BITS, offsetof(sel_programme, kinds), U16, &sel_kind_codes},
    {SEL_ROW_BITS, offsetof(sel_programme, for_whom), U16, &sel_audience_codes},
    {SEL_ROW_MONEY, offsetof(sel_programme, money), 0, NULL},
    {SEL_ROW_RANGE, offsetof(sel_programme, person_days), 0, NULL},
    {SEL_ROW_CODE, offsetof(sel_programme, tied), 0, &tied},
    {SEL_ROW_CODE, offsetof(sel_programme, conditions), 0, &said},
    {SEL_ROW_BITS, offsetof(sel_programme, condition_classes), U8, &conditions},
    {SEL_ROW_TRUTH, offsetof(sel_programme, conditions_requested), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_programme, asked_first), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_programme, same_as_other), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_programme, coordinated), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_programme, ownership[0]), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_programme, ownership[1]), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_programme, ownership[2]), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_programme, ownership[3]), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_programme, ownership[4]), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_programme, level), U8, NULL},
    {SEL_ROW_FLAG, offsetof(sel_programme, illustrative), 0, NULL},
};
_Static_assert(SEL_OWNERSHIP_ITEMS == 5, "programme_version has five columns for ownership");

static const sel_row_cell place_cells[] = {
    {SEL_ROW_COUNT, offsetof(sel_record_place, line), U64, NULL},
    {SEL_ROW_COUNT, offsetof(sel_record_place, offset), U64, NULL},
    {SEL_ROW_COUNT, offsetof(sel_record_place, ordinal), U64, NULL},
};

static const sel_row_cell party_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_party, name), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_party, ref), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_party, activity_id), 0, NULL},
    {SEL_ROW_CODE, offsetof(sel_party, role), 0, &roles},
    {SEL_ROW_CODE, offsetof(sel_party, stakeholder), 0, &stakeholders},
    {SEL_ROW_RUNG, offsetof(sel_party, ladder), 0, &ladder},
    {SEL_ROW_COUNT, offsetof(sel_party, kind), U8, NULL},
    {SEL_ROW_SHARE, offsetof(sel_party, share), 0, NULL},
};

static const sel_row_cell recipient_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_recipient_share, code), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_recipient_share, ppm), U32, NULL},
    {SEL_ROW_FLAG, offsetof(sel_recipient_share, stated), 0, NULL},
    {SEL_ROW_CODE, offsetof(sel_recipient_share, depth), 0, &depths},
};

static const sel_row_cell capability_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_capability_share, code), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_capability_share, ppm), U32, NULL},
    {SEL_ROW_FLAG, offsetof(sel_capability_share, stated), 0, NULL},
    {SEL_ROW_CODE, offsetof(sel_capability_share, origin), 0, &origins},
    {SEL_ROW_TEXT, offsetof(sel_capability_share, evidence), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_capability_share, field), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_capability_share, confidence), U8, NULL},
};

static const sel_row_cell joint_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_joint_share, recipient), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_joint_share, capability), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_joint_share, ppm), U32, NULL},
};

static const sel_row_cell sector_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_sector_share, vocabulary), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_sector_share, code), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_sector_share, name), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_sector_share, ppm), U32, NULL},
    {SEL_ROW_FLAG, offsetof(sel_sector_share, stated), 0, NULL},
};

static const sel_row_cell link_cells[] = {
    {SEL_ROW_CODE, offsetof(sel_programme_link, kind), 0, &links},
    {SEL_ROW_TEXT, offsetof(sel_programme_link, other), 0, NULL},
};

static const sel_row_cell account_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_account, document), 0, NULL},
    {SEL_ROW_LETTERS, offsetof(sel_account, country), 0, NULL},
    {SEL_ROW_CODE, offsetof(sel_account, drafted), 0, &drafted},
    {SEL_ROW_CODE, offsetof(sel_account, interruption), 0, &interruptions},
    {SEL_ROW_CODE, offsetof(sel_account, assessed), 0, &assessed},
    {SEL_ROW_CODE, offsetof(sel_account, procurement), 0, &procurements},
    {SEL_ROW_TRUTH, offsetof(sel_account, division), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_account, call[0]), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_account, call[1]), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_account, call[2]), 0, NULL},
    {SEL_ROW_TRUTH, offsetof(sel_account, tools), 0, NULL},
    {SEL_ROW_RUNG, offsetof(sel_account, tools_evidence), 0, &shown},
    {SEL_ROW_TRUTH, offsetof(sel_account, seller_advised), 0, NULL},
    {SEL_ROW_BITS, offsetof(sel_account, local.groups), U8, &groups},
    {SEL_ROW_TRUTH, offsetof(sel_account, local.said), 0, NULL},
    {SEL_ROW_BITS, offsetof(sel_account, design.groups), U8, &groups},
    {SEL_ROW_TRUTH, offsetof(sel_account, design.said), 0, NULL},
    {SEL_ROW_BITS, offsetof(sel_account, evaluation.groups), U8, &groups},
    {SEL_ROW_TRUTH, offsetof(sel_account, evaluation.said), 0, NULL},
};
_Static_assert(SEL_CALL_ITEMS == 3, "account has three columns for a call");

static const sel_row_cell field_cells[] = {
    {SEL_ROW_NAME, offsetof(sel_field_place, field), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_field_place, line), U64, NULL},
    {SEL_ROW_COUNT, offsetof(sel_field_place, column), U32, NULL},
    {SEL_ROW_TEXT, offsetof(sel_field_place, raw), 0, NULL},
    {SEL_ROW_NAME, offsetof(sel_field_place, rule), 0, NULL},
};

static const sel_form programme_form = {programme_cells,
                                        sizeof programme_cells / sizeof programme_cells[0]};
static const sel_form place_form = {place_cells, sizeof place_cells / sizeof place_cells[0]};

static const sel_programme_list lists[SEL_PROGRAMME_LISTS] = {
    {SQL_INSERT_PARTY,
     SQL_PARTIES_OF,
     SQL_SCAN_PARTIES,
     {party_cells, sizeof party_cells / sizeof party_cells[0]},
     sizeof(sel_party),
     offsetof(sel_programme, parties),
     offsetof(sel_programme, party_count),
     true},
    {SQL_INSERT_RECIPIENT,
     SQL_RECIPIENTS_OF,
     SQL_SCAN_RECIPIENTS,
     {recipient_cells, sizeof recipient_cells / sizeof recipient_cells[0]},
     sizeof(sel_recipient_share),
     offsetof(sel_programme, recipients),
     offsetof(sel_programme, recipient_count),
     true},
    {SQL_INSERT_CAPABILITY,
     SQL_CAPABILITIES_OF,
     SQL_SCAN_CAPABILITIES,
     {capability_cells, sizeof capability_cells / sizeof capability_cells[0]},
     sizeof(sel_capability_share),
     offsetof(sel_programme, capabilities),
     offsetof(sel_programme, capability_count),
     true},
    {SQL_INSERT_JOINT,
     SQL_JOINTS_OF,
     SQL_SCAN_JOINTS,
     {joint_cells, sizeof joint_cells / sizeof joint_cells[0]},
     sizeof(sel_joint_share),
     offsetof(sel_programme, joints),
     offsetof(sel_programme, joint_count),
     true},
    {SQL_INSERT_SECTOR,
     SQL_SECTORS_OF,
     SEL_STATEMENT_COUNT,
     {sector_cells, sizeof sector_cells / sizeof sector_cells[0]},
     sizeof(sel_sector_share),
     offsetof(sel_programme, sectors),
     offsetof(sel_programme, sector_count),
     true},
    {SQL_INSERT_LINK,
     SQL_LINKS_OF,
     SQL_SCAN_LINKS,
     {link_cells, sizeof link_cells / sizeof link_cells[0]},
     sizeof(sel_programme_link),
     offsetof(sel_programme, links),
     offsetof(sel_programme, link_count),
     true},
    {SQL_INSERT_ACCOUNT,
     SQL_ACCOUNT_OF,
     SQL_SCAN_ACCOUNTS,
     {account_cells, sizeof account_cells / sizeof account_cells[0]},
     sizeof(sel_account),
     offsetof(sel_programme, account),
     SEL_LIST_OF_ONE,
     true},
    [SEL_PROGRAMME_FIELD_LIST] = {SQL_INSERT_FIELD,
                                  SQL_FIELDS_OF,
                                  SEL_STATEMENT_COUNT,
                                  {field_cells, sizeof field_cells / sizeof field_cells[0]},
                                  sizeof(sel_field_place),
                                  offsetof(sel_programme, fields),
                                  offsetof(sel_programme, field_count),
                                  false},
};

const sel_programme_list *sel_programme_lists(void)
{
    return lists;
}

const sel_form *sel_programme_form(void)
{
    return &programme_form;
}

const sel_form *sel_record_place_form(void)
{
    return &place_form;
}

const void *sel_programme_elements(const sel_programme_list *list, const sel_programme *record,
                                   uint32_t *count)
{
    const void *elements = NULL;
    memcpy(&elements, (const char *)record + list->offset, sizeof elements);
    if (list->count_offset == SEL_LIST_OF_ONE)
        *count = elements != NULL;
    else
        memcpy(count, (const char *)record + list->count_offset, sizeof *count);
    return elements;
}

void sel_programme_hold(const sel_programme_list *list, sel_programme *record, const void *elements,
                        uint32_t count)
{
    memcpy((char *)record + list->offset, &elements, sizeof elements);
    if (list->count_offset != SEL_LIST_OF_ONE)
        memcpy((char *)record + list->count_offset, &count, sizeof count);
}

void sel_programme_fingerprint(const sel_programme *record, char hex[SEL_HASH_ROOM])
{
    sel_hash hash;
    sel_hash_start_content(&hash);
    sel_row_hash_text(&hash, record->register_name);
    sel_row_hash_text(&hash, record->id);
    sel_row_hash_text(&hash, record->description);
    sel_row_hash_text(&hash, record->note);
    sel_row_hash(&hash, &programme_form, record);
    for (size_t i = 0; i < SEL_PROGRAMME_LISTS; i++) {
        if (!lists[i].is_content)
            continue;
        uint32_t count = 0;
        const char *elements = sel_programme_elements(&lists[i], record, &count);
        /* What can be there once at most leaves no trace when it is not there. */
        if (lists[i].count_offset == SEL_LIST_OF_ONE && count == 0)
            continue;
        sel_row_hash_integer(&hash, count);
        for (uint32_t e = 0; e < count; e++)
            sel_row_hash(&hash, &lists[i].form, elements + e * lists[i].size);
    }
    sel_hash_finish(&hash, hex);
}

bool sel_programme_is_older(const sel_days *updated, const sel_days *current)
{
    return updated->known && current->known && updated->latest < current->earliest;
}
