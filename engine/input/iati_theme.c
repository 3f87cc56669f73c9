#include "base/text.h"
#include "input/iati_reading.h"
#include "input/iati_share.h"

/* Vocabularies 98 and 99 are the reporting organisation's own; the others are codes of sectors,
 * none of which is about cyber. */
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
         one = sel_xml_find(one->next, "sector")) {
        if (is_own_vocabulary(sel_xml_value(one, "vocabulary")))
            add_words(in, all, one);
        if (sel_xml_value(one, "code").len == 0)
            sel_iati_issue(in, "W_SECTOR_CODE", one, (sel_str){0});
    }
}

static sel_str vocabulary_of(const sel_xml_element *sector)
{
    sel_str vocabulary = sel_xml_value(sector, "vocabulary");
    return vocabulary.len == 0 ? SEL_STR("1") : vocabulary;
}

/* Shares of sectors sum to 100 in each vocabulary on its own. */
static void check_sums(const sel_iati_reading *in)
{
    enum { VOCABULARIES = 16 };
    sel_iati_percentages sums[VOCABULARIES] = {0};
    sel_str names[VOCABULARIES];
    const sel_xml_element *first[VOCABULARIES];
    uint32_t count = 0;
    for (const sel_xml_element *one = sel_iati_find(in, "sector"); one != NULL;
         one = sel_xml_find(one->next, "sector")) {
        uint32_t i = 0;
        while (i < count && !sel_str_equal(names[i], vocabulary_of(one)))
            i++;
        if (i == VOCABULARIES)
            continue;
        if (i == count) {
            names[i] = vocabulary_of(one);
            first[i] = one;
            count += 1;
        }
        uint64_t ignored;
        sel_iati_percentage(in, one, &sums[i], &ignored);
    }
    for (uint32_t i = 0; i < count; i++)
        sel_iati_check_sum(in, first[i], &sums[i]);
}

void sel_iati_theme(sel_iati_reading *in)
{
    theme all = {0};
    add_sectors(in, &all, in->activity);
    check_sums(in);
    for (const sel_xml_element *one = sel_iati_find(in, "tag"); one != NULL;
         one = sel_xml_find(one->next, "tag"))
        add_words(in, &all, one);
    for (const sel_xml_element *one = sel_iati_find(in, "transaction"); one != NULL;
         one = sel_xml_find(one->next, "transaction"))
        add_sectors(in, &all, one);
    sel_text joined = {.arena = in->arena};
    for (uint32_t i = 0; i < all.count; i++) {
        if (i > 0)
            sel_text_add(&joined, SEL_STR("; "));
        sel_text_add(&joined, all.texts[i]);
    }
    in->record.theme = sel_text_str(&joined);
}
