#include "domain/taxonomy.h"

#include "shipped.h"

static shipped all;

static void expect_code(uint32_t number, const char *code)
{
    ck_assert_uint_ne(number, SEL_NONE);
    expect_slice(all.reference.taxonomy.capabilities[number].code, code);
}

START_TEST(codes_and_names_are_found)
{
    const sel_taxonomy *taxonomy = &all.reference.taxonomy;
    expect_code(sel_taxonomy_find(taxonomy, SEL_STR(" d1.2 ")), "D1.2");
    expect_code(sel_taxonomy_find(taxonomy, SEL_STR("incident RESPONSE")), "D1.2");
    expect_code(sel_taxonomy_find(taxonomy, SEL_STR("Reponse aux incidents")), "D1.2");
    expect_code(sel_taxonomy_find(taxonomy, SEL_STR("Respuesta a incidentes")), "D1.2");
    expect_code(sel_taxonomy_find(taxonomy, SEL_STR("penanganan insiden")), "D1.2");
    ck_assert_uint_eq(sel_taxonomy_find(taxonomy, SEL_STR("")), SEL_NONE);
    ck_assert_uint_eq(sel_taxonomy_find(taxonomy, SEL_STR("?")), SEL_NONE);
    ck_assert_uint_eq(sel_taxonomy_find(taxonomy, SEL_STR("D9.9")), SEL_NONE);
}
END_TEST

START_TEST(nearest_is_near)
{
    const sel_taxonomy *taxonomy = &all.reference.taxonomy;
    expect_code(sel_taxonomy_nearest(taxonomy, SEL_STR("Insident response")), "D1.2");
    expect_code(sel_taxonomy_nearest(taxonomy, SEL_STR("Points of contacts")), "X1");
    ck_assert_uint_eq(sel_taxonomy_nearest(taxonomy, SEL_STR("zzzzzzzzzzzz")), SEL_NONE);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {codes_and_names_are_found, nearest_is_near, NULL};
    int failed = run_tests("taxonomy", tests);
    shipped_close(&all);
    return failed;
}
