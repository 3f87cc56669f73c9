/** language.h - the languages that texts for users exist in. */
#ifndef SEL_DOMAIN_LANGUAGE_H
#define SEL_DOMAIN_LANGUAGE_H

#include "base/str.h"

/* English first: it is what every other language falls back on. The names are those of the label
 * columns of the questionnaires: "label::Français (fr)". */
#define SEL_LANGUAGE_LIST(X)                                                                       \
    X(SEL_EN, "en", "English")                                                                     \
    X(SEL_FR, "fr", "Français")                                                                    \
    X(SEL_ES, "es", "Español")                                                                     \
    X(SEL_AR, "ar", "العربية")                                                                     \
    X(SEL_ZH, "zh", "中文")                                                                        \
    X(SEL_RU, "ru", "Русский")                                                                     \
    X(SEL_ID, "id", "Bahasa Indonesia")

typedef enum sel_language {
#define X(id, code, name) id,
    SEL_LANGUAGE_LIST(X)
#undef X
        SEL_LANGUAGE_COUNT
} sel_language;

/** Texts of one thing by sel_language; empty where there is no translation. */
typedef struct sel_names {
    sel_str in[SEL_LANGUAGE_COUNT];
} sel_names;

/** Two-letter code of a language. */
const char *sel_language_code(sel_language language);

/** Name of a language in itself. */
const char *sel_language_name(sel_language language);

/** Whether lines of the language begin on the right. */
bool sel_language_right_to_left(sel_language language);

/** Language of a code ("fr", "FR"); false when there is none. */
bool sel_language_find(sel_str code, sel_language *language);

/** The text in language, else in English. */
sel_str sel_names_in(const sel_names *names, sel_language language);

#endif
