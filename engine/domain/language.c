#include "domain/language.h"

static const struct {
    const char *code;
    const char *name;
} languages[] = {
#define X(id, code, name) [id] = {code, name},
    SEL_LANGUAGE_LIST(X)
#undef X
};

const char *sel_language_code(sel_language language)
{
    return languages[language].code;
}

const char *sel_language_name(sel_language language)
{
    return languages[language].name;
}

bool sel_language_right_to_left(sel_language language)
{
    return language == SEL_AR;
}

bool sel_language_find(sel_str code, sel_language *language)
{
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        if (sel_str_equal_ascii(code, sel_str_of(languages[i].code))) {
            *language = (sel_language)i;
            return true;
        }
    return false;
}

sel_str sel_names_in(const sel_names *names, sel_language language)
{
    return names->in[language].len > 0 ? names->in[language] : names->in[SEL_EN];
}
