#include "guesses.h"

#include "messages.h"

#include <inttypes.h>

int guesses_take(cli_desk *desk, const cli_guesses *guesses, const char *path)
{
    sel_error err = {0};
    sel_confirm confirm;
    const sel_confirm_options options = {
        .by = guesses->by, .encoding = guesses->said->encoding, .strict = guesses->said->strict};
    if (sel_confirm_take(desk->context, desk->store, path, &options, desk->arena, &confirm, &err) !=
        SEL_OK)
        return say_error(&err);
    sel_report report = {
        .arena = desk->arena,
        .id = "confirm",
        .title = sel_say(desk->arena, &desk->context->words, "confirm.title", "file", path, NULL)};
    sel_confirm_tell(desk->context, &confirm, &report);
    int outcome = desk_print(desk, &report);
    bool found = confirm.issues.counts[SEL_FAULT] + confirm.issues.counts[SEL_WARNING] > 0;
    return outcome == EXIT_DONE && guesses->said->strict && found ? EXIT_REFUSED : outcome;
}

static const char *number_text(const cli_desk *desk, uint64_t number)
{
    return sel_str_printf(desk->arena, "%" PRIu64, number).ptr;
}

static int redo(cli_desk *desk, const cli_guesses *guesses)
{
    sel_error err = {0};
    uint64_t looked = 0;
    uint64_t changed = 0;
    if (sel_tagging_redo(desk->context, desk->store, guesses->said->keep_all, &looked, &changed,
                         &err) != SEL_OK)
        return say_error(&err);
    say_hint(desk, "%s",
             sel_say(desk->arena, &desk->context->words, "confirm.retagged", "looked",
                     number_text(desk, looked), "changed", number_text(desk, changed), NULL)
                 .ptr);
    return EXIT_DONE;
}

static int write_guesses(cli_desk *desk, const cli_guesses *guesses)
{
    const char *path = guesses->confirm;
    sel_error err = {0};
    sel_draft_file *file = NULL;
    uint64_t count = 0;
    if (sel_draft_file_open(path, &file, &err) != SEL_OK)
        return say_error(&err);
    sel_status status =
        sel_confirm_write(desk->context, desk->store, guesses->said->register_name,
                          sel_stream_file(sel_draft_file_stream(file)), &count, &err);
    status = sel_draft_file_end(file, status, &err);
    if (status != SEL_OK)
        return say_error(&err);
    say_hint(desk, "%s",
             sel_say(desk->arena, &desk->context->words, "confirm.written", "file", path, "count",
                     number_text(desk, count), NULL)
                 .ptr);
    return EXIT_DONE;
}

int guesses_end(cli_desk *desk, const cli_guesses *guesses)
{
    int outcome = guesses->retag ? redo(desk, guesses) : EXIT_DONE;
    if (outcome == EXIT_DONE && guesses->confirm != NULL)
        outcome = write_guesses(desk, guesses);
    return outcome;
}
