#include "work/explain.h"

#include "store/store_programmes.h"
#include "work/explain_rank.h"
#include "work/explain_score.h"
#include "work/explain_steps.h"
#include "work/organisations.h"
#include "work/tell.h"

/* --- a need --- */

static sel_status explain_need(sel_explaining *e, uint32_t recipient, uint32_t capability)
{
    const sel_need *need = sel_needs_find(&e->assessment->needs, recipient, capability);
    if (need == NULL)
        return sel_fail(e->err, SEL_NOT_FOUND, "nobody was asked about this need");
    e->explanation->title = sel_str_printf(
        e->arena, "%.*s: %.*s", SEL_STR_ARG(sel_context_recipient(e->context, recipient)),
        SEL_STR_ARG(sel_context_capability(e->context, capability)));
    bool known = sel_need_is_known(need);
    sel_explain_step(e, 0, "explain.severity",
                     known ? sel_explain_range(e->arena, need->severity_low, need->severity_high)
                           : sel_tell_word(e->context, "why.need-unknown"),
                     "explain.severity-how");
    if (known)
        sel_explain_step(e, 1, "explain.need-n",
                         sel_explain_range(e->arena, need->n_low, need->n_high),
                         "explain.need-n-how");
    if (need->state == SEL_NEED_SIZED || need->state == SEL_NEED_RANGE)
        sel_explain_step(e, 1, "explain.gap", sel_explain_range(e->arena, need->gap, need->gap),
                         "explain.gap-how");
    sel_explain_need_answers(e, 1, need);
    return SEL_OK;
}

/* --- a programme --- */

static sel_str money_text(sel_arena *arena, int64_t low, int64_t high, const char *currency)
{
    return sel_str_printf(
        arena, "%s %.*s", currency,
        SEL_STR_ARG(sel_explain_range(arena, (double)low / 100, (double)high / 100)));
}

/* "EUR 0.9012 for USD 1 (Federal Reserve …, 2015-01-01 to 2015-12-31)"; the dollar needs none. */
static sel_str rate_text(const sel_explaining *e, const char *currency,
                         const sel_exchange_span *span)
{
    char from[SEL_DATE_ROOM];
    char to[SEL_DATE_ROOM];
    if (strcmp(currency, "USD") == 0)
        return (sel_str){0};
    sel_str rate = sel_explain_range(e->arena, (double)span->low / SEL_EXCHANGE_ONE,
                                     (double)span->high / SEL_EXCHANGE_ONE);
    return sel_say(e->arena, &e->context->words, "explain.rate", "currency", currency, "rate",
                   sel_tell_text(e->arena, rate), "source", sel_tell_text(e->arena, span->source),
                   "from", sel_day_text(span->period.earliest, from), "to",
                   sel_day_text(span->period.latest, to), NULL);
}

static sel_str no_rate_text(const sel_explaining *e, const sel_conversion *of)
{
    char from[SEL_DATE_ROOM];
    char to[SEL_DATE_ROOM];
    if (!of->on.known)
        return sel_tell_word(e->context, "why.no-rate-date");
    return sel_say(e->arena, &e->context->words, "why.no-rate", "currency", of->stated.currency,
                   "from", sel_day_text(of->on.earliest, from), "to",
                   sel_day_text(of->on.latest, to), NULL);
}

static void explain_money(sel_explaining *e, const sel_study_programme *of)
{
    const char *reporting = e->assessment->study->currency;
    const sel_conversion *conversion = of->conversion;
    if (conversion != NULL) {
        const sel_money *stated = &conversion->stated;
        sel_explain_step(e, 1, "explain.money-stated",
                         money_text(e->arena, stated->low, stated->high, stated->currency), NULL);
        sel_explain_text(
            e, 1, sel_tell_word(e->context, "explain.money-converted"),
            conversion->found ? money_text(e->arena, of->money_low, of->money_high, reporting)
                              : no_rate_text(e, conversion),
            conversion->found ? rate_text(e, stated->currency, &conversion->from) : (sel_str){0});
    } else if (of->money_known) {
        sel_explain_step(e, 1, "explain.money-stated",
                         money_text(e->arena, of->money_low, of->money_high, reporting), NULL);
    }
    if (of->person_days.known)
        sel_explain_step(
            e, 1, "explain.person-days",
            sel_explain_range(e->arena, (double)of->person_days.low, (double)of->person_days.high),
            NULL);
}

/* Who takes part, as written, and the organisation that was understood. */
static void explain_parties(sel_explaining *e, const sel_study_programme *of)
{
    const sel_study *study = e->assessment->study;
    if (of->party_count > 0)
        sel_explain_step(e, 1, "explain.organisations", (sel_str){0}, NULL);
    for (uint32_t i = 0; i < of->party_count; i++) {
        const sel_roll_spelling *written =
            sel_roll_spelling_of(study->roll, of->parties[i].spelling);
        bool decided = sel_roll_is_decided(study->roll, of->parties[i].spelling);
        sel_explain_text(e, 2, written->name.len > 0 ? written->name : written->ref,
                         study->organisations[of->parties[i].organisation].name,
                         sel_organisation_recognition(e->context, written, decided, e->arena));
    }
}

typedef struct field_steps {
    sel_explaining *e;
    sel_str file;
    sel_str hash;
} field_steps;

static bool take_field(void *to, const sel_field_place *field)
{
    field_steps *steps = to;
    sel_explaining *e = steps->e;
    char cell[24];
    sel_str rule = sel_str_printf(e->arena, "rule.%s", field->rule);
    sel_str text = sel_str_of(sel_issue_cell(field->column, (uint32_t)field->line, cell));
    bool known = sel_words_have(&e->context->words, rule.ptr);
    sel_explanation_add(
        e->explanation, e->arena,
        (sel_explained){.level = 2,
                        .label = sel_str_copy(e->arena, sel_str_of(field->field)),
                        .value = sel_str_copy(e->arena, field->raw),
                        .note = known ? sel_tell_word(e->context, rule.ptr)
                                      : sel_str_copy(e->arena, sel_str_of(field->rule)),
                        .source = steps->file,
                        .line = field->line,
                        .cell = sel_str_copy(e->arena, text),
                        .hash = steps->hash});
    return true;
}

static sel_status explain_programme(sel_explaining *e, uint32_t programme)
{
    const sel_study *study = e->assessment->study;
    const sel_study_programme *of = &study->programmes[programme];
    e->explanation->title = of->title;
    sel_explain_record(e, 0, programme);
    const sel_explained record = e->explanation->steps[0];
    sel_explain_step(e, 1, "explain.fields", (sel_str){0}, NULL);
    field_steps steps = {e, record.source, record.hash};
    sel_status status =
        sel_store_each_field_place(e->store, of->register_name, of->id, take_field, &steps, e->err);
    explain_money(e, of);
    explain_parties(e, of);
    sel_explain_step(e, 1, "explain.places", sel_str_of(sel_tell_count(e->arena, of->place_count)),
                     of->equal_shares ? "explain.equal-shares" : NULL);
    for (uint32_t i = 0; i < of->place_count; i++)
        sel_explain_text(
            e, 2,
            sel_str_printf(
                e->arena, "%.*s × %.*s",
                SEL_STR_ARG(sel_context_recipient(e->context, of->places[i].recipient)),
                SEL_STR_ARG(sel_context_capability(e->context, of->places[i].capability))),
            sel_explain_percent(e->arena, of->places[i].effort_low / 10,
                                of->places[i].effort_high / 10),
            of->guessed ? sel_tell_word(e->context, "explain.guessed") : (sel_str){0});
    return status;
}

/* --- addresses --- */

static sel_status explain_at(sel_explaining *e, sel_str before, sel_str after)
{
    if (sel_str_is(before, "rank"))
        return sel_explain_rank(e, after);
    const sel_indicator *indicator = sel_indicator_find(before);
    bool principle =
        before.len == 1 && before.ptr[0] >= 'a' && before.ptr[0] < 'a' + SEL_PRINCIPLES;
    if (indicator == NULL && !principle)
        return sel_fail(e->err, SEL_NOT_FOUND, "there is no indicator '%.*s'", SEL_STR_ARG(before));
    sel_subject subject;
    sel_status status = sel_subject_find(e->assessment, after, &subject, e->err);
    if (status != SEL_OK)
        return status;
    return principle ? sel_explain_principle(e, before.ptr[0], subject)
                     : sel_explain_score(e, indicator, subject);
}

/* A record that is kept but takes no part in the study has nothing to explain. Register and
 * identifier may hold colons themselves. */
static bool is_kept_record(const sel_explaining *e, sel_str address)
{
    for (size_t i = 0; i < address.len; i++) {
        sel_stored_place place;
        sel_error ignored = {0};
        if (address.ptr[i] == ':' &&
            sel_store_record_place(e->store, sel_str_part(address, 0, i),
                                   sel_str_part(address, i + 1, address.len), e->arena, &place,
                                   &ignored) == SEL_OK)
            return true;
    }
    return false;
}

static sel_status refuse_address(const sel_explaining *e, sel_str address)
{
    if (is_kept_record(e, address))
        return sel_fail(e->err, SEL_NOT_FOUND,
                        "'%.*s' is kept, but takes no part in the analysis; see 'selaras list "
                        "set-aside' and 'selaras list vanished'",
                        SEL_STR_ARG(address));
    return sel_fail(e->err, SEL_USAGE,
                    "'%.*s' is no address: write FJI/D1.2 for a need, a3@FJI or a@FJI for a score, "
                    "REGISTER:ID for a programme, rank@REGISTER:ID, or overlap A B",
                    SEL_STR_ARG(address));
}

sel_status sel_explain(const sel_context *context, const sel_assessment *assessment,
                       sel_store *store, sel_str address, sel_arena *arena,
                       sel_explanation *explanation, sel_error *err)
{
    *explanation = (sel_explanation){.address = address};
    sel_explaining e = {context, assessment, store, arena, explanation, err};
    uint32_t programme = sel_study_programme_find(assessment->study, address);
    if (programme != SEL_NONE)
        return explain_programme(&e, programme);
    size_t at = sel_str_find(address, SEL_STR("@"));
    if (at < address.len)
        return explain_at(&e, sel_str_part(address, 0, at),
                          sel_str_part(address, at + 1, address.len));
    size_t slash = sel_str_find(address, SEL_STR("/"));
    uint32_t recipient =
        sel_geography_code(&context->reference.geography, sel_str_part(address, 0, slash));
    uint32_t capability = sel_taxonomy_find(&context->reference.taxonomy,
                                            sel_str_part(address, slash + 1, address.len));
    if (slash < address.len && recipient != SEL_NONE && capability != SEL_NONE)
        return explain_need(&e, recipient, capability);
    return refuse_address(&e, address);
}
