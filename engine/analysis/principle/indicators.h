/** indicators.h - the built indicators, one function and one file each.
 *
 * Each gives the value for the selected records; its exact definition, data
 * and reasons stand on top of its file. */
#ifndef SEL_ANALYSIS_PRINCIPLE_INDICATORS_H
#define SEL_ANALYSIS_PRINCIPLE_INDICATORS_H

#include "analysis/principle/selection.h"

sel_indicator_value sel_request_traceability(const sel_evidence *evidence,
                                             const sel_selection *selection);
sel_indicator_value sel_need_weighted_coverage(const sel_evidence *evidence,
                                               const sel_selection *selection);
sel_indicator_value sel_co_ownership(const sel_evidence *evidence, const sel_selection *selection);
sel_indicator_value sel_graded_overlap(const sel_evidence *evidence,
                                       const sel_selection *selection);
sel_indicator_value sel_effective_donors(const sel_evidence *evidence,
                                         const sel_selection *selection);
sel_indicator_value sel_register_completeness(const sel_evidence *evidence,
                                              const sel_selection *selection);
sel_indicator_value sel_universality(const sel_evidence *evidence, const sel_selection *selection);
sel_indicator_value sel_untied_share(const sel_evidence *evidence, const sel_selection *selection);
sel_indicator_value sel_condition_load(const sel_evidence *evidence,
                                       const sel_selection *selection);
sel_indicator_value sel_breadth(const sel_evidence *evidence, const sel_selection *selection);
sel_indicator_value sel_depth_of_roles(const sel_evidence *evidence,
                                       const sel_selection *selection);
sel_indicator_value sel_contact_readiness(const sel_evidence *evidence,
                                          const sel_selection *selection);

#endif
