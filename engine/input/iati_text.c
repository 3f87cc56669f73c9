#include "base/text.h"
#include "input/iati_reading.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Text with single blanks; text itself when it has no others. */
static sel_str single_blanks(sel_arena *arena, sel_str text)
{
    bool clean = true;
    for (size_t i = 0; i < text.len && clean; i++)
        clean = !is_blank(text.ptr[i]) ||
                (text.ptr[i] == ' ' && (i + 1 == text.len || !is_blank(text.ptr[i + 1])));
    if (clean)
        return text;
    char *copy = sel_arena_copy(arena, text.ptr, text.len);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        if (!is_blank(text.ptr[i]))
            copy[n++] = text.ptr[i];
        else if (n > 0 && copy[n - 1] != ' ')
            copy[n++] = ' ';
    copy[n] = '\0';
    return (sel_str){copy, n};
}

/* "en-GB" and "EN" are one language. */
static bool same_language(sel_str a, sel_str b)
{
    a = sel_str_part(a, 0, sel_str_find(a, SEL_STR("-")));
    b = sel_str_part(b, 0, sel_str_find(b, SEL_STR("-")));
    return sel_str_equal_ascii(a, b);
}

/* The best text so far. */
typedef struct choice {
    sel_str text;
    sel_str language;
    int fit; /* 3: the activity's language, 2: English, 1: any, 0: none yet */
} choice;

static void offer(const sel_iati_reading *in, choice *best, sel_str text, sel_str language)
{
    int fit = same_language(language, in->language)    ? 3
              : same_language(language, SEL_STR("en")) ? 2
                                                       : 1;
    if (text.len > 0 && fit > best->fit)
        *best = (choice){text, language, fit};
}

static sel_str language_of(const sel_xml_element *element, sel_str otherwise)
{
    sel_str own = sel_xml_value(element, "xml:lang");
    return own.len > 0 ? own : otherwise;
}

static void offer_element(const sel_iati_reading *in, choice *best, const sel_xml_element *element)
{
    sel_str language = language_of(element, in->language);
    offer(in, best, element->text, language);
    for (const sel_xml_element *one = sel_xml_find(element->children, "narrative"); one != NULL;
         one = sel_xml_find(one->next, "narrative"))
        offer(in, best, one->text, language_of(one, language));
}

sel_str sel_iati_text(const sel_iati_reading *in, const sel_xml_element *element)
{
    choice best = {0};
    offer_element(in, &best, element);
    return single_blanks(in->arena, best.text);
}

int sel_iati_fit(const sel_iati_reading *in, const sel_xml_element *element)
{
    choice best = {0};
    offer_element(in, &best, element);
    return best.fit;
}

/* Publishers write "EN" and "en". */
static sel_str lower_case(sel_arena *arena, sel_str tag)
{
    char *copy = sel_arena_copy(arena, tag.ptr, tag.len);
    for (size_t i = 0; i < tag.len; i++)
        copy[i] = sel_ascii_lower(copy[i]);
    return (sel_str){copy, tag.len};
}

static void read_title(sel_iati_reading *in)
{
    choice best = {0};
    const sel_xml_element *first = sel_iati_find(in, "title");
    for (const sel_xml_element *one = first; one != NULL; one = sel_xml_find(one->next, "title"))
        offer_element(in, &best, one);
    in->record.title = single_blanks(in->arena, best.text);
    in->record.language =
        lower_case(in->arena, in->language.len > 0 ? in->language : best.language);
    if (best.fit == 0)
        sel_iati_missing(in, "W_TITLE_MISSING", "title");
}

/* IATI DescriptionType 1 to 4, 1 when it is not said; 0 for anything else. */
static unsigned description_type(const sel_xml_element *description)
{
    sel_str type = sel_xml_value(description, "type");
    if (type.len == 0)
        return 1;
    bool listed = type.len == 1 && type.ptr[0] >= '1' && type.ptr[0] <= '4';
    return listed ? (unsigned)(type.ptr[0] - '0') : 0;
}

/* All descriptions, whatever their type: objectives and target groups are for tagging too. Of
 * several of one type in different languages, one element each, the best language is taken. */
static void read_descriptions(sel_iati_reading *in)
{
    int best[5] = {0};
    sel_text all = {.arena = in->arena};
    const sel_xml_element *first = sel_iati_find(in, "description");
    for (const sel_xml_element *one = first; one != NULL;
         one = sel_xml_find(one->next, "description")) {
        int fit = sel_iati_fit(in, one);
        int *of_type = &best[description_type(one)];
        *of_type = fit > *of_type ? fit : *of_type;
        if (fit == 0)
            sel_iati_issue(in, "N_TEXT_EMPTY", one, (sel_str){0});
    }
    for (const sel_xml_element *one = first; one != NULL;
         one = sel_xml_find(one->next, "description")) {
        sel_str text = sel_iati_text(in, one);
        if (text.len == 0 || sel_iati_fit(in, one) < best[description_type(one)])
            continue;
        if (all.len > 0)
            sel_text_add_char(&all, '\n');
        sel_text_add(&all, text);
    }
    in->record.description = sel_text_str(&all);
}

void sel_iati_texts(sel_iati_reading *in)
{
    read_title(in);
    read_descriptions(in);
}
