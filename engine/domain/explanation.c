#include "domain/explanation.h"

void sel_explanation_add(sel_explanation *explanation, sel_arena *arena, sel_explained step)
{
    explanation->steps = sel_arena_one_more(arena, explanation->steps, explanation->count,
                                            &explanation->room, sizeof *explanation->steps);
    explanation->steps[explanation->count++] = step;
}
