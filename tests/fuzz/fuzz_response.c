/** fuzz_response.c - any bytes as answers, in any letters, perhaps with a mapping before them:
 * nothing may crash, and what is taken must be sound. The first byte chooses how (see say). */
#include "domain/statement.h"
#include "input/answer_mapping.h"
#include "input/codelist_file.h"
#include "input/encoding.h"
#include "input/questionnaire_file.h"
#include "input/response_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct instruments {
    sel_arena *arena;
    sel_reference reference;
    sel_questionnaire large; /* the shipped one, for tall sheets */
    sel_questionnaire small; /* one question of every kind, quick to make keys of */
    sel_index *words;
    const sel_questionnaire *questionnaire; /* the one in use */
} instruments;

static const char small_form[] = "survey\n"
                                 ",type,name,label,relevant,calculation,required\n"
                                 ",select_one country,country,Country,,,yes\n"
                                 ",text,agency,Agency,,,yes\n"
                                 ",select_one yn,is_ready,Are you ready?,,,\n"
                                 ",select_multiple kinds,kinds,What kinds?,${is_ready} = 'yes',,\n"
                                 ",text,kinds_other,Comment,,,\n"
                                 ",text,remark,Comment,,,\n"
                                 ",rank kinds,order,Which first?,,,\n"
                                 ",integer,staff,Staff,,,\n"
                                 ",decimal,share,Share,,,\n"
                                 ",date,since,Since,,,\n"
                                 ",calculate,twice,Twice,,${staff} * 2,\n"
                                 ",begin_repeat,units,Units,,,\n"
                                 ",text,title,Title,,,\n"
                                 ",integer,members,Members,,,\n"
                                 ",end_repeat,,,,,\n"
                                 "choices\n"
                                 ",list_name,name,label\n"
                                 ",country,FJI,Fiji\n,country,WSM,Samoa\n"
                                 ",yn,yes,Yes\n,yn,no,No\n,yn,not_said,Not said\n"
                                 ",kinds,law,\"Law, rules\"\n,kinds,water_san,Water\n"
                                 ",kinds,other,Other\n"
                                 "settings\n"
                                 ",form_title,form_id,version\n"
                                 ",Small,small,1\n";

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void open_small(instruments *all)
{
    sel_issues issues = {.arena = all->arena};
    sel_definition_sheets sheets;
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("form.csv", sel_str_of(small_form));
    must(sel_definition_sheets_read(bytes, all->arena, &sheets, &issues, &err) == SEL_OK);
    sel_bytes_close(bytes);
    sel_questionnaire_read(&sheets, all->arena, &all->small, &issues);
    must(issues.counts[SEL_FAULT] == 0);
}

/* Loaded once for the life of the process. */
static instruments *instruments_of(void)
{
    static instruments all;
    if (all.arena != NULL)
        return &all;
    sel_error err = {0};
    all.arena = sel_arena_create();
    must(sel_reference_open(SELARAS_SOURCE_DIR "/questionnaires/codelists", all.arena,
                            &all.reference, &err) == SEL_OK);
    must(sel_questionnaire_open(SELARAS_SOURCE_DIR "/questionnaires/state-needs", all.arena,
                                &all.large, &err) == SEL_OK);
    open_small(&all);
    all.words = sel_response_words(&all.reference, &all.small);
    return &all;
}

static void check_answer(const sel_questionnaire *questionnaire, const sel_answer *answer)
{
    must(answer->item < questionnaire->item_count);
    must(answer->line > 0 && answer->row > 0 && answer->column > 0);
    must(sel_str_is_utf8(answer->text));
    const sel_item *item = &questionnaire->items[answer->item];
    must(!answer->is_number || answer->kind != SEL_ANSWER_VALUE || !item->has_range ||
         (answer->number >= item->low && answer->number <= item->high));
}

static bool check_response(void *to, const sel_response *response)
{
    const instruments *all = to;
    sel_arena *arena = sel_arena_create();
    uint32_t count;
    must(response->recipient < all->reference.geography.count);
    must(response->agency.len > 0 && response->round.len > 0);
    for (uint32_t i = 0; i < response->answer_count; i++) {
        must(i == 0 || response->answers[i - 1].item < response->answers[i].item);
        check_answer(all->questionnaire, &response->answers[i]);
    }
    const sel_request *requests =
        sel_statement_requests(response, &all->reference, 0, arena, &count);
    for (uint32_t i = 0; i < count; i++)
        must(requests[i].id.len > 0 && requests[i].money.low <= requests[i].money.high);
    const sel_programme *records =
        sel_statement_programmes(response, &all->reference, arena, &count);
    for (uint32_t i = 0; i < count; i++)
        must(records[i].id.len > 0 && records[i].title.len > 0);
    sel_arena_destroy(arena);
    return true;
}

/* How the first byte of the data says the file is to be read. */
typedef struct saying {
    const char *encoding;
    sel_response_options options;
    bool maps; /* a mapping stands before the file, with a line "--" behind it */
} saying;

static saying say(uint8_t byte)
{
    enum { ENCODING = 7, DECIMALS = 8, MAPS = 16, DELIMITER = 32, DATES = 64, TODAY = 128 };
    static const char *const encodings[] = {NULL,       "windows-1252", "windows-1256", "GB18030",
                                            "UTF-16LE", "MACINTOSH",    "UTF-8",        "CP932"};
    saying said = {.encoding = encodings[byte & ENCODING], .maps = (byte & MAPS) != 0};
    said.options.decimal = (byte & DECIMALS) != 0 ? SEL_DECIMAL_COMMA : SEL_DECIMAL_UNKNOWN;
    said.options.delimiter = (byte & DELIMITER) != 0 ? ';' : '\0';
    said.options.dates = (byte & DATES) != 0 ? SEL_ORDER_MDY : SEL_ORDER_UNKNOWN;
    said.options.today = (byte & TODAY) != 0 ? sel_day_of(2026, 11, 20) : 0;
    return said;
}

static void check_mapping(const sel_mapping *mapping, const sel_questionnaire *questionnaire)
{
    for (uint32_t i = 0; i < sel_mapping_count(mapping); i++) {
        const sel_mapped_column *column = sel_mapping_column(mapping, i);
        must(column->column.len > 0 && column->line > 1);
        must(column->item == SEL_NONE || column->item < questionnaire->item_count);
        must(column->item != SEL_NONE || column->cells == 0);
    }
}

/* Take the mapping from the beginning of rest. */
static sel_mapping *take_mapping(const instruments *all, sel_str *rest, sel_issues *issues)
{
    sel_error err = {0};
    sel_mapping *mapping = NULL;
    size_t end = sel_str_find(*rest, SEL_STR("\n--\n"));
    sel_bytes *bytes = sel_bytes_open_memory("map.csv", sel_str_part(*rest, 0, end));
    sel_status status = sel_mapping_open(bytes, all->questionnaire, issues, &mapping, &err);
    must((status == SEL_OK) == (mapping != NULL));
    must(status == SEL_OK || err.message[0] != '\0');
    sel_bytes_close(bytes);
    check_mapping(mapping, all->questionnaire);
    *rest = sel_str_part(*rest, end + sizeof "\n--\n" - 1, rest->len);
    return mapping;
}

static void read_answers(const instruments *all, const saying *said, sel_bytes *bytes,
                         sel_issues *issues)
{
    sel_response_counts counts = {0};
    sel_error err = {0};
    sel_response_guess guess =
        sel_response_recognise(bytes, &all->reference, all->questionnaire, &said->options);
    if (guess.form == SEL_FORM_NONE)
        guess.form = SEL_FORM_WIDE;
    sel_status status = sel_response_read(
        bytes, &guess, all->questionnaire, &all->reference,
        (sel_response_sink){check_response, (void *)(uintptr_t)all}, NULL, issues, &counts, &err);
    must(status == SEL_OK || (status == SEL_BAD_INPUT && err.message[0] != '\0' && err.line > 0));
    must(counts.taken <= counts.responses);
    must(counts.faulty == issues->counts[SEL_FAULT]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    instruments *all = instruments_of();
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_issues of_mapping = {.arena = arena};
    sel_encoding encoding;
    sel_error err = {0};
    saying said = say(size > 0 ? data[0] : 0);
    sel_str rest = size > 0 ? (sel_str){(const char *)data + 1, size - 1} : (sel_str){0};
    bool tall = sel_str_starts(rest, SEL_STR("questionnaire"));
    all->questionnaire = tall ? &all->large : &all->small;
    sel_mapping *mapping = said.maps ? take_mapping(all, &rest, &of_mapping) : NULL;
    said.options.mapping = mapping;
    sel_bytes *bytes = sel_bytes_open_memory("fuzz.csv", rest);
    sel_status status = sel_encoding_settle(bytes, said.encoding, all->words, &encoding, &err);
    if (status == SEL_OK)
        read_answers(all, &said, bytes, &issues);
    else
        must(err.message[0] != '\0');
    sel_bytes_close(bytes);
    sel_mapping_close(mapping);
    sel_arena_destroy(arena);
    return 0;
}
