#include "analysis/principle.h"

#include "analysis/principle/indicators.h"

/* Levels by the letters of the definitions: response, recipient, region, programme, donor,
 * portfolio. */
enum {
    Q = SEL_LEVEL_RESPONSE,
    R = SEL_LEVEL_RECIPIENT,
    G = SEL_LEVEL_REGION,
    P = SEL_LEVEL_PROGRAMME,
    D = SEL_LEVEL_DONOR,
    F = SEL_LEVEL_PORTFOLIO,
    EVERY = Q | R | G | P | D | F,
};

static const sel_indicator indicators[] = {
    {"a1", "indicator.a1", 'a', SEL_SCORED, EVERY,
     "OEWG report 2021 (A/75/816) para. 56, demand-driven; GFCE Clearing House",
     sel_request_traceability},
    {"a2", "indicator.a2", 'a', SEL_SCORED, EVERY,
     "GPEDC indicator 1a.1; Paris Declaration 2005, indicator 3", NULL},
    {"a3", "indicator.a3", 'a', SEL_SCORED, Q | R | G | F, "OCHA need against response",
     sel_need_weighted_coverage},
    {"a4", "indicator.a4", 'a', SEL_SCORED, Q | R | G | D | F,
     "Paris Declaration 2005, ownership; Kendall rank correlation", NULL},
    {"a5", "indicator.a5", 'a', SEL_SCORED, G | F,
     "needs-based catalogue of the Philippines (OEWG 2024); Kaplan-Meier estimate", NULL},
    {"a6", "indicator.a6", 'a', SEL_SCORED, EVERY,
     "OEWG report 2021 para. 56, ownership; GC3B on local ownership", sel_co_ownership},
    {"a7", "indicator.a7", 'a', SEL_SCORED, Q | R | G,
     "complaints about absorption; Paris Declaration 2005, indicator 10a", NULL},
    {"a8", "indicator.a8", 'a', SEL_SCORED, EVERY, "GC3B on local expertise", NULL},
    {"b1", "indicator.b1", 'b', SEL_SCORED, EVERY,
     "OCHA 3W; own measure of shared places, time and need", sel_graded_overlap},
    {"b2", "indicator.b2", 'b', SEL_SCORED, Q | R | G | F,
     "Cambodia Aid Effectiveness Report 2007, annex VIII (Herfindahl index)", sel_effective_donors},
    {"b3", "indicator.b3", 'b', SEL_SCORED, R | G | D | F, "OECD 2009, 2011 on fragmentation",
     NULL},
    {"b4", "indicator.b4", 'b', SEL_CONTEXT, D | F,
     "Theil index; Aldasoro, Nunnenkamp and Thiele 2010", NULL},
    {"b5", "indicator.b5", 'b', SEL_CONTEXT, D | F, "Aldasoro, Nunnenkamp and Thiele 2010", NULL},
    {"b6", "indicator.b6", 'b', SEL_SCORED, R | G | F, "OECD on aid orphans; OCHA 3W", NULL},
    {"b7", "indicator.b7", 'b', SEL_SCORED, EVERY, "Paris Declaration 2005, indicators 10a and 10b",
     NULL},
    {"b8", "indicator.b8", 'b', SEL_SCORED, R | G | P | D | F,
     "IATI; reporting bias described for the Cybil portal", sel_register_completeness},
    {"b9", "indicator.b9", 'b', SEL_SCORED, Q | G | F,
     "ASEAN regional action plan matrix: lead country and sectoral body", NULL},
    {"c1", "indicator.c1", 'c', SEL_SCORED, G | F,
     "concentration index (World Bank technical note 7); dissimilarity", NULL},
    {"c2", "indicator.c2", 'c', SEL_SCORED, G | F,
     "OEWG report 2021 para. 56, universal; Global Points of Contact Directory", sel_universality},
    {"c3", "indicator.c3", 'c', SEL_SCORED, D | F,
     "OEWG report 2021 para. 56, non-discriminatory; Mantel-Haenszel estimate", NULL},
    {"c4", "indicator.c4", 'c', SEL_SCORED, EVERY,
     "Paris Declaration 2005, indicator 8; IATI tied status", sel_untied_share},
    {"c5", "indicator.c5", 'c', SEL_SCORED, EVERY,
     "OEWG report 2021 para. 56, without conditions; Chatham House 2023 typology",
     sel_condition_load},
    {"c6", "indicator.c6", 'c', SEL_SCORED, EVERY, "Paris Declaration 2005, indicator 7", NULL},
    {"c7", "indicator.c7", 'c', SEL_SCORED, EVERY,
     "Indonesia to the OEWG, demand-driven sponsorship; OEWG report 2021 para. 56", NULL},
    {"c8", "indicator.c8", 'c', SEL_SCORED, EVERY,
     "OEWG report 2021 para. 56, access to technology", NULL},
    {"d1", "indicator.d1", 'd', SEL_SCORED, EVERY, "Indonesia to the OEWG, multi-stakeholder; GC3B",
     sel_breadth},
    {"d2", "indicator.d2", 'd', SEL_SCORED, EVERY,
     "OEWG report 2021 para. 56, all parties active in design and execution", sel_depth_of_roles},
    {"d3", "indicator.d3", 'd', SEL_SCORED, EVERY, "CMM 2021 factor D1.3; norm G", NULL},
    {"d4", "indicator.d4", 'd', SEL_SCORED, EVERY, "GC3B on local expertise", NULL},
    {"d5", "indicator.d5", 'd', SEL_CONTEXT, Q | R | G, "CMM 2021 factor D3.1; GPEDC", NULL},
    {"d6", "indicator.d6", 'd', SEL_SCORED, EVERY, "OEWG report 2021 para. 56, sustainable", NULL},
    {"d7", "indicator.d7", 'd', SEL_CONTEXT, P | D | F, "tied aid", NULL},
    {"d8", "indicator.d8", 'd', SEL_CONTEXT, Q | R | G,
     "Global Points of Contact Directory; NCSI 3.0 on points of contact", sel_contact_readiness},
};

const sel_indicator *sel_indicators(uint32_t *count)
{
    *count = sizeof indicators / sizeof indicators[0];
    return indicators;
}

const sel_indicator *sel_indicator_find(sel_str id)
{
    for (size_t i = 0; i < sizeof indicators / sizeof indicators[0]; i++)
        if (sel_str_is(id, indicators[i].id))
            return &indicators[i];
    return NULL;
}
