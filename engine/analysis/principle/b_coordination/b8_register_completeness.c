/* b8: register records with all seven minimum fields (funder, implementer,
 * capability, recipient, start, end, status; see sel_given). A programme alone:
 * known fields over 7. What only recipients state is not in a register. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

enum { FIELDS = 7 };

static int fields_given(const sel_study_programme *record)
{
    int count = 0;
    for (unsigned bit = 1; bit <= SEL_GIVEN_ALL; bit <<= 1)
        count += (record->given & bit) != 0;
    return count;
}

static sel_indicator_value register_completeness(const sel_evidence *evidence,
                                                 const sel_selection *selection)
{
    bool alone = selection->subject.level == SEL_LEVEL_PROGRAMME;
    sel_tally tally = {.arena = evidence->arena};
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        const sel_study_programme *record = sel_undertaking_registered(undertaking);
        if (record == NULL)
            continue;
        int given = fields_given(record);
        sel_verdict verdict = sel_verdict_of(alone ? (double)given / FIELDS : given == FIELDS);
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    sel_indicator_value value =
        sel_tally_value(&tally, "reason.no-register-record", "reason.no-register-record");
    value.proportion &= !alone;
    return value;
}

const sel_indicator sel_indicator_b8 = {
    .id = "b8",
    .name = "indicator.b8",
    .question = "question.b8",
    .formula = "records with all seven minimum fields / records; a record: fields given / 7",
    .data = "data.b8",
    .source = "IATI; reporting bias described for the Cybil portal",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_PROGRAMME | SEL_LEVEL_DONOR |
              SEL_LEVEL_PORTFOLIO,
    .evaluate = register_completeness,
};
