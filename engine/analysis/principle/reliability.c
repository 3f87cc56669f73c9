#include "analysis/principle/reliability.h"

#include "base/number.h"

enum { FRESH_MONTHS = 12, OLD_MONTHS = 36, EVIDENCE_MOST = 3 };

static const double weight_age = .40;
static const double weight_evidence = .40;
static const double weight_contradiction = .20;

double sel_reliability(sel_footing footing, double missing, double contradiction)
{
    double firm = 1 - weight_age * footing.age -
                  weight_evidence * (1 - footing.evidence / EVIDENCE_MOST) -
                  weight_contradiction * contradiction;
    return sel_number_settle((1 - missing) * firm);
}

const char *sel_reliability_word(double reliability)
{
    if (reliability < .5)
        return "reliability.weak";
    return reliability < .75 ? "reliability.fair" : "reliability.good";
}

static double age_of(const sel_study *study, sel_days date)
{
    if (!date.known)
        return 1;
    sel_day fresh = sel_day_add_months(study->as_of, -FRESH_MONTHS);
    sel_day old = sel_day_add_months(study->as_of, -OLD_MONTHS);
    if (date.latest >= fresh)
        return 0;
    return date.latest <= old ? 1 : (double)(fresh - date.latest) / (double)(fresh - old);
}

static sel_days newer(sel_days a, sel_days b)
{
    if (!a.known || (b.known && b.latest > a.latest))
        return b;
    return a;
}

static sel_days newest_answer(const sel_study *study, uint32_t recipient)
{
    sel_days newest = {0};
    for (uint32_t i = 0; i < study->submission_count; i++)
        if (study->submissions[i].recipient == recipient)
            newest = newer(newest, study->submissions[i].answered_on);
    return newest;
}

static sel_days date_of(const sel_study *study, const sel_study_programme *record)
{
    if (record->updated.known || record->stated_by == SEL_NONE)
        return record->updated;
    return newest_answer(study, record->stated_by);
}

static double level_of(const sel_study_programme *record)
{
    return record->sourced ? 2 : record->has_request ? 1 : 0;
}

/* Age and evidence of one undertaking, added to the sums. */
static void add_footing(const sel_evidence *evidence, const sel_undertaking *undertaking,
                        sel_footing *sums)
{
    const sel_study *study = evidence->study;
    const sel_study_programme *record = sel_undertaking_registered(undertaking);
    sel_days newest = record == NULL ? (sel_days){0} : date_of(study, record);
    double level = record == NULL ? 0 : level_of(record);
    for (uint32_t i = 0; i < undertaking->statement_count; i++) {
        const sel_study_programme *statement = &study->programmes[undertaking->statements[i]];
        newest = newer(newest, date_of(study, statement));
        level = level_of(statement) > level ? level_of(statement) : level;
    }
    if (record != NULL && undertaking->statement_count > 0)
        level = EVIDENCE_MOST;
    sums->age += age_of(study, newest);
    sums->evidence += level;
}

sel_footing sel_footing_of_records(const sel_evidence *evidence, const sel_selection *selection)
{
    sel_footing sums = {0};
    double count = selection->undertaking_count;
    for (uint32_t i = 0; i < selection->undertaking_count; i++)
        add_footing(evidence, &selection->undertakings[i], &sums);
    if (selection->undertaking_count == 0)
        return (sel_footing){1, 0};
    return (sel_footing){sums.age / count, sums.evidence / count};
}

sel_footing sel_footing_of_answers(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    bool response = selection->subject.level == SEL_LEVEL_RESPONSE;
    double age = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < study->submission_count; i++) {
        const sel_study_submission *one = &study->submissions[i];
        bool own = response ? i == selection->subject.number
                            : one->recipient != SEL_NONE &&
                                  sel_selection_covers(selection, one->recipient);
        age += own ? age_of(study, one->answered_on) : 0;
        count += own;
    }
    return (sel_footing){count == 0 ? 1 : age / count, 0};
}
