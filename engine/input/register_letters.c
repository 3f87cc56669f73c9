#include "input/register_letters.h"

sel_status sel_register_letters(sel_bytes *bytes, const char *given, const sel_reference *reference,
                                sel_encoding *encoding, sel_error *err)
{
    sel_index *words = sel_index_create();
    const sel_geography *geography = &reference->geography;
    for (uint32_t i = 0; i < geography->count; i++)
        for (int l = 0; l < SEL_LANGUAGE_COUNT; l++)
            sel_encoding_add_words(words, geography->recipients[i].names.in[l]);
    for (uint32_t i = 0; i < reference->label_count; i++)
        for (int l = 0; l < SEL_LANGUAGE_COUNT; l++)
            sel_encoding_add_words(words, reference->labels[i].names.in[l]);
    sel_status status = sel_encoding_settle(bytes, given, words, encoding, err);
    sel_index_destroy(words);
    return status;
}
