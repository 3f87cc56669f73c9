#include "input/source_tool.h"

const char *sel_source_tool_name(sel_source_tool tool)
{
    static const char *const names[] = {
#define X(id, name) [id] = (name),
        SEL_SOURCE_LIST(X)
#undef X
    };
    return names[tool];
}

/* As the exporters of 2026 write them; LimeSurvey's group times are numbered. */
static const char *const meta_headers[] = {
    /* XLSForm tools */
    "start",
    "end",
    "today",
    "username",
    "deviceid",
    "phonenumber",
    "simserial",
    "subscriberid",
    "audit",
    "_id",
    "_uuid",
    "_submission_time",
    "_validation_status",
    "_notes",
    "_status",
    "_submitted_by",
    "__version__",
    "_tags",
    "_index",
    "_parent_index",
    "_parent_table_name",
    "_submission__id",
    "_submission__uuid",
    "_geolocation",
    "_attachments",
    "_xform_id_string",
    "_duration",
    "_bamboo_dataset_id",
    "formhub/uuid",
    "meta/rootUuid",
    "meta/instanceID",
    "meta/instanceName",
    "meta/deprecatedID",
    "meta-instanceID",
    "meta-instanceName",
    "instanceID",
    "instanceName",
    "rootUuid",
    "meta.instanceID",
    "meta:instanceID",
    /* ODK Central */
    "SubmissionDate",
    "KEY",
    "PARENT_KEY",
    "SubmitterID",
    "SubmitterName",
    "AttachmentsPresent",
    "AttachmentsExpected",
    "Status",
    "ReviewState",
    "DeviceID",
    "Edits",
    "FormVersion",
    /* LimeSurvey */
    "id",
    "submitdate",
    "lastpage",
    "startlanguage",
    "seed",
    "token",
    "startdate",
    "datestamp",
    "ipaddr",
    "refurl",
    "interviewtime",
    /* Google Forms */
    "Timestamp",
    "Horodateur",
    "Marca temporal",
    "Stempel waktu",
    "Zeitstempel",
    "\xD8\xB7\xD8\xA7\xD8\xA8\xD8\xB9 \xD8\xB2\xD9\x85\xD9\x86\xD9\x8A",
    "Отметка времени",
    "\xE6\x97\xB6\xE9\x97\xB4\xE6\x88\xB3\xE8\xAE\xB0",
    "Email Address",
    "Username",
    "Score",
    /* SurveyMonkey */
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "Date Created",
    "Date Modified",
    "IP Address",
    "First Name",
    "Last Name",
    "Custom Data 1",
    /* Qualtrics */
    "StartDate",
    "EndDate",
    "IPAddress",
    "Progress",
    "Duration (in seconds)",
    "Finished",
    "RecordedDate",
    "ResponseId",
    "RecipientLastName",
    "RecipientFirstName",
    "RecipientEmail",
    "ExternalReference",
    "ExternalDataReference",
    "LocationLatitude",
    "LocationLongitude",
    "DistributionChannel",
    "UserLanguage",
    "Recorded Date",
    "Response ID",
    "Response Type",
    "Recipient Last Name",
    "Recipient First Name",
    "Recipient Email",
    "External Data Reference",
    "Location Latitude",
    "Location Longitude",
    "Distribution Channel",
    "User Language",
};

static bool is_group_time(sel_str header)
{
    static const char prefix[] = "groupTime";
    return sel_str_starts(header, sel_str_of(prefix)) && header.len > sizeof prefix - 1 &&
           sel_ascii_is_digit(header.ptr[sizeof prefix - 1]);
}

bool sel_source_is_meta(sel_str header)
{
    for (size_t i = 0; i < sizeof meta_headers / sizeof meta_headers[0]; i++)
        if (sel_str_is(header, meta_headers[i]))
            return true;
    return is_group_time(header) || sel_str_starts(header, SEL_STR("SET-OF-"));
}

static bool has(const sel_csv_row *row, const char *header)
{
    for (uint32_t i = 0; i < row->count; i++)
        if (sel_str_is(sel_csv_cell(row, i), header))
            return true;
    return false;
}

sel_source_tool sel_source_of_header(const sel_csv_row *row)
{
    static const struct {
        sel_source_tool tool;
        const char *one;
        const char *other;
    } prints[] = {
        {SEL_SOURCE_KOBO, "_uuid", "__version__"},
        {SEL_SOURCE_KOBO_LEGACY, "_uuid", "meta/instanceID"},
        {SEL_SOURCE_ODK_CENTRAL, "KEY", "SubmitterID"},
        {SEL_SOURCE_LIMESURVEY, "submitdate", "startlanguage"},
        {SEL_SOURCE_SURVEYMONKEY, "Respondent ID", "Collector ID"},
        {SEL_SOURCE_QUALTRICS, "ResponseId", "RecordedDate"},
        {SEL_SOURCE_QUALTRICS, "Response ID", "Recorded Date"},
    };
    for (size_t i = 0; i < sizeof prints / sizeof prints[0]; i++)
        if (has(row, prints[i].one) && has(row, prints[i].other))
            return prints[i].tool;
    static const char *const first[] = {"Timestamp", "Horodateur", "Marca temporal",
                                        "Stempel waktu", "Zeitstempel"};
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++)
        if (sel_str_is(sel_csv_cell(row, 0), first[i]))
            return SEL_SOURCE_GOOGLE_FORMS;
    return SEL_SOURCE_OTHER;
}

bool sel_source_is_child(const sel_csv_row *row)
{
    return has(row, "PARENT_KEY") || has(row, "_parent_index");
}

bool sel_source_describes(const sel_csv_row *row)
{
    uint32_t filled = 0;
    uint32_t tags = 0;
    uint32_t ids = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        sel_str cell = sel_csv_cell(row, i);
        filled += cell.len > 0;
        tags += cell.len > 1 && cell.ptr[0] == '#' && cell.ptr[1] >= 'a' && cell.ptr[1] <= 'z';
        ids += sel_str_starts(cell, SEL_STR("{\"ImportId\""));
    }
    return ids >= 2 || (tags > 0 && tags == filled);
}
