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
    char sha256[SEL_HASH_ROOM]; /* of the file */
    sel_context *readers[SEL_LANGUAGE_COUNT];
    uint32_t written;
    sel_error err;
} post;

static sel_status open_reader(post *p, sel_language language)
{
    if (p->readers[language] != NULL)
        return SEL_OK;
    return desk_reader(p->desk, language, &p->readers[language], &p->err);
}

static sel_status write_page(post *p, const sel_receipt *receipt, sel_language language)
{
    sel_status status = open_reader(p, language);
    if (status != SEL_OK)
        return status;
    const sel_context *reader = p->readers[language];
    sel_arena *arena = sel_arena_create();
    sel_report report = {.arena = arena, .id = "reply"};
    sel_reply_tell(reader, p->intake, receipt, &report);
    sel_str name = sel_reply_name(p->intake, receipt, sel_str_of(p->sha256), arena);
    sel_str html = sel_str_printf(arena, "%s/%.*s.html", p->folder, SEL_STR_ARG(name));
    sel_str text = sel_str_printf(arena, "%s/%.*s.txt", p->folder, SEL_STR_ARG(name));
    sel_write_options options = desk_write_options(reader);
    options.width = PAGE_WIDTH;
    status = desk_write(&report, "html", &options, html.ptr, &p->err);
    if (status == SEL_OK)
        status = desk_write(&report, "table", &options, text.ptr, &p->err);
    sel_arena_destroy(arena);
    p->written += status == SEL_OK;
    return status;
}

static sel_status write_pages(post *p, const char *path, const sel_intake_options *said)
{
    sel_language sheet = p->desk->context->language;
    uint64_t size = 0;
    sel_status status = sel_bytes_fingerprint(path, p->sha256, &size, &p->err);
    if (status == SEL_OK)
        status = sel_reply_language(p->desk->context, path, said, &sheet, &p->err);
    bool many = p->intake->guess.form == SEL_FORM_WIDE && !p->intake->repeated;
    if (status == SEL_OK && !p->intake->stored)
        status = write_page(p, NULL, sheet);
    if (!p->intake->stored && !many)
        return status;
    for (uint32_t i = 0; i < p->intake->receipt_count && status == SEL_OK; i++) {
        const sel_receipt *receipt = &p->intake->receipts[i];
        status = write_page(p, receipt, sel_reply_wish(receipt->wish, sheet));
    }
    return status;
}

static int replies_write(cli_desk *desk, const char *folder, const char *path,
                         const sel_intake_options *said, const sel_intake *intake)
{
    post p = {.desk = desk, .folder = folder, .intake = intake};
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        sel_status status =
            sel_fail(&p.err, SEL_IO, "cannot make the folder '%s': %s", folder, strerror(errno));
        return status == SEL_OK ? EXIT_DONE : say_error(&p.err);
    }
    sel_status status = write_pages(&p, path, said);
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
        sel_context_close(p.readers[language]);
    if (status != SEL_OK)
        return say_error(&p.err);
    say_hint(desk, "reply pages in '%s': %u", folder, p.written);
    bool many = intake->guess.form == SEL_FORM_WIDE && !intake->repeated;
    if (many && intake->counts.responses > intake->receipt_count)
        say_hint(desk, "no pages for further respondents: %llu; submit them in smaller files",
                 (unsigned long long)(intake->counts.responses - intake->receipt_count));
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
