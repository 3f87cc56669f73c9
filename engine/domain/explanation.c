#include "domain/explanation.h"

void sel_explanation_add(sel_explanation *explanation, sel_arena *arena, sel_explained step) {
    if (explanation->count == explanation->room) {
        explanation->room = explanation->room == 0 ? 16 : explanation->room * 2;
        explanation->steps = sel_arena_grow(arena, explanation->steps, explanation->count,
                                            explanation->room, sizeof *explanation->steps);
    }
    explanation->steps[explanation->count++] = step;
}
