#include "domain/expression_tree.h"

#include "base/fold.h"

sel_severity sel_finding_severity(const sel_finding *finding)
{
    return sel_issue_severity(finding->code);
}

bool sel_findings_refuse(const sel_findings *findings)
{
    for (uint32_t i = 0; i < findings->count; i++)
        if (sel_finding_severity(&findings->list[i]) == SEL_FAULT)
            return true;
    return false;
}

uint32_t sel_expression_column(sel_str text, uint32_t byte)
{
    return (uint32_t)sel_fold_length(sel_str_part(text, 0, byte));
}

sel_finding *sel_finding_add(sel_findings *findings, const char *code, sel_str text, uint32_t byte,
                             uint32_t length)
{
    findings->list = sel_arena_one_more(findings->arena, findings->list, findings->count,
                                        &findings->room, sizeof *findings->list);
    sel_finding *finding = &findings->list[findings->count++];
    *finding = (sel_finding){.code = code, .byte = byte};
    finding->found = sel_str_part(text, byte, length);
    finding->column = sel_expression_column(text, byte) + 1;
    finding->length = (uint32_t)sel_fold_length(finding->found);
    return finding;
}

sel_str sel_node_source(sel_str text, const sel_node *node)
{
    return sel_str_part(text, node->byte, node->length);
}
