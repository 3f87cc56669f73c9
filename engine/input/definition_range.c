#include "input/definition_reading.h"

#include "base/number.h"

typedef struct bound {
    const char *key; /* "start=" */
    sel_str text;
    int64_t whole;
    double real;
    bool is_whole;
} bound;

static bool take_parameter(sel_str part, bound *bounds, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (sel_str_starts(part, sel_str_of(bounds[i].key))) {
            bounds[i].text = sel_str_part(part, strlen(bounds[i].key), part.len);
            bounds[i].is_whole = sel_number_integer(bounds[i].text, &bounds[i].whole);
            return sel_number_real(bounds[i].text, &bounds[i].real);
        }
    return false;
}

/* Parameters are separated by blanks, commas or semicolons, as pyxform takes them. */
static sel_str next_parameter(sel_str *rest)
{
    size_t length = 0;
    while (length < rest->len && strchr(" ,;", rest->ptr[length]) == NULL)
        length++;
    sel_str part = sel_str_part(*rest, 0, length);
    *rest = sel_str_part(*rest, length + 1, rest->len);
    return part;
}

bool sel_definition_range(sel_str parameters, sel_item *item)
{
    bound bounds[] = {{.key = "start="}, {.key = "end="}, {.key = "step="}};
    sel_str rest = parameters;
    while (rest.len > 0) {
        sel_str part = next_parameter(&rest);
        if (part.len > 0 && !take_parameter(part, bounds, 3))
            return false;
    }
    const bound *low = &bounds[0];
    const bound *high = &bounds[1];
    if (bounds[2].text.len == 0)
        bounds[2] = (bound){.key = "step=", .whole = 1, .real = 1, .is_whole = true};
    const bound *step = &bounds[2];
    if (low->text.len == 0 || high->text.len == 0 || low->real > high->real || step->real <= 0)
        return false;
    bool whole = low->is_whole && high->is_whole && step->is_whole;
    if (whole && low->whole > high->whole) /* as real numbers, large ones may look equal */
        return false;
    item->type = whole ? SEL_ITEM_INTEGER : SEL_ITEM_DECIMAL;
    item->has_range = true;
    item->low = low->whole;
    item->high = high->whole;
    item->step = step->whole;
    item->real_low = low->real;
    item->real_high = high->real;
    item->real_step = step->real;
    return true;
}
