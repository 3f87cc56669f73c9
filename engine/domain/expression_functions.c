#include "domain/expression_calls.h"

#include "base/nearest.h"

#define EMPTY   SEL_VALUE_EMPTY
#define TEXT    SEL_VALUE_TEXT
#define NUMBER  SEL_VALUE_NUMBER
#define BOOLEAN SEL_VALUE_BOOLEAN
#define DATE    SEL_VALUE_DATE

/* ODK XForms specification, "XPath functions": the part that questionnaires need. */
static const sel_function functions[] = {
    {"abs", 1, 1, NUMBER, {NUMBER}, sel_call_abs},
    {"boolean", 1, 1, BOOLEAN, {EMPTY}, sel_call_boolean},
    {"boolean-from-string", 1, 1, BOOLEAN, {TEXT}, sel_call_boolean_from_string},
    {"checklist", 3, SEL_NONE, BOOLEAN, {NUMBER, NUMBER, BOOLEAN}, sel_call_checklist},
    {"coalesce", 2, SEL_NONE, EMPTY, {EMPTY}, sel_call_coalesce},
    {"concat", 1, SEL_NONE, TEXT, {TEXT, TEXT, TEXT}, sel_call_concat},
    {"contains", 2, 2, BOOLEAN, {TEXT, TEXT}, sel_call_contains},
    {"count", 1, 1, NUMBER, {EMPTY}, sel_call_count},
    {"count-non-empty", 1, 1, NUMBER, {EMPTY}, sel_call_count_non_empty},
    {"count-selected", 1, 1, NUMBER, {EMPTY}, sel_call_count_selected},
    {"date", 1, 1, DATE, {EMPTY}, sel_call_date},
    {"decimal-date-time", 1, 1, NUMBER, {DATE}, sel_call_decimal_date_time},
    {"ends-with", 2, 2, BOOLEAN, {TEXT, TEXT}, sel_call_ends_with},
    {"false", 0, 0, BOOLEAN, {EMPTY}, sel_call_false},
    {"format-date", 2, 2, TEXT, {DATE, TEXT}, sel_call_format_date},
    {"if", 3, 3, EMPTY, {BOOLEAN, EMPTY, EMPTY}, sel_call_if},
    {"int", 1, 1, NUMBER, {NUMBER}, sel_call_int},
    {"join", 2, SEL_NONE, TEXT, {TEXT, TEXT, TEXT}, sel_call_join},
    {"jr:choice-name", 2, 2, TEXT, {EMPTY}, sel_call_choice_name},
    {"max", 1, SEL_NONE, NUMBER, {NUMBER, NUMBER, NUMBER}, sel_call_max},
    {"min", 1, SEL_NONE, NUMBER, {NUMBER, NUMBER, NUMBER}, sel_call_min},
    {"normalize-space", 1, 1, TEXT, {TEXT}, sel_call_normalize_space},
    {"not", 1, 1, BOOLEAN, {BOOLEAN}, sel_call_not},
    {"now", 0, 0, DATE, {EMPTY}, sel_call_now},
    {"number", 1, 1, NUMBER, {EMPTY}, sel_call_number},
    {"once", 1, 1, EMPTY, {EMPTY}, sel_call_once},
    {"position", 1, 1, NUMBER, {EMPTY}, sel_call_position},
    {"pow", 2, 2, NUMBER, {NUMBER, NUMBER}, sel_call_pow},
    {"regex", 2, 2, BOOLEAN, {TEXT, TEXT}, sel_call_regex},
    {"round", 1, 2, NUMBER, {NUMBER, NUMBER}, sel_call_round},
    {"selected", 2, 2, BOOLEAN, {EMPTY, TEXT}, sel_call_selected},
    {"selected-at", 2, 2, TEXT, {EMPTY, NUMBER}, sel_call_selected_at},
    {"sqrt", 1, 1, NUMBER, {NUMBER}, sel_call_sqrt},
    {"starts-with", 2, 2, BOOLEAN, {TEXT, TEXT}, sel_call_starts_with},
    {"string", 1, 1, TEXT, {TEXT}, sel_call_string},
    {"string-length", 1, 1, NUMBER, {TEXT}, sel_call_string_length},
    {"substr", 2, 3, TEXT, {TEXT, NUMBER, NUMBER}, sel_call_substr},
    {"substring-after", 2, 2, TEXT, {TEXT, TEXT}, sel_call_substring_after},
    {"substring-before", 2, 2, TEXT, {TEXT, TEXT}, sel_call_substring_before},
    {"sum", 1, 1, NUMBER, {NUMBER}, sel_call_sum},
    {"today", 0, 0, DATE, {EMPTY}, sel_call_today},
    {"translate", 3, 3, TEXT, {TEXT, TEXT, TEXT}, sel_call_translate},
    {"true", 0, 0, BOOLEAN, {EMPTY}, sel_call_true},
    {"weighted-checklist", 4, SEL_NONE, BOOLEAN, {EMPTY}, sel_call_weighted_checklist},
};

/* Left out on purpose: other documents, chance, places on a map, and what no questionnaire of
 * ours computes. */
static const struct {
    const char *name;
    const char *instead;
} refused[] = {
    {"acos", "a calculation outside the questionnaire"},
    {"area", "a decimal question for the area"},
    {"asin", "a calculation outside the questionnaire"},
    {"atan", "a calculation outside the questionnaire"},
    {"atan2", "a calculation outside the questionnaire"},
    {"base64-decode", "a text question"},
    {"ceiling", "-int(-${x}) for ${x} > 0, or round()"},
    {"cos", "a calculation outside the questionnaire"},
    {"current", "${name}"},
    {"decimal-time", "decimal-date-time()"},
    {"digest", "a text question"},
    {"distance", "a decimal question for the distance"},
    {"exp", "pow(2.718281828459045, ${x})"},
    {"exp10", "pow(10, ${x})"},
    {"extract-signed", "a text question"},
    {"floor", "int()"},
    {"format-date-time", "format-date()"},
    {"geofence", "a select_one question for the area"},
    {"id", "${name}"},
    {"indexed-repeat", "a question for each, or sum(${name}), count(${name}), join(', ', ${name})"},
    {"instance", "a choice list with a choice_filter"},
    {"itext", "jr:choice-name(${name}, '${name}')"},
    {"jr:itext", "jr:choice-name(${name}, '${name}')"},
    {"last", "count(${name})"},
    {"local-name", "${name}"},
    {"log", "a calculation outside the questionnaire"},
    {"log10", "a calculation outside the questionnaire"},
    {"name", "${name}"},
    {"pi", "3.141592653589793"},
    {"property", "a hidden question with a default"},
    {"pulldata", "a choice list with a choice_filter"},
    {"random", "a hidden question that is filled before"},
    {"randomize", "the parameter randomize=true of the question"},
    {"search", "a choice list with a choice_filter"},
    {"sin", "a calculation outside the questionnaire"},
    {"substring", "substr(), which counts from 0"},
    {"tan", "a calculation outside the questionnaire"},
    {"uuid", "a hidden question that is filled before"},
    {"version", "the column version of the settings"},
};

const sel_function *sel_function_find(sel_str name)
{
    size_t low = 0;
    size_t high = sizeof functions / sizeof functions[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = sel_str_compare(name, sel_str_of(functions[middle].name));
        if (order == 0)
            return &functions[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const char *sel_function_instead_of(sel_str name)
{
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (sel_str_is(name, refused[i].name))
            return refused[i].instead;
    return NULL;
}

sel_str sel_function_nearest(sel_str name)
{
    sel_nearest nearest = sel_nearest_start(name);
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
        sel_nearest_offer(&nearest, sel_str_of(functions[i].name));
    return nearest.name;
}
