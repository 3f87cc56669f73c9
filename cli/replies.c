#include "replies.h"

#include "annotated.h"
#include "messages.h"

#include <errno.h>
#include <sys/stat.h>

/* Characters of a line of the .txt. */
enum { PAGE_WIDTH = 78 };

/* Pages on their way to a folder; words are opened once for each language. */
typedef struct post {
    cli_desk *desk;
    const char *folder;
    const sel_intake *intake;
    sel_context *readers[SEL_LANGUAGE_COUNT];
} post;

static sel_status open_reader(post *p, sel_language language, sel_error *err)
{
    if (p->readers[language] != NULL)
        return SEL_OK;
    return desk_reader(p->desk, language, &p->readers[language], err);
}

static sel_status write_page(post *p, const sel_reply_page *page, sel_error *err)
{
    sel_status status = open_reader(p, page->language, err);
    if (status != SEL_OK)
        return status;
    const sel_context *reader = p->readers[page->language];
    sel_arena *arena = sel_arena_create();
    sel_report report = {.arena = arena, .id = "reply"};
    sel_reply_tell(reader, p->intake, page->receipt, &report);
    sel_str stem = sel_str_printf(arena, "%s/%.*s", p->folder, SEL_STR_ARG(page->name));
    sel_write_options options = desk_write_options(reader);
    options.width = PAGE_WIDTH;
    status =
        desk_write(&report, "html", &options, sel_str_printf(arena, "%s.html", stem.ptr).ptr, err);
    if (status == SEL_OK)
        status = desk_write(&report, "table", &options,
                            sel_str_printf(arena, "%s.txt", stem.ptr).ptr, err);
    sel_arena_destroy(arena);
    return status;
}

static sel_status write_pages(post *p, const sel_reply_pages *pages, sel_error *err)
{
    if (mkdir(p->folder, 0777) != 0 && errno != EEXIST)
        return sel_fail(err, SEL_IO, "cannot make the folder '%s': %s", p->folder, strerror(errno));
    sel_status status = SEL_OK;
    for (uint32_t i = 0; i < pages->count && status == SEL_OK; i++)
        status = write_page(p, &pages->list[i], err);
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
        sel_context_close(p->readers[language]);
    return status;
}

static int replies_write(cli_desk *desk, const char *folder, const char *path,
                         const sel_intake_options *said, const sel_intake *intake)
{
    post p = {.desk = desk, .folder = folder, .intake = intake};
    sel_error err = {0};
    sel_reply_pages pages;
    sel_status status =
        sel_reply_pages_of(desk->context, intake, path, said, desk->arena, &pages, &err);
    if (status == SEL_OK)
        status = write_pages(&p, &pages, &err);
    if (status != SEL_OK)
        return say_error(&err);
    say_hint(desk, "reply pages in '%s': %u", folder, pages.count);
    if (pages.without > 0)
        say_hint(desk, "no pages for further respondents: %llu; submit them in smaller files",
                 (unsigned long long)pages.without);
    return EXIT_DONE;
}

int letters_allowed(const cli_letters *letters, int files)
{
    if (letters->copy != NULL && files > 1)
        return say_usage("--annotate takes one file at a time");
    return EXIT_DONE;
}

int letters_write(cli_desk *desk, const cli_letters *letters, const char *path,
                  const sel_intake_options *said, const sel_intake *intake)
{
    int outcome = EXIT_DONE;
    if (letters->copy != NULL)
        outcome = annotate_write(desk, letters->copy, path, said, intake);
    if (outcome == EXIT_DONE && letters->replies != NULL)
        outcome = replies_write(desk, letters->replies, path, said, intake);
    return outcome;
}
