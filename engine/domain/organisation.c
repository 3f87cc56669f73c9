#include "domain/organisation.h"

#include "base/fold.h"

static const char *const codes[] = {
#define X(id, code) [id] = (code),
    SEL_STAKEHOLDER_LIST(X)
#undef X
};

const char *sel_stakeholder_code(sel_stakeholder group)
{
    return codes[group];
}

sel_stakeholder sel_stakeholder_find(sel_str code)
{
    for (int i = 1; i < SEL_STAKEHOLDER_COUNT; i++)
        if (sel_str_is(code, codes[i]))
            return (sel_stakeholder)i;
    return SEL_STAKEHOLDER_UNKNOWN;
}

bool sel_stakeholder_is_non_state(sel_stakeholder group)
{
    return group >= SEL_STAKEHOLDER_PRIVATE_CI;
}

static const sel_organisation *owner_of(const sel_organisations *organisations, const char *kind,
                                        sel_str text, sel_arena *scratch)
{
    sel_str key = sel_str_printf(scratch, "%s:%.*s", kind, SEL_STR_ARG(text));
    uint32_t number = sel_index_find(organisations->keys, key);
    return number == SEL_NONE ? NULL : &organisations->list[organisations->key_owners[number]];
}

const sel_organisation *sel_organisations_find_folded(const sel_organisations *organisations,
                                                      sel_str folded)
{
    if (folded.len == 0)
        return NULL;
    sel_arena *scratch = sel_arena_create();
    const sel_organisation *found = owner_of(organisations, "name", folded, scratch);
    sel_arena_destroy(scratch);
    return found;
}

static const sel_organisation *find_ref(const sel_organisations *organisations, sel_str ref,
                                        sel_arena *scratch)
{
    sel_str clean = sel_organisation_ref(scratch, ref);
    return clean.len == 0 ? NULL : owner_of(organisations, "ref", clean, scratch);
}

static const sel_organisation *find_name(const sel_organisations *organisations, sel_str name,
                                         sel_arena *scratch)
{
    sel_str folded = sel_fold(scratch, name);
    return folded.len == 0 ? NULL : owner_of(organisations, "name", folded, scratch);
}

const sel_organisation *sel_organisations_find(const sel_organisations *organisations, sel_str ref,
                                               sel_str name)
{
    sel_arena *scratch = sel_arena_create();
    const sel_organisation *found = find_ref(organisations, ref, scratch);
    if (found == NULL)
        found = find_name(organisations, name, scratch);
    sel_arena_destroy(scratch);
    return found;
}

bool sel_organisations_contradict(const sel_organisations *organisations, sel_str ref, sel_str name)
{
    if (ref.len == 0 || name.len == 0)
        return false;
    sel_arena *scratch = sel_arena_create();
    const sel_organisation *meant = find_ref(organisations, ref, scratch);
    const sel_organisation *named = meant == NULL ? NULL : find_name(organisations, name, scratch);
    sel_arena_destroy(scratch);
    return meant != NULL && named != NULL && !sel_str_equal(meant->belongs_to, named->belongs_to);
}

bool sel_organisations_is_placeholder(const sel_organisations *organisations, sel_str folded,
                                      sel_stakeholder *group)
{
    uint32_t number = organisations->placeholders == NULL
                          ? SEL_NONE
                          : sel_index_find(organisations->placeholders, folded);
    if (number != SEL_NONE && group != NULL)
        *group = (sel_stakeholder)organisations->placeholder_groups[number];
    return number != SEL_NONE;
}

/* --- identifiers --- */

enum { CHANNEL_DIGITS = 5, REF_MAX = 200 };

/* DAC channel codes that end in 000 are headings, but for two that are also organisations: the
 * International Monetary Fund and the World Bank Group (OECD, "Channel codes", 2024). */
static bool is_heading(sel_str channel)
{
    return sel_str_is(sel_str_part(channel, 2, 3), "000") && !sel_str_is(channel, "43000") &&
           !sel_str_is(channel, "44000");
}

static bool is_channel(sel_str text)
{
    if (text.len != CHANNEL_DIGITS)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!sel_ascii_is_digit(text.ptr[i]))
            return false;
    return true;
}

/* Capitals without blanks and no-break spaces. */
static sel_str tidy_ref(sel_arena *arena, sel_str ref)
{
    char *text = sel_arena_copy(arena, ref.ptr, ref.len);
    size_t length = 0;
    for (size_t i = 0; i < ref.len; i++) {
        if (ref.ptr[i] == ' ' || ref.ptr[i] == '\t' || ref.ptr[i] == '\r' || ref.ptr[i] == '\n')
            continue;
        if (sel_str_starts(sel_str_part(ref, i, 2), SEL_STR("\xC2\xA0"))) {
            i += 1;
            continue;
        }
        char c = ref.ptr[i];
        text[length++] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    text[length] = '\0';
    return (sel_str){text, length};
}

/* A registration agency of two capitals or more, a dash and something: "GB-COH-…", "XM-DAC-7",
 * and the donor codes of before ("AU-5"). */
static bool is_well_formed(sel_str ref)
{
    size_t dash = sel_str_find(ref, SEL_STR("-"));
    if (dash < 2 || dash > 3 || dash + 1 >= ref.len)
        return false;
    bool any_digit_or_letter = false;
    for (size_t i = 0; i < ref.len; i++) {
        unsigned char c = (unsigned char)ref.ptr[i];
        if (c < 0x21 || c > 0x7E || (i < dash && !sel_ascii_is_letter((char)c)))
            return false;
        any_digit_or_letter |=
            i > dash && (sel_ascii_is_digit((char)c) || sel_ascii_is_letter((char)c));
    }
    return any_digit_or_letter;
}

sel_str sel_organisation_ref(sel_arena *arena, sel_str ref)
{
    static const sel_str channels = {"XM-DAC-", 7};
    ref = sel_str_trim(ref);
    if (ref.len == 0 || ref.len > REF_MAX)
        return (sel_str){0};
    sel_str clean = tidy_ref(arena, ref);
    if (is_channel(clean))
        clean = sel_str_printf(arena, "%s%.*s", channels.ptr, SEL_STR_ARG(clean));
    else if (sel_str_starts(clean, SEL_STR("DAC-")))
        clean = sel_str_printf(arena, "XM-%.*s", SEL_STR_ARG(clean));
    sel_str code = sel_str_part(clean, channels.len, clean.len);
    if (!is_well_formed(clean) ||
        (sel_str_starts(clean, channels) && is_channel(code) && is_heading(code)))
        return (sel_str){0};
    return clean;
}
