/** fuzz_response.c - any bytes as answers: nothing may crash, and what is taken must be sound. */
#include "domain/statement.h"
#include "input/codelist_file.h"
#include "input/questionnaire_file.h"
#include "input/response_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct instruments {
    sel_arena *arena;
    sel_reference reference;
    sel_questionnaire questionnaire;
} instruments;

static void must(bool holds)
{
    if (!holds)
        abort();
}

/* Loaded once for the life of the process. */
static const instruments *instruments_of(void)
{
    static instruments all;
    if (all.arena != NULL)
        return &all;
    sel_error err = {0};
    all.arena = sel_arena_create();
    must(sel_reference_open(SELARAS_SOURCE_DIR "/questionnaires/codelists", all.arena,
                            &all.reference, &err) == SEL_OK);
    must(sel_questionnaire_open(SELARAS_SOURCE_DIR "/questionnaires/state-needs", all.arena,
                                &all.questionnaire, &err) == SEL_OK);
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
        check_answer(&all->questionnaire, &response->answers[i]);
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const instruments *all = instruments_of();
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_response_counts counts = {0};
    sel_error err = {0};
    sel_bytes *bytes = sel_bytes_open_memory("fuzz.csv", (sel_str){(const char *)data, size});
    sel_response_guess guess =
        sel_response_recognise(bytes, &all->reference, &all->questionnaire, NULL);
    if (guess.form == SEL_FORM_NONE)
        guess.form = SEL_FORM_WIDE;
    sel_status status = sel_response_read(
        bytes, &guess, &all->questionnaire, &all->reference,
        (sel_response_sink){check_response, (void *)(uintptr_t)all}, NULL, &issues, &counts, &err);
    must(status == SEL_OK || (status == SEL_BAD_INPUT && err.message[0] != '\0' && err.line > 0));
    must(counts.taken <= counts.responses);
    must(counts.faulty == issues.counts[SEL_FAULT]);
    sel_bytes_close(bytes);
    sel_arena_destroy(arena);
    return 0;
}
