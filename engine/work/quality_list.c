#include "work/quality_list.h"

#include "analysis/quality.h"
#include "base/hash.h"
#include "work/tell.h"

/* A submission with what the list says of it. */
typedef struct looked_at {
    sel_str recipient;
    sel_str agency;
    sel_str round;
    sel_str questionnaire;
    int64_t received;
    uint8_t *lines; /* SEL_SCALE_COUNT blocks of a line per capability */
    bool *requested;
    const char *content; /* fingerprint of its answers; NULL while there are none */
    uint32_t answers;
} looked_at;

typedef struct looking {
    const sel_context *context;
    sel_arena *arena;
    looked_at *list;
    uint32_t count;
    uint32_t room;
    sel_hash hash;     /* of the answers of the submission being read */
    looked_at *hashed; /* that submission, or NULL */
} looking;

static bool take_submission(void *to, const sel_stored_submission *stored)
{
    looking *l = to;
    uint32_t lines = l->context->reference.taxonomy.count;
    l->list = sel_arena_one_more(l->arena, l->list, l->count, &l->room, sizeof *l->list);
    l->list[l->count++] = (looked_at){
        .recipient = sel_str_copy(l->arena, stored->recipient),
        .agency = sel_str_copy(l->arena, stored->agency),
        .round = sel_str_copy(l->arena, stored->round),
        .questionnaire = sel_str_copy(l->arena, stored->questionnaire),
        .received = stored->received,
        .lines = sel_arena_array(l->arena, (size_t)lines * SEL_SCALE_COUNT, 1),
        .requested = sel_arena_array(l->arena, lines, sizeof(bool)),
    };
    return true;
}

/* Place of a choice among codes from 1; other answers are unsaid. */
static uint8_t line_of(const sel_answer *answer, const char *const *codes)
{
    if (answer->kind != SEL_ANSWER_VALUE)
        return SEL_LINE_UNSAID;
    if (answer->is_number)
        return answer->number >= 1 && answer->number <= 5 ? (uint8_t)answer->number
                                                          : SEL_LINE_UNSAID;
    for (uint8_t i = 0; codes[i] != NULL; i++)
        if (sel_str_is(answer->text, codes[i]))
            return (uint8_t)(i + 1);
    return SEL_LINE_UNSAID;
}

static bool is_request(sel_str aspect)
{
    return sel_str_starts(aspect, SEL_STR("request.")) &&
           sel_str_find(aspect, SEL_STR(".capability")) < aspect.len;
}

static void end_content(looking *l)
{
    char hex[SEL_HASH_ROOM];
    if (l->hashed == NULL)
        return;
    sel_hash_finish(&l->hash, hex);
    l->hashed->content = sel_arena_copy(l->arena, hex, strlen(hex));
}

/* Answers come submission by submission, in the order of the questions. */
static void add_content(looking *l, looked_at *of, const sel_stored_answer *stored)
{
    const sel_answer *answer = &stored->answer;
    if (sel_response_is_identity(stored->item))
        return;
    if (l->hashed != of) {
        end_content(l);
        sel_hash_start(&l->hash);
        l->hashed = of;
    }
    char head[32];
    snprintf(head, sizeof head, "|%d|%lld|", (int)answer->kind, (long long)answer->number);
    sel_hash_add(&l->hash, stored->item.ptr, stored->item.len);
    sel_hash_add(&l->hash, head, strlen(head));
    sel_hash_add(&l->hash, answer->text.ptr, answer->text.len);
    sel_hash_add(&l->hash, "", 1); /* no text has a NUL: here the next question begins */
    of->answers += 1;
}

static bool take_answer(void *to, const sel_stored_answer *stored)
{
    static const char *const codes[SEL_SCALE_COUNT][5] = {
        [SEL_SCALE_HELP] = {"none", "some", "much", NULL},
        [SEL_SCALE_IMPORTANCE] = {"low", "medium", "high", "vital", NULL}};
    looking *l = to;
    const sel_taxonomy *taxonomy = &l->context->reference.taxonomy;
    looked_at *of = &l->list[stored->submission];
    add_content(l, of, stored);
    bool request = is_request(stored->aspect) && stored->answer.kind == SEL_ANSWER_VALUE;
    sel_str code = request ? stored->answer.text : stored->capability;
    uint32_t capability = code.len == 0 ? SEL_NONE : sel_taxonomy_find(taxonomy, code);
    if (capability == SEL_NONE)
        return true;
    if (request)
        of->requested[capability] = true;
    for (int block = 0; block < SEL_SCALE_COUNT; block++)
        if (sel_str_is(stored->aspect, sel_quality_block_name((sel_quality_block)block)))
            of->lines[(uint32_t)block * taxonomy->count + capability] =
                line_of(&stored->answer, codes[block]);
    return true;
}

static bool same_respondent(const looked_at *a, const looked_at *b)
{
    return sel_str_equal(a->recipient, b->recipient) && sel_str_equal(a->agency, b->agency);
}

/* The submission of the same respondent and questionnaire that was received last before this one,
 * of two received at once the earlier listed. Submissions of a respondent stand together. */
static uint32_t previous_of(const looking *l, uint32_t number)
{
    const looked_at *of = &l->list[number];
    uint32_t found = SEL_NONE;
    uint32_t i = number;
    while (i > 0 && same_respondent(&l->list[i - 1], of))
        i--;
    for (; i < l->count && same_respondent(&l->list[i], of); i++) {
        const looked_at *other = &l->list[i];
        bool before =
            other->received < of->received || (other->received == of->received && i < number);
        if (before && sel_str_equal(other->questionnaire, of->questionnaire) &&
            (found == SEL_NONE || other->received >= l->list[found].received))
            found = i;
    }
    return found;
}

static const sel_quality_answers *vectors(const looking *l)
{
    const sel_geography *geography = &l->context->reference.geography;
    uint32_t lines = l->context->reference.taxonomy.count;
    sel_quality_answers *all = sel_arena_array(l->arena, l->count, sizeof *all);
    for (uint32_t i = 0; i < l->count; i++) {
        all[i].recipient = sel_geography_code(geography, l->list[i].recipient);
        all[i].requested = l->list[i].requested;
        all[i].previous = previous_of(l, i);
        all[i].content = l->list[i].content;
        all[i].answers = l->list[i].answers;
        for (uint32_t block = 0; block < SEL_SCALE_COUNT; block++)
            all[i].lines[block] = l->list[i].lines + (size_t)block * lines;
    }
    return all;
}

/* What the flag rests on, in one sentence. */
static sel_str evidence(const looking *l, const sel_quality_flag *flag, sel_arena *arena)
{
    static const char *const words[] = {[SEL_QUALITY_STRAIGHT] = "quality.straight-line",
                                        [SEL_QUALITY_MAXIMUM] = "quality.all-maximum",
                                        [SEL_QUALITY_IDENTICAL] = "quality.identical",
                                        [SEL_QUALITY_WANTED_BELOW] = "quality.wanted-below-now",
                                        [SEL_QUALITY_NONE_REQUESTED] = "quality.none-but-request",
                                        [SEL_QUALITY_EMPTY] = "quality.block-empty",
                                        [SEL_QUALITY_JUMP] = "quality.jump",
                                        [SEL_QUALITY_UNCHANGED] = "quality.unchanged"};
    static const char *const blocks[] = {[SEL_SCALE_HELP] = "quality.help",
                                         [SEL_SCALE_NOW] = "quality.now",
                                         [SEL_SCALE_WANTED] = "quality.wanted",
                                         [SEL_SCALE_IMPORTANCE] = "quality.importance"};
    const looked_at *other = &l->list[flag->other];
    return sel_say(
        arena, &l->context->words, words[flag->kind], "block",
        sel_tell_text(arena, sel_tell_word(l->context, blocks[flag->block])), "capability",
        sel_tell_text(arena, sel_context_capability(l->context, flag->capability)), "value",
        sel_tell_count(arena, flag->value), "against", sel_tell_count(arena, flag->against),
        "count", sel_tell_count(arena, flag->count), "all", sel_tell_count(arena, flag->of),
        "respondent",
        sel_str_printf(arena, "%.*s, %.*s", SEL_STR_ARG(other->recipient),
                       SEL_STR_ARG(sel_tell_clipped(arena, other->agency, 80)))
            .ptr,
        "round", sel_tell_text(arena, other->round), NULL);
}

static void flag_row(const looking *l, sel_table *table, const sel_quality_flag *flag)
{
    const looked_at *of = &l->list[flag->answers];
    const sel_taxonomy *taxonomy = &l->context->reference.taxonomy;
    bool of_capability = flag->kind == SEL_QUALITY_WANTED_BELOW ||
                         flag->kind == SEL_QUALITY_NONE_REQUESTED || flag->kind == SEL_QUALITY_JUMP;
    bool of_block = flag->kind == SEL_QUALITY_STRAIGHT || flag->kind == SEL_QUALITY_MAXIMUM ||
                    flag->kind == SEL_QUALITY_EMPTY;
    sel_table_row(table);
    sel_cell_text(table, sel_str_copy(table->arena, of->recipient));
    sel_cell_text(table, sel_str_copy(table->arena, of->agency));
    sel_cell_text(table, sel_str_copy(table->arena, of->round));
    sel_cell_text(table, sel_str_of(sel_quality_kind_name(flag->kind)));
    sel_cell_text(table, of_block ? sel_str_of(sel_quality_block_name(flag->block)) : (sel_str){0});
    sel_cell_text(table,
                  of_capability ? taxonomy->capabilities[flag->capability].code : (sel_str){0});
    sel_cell_text(table, evidence(l, flag, table->arena));
}

static void list_columns(const sel_context *context, sel_table *table)
{
    sel_tell_column(context, table, "recipient", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "agency", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "round", SEL_COLUMN_TEXT);
    sel_tell_column_for(context, table, "flag", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "block", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "capability", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "to_look_at", SEL_COLUMN_TEXT);
}

sel_status sel_quality_list(const sel_context *context, sel_store *store, sel_table *table,
                            sel_error *err)
{
    looking l = {.context = context, .arena = sel_arena_create()};
    list_columns(context, table);
    sel_status status = sel_store_each_submission(store, take_submission, &l, err);
    if (status == SEL_OK)
        status = sel_store_each_answer(store, take_answer, &l, err);
    end_content(&l);
    if (status == SEL_OK) {
        uint32_t count = 0;
        const sel_quality_flag *flags = sel_quality_flags(
            vectors(&l), l.count, context->reference.taxonomy.count, l.arena, &count);
        for (uint32_t i = 0; i < count; i++)
            flag_row(&l, table, &flags[i]);
    }
    sel_arena_destroy(l.arena);
    return status;
}
