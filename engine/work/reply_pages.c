#include "work/reply.h"

/* Each of several respondents of a file that was not accepted gets a page as well. */
static bool has_senders(const sel_intake *intake)
{
    return intake->stored || (intake->guess.form == SEL_FORM_WIDE && !intake->repeated);
}

static void list_pages(const sel_intake *intake, sel_language sheet, sel_str sha256,
                       sel_arena *arena, sel_reply_pages *pages)
{
    uint32_t senders = has_senders(intake) ? intake->receipt_count : 0;
    sel_reply_page *list = sel_arena_array(arena, (size_t)senders + 1, sizeof *list);
    if (!intake->stored)
        list[pages->count++] = (sel_reply_page){.language = sheet};
    for (uint32_t i = 0; i < senders; i++)
        list[pages->count++] = (sel_reply_page){
            &intake->receipts[i], sel_reply_wish(intake->receipts[i].wish, sheet), {0}};
    for (uint32_t i = 0; i < pages->count; i++)
        list[i].name = sel_reply_name(intake, list[i].receipt, sha256, arena);
    pages->list = list;
    if (senders > 0)
        pages->without = intake->counts.responses - senders;
}

sel_status sel_reply_pages_of(const sel_context *context, const sel_intake *intake,
                              const char *path, const sel_intake_options *options, sel_arena *arena,
                              sel_reply_pages *pages, sel_error *err)
{
    *pages = (sel_reply_pages){0};
    sel_language sheet = context->language;
    char sha256[SEL_HASH_ROOM];
    uint64_t size = 0;
    sel_status status = sel_bytes_fingerprint(path, sha256, &size, err);
    if (status == SEL_OK)
        status = sel_reply_language(context, path, options, &sheet, err);
    if (status == SEL_OK)
        status = sel_bytes_unchanged(path, &intake->mark, err);
    if (status == SEL_OK)
        list_pages(intake, sheet, sel_str_of(sha256), arena, pages);
    return status;
}
