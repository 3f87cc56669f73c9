#include "analysis/tongue.h"

#include "base/fold.h"

#include "check_suite.h"

START_TEST(letters_and_small_words_tell)
{
    static const struct {
        const char *text;
        sel_tongue tongue;
    } cases[] = {
        {"", SEL_TONGUE_UNKNOWN},
        {"2017", SEL_TONGUE_UNKNOWN},
        {"CyberSouth", SEL_TONGUE_LATIN},
        {"Cooperation on cybercrime in the region", SEL_TONGUE_ENGLISH},
        {"Renforcement des capacités du CERT", SEL_TONGUE_FRENCH},
        {"Fortalecimiento del CSIRT y las instituciones", SEL_TONGUE_SPANISH},
        {"Fortalecimento das instituições em Angola", SEL_TONGUE_PORTUGUESE},
        {"Pelatihan keamanan siber untuk pegawai", SEL_TONGUE_INDONESIAN},
        {"Support to el Salvador", SEL_TONGUE_LATIN}, /* one word each: not told */
        {"Кибербезопасность CERT", SEL_TONGUE_CYRILLIC},
        {"الأمن السيبراني", SEL_TONGUE_ARABIC},
        {"網路安全能力建設", SEL_TONGUE_CHINESE},
        {"サイバー能力構築研修", SEL_TONGUE_JAPANESE},
        {"사이버 보안 역량", SEL_TONGUE_KOREAN},
    };
    sel_arena *arena = sel_arena_create();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(sel_tongue_of(sel_fold(arena, sel_str_of(cases[i].text))) == cases[i].tongue,
                      "%s", cases[i].text);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {letters_and_small_words_tell, NULL};
    return run_tests("tongue", tests);
}
