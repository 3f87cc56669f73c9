/** column_keys_parts.h - the keys behind column_keys.h: what they are made of. Private to its two
 * files: column_keys_make.c makes keys of a questionnaire, column_keys.c finds headers among them.
 */
#ifndef SEL_INPUT_COLUMN_KEYS_PARTS_H
#define SEL_INPUT_COLUMN_KEYS_PARTS_H

#include "input/column_keys.h"

/** Kinds of keys; the first byte of a key. Labels have one kind per language. */
enum {
    SEL_KEY_PATH = '1',
    SEL_KEY_NAME = '2',
    SEL_KEY_FOLDED = '3',
    SEL_KEY_SQUEEZED = '4',
    SEL_KEY_LABEL = 'A',
    SEL_KEY_GROUPED = 'a'
};

/** Longer headers and labels are not looked up; a label may be cut short in its header. */
enum { SEL_KEY_HEADER_MAX = 1024, SEL_KEY_LABEL_MAX = 4 * SEL_KEY_HEADER_MAX };

/** The targets of one key, in order of the definition. */
typedef struct sel_key_targets {
    uint32_t first;
    uint32_t last;
} sel_key_targets;

struct sel_column_keys {
    const sel_questionnaire *questionnaire;
    sel_index *index;
    sel_key_targets *of_key;
    uint32_t key_count;
    uint32_t key_room;
    size_t longest; /**< text of a key */
    sel_column_target *targets;
    uint32_t target_count;
    uint32_t target_room;
    bool labelled; /**< labels are among the keys: they are added when a name does not do */
    sel_arena *arena;
    sel_arena *scratch;
    const sel_group *group; /**< of the latest item; its folded labels with those around it */
    sel_str group_labels[SEL_LANGUAGE_COUNT];
    sel_arena *group_arena;
};

/** A key of a kind and a text, in arena. */
sel_str sel_key_of(sel_arena *arena, int kind, sel_str text);

/** Small letters and digits only, as tools write names that may hold nothing else; brackets stay.
 *  Nothing of a text with other letters: what is left of a sentence could be somebody's name. */
sel_str sel_key_squeeze(sel_arena *arena, sel_str text);

/** Add the names of an item, of its choices and places. */
void sel_keys_add_item(sel_column_keys *keys, uint32_t item);

/** Add all labels, once: in seven languages they take much longer to prepare than names. */
void sel_keys_need_labels(sel_column_keys *keys);

#endif
