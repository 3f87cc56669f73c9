#include "store/row.h"

_Static_assert(sizeof(sel_role) == sizeof(unsigned), "enumerations are read as unsigned");

/* What a cell becomes: at most the four columns of money. */
typedef struct column {
    enum { NOTHING, INTEGER, TEXT } kind;
    int64_t integer;
    sel_str text;
    bool passing; /* the text lives in the caller's frame only */
} column;

enum { MOST_COLUMNS = 4, CODES_ROOM = 256 };

static column integer(int64_t value)
{
    return (column){.kind = INTEGER, .integer = value};
}

static column known_integer(bool known, int64_t value)
{
    return known ? integer(value) : (column){.kind = NOTHING};
}

static column text(sel_str value)
{
    return (column){.kind = TEXT, .text = value};
}

static column code(const sel_codes *codes, uint32_t number)
{
    const char *name = number < codes->count ? codes->names[number] : "";
    return name[0] == '\0' ? (column){.kind = NOTHING} : text(sel_str_of(name));
}

static column bits(const sel_codes *codes, uint32_t set, char joined[CODES_ROOM])
{
    size_t used = 0;
    for (uint32_t i = 0; i < codes->count; i++) {
        size_t length = strlen(codes->names[i]);
        if ((set >> i & 1) == 0 || used + length + 1 >= CODES_ROOM)
            continue;
        if (used > 0)
            joined[used++] = ' ';
        memcpy(joined + used, codes->names[i], length);
        used += length;
    }
    if (used == 0)
        return (column){.kind = NOTHING};
    return (column){.kind = TEXT, .text = {joined, used}, .passing = true};
}

static size_t days(const sel_days *value, column columns[MOST_COLUMNS])
{
    columns[0] = known_integer(value->known, value->earliest);
    columns[1] = known_integer(value->known, value->latest);
    return 2;
}

static size_t money(const sel_money *value, column columns[MOST_COLUMNS])
{
    columns[0] = known_integer(value->known, value->low);
    columns[1] = known_integer(value->known, value->high);
    columns[2] = text(sel_str_of(value->currency));
    columns[3] = text(value->raw);
    return 4;
}

static column share(const sel_share *value)
{
    return known_integer(value->known, value->ppm);
}

static size_t range(const sel_range *value, column columns[MOST_COLUMNS])
{
    columns[0] = known_integer(value->known, value->low);
    columns[1] = known_integer(value->known, value->high);
    return 2;
}

static column letters_of(const char *value)
{
    return value[0] == '\0' ? (column){.kind = NOTHING} : text(sel_str_of(value));
}

static uint64_t load(const void *member, size_t width)
{
    switch (width) {
    case 1:
        return *(const uint8_t *)member;
    case 2:
        return *(const uint16_t *)member;
    case 4:
        return *(const uint32_t *)member;
    default:
        return *(const uint64_t *)member;
    }
}

static void keep(void *member, size_t width, uint64_t value)
{
    switch (width) {
    case 1:
        *(uint8_t *)member = (uint8_t)value;
        break;
    case 2:
        *(uint16_t *)member = (uint16_t)value;
        break;
    case 4:
        *(uint32_t *)member = (uint32_t)value;
        break;
    default:
        *(uint64_t *)member = value;
    }
}

/* Columns of one cell; the number of them. */
static size_t columns_of(const sel_row_cell *cell, const void *row, column columns[MOST_COLUMNS],
                         char joined[CODES_ROOM])
{
    const void *member = (const char *)row + cell->offset;
    int8_t small = 0;
    switch (cell->type) {
    case SEL_ROW_TEXT:
        columns[0] = text(*(const sel_str *)member);
        break;
    case SEL_ROW_NAME:
        columns[0] = text(sel_str_of(*(const char *const *)member));
        break;
    case SEL_ROW_FLAG:
        columns[0] = integer(*(const bool *)member);
        break;
    case SEL_ROW_COUNT:
        columns[0] = integer((int64_t)load(member, cell->width));
        break;
    case SEL_ROW_I64:
        columns[0] = integer(*(const int64_t *)member);
        break;
    case SEL_ROW_TRUTH:
        small = *(const int8_t *)member;
        columns[0] = known_integer(small != SEL_UNKNOWN, small);
        break;
    case SEL_ROW_RUNG:
        small = *(const int8_t *)member;
        columns[0] = code(cell->codes, small < 0 ? UINT32_MAX : (uint32_t)small);
        break;
    case SEL_ROW_CODE:
        columns[0] = code(cell->codes, *(const unsigned *)member);
        break;
    case SEL_ROW_BITS:
        columns[0] = bits(cell->codes, (uint32_t)load(member, cell->width), joined);
        break;
    case SEL_ROW_DAYS:
        return days(member, columns);
    case SEL_ROW_MONEY:
        return money(member, columns);
    case SEL_ROW_SHARE:
        columns[0] = share(member);
        break;
    case SEL_ROW_RANGE:
        return range(member, columns);
    case SEL_ROW_LETTERS:
        columns[0] = letters_of(member);
        break;
    }
    return 1;
}

void sel_row_put(sel_query *query, const sel_form *form, const void *row)
{
    for (size_t i = 0; i < form->count; i++) {
        column columns[MOST_COLUMNS];
        char joined[CODES_ROOM];
        size_t count = columns_of(&form->cells[i], row, columns, joined);
        for (size_t c = 0; c < count; c++) {
            if (columns[c].kind == NOTHING)
                sel_query_put_null(query);
            else if (columns[c].kind == INTEGER)
                sel_query_put_integer(query, columns[c].integer);
            else if (columns[c].passing)
                sel_query_put_copy(query, columns[c].text);
            else
                sel_query_put_text(query, columns[c].text);
        }
    }
}

/* A mark, then a number as 8 bytes, least significant first. */
static void hash_number(sel_hash *hash, char mark, int64_t value)
{
    unsigned char bytes[9] = {(unsigned char)mark};
    for (int i = 0; i < 8; i++)
        bytes[i + 1] = (unsigned char)((uint64_t)value >> 8 * i);
    sel_hash_add(hash, bytes, sizeof bytes);
}

void sel_row_hash_text(sel_hash *hash, sel_str value)
{
    hash_number(hash, 't', (int64_t)value.len);
    sel_hash_add(hash, value.ptr, value.len);
}

void sel_row_hash_integer(sel_hash *hash, int64_t value)
{
    hash_number(hash, 'i', value);
}

void sel_row_hash(sel_hash *hash, const sel_form *form, const void *row)
{
    for (size_t i = 0; i < form->count; i++) {
        column columns[MOST_COLUMNS];
        char joined[CODES_ROOM];
        size_t count = columns_of(&form->cells[i], row, columns, joined);
        for (size_t c = 0; c < count; c++) {
            if (columns[c].kind == NOTHING)
                sel_hash_add(hash, "n", 1);
            else if (columns[c].kind == INTEGER)
                sel_row_hash_integer(hash, columns[c].integer);
            else
                sel_row_hash_text(hash, columns[c].text);
        }
    }
}

static uint32_t find_code(const sel_codes *codes, sel_str name)
{
    for (uint32_t i = 0; i < codes->count; i++)
        if (sel_str_is(name, codes->names[i]))
            return i;
    return UINT32_MAX;
}

static unsigned take_code(sel_query *query, const sel_codes *codes)
{
    uint32_t number = find_code(codes, sel_query_borrow_text(query));
    if (number == UINT32_MAX)
        sel_query_damaged(query);
    return number == UINT32_MAX ? 0 : number;
}

static int8_t take_rung(sel_query *query, const sel_codes *codes)
{
    sel_str name = sel_query_borrow_text(query);
    uint32_t number = find_code(codes, name);
    if (name.len > 0 && number == UINT32_MAX)
        sel_query_damaged(query);
    return number == UINT32_MAX ? SEL_UNKNOWN : (int8_t)number;
}

static uint64_t take_bits(sel_query *query, const sel_codes *codes)
{
    uint64_t set = 0;
    sel_str joined = sel_query_borrow_text(query);
    sel_str name;
    while (sel_str_next(&joined, ' ', &name)) {
        uint32_t number = find_code(codes, name);
        if (number == UINT32_MAX)
            sel_query_damaged(query);
        else
            set |= (uint64_t)1 << number;
    }
    return set;
}

static void take_letters(sel_query *query, char value[4])
{
    sel_str letters = sel_query_borrow_text(query);
    memset(value, 0, 4);
    if (letters.len < 4)
        memcpy(value, letters.ptr == NULL ? "" : letters.ptr, letters.len);
    else
        sel_query_damaged(query);
}

static sel_money take_money(sel_query *query, sel_arena *arena)
{
    sel_money value = {0};
    bool known = sel_query_take_known(query, &value.low);
    value.known = sel_query_take_known(query, &value.high) && known;
    take_letters(query, value.currency);
    value.raw = sel_query_take_text(query, arena);
    return value;
}

static sel_share take_share(sel_query *query)
{
    int64_t ppm = 0;
    bool known = sel_query_take_known(query, &ppm);
    return (sel_share){.ppm = (uint32_t)ppm, .known = known};
}

static sel_range take_range(sel_query *query)
{
    sel_range value = {0};
    bool known = sel_query_take_known(query, &value.low);
    value.known = sel_query_take_known(query, &value.high) && known;
    return value;
}

static void take_cell(sel_query *query, const sel_row_cell *cell, sel_arena *arena, void *member)
{
    int64_t number = 0;
    switch (cell->type) {
    case SEL_ROW_TEXT:
        *(sel_str *)member = sel_query_take_text(query, arena);
        break;
    case SEL_ROW_NAME:
        *(const char **)member = sel_query_take_text(query, arena).ptr;
        break;
    case SEL_ROW_FLAG:
        *(bool *)member = sel_query_take_integer(query) != 0;
        break;
    case SEL_ROW_COUNT:
        keep(member, cell->width, (uint64_t)sel_query_take_integer(query));
        break;
    case SEL_ROW_I64:
        *(int64_t *)member = sel_query_take_integer(query);
        break;
    case SEL_ROW_TRUTH:
        *(int8_t *)member =
            sel_query_take_known(query, &number) ? (int8_t)number : (int8_t)SEL_UNKNOWN;
        break;
    case SEL_ROW_RUNG:
        *(int8_t *)member = take_rung(query, cell->codes);
        break;
    case SEL_ROW_CODE:
        *(unsigned *)member = take_code(query, cell->codes);
        break;
    case SEL_ROW_BITS:
        keep(member, cell->width, take_bits(query, cell->codes));
        break;
    case SEL_ROW_DAYS:
        *(sel_days *)member = sel_query_take_days(query);
        break;
    case SEL_ROW_MONEY:
        *(sel_money *)member = take_money(query, arena);
        break;
    case SEL_ROW_SHARE:
        *(sel_share *)member = take_share(query);
        break;
    case SEL_ROW_RANGE:
        *(sel_range *)member = take_range(query);
        break;
    case SEL_ROW_LETTERS:
        take_letters(query, member);
        break;
    }
}

void sel_row_take(sel_query *query, const sel_form *form, sel_arena *arena, void *row)
{
    for (size_t i = 0; i < form->count; i++)
        take_cell(query, &form->cells[i], arena, (char *)row + form->cells[i].offset);
}
