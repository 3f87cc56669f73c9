/* One change at a time between two versions of a small form, and what it does to answers. */
#include "domain/questionnaire_diff.h"

#include "base/text.h"

#include "definition_form.h"

#define SETTINGS "settings\n,form_id,version\n,f,1\n"
#define HEADER                                                                                     \
    "survey\n,type,name,label::en,label::fr,parameters,relevant,selaras_aspect,"                   \
    "selaras_capability\n"
#define CHOICES                                                                                    \
    "choices\n,list_name,name,label::en,label::fr\n,l,no,Not at all,Non\n,l,some,Somewhat,Peu\n"   \
    ",l,full,Fully,Tout\n"
#define LEVEL ",select_one l,level,How far?,,,,now,D1.2\n"

typedef struct compared {
    sel_arena *arena;
    sel_questionnaire before;
    sel_questionnaire after;
    sel_questionnaire_diff diff;
} compared;

static compared compare(const char *before, const char *after)
{
    compared c = {.arena = sel_arena_create()};
    c.before = sound_form(before, c.arena);
    c.after = sound_form(after, c.arena);
    c.diff = sel_questionnaire_compare(&c.before, &c.after, c.arena);
    return c;
}

static void forget(compared *c)
{
    sel_questionnaire_close(&c->before);
    sel_questionnaire_close(&c->after);
    sel_arena_destroy(c->arena);
}

/* The questions differ in one way only, or (kind SEL_CHANGE_COUNT) not at all. */
static void expect_one(const char *before, const char *after, sel_change_kind kind,
                       sel_comparability verdict, const char *from, const char *to)
{
    compared c = compare(before, after);
    const char *name = kind < SEL_CHANGE_COUNT ? sel_change_name(kind) : "the same";
    ck_assert_msg(c.diff.change_count == (kind < SEL_CHANGE_COUNT), "%s: %d changes, first %s",
                  name, (int)c.diff.change_count,
                  c.diff.change_count > 0 ? sel_change_name(c.diff.changes[0].kind) : "-");
    if (kind < SEL_CHANGE_COUNT) {
        ck_assert_str_eq(sel_change_name(c.diff.changes[0].kind), name);
        expect_slice(c.diff.changes[0].from, from);
        expect_slice(c.diff.changes[0].to, to);
        ck_assert_int_eq(c.diff.questions[c.diff.changes[0].question].comparability, verdict);
    }
    ck_assert_uint_eq(c.diff.counts[verdict], 1);
    forget(&c);
}

START_TEST(one_change_at_a_time)
{
    static const struct {
        const char *before;
        const char *after;
        sel_change_kind kind;
        sel_comparability verdict;
        const char *from;
        const char *to;
    } rows[] = {
        {LEVEL, LEVEL, SEL_CHANGE_COUNT, SEL_COMPARABLE, "", ""},
        {LEVEL, ",select_one l,level,HOW far ?,,,,now,D1.2\n", SEL_CHANGE_COUNT, SEL_COMPARABLE, "",
         ""},
        {LEVEL, ",select_one l,stage,How far?,,,,now,D1.2\n", SEL_CHANGE_RENAMED, SEL_MAPPED,
         "level", "stage"},
        {LEVEL, ",select_one l,level,How deep?,,,,now,D1.2\n", SEL_CHANGE_REWORDED, SEL_MAPPED,
         "How far?", "How deep?"},
        {LEVEL, ",select_multiple l,level,How far?,,,,now,D1.2\n", SEL_CHANGE_TYPE, SEL_BROKEN,
         "select_one", "select_multiple"},
        {LEVEL, ",select_one l,level,How far?,,,,wanted,D1.2\n", SEL_CHANGE_MEANING, SEL_BROKEN,
         "now D1.2", "wanted D1.2"},
        {LEVEL, ",select_one l,level,How far?,,,1 = 1,now,D1.2\n", SEL_CHANGE_RELEVANT, SEL_MAPPED,
         "", "1 = 1"},
        {",integer,n,N,,,,,\n", ",decimal,n,N,,,,,\n", SEL_CHANGE_WIDENED, SEL_MAPPED, "integer",
         "decimal"},
        {",decimal,n,N,,,,,\n", ",integer,n,N,,,,,\n", SEL_CHANGE_TYPE, SEL_BROKEN, "decimal",
         "integer"},
        {",range,n,N,,start=1 end=5,,,\n", ",range,n,N,,start=1 end=10,,,\n", SEL_CHANGE_SCALE,
         SEL_BROKEN, "1-5", "1-10"},
        {",text,t,T,,,,,\n", ",begin_group,g,G,,,,,\n,text,t,T,,,,,\n,end_group,,,,,,,\n",
         SEL_CHANGE_MOVED, SEL_MAPPED, "t", "g/t"},
        {",text,t,T,,,,,\n", ",begin_repeat,g,G,,,,,\n,text,t,T,,,,,\n,end_repeat,,,,,,,\n",
         SEL_CHANGE_REPEAT, SEL_BROKEN, "", "g"},
        {",text,t,T,,,,,\n,note,x,X,,,,,\n", ",note,y,Y,,,,,\n,text,t,T,,,,,\n", SEL_CHANGE_COUNT,
         SEL_COMPARABLE, "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char before[1024];
        char after[1024];
        snprintf(before, sizeof before, HEADER "%s" CHOICES SETTINGS, rows[i].before);
        snprintf(after, sizeof after, HEADER "%s" CHOICES SETTINGS, rows[i].after);
        expect_one(before, after, rows[i].kind, rows[i].verdict, rows[i].from, rows[i].to);
    }
}
END_TEST

START_TEST(one_change_of_a_choice)
{
    static const struct {
        const char *choices;
        sel_change_kind kind;
        sel_comparability verdict;
        const char *from;
        const char *to;
    } rows[] = {
        {",l,full,Fully,Tout\n,l,no,Not at all,Non\n,l,some,Somewhat,Peu\n", SEL_CHANGE_COUNT,
         SEL_COMPARABLE, "", ""},
        {",l,no,Not at all,Non\n,l,some,Somewhat,Un peu\n,l,full,Fully,Tout\n", SEL_CHANGE_COUNT,
         SEL_COMPARABLE, "", ""},
        {",l,no,Not at all,Non\n,l,bit,Somewhat,Peu\n,l,full,Fully,Tout\n",
         SEL_CHANGE_CHOICE_RENAMED, SEL_MAPPED, "some", "bit"},
        {",l,no,Not at all,Non\n,l,some,Somewhat,Peu\n,l,full,Fully,Tout\n,l,dk,Unknown,?\n",
         SEL_CHANGE_CHOICE_ADDED, SEL_MAPPED, "", "dk"},
        {",l,no,Not at all,Non\n,l,full,Fully,Tout\n", SEL_CHANGE_CHOICE_REMOVED, SEL_BROKEN,
         "some", ""},
        {",l,no,Not at all,Non\n,l,some,Mostly,Peu\n,l,full,Fully,Tout\n",
         SEL_CHANGE_CHOICE_MEANING, SEL_BROKEN, "Somewhat", "Mostly"},
        {",l,no,Not at all,Non\n,l,some,,Beaucoup\n,l,full,Fully,Tout\n", SEL_CHANGE_CHOICE_MEANING,
         SEL_BROKEN, "Peu", "Beaucoup"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char after[1024];
        snprintf(after, sizeof after,
                 HEADER LEVEL "choices\n,list_name,name,label::en,label::fr\n%s" SETTINGS,
                 rows[i].choices);
        expect_one(HEADER LEVEL CHOICES SETTINGS, after, rows[i].kind, rows[i].verdict,
                   rows[i].from, rows[i].to);
    }
}
END_TEST

/* Codes that change places look like two renamed choices, but each keeps its code. */
START_TEST(exchanged_codes_are_broken)
{
    compared c = compare(HEADER LEVEL CHOICES SETTINGS,
                         HEADER LEVEL "choices\n,list_name,name,label::en,label::fr\n"
                                      ",l,full,Not at all,Non\n,l,some,Somewhat,Peu\n"
                                      ",l,no,Fully,Tout\n" SETTINGS);
    ck_assert_uint_eq(c.diff.change_count, 2);
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(c.diff.changes[i].kind, SEL_CHANGE_CHOICE_MEANING);
    ck_assert_uint_eq(c.diff.counts[SEL_BROKEN], 1);
    forget(&c);
}
END_TEST

/* Two new choices of one wording: neither is the new name of the old one; nor is one new choice
 * that of two old ones. */
START_TEST(choices_of_one_wording_are_no_new_name)
{
#define LISTED "choices\n,list_name,name,label::en,label::fr\n,l,no,Not at all,Non\n"
    static const char one[] = HEADER LEVEL LISTED ",l,some,Somewhat,Peu\n" SETTINGS;
    static const char two[] = HEADER LEVEL LISTED ",l,a,Somewhat,Peu\n,l,b,Somewhat,Peu\n" SETTINGS;
    compared c = compare(one, two);
    ck_assert_uint_eq(c.diff.change_count, 3);
    ck_assert_int_eq(c.diff.changes[0].kind, SEL_CHANGE_CHOICE_REMOVED);
    ck_assert_int_eq(c.diff.changes[1].kind, SEL_CHANGE_CHOICE_ADDED);
    ck_assert_int_eq(c.diff.changes[2].kind, SEL_CHANGE_CHOICE_ADDED);
    forget(&c);
    c = compare(two, one);
    ck_assert_uint_eq(c.diff.change_count, 3);
    ck_assert_int_eq(c.diff.changes[0].kind, SEL_CHANGE_CHOICE_REMOVED);
    ck_assert_int_eq(c.diff.changes[1].kind, SEL_CHANGE_CHOICE_REMOVED);
    ck_assert_int_eq(c.diff.changes[2].kind, SEL_CHANGE_CHOICE_ADDED);
    forget(&c);
}
END_TEST

/* Every name of long lists is new: the comparison must not look at each with each. */
START_TEST(long_lists_of_new_names)
{
    enum { CHOICES_MANY = 20000 };
    sel_arena *arena = sel_arena_create();
    sel_text forms[2] = {{.arena = arena}, {.arena = arena}};
    for (int f = 0; f < 2; f++) {
        sel_text_add(&forms[f], SEL_STR(HEADER LEVEL ",select_one l,again,Again?,,,,,\n"
                                                     "choices\n,list_name,name,label::en\n"));
        for (int i = 0; i < CHOICES_MANY; i++)
            sel_text_printf(&forms[f], ",l,%c%d,Label %d\n", "ab"[f], i, i);
        sel_text_add(&forms[f], SEL_STR(SETTINGS));
    }
    compared c = compare(forms[0].bytes, forms[1].bytes);
    ck_assert_uint_eq(c.diff.change_count, 2 * CHOICES_MANY);
    for (uint32_t i = 0; i < c.diff.change_count; i++) {
        ck_assert_int_eq(c.diff.changes[i].kind, SEL_CHANGE_CHOICE_RENAMED);
        ck_assert_uint_eq(c.diff.changes[i].question, i / CHOICES_MANY);
    }
    forget(&c);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(two_candidates_are_no_new_name)
{
    compared c = compare(HEADER ",text,a,Why?,,,,,\n,text,b,Who?,,,,,\n" SETTINGS, HEADER
                         ",text,x,Why?,,,,,\n,text,y,Why?,,,,,\n,text,b,Who?,,,,,\n" SETTINGS);
    ck_assert_uint_eq(c.diff.question_count, 4);
    ck_assert_ptr_null(c.diff.questions[0].after);
    ck_assert_int_eq(c.diff.changes[0].kind, SEL_CHANGE_REMOVED);
    ck_assert_int_eq(c.diff.changes[1].kind, SEL_CHANGE_ADDED);
    expect_slice(c.diff.changes[2].to, "y");
    ck_assert_uint_eq(c.diff.counts[SEL_COMPARABLE], 1);
    ck_assert_uint_eq(c.diff.counts[SEL_BROKEN], 1);
    forget(&c);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {one_change_at_a_time,
                            one_change_of_a_choice,
                            exchanged_codes_are_broken,
                            choices_of_one_wording_are_no_new_name,
                            long_lists_of_new_names,
                            two_candidates_are_no_new_name,
                            NULL};
    return run_tests("questionnaire_diff", tests);
}
