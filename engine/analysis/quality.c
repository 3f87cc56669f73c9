#include "analysis/quality.h"

#include <stdlib.h>
#include <string.h>

static const uint8_t tops[] = {
#define X(id, name, top) [id] = (top),
    SEL_QUALITY_BLOCK_LIST(X)
#undef X
};

const char *sel_quality_block_name(sel_quality_block block)
{
    static const char *const names[] = {
#define X(id, name, top) [id] = (name),
        SEL_QUALITY_BLOCK_LIST(X)
#undef X
    };
    return names[block];
}

const char *sel_quality_kind_name(sel_quality_kind kind)
{
    static const char *const names[] = {
#define X(id, name) [id] = (name),
        SEL_QUALITY_KIND_LIST(X)
#undef X
    };
    return names[kind];
}

typedef struct flagging {
    const sel_quality_answers *list;
    uint32_t capabilities;
    sel_arena *arena;
    sel_quality_flag *flags;
    uint32_t count;
    uint32_t room;
} flagging;

static bool is_value(uint8_t line)
{
    return line != SEL_LINE_EMPTY && line != SEL_LINE_UNSAID;
}

static void add(flagging *f, sel_quality_flag flag)
{
    f->flags = sel_arena_one_more(f->arena, f->flags, f->count, &f->room, sizeof *f->flags);
    f->flags[f->count++] = flag;
}

static void flag_one_value(flagging *f, uint32_t number, sel_quality_block block)
{
    const uint8_t *lines = f->list[number].lines[block];
    uint8_t value = 0;
    uint32_t values = 0;
    for (uint32_t i = 0; i < f->capabilities; i++) {
        if (!is_value(lines[i]))
            continue;
        if (values > 0 && lines[i] != value)
            return;
        value = lines[i];
        values += 1;
    }
    if (values < SEL_QUALITY_STRAIGHT_LINES)
        return;
    add(f, (sel_quality_flag){.kind =
                                  value == tops[block] ? SEL_QUALITY_MAXIMUM : SEL_QUALITY_STRAIGHT,
                              .answers = number,
                              .block = block,
                              .value = value,
                              .count = values});
}

static bool is_asked(const sel_quality_answers *answers, sel_quality_block block, uint32_t line)
{
    enum { SOME = 2, MUCH = 3 };
    uint8_t help = answers->lines[SEL_SCALE_HELP][line];
    return block == SEL_SCALE_HELP || help == SOME || help == MUCH;
}

static void flag_empty(flagging *f, uint32_t number, sel_quality_block block)
{
    const sel_quality_answers *answers = &f->list[number];
    uint32_t asked = 0;
    uint32_t given = 0;
    uint32_t values = 0;
    for (uint32_t i = 0; i < f->capabilities; i++) {
        values += is_value(answers->lines[block][i]);
        if (!is_asked(answers, block, i))
            continue;
        asked += 1;
        given += answers->lines[block][i] != SEL_LINE_EMPTY;
    }
    if (block != SEL_SCALE_HELP && asked > SEL_QUALITY_ASKED_MOST)
        asked = SEL_QUALITY_ASKED_MOST;
    uint32_t empty = given < asked ? asked - given : 0;
    if (values > 0 && asked >= SEL_QUALITY_EMPTY_LINES &&
        empty * 100 > asked * SEL_QUALITY_EMPTY_PERCENT)
        add(f, (sel_quality_flag){.kind = SEL_QUALITY_EMPTY,
                                  .answers = number,
                                  .block = block,
                                  .count = empty,
                                  .of = asked});
}

static void flag_contradictions(flagging *f, uint32_t number)
{
    const sel_quality_answers *answers = &f->list[number];
    for (uint32_t i = 0; i < f->capabilities; i++) {
        uint8_t now = answers->lines[SEL_SCALE_NOW][i];
        uint8_t wanted = answers->lines[SEL_SCALE_WANTED][i];
        if (is_value(now) && is_value(wanted) && wanted < now)
            add(f, (sel_quality_flag){.kind = SEL_QUALITY_WANTED_BELOW,
                                      .answers = number,
                                      .capability = i,
                                      .value = wanted,
                                      .against = now});
        if (answers->requested[i] && answers->lines[SEL_SCALE_HELP][i] == 1)
            add(f, (sel_quality_flag){
                       .kind = SEL_QUALITY_NONE_REQUESTED, .answers = number, .capability = i});
    }
}

static void flag_jumps(flagging *f, uint32_t number)
{
    const sel_quality_answers *answers = &f->list[number];
    if (answers->previous == UINT32_MAX)
        return;
    const uint8_t *now = answers->lines[SEL_SCALE_NOW];
    const uint8_t *then = f->list[answers->previous].lines[SEL_SCALE_NOW];
    for (uint32_t i = 0; i < f->capabilities; i++)
        if (is_value(now[i]) && is_value(then[i]) &&
            abs(now[i] - then[i]) >= SEL_QUALITY_JUMP_STAGES)
            add(f, (sel_quality_flag){.kind = SEL_QUALITY_JUMP,
                                      .answers = number,
                                      .block = SEL_SCALE_NOW,
                                      .capability = i,
                                      .other = answers->previous,
                                      .value = now[i],
                                      .against = then[i]});
}

/* Answers that were carried over as they were: was anything looked at? */
static void flag_unchanged(flagging *f, uint32_t number)
{
    const sel_quality_answers *answers = &f->list[number];
    if (answers->previous == UINT32_MAX || answers->content == NULL ||
        answers->answers < SEL_QUALITY_UNCHANGED_ANSWERS)
        return;
    const char *before = f->list[answers->previous].content;
    if (before != NULL && strcmp(before, answers->content) == 0)
        add(f, (sel_quality_flag){.kind = SEL_QUALITY_UNCHANGED,
                                  .answers = number,
                                  .other = answers->previous,
                                  .count = answers->answers});
}

/* --- identical answers: sorted by their lines, those alike stand together --- */

typedef struct likeness {
    const sel_quality_answers *answers;
    uint32_t number;
    uint32_t capabilities;
    uint32_t values;
} likeness;

static int compare_lines(const sel_quality_answers *a, const sel_quality_answers *b, size_t lines)
{
    int order = 0;
    for (int block = 0; block < SEL_SCALE_COUNT && order == 0; block++)
        order = memcmp(a->lines[block], b->lines[block], lines);
    return order;
}

static int by_lines(const void *left, const void *right)
{
    const likeness *a = left;
    const likeness *b = right;
    int order = compare_lines(a->answers, b->answers, a->capabilities);
    return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

/* How many values there are; 0 when every block is of one value, which says nothing about others
 * who do the same. */
static uint32_t telling_values(const sel_quality_answers *answers, uint32_t capabilities)
{
    uint32_t values = 0;
    bool differ = false;
    for (int block = 0; block < SEL_SCALE_COUNT; block++) {
        uint8_t first = SEL_LINE_EMPTY;
        for (uint32_t i = 0; i < capabilities; i++) {
            uint8_t line = answers->lines[block][i];
            if (!is_value(line))
                continue;
            values += 1;
            differ |= first != SEL_LINE_EMPTY && line != first;
            first = line;
        }
    }
    return differ ? values : 0;
}

/* Of a run of answers alike each names the first of another recipient. */
static void flag_run(flagging *f, const likeness *run, uint32_t count)
{
    uint32_t stranger = 1;
    while (stranger < count && run[stranger].answers->recipient == run[0].answers->recipient)
        stranger++;
    if (stranger == count || run[0].values < SEL_QUALITY_IDENTICAL_VALUES)
        return;
    for (uint32_t i = 0; i < count; i++) {
        bool own = run[i].answers->recipient == run[0].answers->recipient;
        add(f, (sel_quality_flag){.kind = SEL_QUALITY_IDENTICAL,
                                  .answers = run[i].number,
                                  .other = own ? run[stranger].number : run[0].number,
                                  .count = run[i].values});
    }
}

static void flag_identical(flagging *f, uint32_t count)
{
    likeness *all = sel_arena_array(f->arena, count, sizeof *all);
    for (uint32_t i = 0; i < count; i++)
        all[i] = (likeness){&f->list[i], i, f->capabilities,
                            telling_values(&f->list[i], f->capabilities)};
    qsort(all, count, sizeof *all, by_lines);
    for (uint32_t first = 0, next = 0; first < count; first = next) {
        while (next < count &&
               compare_lines(all[first].answers, all[next].answers, f->capabilities) == 0)
            next++;
        flag_run(f, &all[first], next - first);
    }
}

static int by_place(const void *left, const void *right)
{
    const sel_quality_flag *a = left;
    const sel_quality_flag *b = right;
    if (a->answers != b->answers)
        return a->answers < b->answers ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->block != b->block)
        return a->block < b->block ? -1 : 1;
    return (a->capability > b->capability) - (a->capability < b->capability);
}

const sel_quality_flag *sel_quality_flags(const sel_quality_answers *list, uint32_t count,
                                          uint32_t capabilities, sel_arena *arena,
                                          uint32_t *flag_count)
{
    flagging f = {.list = list, .capabilities = capabilities, .arena = arena};
    for (uint32_t i = 0; i < count; i++) {
        for (int block = 0; block < SEL_SCALE_COUNT; block++) {
            flag_one_value(&f, i, (sel_quality_block)block);
            flag_empty(&f, i, (sel_quality_block)block);
        }
        flag_contradictions(&f, i);
        flag_jumps(&f, i);
        flag_unchanged(&f, i);
    }
    flag_identical(&f, count);
    if (f.count > 1)
        qsort(f.flags, f.count, sizeof *f.flags, by_place);
    *flag_count = f.count;
    return f.flags;
}
