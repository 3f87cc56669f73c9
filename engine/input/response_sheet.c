#include "input/response_sheet.h"

#include <csv.h>

typedef struct sheet {
    const sel_questionnaire *questionnaire;
    const sel_reference *reference;
    sel_language language;
    sel_text *out;
    uint32_t cells; /* of the row being written */
} sheet;

static bool needs_quotes(sel_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (memchr(",;\"\r\n", text.ptr[i], 5) != NULL)
            return true;
    return false;
}

static void put_cell(sheet *s, sel_str text)
{
    if (s->cells++ > 0)
        sel_text_add_char(s->out, ',');
    if (!needs_quotes(text)) {
        sel_text_add(s->out, text);
        return;
    }
    size_t room = csv_write(NULL, 0, text.ptr, text.len);
    char *quoted = sel_arena_array(s->out->arena, room, 1);
    csv_write(quoted, room, text.ptr, text.len);
    sel_text_add(s->out, (sel_str){quoted, room});
}

static void put_label(sheet *s, const char *key)
{
    put_cell(s, sel_sheet_name(s->reference, key, s->language));
}

static void end_row(sheet *s)
{
    sel_text_add(s->out, SEL_STR("\r\n"));
    s->cells = 0;
}

static void put_header(sheet *s, const char *const *keys)
{
    for (; *keys != NULL; keys++)
        put_label(s, *keys);
    end_row(s);
}

static void put_identity(sheet *s)
{
    static const char *const keys[] = {"country",    "agency",      "round",
                                       "filled_by",  "approved_by", "answered_on",
                                       "disclosure", "lead",        NULL};
    put_label(s, "questionnaire");
    put_cell(s, s->questionnaire->id);
    end_row(s);
    put_label(s, "version");
    put_cell(s, s->questionnaire->version);
    end_row(s);
    for (size_t i = 0; keys[i] != NULL; i++) {
        put_label(s, keys[i]);
        put_cell(s, (sel_str){0});
        end_row(s);
    }
}

static void put_capabilities(sheet *s, bool short_form)
{
    static const char *const all[] = {"code", "capability", "help",   "now", "wanted",
                                      "by",   "importance", "source", NULL};
    static const char *const brief[] = {"code", "capability", "help", NULL};
    put_header(s, short_form ? brief : all);
    const sel_taxonomy *taxonomy = &s->reference->taxonomy;
    for (uint32_t i = 0; i < taxonomy->count; i++) {
        put_cell(s, taxonomy->capabilities[i].code);
        put_cell(s, sel_names_in(&taxonomy->capabilities[i].names, s->language));
        for (int blank = short_form ? 5 : 0; blank < 6; blank++)
            put_cell(s, (sel_str){0});
        end_row(s);
    }
    put_label(s, "urgent");
    for (int i = 0; i < 3; i++)
        put_cell(s, (sel_str){0});
    end_row(s);
}

static void put_requests(sheet *s)
{
    static const char *const keys[] = {"request",  "capability", "outcome",  "kind",
                                       "for_whom", "from",       "months",   "language",
                                       "amount",   "currency",   "document", NULL};
    end_row(s);
    put_header(s, keys);
    static const char numbers[] = "123";
    for (size_t i = 0; i < sizeof numbers - 1; i++) {
        put_cell(s, (sel_str){&numbers[i], 1});
        end_row(s);
    }
}

static void put_support(sheet *s)
{
    static const char *const keys[] = {"support",
                                       "id",
                                       "donor",
                                       "implementer",
                                       "capability",
                                       "kind",
                                       "start",
                                       "end",
                                       "asked_first",
                                       "same_as_other",
                                       "coordinated",
                                       "own_initiated",
                                       "own_terms",
                                       "own_chose",
                                       "own_steers",
                                       "own_evaluates",
                                       "tied",
                                       "conditions",
                                       "conditions_requested",
                                       "role_private_ci",
                                       "role_business",
                                       "role_academia",
                                       "role_civil_society",
                                       "role_technical",
                                       "request_document",
                                       "document",
                                       "drafted_by",
                                       "implementer_country",
                                       "division",
                                       "change",
                                       "call_criteria",
                                       "call_languages",
                                       "call_travel",
                                       "tools",
                                       "tools_evidence",
                                       "local_groups",
                                       "design_groups",
                                       "evaluation_groups",
                                       NULL};
    end_row(s);
    put_header(s, keys);
    for (int i = 0; i < 5; i++)
        end_row(s);
}

static void put_contacts(sheet *s)
{
    static const char *const keys[] = {"poc",    "designated", "deputy", "mandate", "procedure",
                                       "tested", "trained",    "secure", NULL};
    static const char *const kinds[] = {"diplomatic", "technical", "law_enforcement",
                                        "infrastructure", "liaison"};
    put_header(s, keys);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        put_label(s, kinds[i]);
        end_row(s);
    }
}

/* Lines about the respondent as a whole; they read like those of the identity. */
static void put_situation(sheet *s)
{
    static const char *const keys[] = {"situation",          "programmes_max",
                                       "assessments_held",   "assessments_joint",
                                       "took_part_sessions", "made_statement",
                                       "sponsorship_used",   "poc_listed",
                                       "support_declined",   "enabling_forum",
                                       "enabling_legal",     "enabling_minutes",
                                       "enabling_feedback",  NULL};
    end_row(s);
    for (size_t i = 0; keys[i] != NULL; i++) {
        put_label(s, keys[i]);
        end_row(s);
    }
}

void sel_response_sheet_write(const sel_questionnaire *questionnaire,
                              const sel_reference *reference, sel_language language,
                              bool short_form, sel_text *out)
{
    sheet s = {questionnaire, reference, language, out, 0};
    sel_text_add(out, SEL_STR("\xEF\xBB\xBF"));
    put_identity(&s);
    put_capabilities(&s, short_form);
    if (short_form)
        return;
    put_requests(&s);
    put_support(&s);
    put_contacts(&s);
    put_situation(&s);
}
