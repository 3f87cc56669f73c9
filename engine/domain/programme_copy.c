#include "domain/programme_copy.h"

enum { TEXTS_MOST = 5 };

/* Texts of a struct by their offsets. */
typedef struct texts {
    size_t offsets[TEXTS_MOST];
    uint32_t count;
} texts;

enum { OF_ONE = 0 };

/* A list of a record. */
typedef struct list {
    size_t pointer;
    size_t count; /* or OF_ONE: the pointer is to the only element or NULL */
    size_t size;  /* of an element */
    texts texts;  /* of an element */
} list;

static const size_t record_texts[] = {
    offsetof(sel_programme, register_name), offsetof(sel_programme, id),
    offsetof(sel_programme, title),         offsetof(sel_programme, description),
    offsetof(sel_programme, theme),         offsetof(sel_programme, language),
    offsetof(sel_programme, note),          offsetof(sel_programme, source_url),
    offsetof(sel_programme, money.raw),     offsetof(sel_programme, coordination),
    offsetof(sel_programme, request),       offsetof(sel_programme, disclosure),
};

static const list record_lists[] = {
    {offsetof(sel_programme, parties),
     offsetof(sel_programme, party_count),
     sizeof(sel_party),
     {{offsetof(sel_party, name), offsetof(sel_party, ref), offsetof(sel_party, activity_id)}, 3}},
    {offsetof(sel_programme, recipients),
     offsetof(sel_programme, recipient_count),
     sizeof(sel_recipient_share),
     {{offsetof(sel_recipient_share, code)}, 1}},
    {offsetof(sel_programme, capabilities),
     offsetof(sel_programme, capability_count),
     sizeof(sel_capability_share),
     {{offsetof(sel_capability_share, code), offsetof(sel_capability_share, evidence),
       offsetof(sel_capability_share, field)},
      3}},
    {offsetof(sel_programme, joints),
     offsetof(sel_programme, joint_count),
     sizeof(sel_joint_share),
     {{offsetof(sel_joint_share, recipient), offsetof(sel_joint_share, capability)}, 2}},
    {offsetof(sel_programme, sectors),
     offsetof(sel_programme, sector_count),
     sizeof(sel_sector_share),
     {{offsetof(sel_sector_share, vocabulary), offsetof(sel_sector_share, code),
       offsetof(sel_sector_share, name)},
      3}},
    {offsetof(sel_programme, links),
     offsetof(sel_programme, link_count),
     sizeof(sel_programme_link),
     {{offsetof(sel_programme_link, other)}, 1}},
    {offsetof(sel_programme, account),
     OF_ONE,
     sizeof(sel_account),
     {{offsetof(sel_account, document)}, 1}},
    {offsetof(sel_programme, fields),
     offsetof(sel_programme, field_count),
     sizeof(sel_field_place),
     {{offsetof(sel_field_place, raw)}, 1}},
};

static size_t copy_text(void *at, sel_arena *arena)
{
    sel_str text;
    memcpy(&text, at, sizeof text);
    if (text.ptr == NULL)
        return 0;
    text = sel_str_copy(arena, text);
    memcpy(at, &text, sizeof text);
    return text.len + 1;
}

static size_t copy_list(const list *of, sel_arena *arena, sel_programme *to)
{
    const void *from = NULL;
    uint32_t count = 0;
    memcpy(&from, (const char *)to + of->pointer, sizeof from);
    if (of->count == OF_ONE)
        count = from != NULL;
    else
        memcpy(&count, (const char *)to + of->count, sizeof count);
    if (count == 0)
        return 0;
    char *elements = sel_arena_array(arena, count, of->size);
    size_t bytes = count * of->size;
    memcpy(elements, from, bytes);
    for (uint32_t e = 0; e < count; e++)
        for (uint32_t t = 0; t < of->texts.count; t++)
            bytes += copy_text(elements + e * of->size + of->texts.offsets[t], arena);
    const void *copied = elements;
    memcpy((char *)to + of->pointer, &copied, sizeof copied);
    return bytes;
}

size_t sel_programme_copy(const sel_programme *from, sel_arena *arena, sel_programme *to)
{
    size_t bytes = 0;
    *to = *from;
    for (size_t i = 0; i < sizeof record_texts / sizeof record_texts[0]; i++)
        bytes += copy_text((char *)to + record_texts[i], arena);
    for (size_t i = 0; i < sizeof record_lists / sizeof record_lists[0]; i++)
        bytes += copy_list(&record_lists[i], arena, to);
    return bytes;
}
