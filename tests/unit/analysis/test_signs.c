#include "analysis/signs.h"

#include "check_suite.h"

static sel_sign signs[SEL_SIGNS_MOST];

/* Signs of a title as one text: codes as they are, names in brackets. */
static void check(const char *title, const char *wanted)
{
    char text[400] = "";
    size_t length = 0;
    uint32_t count = sel_signs_cut(sel_str_of(title), signs);
    for (uint32_t i = 0; i < count; i++)
        length += (size_t)snprintf(text + length, sizeof text - length,
                                   signs[i].code ? "%s%.*s" : "%s(%.*s)", i == 0 ? "" : " ",
                                   SEL_STR_ARG(signs[i].text));
    ck_assert_str_eq(text, wanted);
}

START_TEST(codes_have_digits_and_letters_or_five_digits)
{
    check("ITU project 9RAS17059 in the Pacific", "(ITU) 9RAS17059");
    check("Joint project 2017/DG1/JP/3692", "2017/DG1/JP/3692");
    check("Cyber4Dev: GI-14", "Cyber4Dev GI-14");
    check("Contract 300123 of 2019", "300123");
    check("Contract 3001 of 2019", "");
}
END_TEST

START_TEST(years_and_dates_are_no_codes)
{
    check("Strategy 2018-2021, from 01.06.2018, 2018/19", "");
}
END_TEST

START_TEST(acronyms_are_capitals_among_small_letters)
{
    check("Support to CERT Vanuatu (OCSC)", "(CERT) (OCSC)");
    check("SUPPORT TO CERT VANUATU", "");
    check("SUPPORT TO CERT VANUATU GI-14", "GI-14");
    check("EU CyberNet and CyberSouth", "(CyberNet) (CyberSouth)");
    check("ASEAN-Japan centre", "(ASEAN)");
}
END_TEST

/* In any script; letters that are not ASCII are part of their word. */
START_TEST(other_scripts_hold_signs_too)
{
    check("Поддержка CERT и проекта GI-14", "(CERT) GI-14");
    check("Appui au ÉCOWAS", "");
    check("中心 KISA 2017-AB-3 計畫", "(KISA) 2017-AB-3");
}
END_TEST

START_TEST(each_once_and_not_too_many)
{
    check("CERT, cert and CERT", "(CERT)");
    check("a1a a2a a3a a4a a5a a6a a7a a8a a9a b1b b2b b3b b4b b5b",
          "a1a a2a a3a a4a a5a a6a a7a a8a a9a b1b b2b b3b");
    check("", "");
    check("-/.", "");
}
END_TEST

START_TEST(case_does_not_tell_signs_apart)
{
    sel_sign other[SEL_SIGNS_MOST];
    ck_assert_uint_eq(sel_signs_cut(SEL_STR("gi-14 of x"), signs), 1);
    ck_assert_uint_eq(sel_signs_cut(SEL_STR("GI-14"), other), 1);
    ck_assert(sel_signs_equal(&signs[0], &other[0]));
    ck_assert_uint_eq(sel_signs_cut(SEL_STR("GI-15"), other), 1);
    ck_assert(!sel_signs_equal(&signs[0], &other[0]));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {codes_have_digits_and_letters_or_five_digits,
                            years_and_dates_are_no_codes,
                            acronyms_are_capitals_among_small_letters,
                            other_scripts_hold_signs_too,
                            each_once_and_not_too_many,
                            case_does_not_tell_signs_apart,
                            NULL};
    return run_tests("signs", tests);
}
