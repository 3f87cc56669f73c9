#include "base/text.h"
#include "input/iati_reading.h"

/* Vocabularies 98 and 99 are the reporting organisation's own; the others are lists of sectors,
 * none of which has words about cyber. */
static bool is_own_vocabulary(sel_str vocabulary)
{
    return sel_str_is(vocabulary, "99") || sel_str_is(vocabulary, "98");
}

/* Distinct words of the theme so far. */
typedef struct theme {
    sel_str *texts;
    uint32_t count;
    uint32_t room;
} theme;

enum { THEME_MAX = 50 };

static void add_words(sel_iati_reading *in, theme *all, const sel_xml_element *element)
{
    sel_str text = sel_iati_text(in, element);
    if (text.len == 0 || all->count == THEME_MAX)
        return;
    for (uint32_t i = 0; i < all->count; i++)
        if (sel_str_equal(all->texts[i], text))
            return;
    all->texts = sel_arena_one_more(in->arena, all->texts, all->count, &all->room, sizeof text);
    all->texts[all->count++] = text;
}

static void add_sectors(sel_iati_reading *in, theme *all, const sel_xml_element *within)
{
    for (const sel_xml_element *one = sel_xml_find(within->children, "sector"); one != NULL;
         one = sel_xml_find(one->next, "sector"))
        if (is_own_vocabulary(sel_iati_sector_vocabulary(one)))
            add_words(in, all, one);
}

static void add_tags(sel_iati_reading *in, theme *all)
{
    for (const sel_xml_element *one = sel_iati_find(in, "tag"); one != NULL;
         one = sel_xml_find(one->next, "tag"))
        add_words(in, all, one);
}

/* Only the publisher's own markers have words; significance 0 says that it is not about them. */
static void add_markers(sel_iati_reading *in, theme *all)
{
    for (const sel_xml_element *one = sel_iati_find(in, "policy-marker"); one != NULL;
         one = sel_xml_find(one->next, "policy-marker"))
        if (is_own_vocabulary(sel_iati_sector_vocabulary(one)) &&
            !sel_str_is(sel_xml_value(one, "significance"), "0"))
            add_words(in, all, one);
}

void sel_iati_theme(sel_iati_reading *in)
{
    theme all = {0};
    add_sectors(in, &all, in->activity);
    add_tags(in, &all);
    add_markers(in, &all);
    for (uint32_t i = 0; i < in->transaction_count; i++)
        add_sectors(in, &all, in->transactions[i].element);
    sel_text joined = {.arena = in->arena};
    for (uint32_t i = 0; i < all.count; i++) {
        if (i > 0)
            sel_text_add(&joined, SEL_STR("; "));
        sel_text_add(&joined, all.texts[i]);
    }
    in->record.theme = sel_text_str(&joined);
}
