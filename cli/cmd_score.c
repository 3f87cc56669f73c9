#include "analysis.h"
#include "commands.h"
#include "messages.h"
#include "options.h"

/* What was asked for, as texts. */
typedef struct wanted {
    const char *address; /* NULL: not given */
    const char *response;
    const char *recipient;
    const char *region;
    const char *programme;
    const char *donor;
    const char *principle;
    const char *indicator;
    const char *compare;
    const char *correlation;
    const char *round;
    int grid;
    int vary;
    bool shared;
    sel_disclosure audience; /* when shared */
} wanted;

static sel_status find_subject(const sel_assessment *assessment, const wanted *of,
                               sel_subject *subject, sel_error *err)
{
    const struct {
        const char *text;
        sel_level level;
    } fixed[] = {{of->response, SEL_LEVEL_RESPONSE},
                 {of->recipient, SEL_LEVEL_RECIPIENT},
                 {of->region, SEL_LEVEL_REGION},
                 {of->programme, SEL_LEVEL_PROGRAMME},
                 {of->donor, SEL_LEVEL_DONOR}};
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
        if (fixed[i].text != NULL)
            return sel_subject_at(assessment, fixed[i].level, sel_str_of(fixed[i].text), subject,
                                  err);
    return sel_subject_find(assessment, sel_str_of(of->address == NULL ? "portfolio" : of->address),
                            subject, err);
}

/* All but its subject, which depends on what is stored. */
static sel_score_wish wish_of(const wanted *of)
{
    sel_score_wish wish = sel_score_wish_all((sel_subject){.level = SEL_LEVEL_PORTFOLIO});
    if (of->principle != NULL)
        wish.principle = (uint32_t)(of->principle[0] - 'a');
    if (of->indicator != NULL)
        wish.indicator = sel_indicator_number(sel_str_of(of->indicator));
    wish.shared = of->shared;
    wish.audience = of->audience;
    return wish;
}

static sel_status compare(cli_desk *desk, const sel_assessment *assessment,
                          const sel_score_wish *wish, const wanted *of, sel_report *report,
                          sel_error *err)
{
    sel_assessment other;
    sel_error absent = {0};
    sel_days day = {
        .known = true, .earliest = assessment->study->as_of, .latest = assessment->study->as_of};
    sel_assess_options options = {
        .as_of = day, .round = of->compare, .without_overlap = !sel_score_wish_reads_overlap(wish)};
    sel_status status = sel_assess_open(desk->context, desk->store, &options, &other, err);
    if (status == SEL_OK) {
        sel_score_wish there = *wish;
        bool found = find_subject(&other, of, &there.subject, &absent) == SEL_OK;
        sel_rounds_compared both = {.assessment = assessment,
                                    .other = &other,
                                    .wish = wish,
                                    .other_wish = found ? &there : NULL,
                                    .round = of->round,
                                    .other_round = of->compare};
        sel_tell_comparison(desk->context, &both, report);
    }
    sel_assess_close(&other);
    return status;
}

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    const wanted *what = of;
    if (what->correlation != NULL) {
        bool recipients = strcmp(what->correlation, "recipients") == 0;
        const sel_correlation_wish over = {.level = recipients ? SEL_LEVEL_RECIPIENT
                                                               : SEL_LEVEL_PROGRAMME,
                                           .shared = what->shared,
                                           .grid = what->grid != 0};
        sel_tell_correlation(desk->context, assessment, &over, report);
        return SEL_OK;
    }
    sel_score_wish wish = wish_of(what);
    sel_status status = find_subject(assessment, what, &wish.subject, err);
    if (status == SEL_OK)
        status = sel_score_wish_check(assessment, &wish, err);
    if (status == SEL_OK && what->compare != NULL)
        return compare(desk, assessment, &wish, what, report, err);
    if (status == SEL_OK)
        sel_tell_score(desk->context, assessment, &wish, report);
    if (status == SEL_OK && what->vary)
        sel_tell_variations(desk->context, assessment, &wish, report);
    return status;
}

static int subjects_given(const wanted *of)
{
    return (of->address != NULL) + (of->response != NULL) + (of->recipient != NULL) +
           (of->region != NULL) + (of->programme != NULL) + (of->donor != NULL);
}

static int refuse(const wanted *of)
{
    if (subjects_given(of) > 1)
        return say_usage("give only one of --response, --recipient, --region, --programme, "
                         "--donor or an address");
    if (of->principle != NULL && of->indicator != NULL)
        return say_usage("give --principle or --indicator, not both");
    if (of->principle != NULL && (strlen(of->principle) != 1 || of->principle[0] < 'a' ||
                                  of->principle[0] >= 'a' + SEL_PRINCIPLES))
        return say_usage("--principle takes a, b, c or d, not '%s'", of->principle);
    if (of->indicator != NULL && sel_indicator_number(sel_str_of(of->indicator)) == SEL_NONE)
        return say_usage("there is no indicator '%s'; see 'selaras list indicators'",
                         of->indicator);
    if (of->compare != NULL && of->vary)
        return say_usage("give --compare or --vary, not both");
    if (of->correlation != NULL && strcmp(of->correlation, "recipients") != 0 &&
        strcmp(of->correlation, "programmes") != 0)
        return say_usage("--correlation takes recipients or programmes, not '%s'", of->correlation);
    if (of->correlation != NULL && (subjects_given(of) > 0 || of->principle != NULL ||
                                    of->indicator != NULL || of->compare != NULL || of->vary))
        return say_usage("--correlation is over all indicators; give nothing else with it");
    if (of->grid != 0 && of->correlation == NULL)
        return say_usage("--grid is how --correlation is laid out; give both");
    return EXIT_DONE;
}

/* Public and circulated outputs go beyond the secretariat. */
static int choose_audience(const cli_desk *desk, wanted *of)
{
    static const sel_disclosure known[] = {SEL_DISCLOSURE_PUBLIC, SEL_DISCLOSURE_CIRCULATED,
                                           SEL_DISCLOSURE_SECRETARIAT};
    if (desk->audience == NULL)
        return EXIT_DONE;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(desk->audience, sel_disclosure_code(known[i])) == 0) {
            of->audience = known[i];
            of->shared = known[i] != SEL_DISCLOSURE_SECRETARIAT;
            return EXIT_DONE;
        }
    return say_usage("--audience takes public, circulated or secretariat, not '%s'",
                     desk->audience);
}

int cmd_score(cli_desk *desk, int argc, const char **argv)
{
    wanted of = {0};
    const cli_option specs[] = {
        {"response", "CODE", &of.response, NULL, "option.score-response"},
        {"recipient", "CODE", &of.recipient, NULL, "option.recipient"},
        {"region", "CODE", &of.region, NULL, "option.score-region"},
        {"programme", "ADDRESS", &of.programme, NULL, "option.score-programme"},
        {"donor", "NAME", &of.donor, NULL, "option.donor"},
        {"principle", "LETTER", &of.principle, NULL, "option.principle"},
        {"indicator", "ID", &of.indicator, NULL, "option.indicator"},
        {"compare", "ROUND", &of.compare, NULL, "option.compare"},
        {"correlation", "WHAT", &of.correlation, NULL, "option.correlation"},
        {"grid", NULL, NULL, &of.grid, "option.grid"},
        {"vary", NULL, NULL, &of.vary, "option.vary"},
        {"round", "ROUND", &of.round, NULL, "option.round"},
        {0}};
    cli_operands subject;
    int outcome = options_parse(desk, specs, argc, argv, 0, 1, &subject);
    if (outcome == EXIT_DONE && subject.count == 1)
        of.address = subject.list[0];
    if (outcome == EXIT_DONE)
        outcome = refuse(&of);
    if (outcome == EXIT_DONE)
        outcome = choose_audience(desk, &of);
    if (outcome == EXIT_DONE && of.vary && of.shared)
        outcome = say_usage("--vary is for the secretariat only: differences tell what a value "
                            "rests on");
    if (outcome != EXIT_DONE)
        return outcome;
    const sel_score_wish wish = wish_of(&of);
    cli_analysis score = {.id = "score",
                          .title = of.correlation == NULL ? "score.title" : "correlation.title",
                          .options = {.round = of.round,
                                      .without_overlap = of.correlation == NULL &&
                                                         !sel_score_wish_reads_overlap(&wish)},
                          .tell = tell,
                          .of = &of};
    return analysis_run(desk, &score);
}
