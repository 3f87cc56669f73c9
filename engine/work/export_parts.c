#include "input/register_grammar.h"
#include "input/register_parties.h"
#include "work/export_cells.h"

/* Signs that a name, or what is said of it, must not hold bare. */
static const char in_party[] = "=";
static const char in_part[] = "=%(/";
static const char in_said[] = ":=%";

/* "=" before the first thing said of a value, ":" before the others. */
static sel_text *say(sel_export_cell *cell, bool *first)
{
    sel_text_add_char(&cell->text, *first ? '=' : ':');
    *first = false;
    return &cell->text;
}

static void say_text(sel_export_cell *cell, bool *first, const char *key, sel_str text)
{
    sel_text_add(say(cell, first), sel_str_of(key));
    sel_register_write(&cell->text, sel_str_trim(text), in_said);
}

/* --- organisations --- */

static void put_party(sel_export_cell *cell, const sel_party *party)
{
    bool first = true;
    size_t at = 0;
    sel_str name = sel_str_trim(party->name);
    sel_export_next(cell);
    sel_register_write(&cell->text, name, in_party);
    if (party->share.known) {
        sel_register_write_percent(say(cell, &first), party->share.ppm);
        sel_text_add_char(&cell->text, '%');
    }
    if (party->stakeholder != SEL_STAKEHOLDER_UNKNOWN)
        say_text(cell, &first, sel_stakeholder_code(party->stakeholder), (sel_str){0});
    if (party->ladder != SEL_UNKNOWN)
        say_text(cell, &first, sel_ladder_code((sel_ladder)party->ladder), (sel_str){0});
    if (sel_str_trim(party->ref).len > 0)
        say_text(cell, &first, "ref=", party->ref);
    if (party->kind > 0)
        sel_text_printf(say(cell, &first), "kind=%u", party->kind);
    if (sel_str_trim(party->activity_id).len > 0)
        say_text(cell, &first, "activity=", party->activity_id);
    if (first && sel_register_is_two(&cell->reference->organisations, name, &at))
        sel_text_add_char(&cell->text, '='); /* one organisation, whatever its name looks like */
}

void sel_export_parties(sel_export_cell *cell, sel_register_field field)
{
    uint32_t count = 0;
    const sel_register_role *roles = sel_register_roles(&count);
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; roles[i].field == field && j < cell->record->party_count; j++) {
            const sel_party *party = &cell->record->parties[j];
            bool named = sel_str_trim(party->name).len + sel_str_trim(party->ref).len > 0;
            if (party->role == roles[i].role && named)
                put_party(cell, party);
        }
}

/* --- parts of a whole --- */

/* A part as its share is written. */
typedef struct part {
    uint32_t ppm;
    bool stated;
    bool guessed; /* a name alone never states it */
} part;

/* Whether names alone are read as these parts: one that is the whole, or several alike that nobody
 * stated. */
static bool are_usual(sel_arena *arena, const part *parts, uint32_t count)
{
    if (count == 0)
        return true;
    uint64_t *weights = sel_arena_array(arena, count, sizeof *weights);
    uint32_t *ppm = sel_arena_array(arena, count, sizeof *ppm);
    sel_ppm_split(weights, count, SEL_PPM, ppm);
    for (uint32_t i = 0; i < count; i++)
        if (parts[i].ppm != ppm[i] || parts[i].stated != (count == 1 && !parts[i].guessed))
            return false;
    return true;
}

static void put_percent(sel_text *text, part one)
{
    if (!one.stated)
        sel_text_add_char(text, '~');
    sel_register_write_percent(text, one.ppm);
    sel_text_add_char(text, '%');
}

/* The part that has no name, when parts are written with percentages. */
static void put_remainder(sel_export_cell *cell, const part *parts, uint32_t count)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += parts[i].ppm;
    if (sum >= SEL_PPM)
        return;
    sel_export_next(cell);
    sel_text_add(&cell->text, SEL_STR("other "));
    put_percent(&cell->text, (part){.ppm = (uint32_t)(SEL_PPM - sum), .stated = true});
}

/* --- recipients --- */

/* Two letters alone would be read as a country's: bodies go by their name then. */
static sel_str recipient_name(const sel_geography *geography, sel_str code)
{
    uint32_t number = sel_geography_code(geography, code);
    if (code.len != 2 || number == SEL_NONE)
        return code;
    sel_str name = geography->recipients[number].names.in[SEL_EN];
    return sel_geography_find(geography, name) == number ? name : code;
}

static bool is_depth_told(sel_depth depth)
{
    return depth == SEL_DEPTH_PRIORITY || depth == SEL_DEPTH_ASSOCIATE || depth == SEL_DEPTH_EVENT;
}

static void put_depth(sel_export_cell *cell, sel_depth depth, bool others_tell)
{
    const char *word = depth == SEL_DEPTH_PRIORITY                 ? " (priority)"
                       : depth == SEL_DEPTH_ASSOCIATE              ? " (associate)"
                       : depth == SEL_DEPTH_EVENT                  ? " (event)"
                       : depth == SEL_DEPTH_UNSAID && !others_tell ? " (unsaid)"
                                                                   : "";
    sel_text_add(&cell->text, sel_str_of(word));
}

void sel_export_recipients(sel_export_cell *cell)
{
    const sel_programme *record = cell->record;
    uint32_t count = record->recipient_count;
    part *parts = sel_arena_array(cell->text.arena, count, sizeof *parts);
    bool depths = false;
    for (uint32_t i = 0; i < count; i++) {
        parts[i] = (part){.ppm = record->recipients[i].ppm, .stated = record->recipients[i].stated};
        depths |= is_depth_told(record->recipients[i].depth);
    }
    bool usual = are_usual(cell->text.arena, parts, count);
    for (uint32_t i = 0; i < count; i++) {
        const sel_recipient_share *share = &record->recipients[i];
        sel_export_next(cell);
        sel_register_write(&cell->text, recipient_name(&cell->reference->geography, share->code),
                           in_part);
        if (!usual) {
            sel_text_add_char(&cell->text, ' ');
            put_percent(&cell->text, parts[i]);
        }
        put_depth(cell, share->depth, depths);
    }
    if (!usual)
        put_remainder(cell, parts, count);
}

/* --- capabilities --- */

/* How the capability was found, where it is not what the register states. */
static void put_origin(sel_export_cell *cell, const sel_capability_share *share)
{
    bool first = true;
    bool stated = share->origin == SEL_TAG_STATED;
    bool sure = stated || share->origin == SEL_TAG_CONFIRMED;
    if (!stated)
        say_text(cell, &first, sel_tag_origin_code(share->origin), (sel_str){0});
    if (share->confidence != (sure ? 100 : 0))
        sel_text_printf(say(cell, &first), "confidence=%u%%", share->confidence);
    if (!sel_str_equal(sel_str_trim(share->field), stated ? SEL_STR("capability") : (sel_str){0}))
        say_text(cell, &first, "field=", share->field);
    if (sel_str_trim(share->evidence).len > 0)
        say_text(cell, &first, "words=", share->evidence);
}

void sel_export_capabilities(sel_export_cell *cell)
{
    const sel_programme *record = cell->record;
    uint32_t count = record->capability_count;
    part *parts = sel_arena_array(cell->text.arena, count, sizeof *parts);
    for (uint32_t i = 0; i < count; i++)
        parts[i] = (part){record->capabilities[i].ppm, record->capabilities[i].stated,
                          record->capabilities[i].origin == SEL_TAG_TEXT};
    bool usual = are_usual(cell->text.arena, parts, count);
    for (uint32_t i = 0; i < count; i++) {
        sel_export_next(cell);
        sel_register_write(&cell->text, record->capabilities[i].code, in_part);
        if (!usual) {
            sel_text_add_char(&cell->text, ' ');
            put_percent(&cell->text, parts[i]);
        }
        put_origin(cell, &record->capabilities[i]);
    }
    if (!usual)
        put_remainder(cell, parts, count);
}

void sel_export_split(sel_export_cell *cell)
{
    for (uint32_t i = 0; i < cell->record->joint_count; i++) {
        const sel_joint_share *joint = &cell->record->joints[i];
        sel_export_next(cell);
        sel_register_write(&cell->text, joint->recipient, in_part);
        sel_text_add_char(&cell->text, '/');
        sel_register_write(&cell->text, joint->capability, in_part);
        sel_text_add_char(&cell->text, '=');
        put_percent(&cell->text, (part){.ppm = joint->ppm, .stated = true});
    }
}

/* --- sectors --- */

/* Whether the codes of one vocabulary alone are read as its shares. */
static bool is_usual_vocabulary(const sel_export_cell *cell, sel_str vocabulary)
{
    const sel_programme *record = cell->record;
    part *parts = sel_arena_array(cell->text.arena, record->sector_count, sizeof *parts);
    uint32_t count = 0;
    for (uint32_t i = 0; i < record->sector_count; i++)
        if (sel_str_equal(sel_str_trim(record->sectors[i].vocabulary), vocabulary))
            parts[count++] =
                (part){.ppm = record->sectors[i].ppm, .stated = record->sectors[i].stated};
    return are_usual(cell->text.arena, parts, count);
}

void sel_export_sectors(sel_export_cell *cell)
{
    for (uint32_t i = 0; i < cell->record->sector_count; i++) {
        const sel_sector_share *sector = &cell->record->sectors[i];
        sel_str vocabulary = sel_str_trim(sector->vocabulary);
        bool first = true;
        sel_export_next(cell);
        sel_register_write(&cell->text, vocabulary, in_part);
        sel_text_add_char(&cell->text, '/');
        sel_register_write(&cell->text, sel_str_trim(sector->code), in_part);
        if (!is_usual_vocabulary(cell, vocabulary))
            put_percent(say(cell, &first), (part){.ppm = sector->ppm, .stated = sector->stated});
        if (sel_str_trim(sector->name).len > 0)
            say_text(cell, &first, "", sector->name);
    }
}
