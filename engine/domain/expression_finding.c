#include "domain/expression_tree.h"

sel_severity sel_finding_severity(const sel_finding *finding)
{
    return sel_issue_severity(finding->code);
}

/* Expressions are UTF-8: every byte but those that continue a code point begins one. Thousands of
 * findings in one long cell make this worth more than sel_fold_length. */
static uint32_t code_points(sel_str text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}

uint32_t sel_expression_column(sel_str text, uint32_t byte)
{
    return code_points(sel_str_part(text, 0, byte));
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
    finding->length = code_points(finding->found);
    return finding;
}

sel_str sel_node_source(sel_str text, const sel_node *node)
{
    return sel_str_part(text, node->byte, node->length);
}
